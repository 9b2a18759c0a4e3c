"""Papers of members' cards as data: top-ups, refunds, changes of points."""

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.intake.codes import member_named, money_account_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.members.services import (
    PointsDraft,
    RefundDraft,
    TopupDraft,
    post_points_change,
    post_refund,
    post_topup,
    reverse_points_change,
    reverse_refund,
)
from jxc_desktop.pos.topups import reverse_till_topup

TOPUP = (*EVERY, "member", "account", "amount", "payments", "bonus")
REFUND = (*EVERY, "member", "account", "amount", "payments", "reason")
POINTS = (*EVERY, "member", "points", "mode", "reason")


def _topup(session: Session, fields: Fields) -> TopupDraft:
    return TopupDraft(
        day_of(session, fields),
        member_named(session, fields),
        _paid(session, fields),
        fields.money("bonus") or 0,
        fields.text("remark"),
    )


def _refund(session: Session, fields: Fields) -> RefundDraft:
    return RefundDraft(
        day_of(session, fields),
        member_named(session, fields),
        _paid(session, fields),
        fields.needed("reason"),
        fields.text("remark"),
    )


def _points(session: Session, fields: Fields) -> PointsDraft:
    return PointsDraft(
        day_of(session, fields),
        member_named(session, fields),
        fields.given("points", fields.integer("points")),
        fields.needed("reason"),
        fields.one_of("mode", ("adjusted", "expired")) or "adjusted",
        fields.text("remark"),
    )


def _paid(session: Session, fields: Fields) -> tuple[Payment, ...]:
    """One `account` with an `amount`, or several as `payments`."""
    if not fields.text("account"):
        return payments_of(session, fields)
    amount = fields.given("amount", fields.money("amount"))
    return (Payment(money_account_named(session, fields), amount),)


INTAKES = (
    Intake("stored_value_topup", TOPUP, _topup, post_topup, reverse_till_topup),
    Intake("stored_value_refund", REFUND, _refund, post_refund, reverse_refund),
    Intake("points_change", POINTS, _points, post_points_change, reverse_points_change),
)
