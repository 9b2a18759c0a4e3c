"""What can be asked about requests and inquiries: goods that are wanted, suppliers that were asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.order_kinds import REQUEST, RFQ
from jxc_desktop.purchase.order_models import (
    PurchaseRequest,
    Rfq,
    RfqSupplier,
    SupplierQuotation,
)
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.promises import fulfilled_of
from jxc_desktop.stock.ordering.views import (
    DONE,
    PARTLY,
    FollowerView,
    followers_of,
    list_orders,
    progress_of,
)
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    LineView,
    ListFilter,
    ListRow,
    ListSum,
    goods_rows,
    list_documents,
    required_head,
    sum_documents,
)

STANDING = (State.APPROVED, State.CLOSED)
"""States of a supplier's quotation that count as an answer."""


@dataclass(frozen=True, slots=True)
class WishLineView(LineView):
    """A line of goods without a price; `done` is the base quantity that followed."""

    done: int

    @property
    def left(self) -> int:
        """Base quantity still wanted."""
        return max(self.base_quantity - self.done, 0)


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request; `progress` is its state, or "partly" or "completed" once it is approved and ordered."""

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    due_day: date | None
    purpose: str
    progress: str
    lines: tuple[WishLineView, ...]
    followers: tuple[FollowerView, ...]


@dataclass(frozen=True, slots=True)
class AskedView:
    """A supplier that was asked; `answer` is the number of its quotation, "" while there is none."""

    partner_id: int
    partner: str
    name: str
    answer: str


@dataclass(frozen=True, slots=True)
class RfqView:
    """An inquiry; `source` is the request it follows. It is completed when every supplier asked has answered."""

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    due_day: date | None
    source: str
    progress: str
    lines: tuple[WishLineView, ...]
    suppliers: tuple[AskedView, ...]
    followers: tuple[FollowerView, ...]


@needs("purchase_request.view")
def purchase_request_view(session: Session, number: str) -> RequestView:
    """The request with this number."""
    head, lines = _head(session, REQUEST, number), PurchaseRequest
    query = select(
        Warehouse.id, Warehouse.code, built_in_column(Warehouse.name), lines.due_day, lines.purpose
    ).join(lines, lines.warehouse_id == Warehouse.id)
    row = session.execute(query.where(lines.id == head.id)).one()
    goods = _lines(session, REQUEST, head.id)
    progress = progress_of(head.state, [(each.base_quantity, each.done) for each in goods])
    priced = may(session, PURCHASE_PRICE)
    followers = followers_of(session, REQUEST, head.id, priced=priced)
    return RequestView(head, *row, progress, goods, followers)


@needs("purchase_request.view")
def purchase_request_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of requests, newest first; in the firm's place stands what they are for."""
    rows = list_orders(session, REQUEST, wanted, after=after, limit=limit, priced=False)
    query = select(PurchaseRequest.id, PurchaseRequest.purpose)
    query = query.where(PurchaseRequest.id.in_([row.id for row in rows]))
    purposes = {row[0]: row[1] for row in session.execute(query)}
    return [replace(row, partner=purposes[row.id]) for row in rows]


@needs("purchase_request.view")
def purchase_request_sum(session: Session, wanted: ListFilter) -> ListSum:
    """How many requests the filter lets through."""
    return sum_documents(session, PurchaseRequest, wanted, priced=False)


@needs("rfq.view")
def rfq_view(session: Session, number: str) -> RfqView:
    """The inquiry with this number."""
    head = _head(session, RFQ, number)
    query = (
        select(
            Warehouse.id, Warehouse.code, built_in_column(Warehouse.name), Rfq.due_day,
            func.coalesce(PurchaseRequest.number, ""),
        )
        .join(Rfq, Rfq.warehouse_id == Warehouse.id)
        .outerjoin(PurchaseRequest, PurchaseRequest.id == Rfq.request_id)
    )  # fmt: skip
    row = session.execute(query.where(Rfq.id == head.id)).one()
    asked = _asked(session, [head.id])[head.id]
    followers = followers_of(session, RFQ, head.id, priced=may(session, PURCHASE_PRICE))
    goods = _lines(session, RFQ, head.id)
    progress = _answered(head.state, asked)
    return RfqView(head, *row, progress, goods, asked, followers)


@needs("rfq.view")
def rfq_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of inquiries, newest first, with the names of whom they asked."""
    rows = list_documents(session, Rfq, wanted, after=after, limit=limit, priced=False)
    asked = _asked(session, [row.id for row in rows])
    return [
        replace(
            row,
            state=_answered(row.state, asked[row.id]),
            partner=listed(each.name for each in asked[row.id]),
        )
        for row in rows
    ]


@needs("rfq.view")
def rfq_sum(session: Session, wanted: ListFilter) -> ListSum:
    """How many inquiries the filter lets through."""
    return sum_documents(session, Rfq, wanted, priced=False)


def _head(session: Session, kind: OrderKind, number: str) -> Head:
    missing = translate("purchase", "没有单号 {number}。核对单号")
    return required_head(session, kind.family.header, number, missing)


def _lines(session: Session, kind: OrderKind, order_id: int) -> tuple[WishLineView, ...]:
    done = fulfilled_of(session, kind, order_id)
    rows = goods_rows(session, kind.family.parts[0], order_id)
    return tuple(
        WishLineView(
            each.line_no, each.product_id, each.product, each.name, each.spec, each.unit,
            each.base_unit, each.quantity, each.base_quantity, each.is_gift,
            done.get(each.line_no, 0),
        )
        for each in rows
    )  # fmt: skip


def _asked(session: Session, inquiries: Sequence[int]) -> dict[int, tuple[AskedView, ...]]:
    """The suppliers asked by each inquiry, in their order, with their newest standing answer."""
    query = (
        select(
            RfqSupplier.document_id, Partner.id, Partner.supplier_code, Partner.name,
            SupplierQuotation.number,
        )
        .join(Partner, Partner.id == RfqSupplier.partner_id)
        .outerjoin(
            SupplierQuotation,
            (SupplierQuotation.rfq_id == RfqSupplier.document_id)
            & (SupplierQuotation.partner_id == RfqSupplier.partner_id)
            & SupplierQuotation.state.in_(STANDING),
        )
        .where(RfqSupplier.document_id.in_(inquiries))
        .order_by(RfqSupplier.document_id, RfqSupplier.line_no, SupplierQuotation.id)
    )  # fmt: skip
    found: dict[int, dict[int, AskedView]] = {inquiry: {} for inquiry in inquiries}
    for inquiry, partner, code, name, answer in session.execute(query):
        found[inquiry][partner] = AskedView(partner, code or "", name, answer or "")
    return {inquiry: tuple(asked.values()) for inquiry, asked in found.items()}


def _answered(state: str, asked: Sequence[AskedView]) -> str:
    """The state, or how many of the suppliers have answered an approved inquiry."""
    answers = sum(bool(each.answer) for each in asked)
    if state != State.APPROVED or not answers:
        return state
    return DONE if answers == len(asked) else PARTLY
