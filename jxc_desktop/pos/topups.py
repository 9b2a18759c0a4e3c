"""Money paid onto a card at the till: the shift's drawer has it (domain.md §2.7, §5 日结/交班报表)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.cash.methods import payment_methods
from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.papers import Reversal, original_header
from jxc_desktop.members.cards import hold_card
from jxc_desktop.members.queries import StoredValueView, topup_view
from jxc_desktop.members.services import TOPUP, TopupDraft, post_topup, reverse_topup
from jxc_desktop.pos.guest import Guest, guest_of
from jxc_desktop.pos.models import ShiftTopup
from jxc_desktop.pos.shifts import require_open_shift, shift_to_reverse_in
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.shop.settings import Settings, settings_of

_LINK = insert_into(ShiftTopup, ("topup_id", "shift_id", "method"))
_LINKED = Statement(
    "SELECT t.code, x.method FROM shift_topup x JOIN shift s ON s.id = x.shift_id "
    "JOIN till t ON t.id = s.till_id WHERE x.topup_id = :id"
)


@dataclass(frozen=True, slots=True)
class TillTopup:
    """What somebody pays onto their card by a way to pay; `bonus` is given with it. Fen."""

    member_id: int
    amount: int
    bonus: int = 0
    method: str = "cash"


@dataclass(frozen=True, slots=True)
class ToppedUp:
    """A top-up with all that its paper says, and the member as they are now; `in_cash` opens the drawer."""

    view: StoredValueView
    guest: Guest
    settings: Settings
    in_cash: bool


@needs("stored_value_topup.post")
def top_up(session: Session, draft: TillTopup, shift_id: int, *, key: Key) -> ToppedUp:
    """Take money onto a card in a shift that is open, and give back its paper."""
    posted = answered(session, key) or _post(session, draft, shift_id, key)
    return ToppedUp(
        topup_view(session, posted.number),
        guest_of(session, draft.member_id),
        settings_of(session),
        not posted.repeated and payment_methods(session)[draft.method].is_cash,
    )


def _post(session: Session, draft: TillTopup, shift_id: int, key: Key) -> Posted:
    hold_card(session, draft.member_id)  # before the shift (decisions 3)
    shift = require_open_shift(session, shift_id)
    method = payment_methods(session).get(draft.method)
    if method is None or method.money_account_id is None:
        problem = translate("pos", "充值不能用这种付款方式。换一种")
        raise InvalidInput(problem, field="method")
    paid = (Payment(method.money_account_id, draft.amount),)
    posted = post_topup(session, TopupDraft(shift.day, draft.member_id, paid, draft.bonus), key=key)
    _LINK.run(session, topup_id=posted.document_id, shift_id=shift.id, method=method.code)
    return posted


@needs("stored_value_topup.reverse")
def reverse_till_topup(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a top-up back; one of a till gives its money out of the shift that is open there now."""
    if earlier := answered(session, key):
        return earlier
    original = original_header(session, TOPUP.kind, wanted.number)
    linked = _LINKED.first(session, id=original["id"])
    if linked is None:
        return reverse_topup(session, wanted, key=key)
    till, method = linked
    hold_card(session, original["member_id"], even_disabled=True)
    shift = shift_to_reverse_in(session, till)
    dated = Reversal(wanted.number, wanted.reason, shift.day)
    posted = reverse_topup(session, dated, key=key)
    _LINK.run(session, topup_id=posted.document_id, shift_id=shift.id, method=method)
    return posted
