"""Papers about one card: money paid onto it and back, points put right (domain.md §2.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    Payment,
    known_payments,
    paid_in,
    payment_rows,
)
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, div_half_up, text_of
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    open_paper,
    original_header,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.members.cards import (
    Change,
    HeldCard,
    card_back,
    hold_card,
    move_card,
    require_points,
)
from jxc_desktop.members.invariants import STORED_VALUE
from jxc_desktop.members.models import (
    CardMoveKind,
    PointsChange,
    StoredValueRefund,
    StoredValueRefundPayment,
    StoredValueTopup,
    StoredValueTopupPayment,
)
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember

TOPUP = Family(StoredValueTopup, (StoredValueTopupPayment,), "储值充值单")
REFUND = Family(StoredValueRefund, (StoredValueRefundPayment,), "储值退款单")
POINTS = Family(PointsChange, (), "积分变动单")
MOST = 10**9
"""Points that one paper may move."""


@dataclass(frozen=True, slots=True)
class TopupDraft:
    """Money paid onto a card; `bonus` fen are given with it."""

    day: date
    member_id: int
    payments: tuple[Payment, ...]
    bonus: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RefundDraft:
    """Principal paid back from a card; what was given with it is forfeit in proportion."""

    day: date
    member_id: int
    payments: tuple[Payment, ...]
    reason: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PointsDraft:
    """Points put right (`mode` adjusted) or gone by time (expired); negative goes off the card."""

    day: date
    member_id: int
    points: int
    reason: str
    mode: str = "adjusted"
    remark: str = ""


@needs("stored_value_topup.post")
def post_topup(session: Session, draft: TopupDraft, *, key: Key) -> Posted:
    """Money onto a card: Dr money / Cr 220302; the bonus stands on the card only, and there is no VAT yet."""
    if earlier := answered(session, key):
        return earlier
    card = hold_card(session, draft.member_id)
    require_open_period(session, draft.day)
    if draft.bonus < 0:
        raise InvalidInput(translate("members", "赠送不能小于 0"), field="bonus")
    paid = _paid(session, draft.payments)
    header = {"day": draft.day, "member_id": card.member_id, "bonus": draft.bonus}
    document_id = open_paper(session, StoredValueTopup, {**header, "remark": draft.remark})
    write_parts(session, StoredValueTopupPayment, payment_rows(document_id, draft.payments))
    total = paid_in(paid)
    paper = Paper(TOPUP.kind, document_id, StoredValueTopup.prefix, draft.day, "储值充值", total)
    number = book(session, paper, _topup_legs(paid, total, sign=1))
    change = Change(CardMoveKind.TOPPED_UP, principal=total, bonus=draft.bonus)
    move_card(session, card.member_id, [change], number, draft.day)
    return remember(session, key, Posted(TOPUP.kind, document_id, number, total))


@needs("stored_value_refund.post")
def post_refund(session: Session, draft: RefundDraft, *, key: Key) -> Posted:
    """Principal back to the member: Dr 220302 / Cr money."""
    if earlier := answered(session, key):
        return earlier
    card = hold_card(session, draft.member_id, even_disabled=True)
    require_open_period(session, draft.day)
    if not draft.reason.strip():
        raise InvalidInput(translate("members", "退储值要写原因"), field="reason")
    paid = _paid(session, draft.payments)
    total = paid_in(paid)
    bonus = _forfeit(card, total)
    header = {"day": draft.day, "member_id": card.member_id, "bonus": bonus}
    told = {"reason": draft.reason, "remark": draft.remark}
    document_id = open_paper(session, StoredValueRefund, {**header, **told})
    write_parts(session, StoredValueRefundPayment, payment_rows(document_id, draft.payments))
    paper = Paper(REFUND.kind, document_id, StoredValueRefund.prefix, draft.day, "储值退款", total)
    number = book(session, paper, _topup_legs(paid, total, sign=-1))
    change = Change(CardMoveKind.REFUNDED, principal=-total, bonus=-bonus)
    move_card(session, card.member_id, [change], number, draft.day)
    return remember(session, key, Posted(REFUND.kind, document_id, number, total))


@needs("points_change.post")
def post_points_change(session: Session, draft: PointsDraft, *, key: Key) -> Posted:
    """Put the points of a card right, or let them expire."""
    if earlier := answered(session, key):
        return earlier
    card = hold_card(session, draft.member_id, even_disabled=True)
    require_open_period(session, draft.day)
    _require_points_draft(card, draft)
    header = {
        "day": draft.day,
        "member_id": card.member_id,
        "mode": draft.mode,
        "points": draft.points,
        "reason": draft.reason,
        "remark": draft.remark,
    }
    document_id = open_paper(session, PointsChange, header)
    paper = Paper(POINTS.kind, document_id, PointsChange.prefix, draft.day, "积分变动", 0)
    number = book(session, paper, ())
    change = Change(CardMoveKind(draft.mode), points=draft.points)
    move_card(session, card.member_id, [change], number, draft.day)
    return remember(session, key, Posted(POINTS.kind, document_id, number, 0))


@needs("stored_value_topup.reverse")
def reverse_topup(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Give the money back and take it off the card, if it is still there."""
    return _reverse(session, TOPUP, wanted, key)


@needs("stored_value_refund.reverse")
def reverse_refund(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Put the money back onto the card, with what was forfeit."""
    return _reverse(session, REFUND, wanted, key)


@needs("points_change.reverse")
def reverse_points_change(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a change of points back."""
    return _reverse(session, POINTS, wanted, key)


def _reverse(session: Session, family: Family, wanted: Reversal, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    original_header(session, family.kind, wanted.number)
    return reverse_paper(session, family, wanted, key=key, undo=card_back)


def _paid(session: Session, payments: Sequence[Payment]) -> list[tuple[MoneyAccountFacts, int]]:
    if not payments:
        raise InvalidInput(translate("members", "没有写金额和账户"), field="amount")
    return known_payments(session, payments)


def _topup_legs(
    paid: Sequence[tuple[MoneyAccountFacts, int]], total: int, *, sign: int
) -> list[LegDraft]:
    """Dr money / Cr 220302; the other way round for a refund, each on its own black side."""
    if sign > 0:
        money = [LegDraft(a.account, debit=fen, money_account_id=a.id) for a, fen in paid]
        return [*money, LegDraft(STORED_VALUE, credit=total)]
    money = [LegDraft(a.account, credit=fen, money_account_id=a.id) for a, fen in paid]
    return [LegDraft(STORED_VALUE, debit=total), *money]


def _forfeit(card: HeldCard, total: int) -> int:
    """The given money that goes with `total` fen of principal; all of it with the last."""
    if total > card.principal:
        problem = translate("members", "卡上本金只有 {left}，赠送的不退").format(
            left=text_of(card.principal, MONEY_PLACES)
        )
        raise Refused(problem, field="amount")
    return div_half_up(card.bonus * total, card.principal)


def _require_points_draft(card: HeldCard, draft: PointsDraft) -> None:
    if draft.mode not in {CardMoveKind.ADJUSTED, CardMoveKind.EXPIRED}:
        raise InvalidInput(translate("members", "只能调整或过期"), field="mode")
    if not draft.points or abs(draft.points) > MOST:
        raise InvalidInput(translate("members", "积分要填，不能是 0"), field="points")
    if draft.mode == CardMoveKind.EXPIRED and draft.points > 0:
        raise InvalidInput(translate("members", "过期的积分写负数"), field="points")
    if not draft.reason.strip():
        raise InvalidInput(translate("members", "改积分要写原因"), field="reason")
    require_points(card, -draft.points)
