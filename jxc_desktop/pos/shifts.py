"""Shifts: opening a till with its float, closing it with counted cash and one voucher (domain.md §2.6, §6.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, bind_voucher, keep_balances, write_entry
from jxc_desktop.pos.models import ShiftCount
from jxc_desktop.shop.actor import actor_of, may, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.series import next_number

PREFIX = "JB"
OVER_SHORT = "190101"
API_TILL = "API"
DENOMINATIONS = (10000, 5000, 2000, 1000, 500, 100, 50, 10)
"""Notes and coins in fen: 100, 50, 20, 10, 5, 1 yuan, 5 and 1 jiao."""


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """A shift as posting sees it; `till` is the till's code, which its numbers bear."""

    id: int
    till_id: int
    till: str
    user_id: int
    day: date
    state: str
    float_amount: int
    warehouse_id: int


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """How a shift ended, in fen."""

    number: str
    expected: int
    counted: int

    @property
    def over_short(self) -> int:
        """Over (positive) or short."""
        return self.counted - self.expected


_FACTS = (
    "SELECT s.id, s.till_id, t.code, s.user_id, s.day, s.state, s.float_amount, t.warehouse_id "
    "FROM shift s JOIN till t ON t.id = s.till_id WHERE "
)
_BY_ID = Statement(_FACTS + "s.id = :id", postgresql=_FACTS + "s.id = :id FOR UPDATE OF s")
_OPEN_AT = Statement(_FACTS + "t.code = :till AND s.state = 'open' ORDER BY s.id DESC LIMIT 1")
_API_OF_DAY = Statement(_FACTS + "t.code = :till AND s.state = 'open' AND s.day = :day")
_OPEN = Statement(
    "INSERT INTO shift (till_id, user_id, day, state, opened_at, float_amount, reason) "
    "SELECT id, :user, :day, 'open', :at, :float, '' FROM till WHERE code = :till RETURNING id",
    changes="shift",
)
_CLOSE = Statement(
    "UPDATE shift SET state = 'closed', number = :number, closed_at = :at, counted = :counted, "
    "expected = :expected, reason = :reason, voucher_id = :voucher, difference_entry_id = :entry "
    "WHERE id = :id AND state = 'open'",
    changes="shift",
)
_CASH = Statement(
    "SELECT m.account, m.id, "
    "(SELECT coalesce(sum(x.amount), 0) FROM pos_sale_tender x JOIN pos_sale d ON d.id = x.document_id "
    " JOIN payment_method w ON w.code = x.method "
    " WHERE d.shift_id = :shift AND d.state IN ('posted', 'reversed') AND w.is_cash = 1) - "
    "(SELECT coalesce(sum(x.amount), 0) FROM pos_return_tender x "
    " JOIN pos_return d ON d.id = x.document_id JOIN payment_method w ON w.code = x.method "
    " WHERE d.shift_id = :shift AND d.state IN ('posted', 'reversed') AND w.is_cash = 1) + "
    "(SELECT coalesce(sum(d.total), 0) FROM shift_topup x JOIN stored_value_topup d ON d.id = x.topup_id "
    " JOIN payment_method w ON w.code = x.method WHERE x.shift_id = :shift AND w.is_cash = 1) "
    "FROM payment_method p JOIN money_account m ON m.id = p.money_account_id "
    "WHERE p.is_cash = 1 ORDER BY p.place LIMIT 1"
)
_ENTRIES = Statement(
    "SELECT e.id FROM entry e JOIN pos_sale d ON d.number = e.source "
    "WHERE d.shift_id = :shift AND e.kind = 'pos_sale' UNION ALL "
    "SELECT e.id FROM entry e JOIN pos_return d ON d.number = e.source "
    "WHERE d.shift_id = :shift AND e.kind = 'pos_return' ORDER BY 1"
)
_MACHINE_SHIFTS = Statement(
    "SELECT s.id FROM shift s JOIN till t ON t.id = s.till_id "
    "WHERE t.code = :till AND s.state = 'open' AND s.day <= :day ORDER BY s.id"
)
_HELD = Statement("SELECT count(*) FROM held_ticket WHERE till_id = :till")
_COUNT = insert_into(ShiftCount, ("shift_id", "value", "pieces"))


def _facts(row: tuple[object, ...] | None) -> ShiftFacts | None:
    if row is None:
        return None
    values = list(row)
    values[4] = date.fromisoformat(str(values[4]))
    return ShiftFacts(*values)  # type: ignore[arg-type]


def shift_facts(session: Session, shift_id: int) -> ShiftFacts:
    """The shift, locked on PostgreSQL; raises `NotFound`."""
    found = _facts(_BY_ID.first(session, id=shift_id))
    if found is None:
        raise NotFound(translate("pos", "班次不存在了。重新开班"))
    return found


def open_shift_at(session: Session, till: str) -> ShiftFacts | None:
    """The open shift of the till with this code, if any."""
    return _facts(_OPEN_AT.first(session, till=till))


def require_open_shift(session: Session, shift_id: int) -> ShiftFacts:
    """The shift, if it still sells."""
    shift = shift_facts(session, shift_id)
    if shift.state != "open":
        raise Refused(translate("pos", "这一班已交班。重新开班再收银"))
    return shift


def shift_to_reverse_in(session: Session, till: str) -> ShiftFacts:
    """The open shift at a till, held: its drawer is not counted while a paper of an earlier shift is taken back."""
    shift = open_shift_at(session, till)
    if shift is None:
        raise Refused(translate("pos", "收银台 {till} 没有开班。开班后再红冲").format(till=till))
    return require_open_shift(session, shift.id)


@needs("shift.open")
def open_shift(session: Session, till: str, float_amount: int) -> int:
    """Open `till` for whoever is at work with a float in fen; returns the shift's id."""
    if float_amount < 0:
        raise InvalidInput(translate("pos", "备用金不能小于 0"), field="float")
    if open_shift_at(session, till) is not None:
        raise Refused(translate("pos", "收银台 {till} 还有一班没有交班").format(till=till))
    today = clock_of(session).today()
    require_open_period(session, today)
    shift_id = _start(session, till, today, float_amount)
    record(session, "shift.open", till, day=today, float=float_amount)
    return shift_id


def api_shift(session: Session, day: date) -> ShiftFacts:
    """The open shift of `day` at the till of the machine interface, opened when there is none."""
    found = _facts(_API_OF_DAY.first(session, till=API_TILL, day=day))
    return found or shift_facts(session, _start(session, API_TILL, day, 0))


def _start(session: Session, till: str, day: date, float_amount: int) -> int:
    row = _OPEN.first(
        session,
        user=actor_of(session).user_id,
        day=day,
        at=clock_of(session).milliseconds(),
        float=float_amount,
        till=till,
    )
    if row is None:
        raise NotFound(translate("pos", "没有收银台 {till}").format(till=till), field="till")
    return int(row[0])


def expected_cash(session: Session, shift: ShiftFacts) -> int:
    """What should lie in the drawer: float plus cash taken, with tickets and onto cards, less cash given back (I8)."""
    _account, _money_account, takings = _CASH.one(session, shift=shift.id)
    return shift.float_amount + int(takings)


@needs("shift.open")
def close_shift(
    session: Session, shift_id: int, counts: Mapping[int, int], *, reason: str = ""
) -> ShiftClosed:
    """Close the shift with its counted notes and coins (fen → pieces) and bind its tickets in one voucher.

    What is over or short becomes an entry of its own against 190101; a difference needs a reason.
    """
    shift = require_open_shift(session, shift_id)
    _require_own(session, shift)
    counted = _counted(counts)
    expected = expected_cash(session, shift)
    if counted != expected and not reason.strip():
        raise InvalidInput(
            translate("pos", "实点 {counted}，与应有不符。写上原因再交班").format(
                counted=text_of(counted, MONEY_PLACES)
            ),
            field="reason",
        )
    return _close(session, shift, counted, counts, reason)


@needs("shift.open")
def close_as_counted(session: Session, shift_id: int) -> ShiftClosed:
    """Close a shift whose drawer nobody counts (machine interface): counted is what is expected."""
    shift = require_open_shift(session, shift_id)
    return _close(session, shift, expected_cash(session, shift), {}, "")


def _require_own(session: Session, shift: ShiftFacts) -> None:
    if shift.user_id != actor_of(session).user_id and not may(session, "shift.close_other"):
        raise Refused(translate("pos", "这一班是别人的。请他自己或店长来交班"))


def _counted(counts: Mapping[int, int]) -> int:
    for value, pieces in counts.items():
        if value not in DENOMINATIONS or pieces < 0:
            raise InvalidInput(translate("pos", "点数要按票面填张数，不能小于 0"), field="counted")
    return sum(value * pieces for value, pieces in counts.items())


def _close(
    session: Session, shift: ShiftFacts, counted: int, counts: Mapping[int, int], reason: str
) -> ShiftClosed:
    require_open_period(session, shift.day)
    expected = expected_cash(session, shift)
    entries = [int(row[0]) for row in _ENTRIES.all(session, shift=shift.id)]
    legs = _difference_legs(session, shift, counted - expected)
    keep_balances(session, legs, shift.day)
    number = next_number(session, PREFIX, shift.day)
    paper = Paper("shift", shift.id, PREFIX, shift.day, _summary(shift), counted - expected)
    difference = write_entry(session, paper, number, legs) if legs else None
    bound = [*entries, *([difference] if difference else [])]
    voucher = _bind(session, bound, shift, number)
    _COUNT.run_many(
        session,
        ({"shift_id": shift.id, "value": v, "pieces": n} for v, n in counts.items() if n),
    )
    _CLOSE.run(
        session,
        number=number,
        at=clock_of(session).milliseconds(),
        counted=counted,
        expected=expected,
        reason=reason,
        voucher=voucher,
        entry=difference,
        id=shift.id,
    )
    record(session, "shift.close", number, expected=expected, counted=counted, reason=reason)
    return ShiftClosed(number, expected, counted)


def _summary(shift: ShiftFacts) -> str:
    return f"收银台 {shift.till} 交班"


def _bind(session: Session, entries: list[int], shift: ShiftFacts, number: str) -> int | None:
    if not entries:
        return None
    summary = f"{_summary(shift)} {number}"
    return bind_voucher(session, entries, shift.day, summary, attachments=len(entries))


def _difference_legs(session: Session, shift: ShiftFacts, over: int) -> list[LegDraft]:
    if over == 0:
        return []
    account, money_account, _takings = _CASH.one(session, shift=shift.id)
    drawer = LegDraft(
        account, debit=max(over, 0), credit=max(-over, 0), money_account_id=money_account
    )
    return [drawer, LegDraft(OVER_SHORT, debit=max(-over, 0), credit=max(over, 0))]


def tickets_waiting(session: Session, till_id: int) -> int:
    """How many tickets are put aside at a till; the close asks about them."""
    return int(_HELD.one(session, till=till_id)[0])


def close_machine_shifts(session: Session, until: date) -> None:
    """Close the shifts of the machine interface's till up to a day as counted = expected (decisions 27).

    Part of closing a period, whose right was asked for.
    """
    for [shift_id] in _MACHINE_SHIFTS.all(session, till=API_TILL, day=until):
        shift = require_open_shift(session, int(shift_id))
        _close(session, shift, expected_cash(session, shift), {}, "")
