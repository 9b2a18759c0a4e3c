"""What can be asked about goods sent back to suppliers. Prices leave only for who may see purchase prices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView, payments_of
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    PurchaseReturn,
    PurchaseReturnLine,
    PurchaseReturnPayment,
)
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE, ReceiptLineView
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    find_head,
    line_rows,
    list_documents,
    sum_documents,
    with_lots,
)

DONE = (State.POSTED, State.REVERSED)
GOODS = 10
"""Columns of a line before its money."""


@dataclass(frozen=True, slots=True)
class PurchaseReturnLineView(ReceiptLineView):
    """A line sent back; `from_line` is its line in the receipt."""

    from_line: int | None


@dataclass(frozen=True, slots=True)
class PurchaseReturnView:
    """Goods sent back; quantities and sums (fen) are positive, payments came back in.

    `original` is the number of the receipt they came on, where there is one.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    original: str | None
    invoice: str
    price_includes_tax: bool
    net: int | None
    tax: int | None
    total: int | None
    lines: tuple[PurchaseReturnLineView, ...]
    payments: tuple[PaymentView, ...]

    @property
    def order_discount(self) -> int:
        """Nothing: a return is worth its lines."""
        return 0


@needs("purchase_return.view")
def purchase_return_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of returns, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_documents(session, PurchaseReturn, wanted, after=after, limit=limit, priced=priced)


@needs("purchase_return.view")
def purchase_return_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all returns that the filter lets through."""
    return sum_documents(session, PurchaseReturn, wanted, priced=may(session, PURCHASE_PRICE))


@needs("purchase_return.view")
def purchase_return_view(session: Session, number: str) -> PurchaseReturnView:
    """The return with this number."""
    return _view(session, PurchaseReturn.number == number, number)


@needs("goods_receipt.view")
def returned_of_receipt(session: Session, number: str) -> dict[int, int]:
    """How much of each line of a receipt was sent back already, in 1e-4 of the line's unit."""
    line, document = PurchaseReturnLine, PurchaseReturn
    query = (
        select(line.from_line, summed(line.quantity))
        .join(document, document.id == line.document_id)
        .join(GoodsReceipt, GoodsReceipt.id == document.original_id)
        .where(GoodsReceipt.number == number, document.state.in_(DONE))
        .group_by(line.from_line)
    )
    found = session.execute(query)
    return {number: quantity for number, quantity in found if number is not None}


def _view(session: Session, condition: ColumnElement[bool], asked: str) -> PurchaseReturnView:
    head = find_head(session, PurchaseReturn, condition)
    if head is None:
        raise NotFound(
            translate("purchase", "没有采购退货单 {number}。核对单号").format(number=asked)
        )
    row = session.execute(_details().where(PurchaseReturn.id == head.id)).one()
    priced = may(session, PURCHASE_PRICE)
    lines = with_lots(session, head.number, _lines(session, head.id, priced=priced))
    sums: tuple[int | None, ...] = (
        sum(line.net or 0 for line in lines),
        sum(line.tax or 0 for line in lines),
        row.total,
    )
    shown = sums if priced else (None, None, None)
    payments = payments_of(session, PurchaseReturnPayment, head.id) if priced else ()
    return PurchaseReturnView(*(head, *row[:9], *shown, lines, payments))


def _lines(
    session: Session, document_id: int, *, priced: bool
) -> tuple[PurchaseReturnLineView, ...]:
    line = PurchaseReturnLine
    query = select(line.line_no, line.from_line).where(line.document_id == document_id)
    sources = {row[0]: row[1] for row in session.execute(query)}
    found = []
    for row in line_rows(session, line, document_id):
        goods, money = row[:GOODS], row[GOODS:]
        shown = money if priced else (None,) * len(money)
        found.append(PurchaseReturnLineView(*(*goods, *shown, sources[row.line_no])))
    return tuple(found)


def _details() -> Any:
    document = PurchaseReturn
    return (
        select(
            document.partner_id, Partner.supplier_code, document.partner_name,
            document.warehouse_id, Warehouse.code, built_in_column(Warehouse.name), GoodsReceipt.number,
            document.invoice, document.price_includes_tax, document.total,
        )
        .join(Partner, Partner.id == document.partner_id)
        .join(Warehouse, Warehouse.id == document.warehouse_id)
        .outerjoin(GoodsReceipt, GoodsReceipt.id == document.original_id)
    )  # fmt: skip
