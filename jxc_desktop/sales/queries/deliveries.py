"""What can be asked about sales on delivery notes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import PaymentView, payments_of
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.sales.models import (
    SalesDelivery,
    SalesDeliveryLine,
    SalesDeliveryPayment,
    SalesOrder,
    SalesReturn,
)
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    SaleLineView,
    find_head,
    list_documents,
    sale_lines,
    sum_documents,
)

DONE = (State.POSTED, State.REVERSED)
"""States of returns that count."""


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """A sales delivery with its lines; sums in fen. `cost` is None for who may not see cost.

    `source` is the number of the order it follows, if any; `followers` are the returns from it.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    salesperson: str
    price_includes_tax: bool
    order_discount: int
    total: int
    source: str
    lines: tuple[SaleLineView, ...]
    payments: tuple[PaymentView, ...]
    followers: tuple[FollowerView, ...] = ()

    @property
    def net(self) -> int:
        """Fen without tax."""
        return sum(line.net for line in self.lines)

    @property
    def tax(self) -> int:
        """Fen of tax."""
        return sum(line.tax for line in self.lines)

    @property
    def cost(self) -> int | None:
        """Fen that the goods cost."""
        costs = [line.cost for line in self.lines if line.cost is not None]
        return sum(costs) if costs else None


@dataclass(frozen=True, slots=True)
class SoldAt:
    """A price a customer had before: 1e-6 yuan for one `unit`, with or without tax as the delivery said."""

    day: date
    number: str
    partner_name: str
    unit: str
    quantity: int
    price: int
    discount: int
    price_includes_tax: bool


@needs("sales_delivery.view")
def delivery_list(
    session: Session,
    wanted: ListFilter,
    after: tuple[date, int] | None = None,
    limit: int = PAGE,
) -> list[ListRow]:
    """A page of deliveries, newest first."""
    return list_documents(session, SalesDelivery, wanted, after=after, limit=limit)


@needs("sales_delivery.view")
def delivery_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all deliveries that the filter lets through."""
    return sum_documents(session, SalesDelivery, wanted)


@needs("sales_delivery.view")
def delivery_view(session: Session, number: str) -> DeliveryView:
    """The delivery with this number."""
    return _view(session, SalesDelivery.number == number, number)


@needs("sales_delivery.view")
def delivery_by_id(session: Session, document_id: int) -> DeliveryView:
    """The delivery with this id, a draft too."""
    return _view(session, SalesDelivery.id == document_id, str(document_id))


@needs("sales_delivery.view")
def last_sales(
    session: Session, product_id: int, partner_id: int | None = None, limit: int = 5
) -> list[SoldAt]:
    """The newest prices of a product for one customer or for any; deliveries taken back left out."""
    line, delivery = SalesDeliveryLine, SalesDelivery
    query: Any = (
        select(
            delivery.day, delivery.number, delivery.partner_name, line.unit, line.quantity,
            line.price, line.discount, delivery.price_includes_tax,
        )
        .join(delivery, delivery.id == line.document_id)
        .where(
            line.product_id == product_id,
            delivery.state == State.POSTED,
            delivery.reverses_id.is_(None),
            line.is_gift.in_([False]),
        )
        .order_by(delivery.day.desc(), delivery.id.desc(), line.line_no.desc())
        .limit(limit)
    )  # fmt: skip
    if partner_id is not None:
        query = query.where(delivery.partner_id == partner_id)
    return [SoldAt(*row) for row in session.execute(query)]


def _view(session: Session, condition: ColumnElement[bool], asked: str) -> DeliveryView:
    head = find_head(session, SalesDelivery, condition)
    if head is None:
        raise NotFound(translate("sales", "没有销售出库单 {number}。核对单号").format(number=asked))
    row = session.execute(_details().where(SalesDelivery.id == head.id)).one()
    lines = sale_lines(session, SalesDeliveryLine, head.id, head.number)
    payments = payments_of(session, SalesDeliveryPayment, head.id)
    return DeliveryView(*(head, *row, lines, payments, _returns(session, head.id)))


def _returns(session: Session, delivery_id: int) -> tuple[FollowerView, ...]:
    """What came back of a delivery, returns taken back and their reversals included."""
    back = SalesReturn
    query = select(back.number, back.day, back.total).where(
        back.original_id == delivery_id, back.state.in_(DONE)
    )
    rows = session.execute(query.order_by(back.day, back.id))
    return tuple(FollowerView(back.kind, row[0] or "", row[1], row[2]) for row in rows)


def _details() -> Any:
    delivery = SalesDelivery
    return (
        select(
            delivery.partner_id, Partner.customer_code, delivery.partner_name,
            delivery.warehouse_id, Warehouse.code, built_in_column(Warehouse.name), delivery.salesperson,
            delivery.price_includes_tax, delivery.order_discount, delivery.total,
            func.coalesce(SalesOrder.number, ""),
        )
        .outerjoin(SalesOrder, SalesOrder.id == delivery.order_id)
        .join(Partner, Partner.id == delivery.partner_id)
        .join(Warehouse, Warehouse.id == delivery.warehouse_id)
    )  # fmt: skip
