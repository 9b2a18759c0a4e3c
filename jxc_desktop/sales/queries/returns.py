"""What can be asked about goods that customers brought back on return notes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView, payments_of
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.sales.models import (
    SalesDelivery,
    SalesReturn,
    SalesReturnLine,
    SalesReturnPayment,
)
from jxc_desktop.sales.queries.deliveries import DONE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.trade import (
    COST,
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    SaleLineView,
    costs_of,
    find_head,
    line_rows,
    list_documents,
    sum_documents,
    with_lots,
)


@dataclass(frozen=True, slots=True)
class SalesReturnLineView(SaleLineView):
    """A line that came back; `cost` is what the goods came back at, `from_line` their line in the delivery."""

    from_line: int | None


@dataclass(frozen=True, slots=True)
class SalesReturnView:
    """Goods that came back; quantities and sums (fen) are positive, payments were paid out.

    `original` is the number of the delivery they were sold on, where there is one.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    original: str | None
    price_includes_tax: bool
    total: int
    lines: tuple[SalesReturnLineView, ...]
    payments: tuple[PaymentView, ...]

    @property
    def order_discount(self) -> int:
        """Nothing is taken off the whole: each line's worth is its own."""
        return 0

    @property
    def net(self) -> int:
        """Fen without tax."""
        return sum(line.net for line in self.lines)

    @property
    def tax(self) -> int:
        """Fen of tax."""
        return sum(line.tax for line in self.lines)


@needs("sales_return.view")
def sales_return_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of returns, newest first."""
    return list_documents(session, SalesReturn, wanted, after=after, limit=limit)


@needs("sales_return.view")
def sales_return_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all returns that the filter lets through."""
    return sum_documents(session, SalesReturn, wanted)


@needs("sales_return.view")
def sales_return_view(session: Session, number: str) -> SalesReturnView:
    """The return with this number."""
    return _view(session, SalesReturn.number == number, number)


@needs("sales_delivery.view")
def returned_of_delivery(session: Session, number: str) -> dict[int, int]:
    """How much of each line of a delivery came back already, in 1e-4 of the line's unit."""
    line, document = SalesReturnLine, SalesReturn
    query = (
        select(line.from_line, summed(line.quantity))
        .join(document, document.id == line.document_id)
        .join(SalesDelivery, SalesDelivery.id == document.original_id)
        .where(SalesDelivery.number == number, document.state.in_(DONE))
        .group_by(line.from_line)
    )
    found = session.execute(query)
    return {number: quantity for number, quantity in found if number is not None}


def _view(session: Session, condition: ColumnElement[bool], asked: str) -> SalesReturnView:
    head = find_head(session, SalesReturn, condition)
    if head is None:
        raise NotFound(translate("sales", "没有销售退货单 {number}。核对单号").format(number=asked))
    row = session.execute(_details().where(SalesReturn.id == head.id)).one()
    payments = payments_of(session, SalesReturnPayment, head.id)
    return SalesReturnView(*(head, *row, _lines(session, head), payments))


def _lines(session: Session, head: Head) -> tuple[SalesReturnLineView, ...]:
    line = SalesReturnLine
    query = select(line.line_no, line.from_line).where(line.document_id == head.id)
    sources = {row[0]: row[1] for row in session.execute(query)}
    left = costs_of(session, head.number) if head.number and may(session, COST) else {}
    costs = {line_no: -cost for line_no, cost in left.items()}
    lines = [
        SalesReturnLineView(*(*row, costs.get(row.line_no), sources[row.line_no]))
        for row in line_rows(session, line, head.id)
    ]
    return with_lots(session, head.number, lines)


def _details() -> Any:
    document = SalesReturn
    return (
        select(
            document.partner_id, Partner.customer_code, document.partner_name,
            document.warehouse_id, Warehouse.code, built_in_column(Warehouse.name), SalesDelivery.number,
            document.price_includes_tax, document.total,
        )
        .join(Partner, Partner.id == document.partner_id)
        .join(Warehouse, Warehouse.id == document.warehouse_id)
        .outerjoin(SalesDelivery, SalesDelivery.id == document.original_id)
    )  # fmt: skip
