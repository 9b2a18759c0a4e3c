"""Papers of members' cards as they are shown."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries.accounts import PaymentView, payments_of
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import Head, find_head
from jxc_desktop.members.models import (
    Member,
    PointsChange,
    StoredValueRefund,
    StoredValueRefundPayment,
    StoredValueTopup,
    StoredValueTopupPayment,
)
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class StoredValueView:
    """A top-up or a refund; fen. `total` was paid or paid back, `bonus` given with it or forfeit."""

    head: Head
    member_id: int
    member: str
    name: str
    total: int
    bonus: int
    payments: tuple[PaymentView, ...]


@dataclass(frozen=True, slots=True)
class PointsChangeView:
    """A change of points; `mode` is adjusted or expired."""

    head: Head
    member_id: int
    member: str
    name: str
    mode: str
    points: int


@needs("stored_value_topup.view")
def topup_view(session: Session, number: str) -> StoredValueView:
    """The top-up with this number."""
    missing = translate("members", "没有储值充值单 {number}。核对单号")
    return _stored(session, StoredValueTopup, StoredValueTopupPayment, number, missing)


@needs("stored_value_refund.view")
def refund_view(session: Session, number: str) -> StoredValueView:
    """The refund of a card with this number."""
    missing = translate("members", "没有储值退款单 {number}。核对单号")
    return _stored(session, StoredValueRefund, StoredValueRefundPayment, number, missing)


@needs("points_change.view")
def points_change_view(session: Session, number: str) -> PointsChangeView:
    """The change of points with this number."""
    missing = translate("members", "没有积分变动单 {number}。核对单号")
    own = (PointsChange.mode, PointsChange.points)
    return PointsChangeView(*_read(session, PointsChange, number, missing, *own))


def _stored(
    session: Session, model: Any, payment: Any, number: str, missing: str
) -> StoredValueView:
    own = _read(session, model, number, missing, model.total, model.bonus)
    return StoredValueView(*(*own, payments_of(session, payment, own[0].id)))


def _read(session: Session, model: Any, number: str, missing: str, *own: Any) -> tuple[Any, ...]:
    head = find_head(session, model, model.number == number)
    if head is None:
        raise NotFound(missing.format(number=number))
    query = (
        select(Member.id, Member.card_no, Member.name, *own)
        .join(Member, Member.id == model.member_id)
        .where(model.id == head.id)
    )
    return head, *session.execute(query).one()
