"""Which documents count as sales and which as purchases, and what their goods are filtered by."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import State
from jxc_desktop.pos.models import PosReturn, PosReturnLine, PosSale, PosSaleLine
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    PurchaseReturn,
    PurchaseReturnLine,
)
from jxc_desktop.reports.report import Request
from jxc_desktop.sales.models import (
    SalesDelivery,
    SalesDeliveryLine,
    SalesReturn,
    SalesReturnLine,
)

COUNTED = (State.POSTED, State.REVERSED)
"""States of documents that count; a reversal stands beside the original it takes back."""


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of document whose lines count `sign` times; `person` is who sold or bought.

    Of a return the `seller` is whoever sold the delivery it came from, the `receiver` whoever bought the receipt. Where
    no `buyer` is named it is who wrote the document. `only` is a condition on the lines that count, None for all.
    """

    header: Any
    line: Any
    sign: int
    person: str
    bought: bool = False
    only: Any = None


SOLD = (
    Source(SalesDelivery, SalesDeliveryLine, 1, "salesperson"),
    Source(SalesReturn, SalesReturnLine, -1, "seller"),
    Source(PosSale, PosSaleLine, 1, "cashier"),
    Source(PosReturn, PosReturnLine, -1, "cashier"),
)
_NEW = PosSaleLine.from_line.is_(None)
GONE_OUT = (SOLD[0], Source(PosSale, PosSaleLine, 1, "cashier", only=_NEW))
"""What was sold, without what came back of it, by a return or in exchange."""
GIVEN_BACK = (SOLD[1], SOLD[3], Source(PosSale, PosSaleLine, 1, "cashier", only=~_NEW))
"""What came back of what was sold; the lines of an exchange are negative by themselves."""
SENT_BACK = Source(PurchaseReturn, PurchaseReturnLine, -1, "receiver", bought=True)
BOUGHT = (Source(GoodsReceipt, GoodsReceiptLine, 1, "buyer", bought=True), SENT_BACK)


def of_goods(query: Any, request: Request, product: Any) -> Any:
    """A query narrowed to the goods and categories asked for."""
    if products := request.get("product"):
        query = query.where(product.in_(products))
    if categories := request.get("category"):
        inside = select(Product.id).where(Product.category_id.in_(categories))
        query = query.where(product.in_(inside))
    return query
