"""What can be asked about landed costs. Money leaves only for who may see purchase prices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView, payments_of
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.landed_models import LandedCost, LandedCostLine, LandedCostPayment
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    list_documents,
    required_head,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class LandedLineView:
    """What a receipt's line bears: `amount` fen, of which `to_stock` went into the worth of goods.

    `base_quantity` is 1e-4 of `unit`; money is None for who may not see purchase prices.
    """

    line_no: int
    receipt: str
    from_line: int
    product_id: int
    product: str
    name: str
    unit: str
    base_quantity: int
    amount: int | None
    to_stock: int | None

    @property
    def beside(self) -> int | None:
        """Fen that did not go into the worth of goods: cost of sales, or the whole as an expense."""
        if self.amount is None or self.to_stock is None:
            return None
        return self.amount - self.to_stock


@dataclass(frozen=True, slots=True)
class LandedCostView:
    """A landed cost with what each line bears; `receipts` are the numbers it was spread over."""

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    invoice: str
    deductible: bool
    price_includes_tax: bool
    tax_rate: int
    basis: str
    capitalised: bool
    net: int | None
    tax: int | None
    total: int | None
    receipts: tuple[str, ...]
    lines: tuple[LandedLineView, ...]
    payments: tuple[PaymentView, ...]


@needs("landed_cost.view")
def landed_cost_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of landed costs, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_documents(session, LandedCost, wanted, after=after, limit=limit, priced=priced)


@needs("landed_cost.view")
def landed_cost_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all landed costs that the filter lets through."""
    return sum_documents(session, LandedCost, wanted, priced=may(session, PURCHASE_PRICE))


@needs("landed_cost.view")
def landed_cost_view(session: Session, number: str) -> LandedCostView:
    """The landed cost with this number."""
    paper = LandedCost
    missing = translate("purchase", "没有采购费用分摊单 {number}。核对单号")
    head = required_head(session, paper, number, missing)
    query = (
        select(
            paper.partner_id, Partner.supplier_code, paper.partner_name, paper.invoice, paper.deductible,
            paper.price_includes_tax, paper.tax_rate, paper.basis, paper.capitalised,
            paper.net, paper.tax, paper.total,
        )
        .join(Partner, Partner.id == paper.partner_id)
        .where(paper.id == head.id)
    )  # fmt: skip
    row: Any = session.execute(query).one()
    priced = may(session, PURCHASE_PRICE)
    sums = row[9:] if priced else (None,) * 3
    lines = _lines(session, head, priced=priced)
    payments = payments_of(session, LandedCostPayment, head.id) if priced else ()
    receipts = tuple(dict.fromkeys(line.receipt for line in lines))
    told = (head, *row[:9], *sums, receipts, lines, payments)
    return LandedCostView(*told)


def _lines(session: Session, head: Head, *, priced: bool) -> tuple[LandedLineView, ...]:
    line = LandedCostLine
    borne = (
        select(func.coalesce(summed(Move.amount), 0))
        .where(Move.source == (head.number or ""), Move.source_line == line.line_no)
        .correlate(line)
        .scalar_subquery()
    )
    query = (
        select(
            line.line_no, GoodsReceipt.number, line.from_line, line.product_id, Product.code, Product.name,
            Product.unit, line.base_quantity, line.amount, borne,
        )
        .join(Product, Product.id == line.product_id)
        .join(GoodsReceipt, GoodsReceipt.id == line.receipt_id)
        .where(line.document_id == head.id)
        .order_by(line.line_no)
    )  # fmt: skip
    rows = session.execute(query).all()
    return tuple(
        LandedLineView(*(*row[:8], *(row[8:] if priced else (None, None)))) for row in rows
    )
