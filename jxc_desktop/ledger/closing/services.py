"""Closing a month, telling that it was filed, opening the last one again (decisions 12, domain.md §2.10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.check import Checked, Closing, checked, require_passed
from jxc_desktop.ledger.closing.checks import CHECKS, LAST, NOTICES
from jxc_desktop.ledger.closing.taxes import tax_vouchers
from jxc_desktop.ledger.closing.transfers import PROFIT, profit_voucher, year_end_voucher
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.journal.writing import take_back, write_voucher
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.periods import (
    first_of,
    hold_periods,
    last_of,
    month_after,
    require_month,
)
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import settings_of

_LAST = Statement("SELECT month, filed_at FROM closed_period ORDER BY month DESC LIMIT 1")
_STATE = Statement("SELECT filed_at FROM closed_period WHERE month = :month")
_CLOSE = Statement(
    "INSERT INTO closed_period (month, closed_at, closed_by, filed_at) VALUES (:month, :at, :user, NULL)",
    changes="closed_period",
)
_FILE = Statement(
    "UPDATE closed_period SET filed_at = :at WHERE month = :month", changes="closed_period"
)
_REOPEN = Statement("DELETE FROM closed_period WHERE month = :month", changes="closed_period")
_KEEP = Statement(
    "INSERT INTO period_balance (month, account, partner_id, debit, credit, balance) "
    "SELECT CAST(:month AS TEXT), account, partner_id, "
    "sum(CASE WHEN month = :month THEN debit ELSE 0 END), "
    "sum(CASE WHEN month = :month THEN credit ELSE 0 END), sum(debit - credit) "
    "FROM account_balance WHERE month <= :month GROUP BY account, partner_id",
    changes="period_balance",
)
_FORGET = Statement("DELETE FROM period_balance WHERE month = :month", changes="period_balance")
_MADE = Statement(
    "SELECT number FROM journal_voucher WHERE state = 'posted' AND reverses_id IS NULL "
    "AND day = :day AND purpose NOT IN ('manual', 'depreciation') ORDER BY id DESC"
)
_EARNED = Statement(
    f"SELECT l.day, sum(l.credit - l.debit) FROM leg l JOIN entry e ON e.id = l.entry_id "
    f"JOIN journal_voucher v ON v.number = e.source AND v.purpose = '{Purpose.PROFIT}' "
    f"WHERE l.account = '{PROFIT}' GROUP BY l.day"
)


@dataclass(frozen=True, slots=True)
class Closed:
    """A month that was closed: the vouchers it made, in their order, and its net profit in fen."""

    month: str
    vouchers: tuple[str, ...]
    profit: int
    notices: tuple[Checked, ...] = ()


@needs("period.close")
def closing_list(session: Session, month: str, rules: Closing) -> list[Checked]:
    """Everything that is asked of a month, with what it finds now; notices last."""
    return checked(session, require_month(month), (*CHECKS, *rules.checks, *NOTICES))


@needs("period.close")
def close_period(session: Session, month: str, rules: Closing) -> Closed:
    """Close a month: finish, check, book taxes and the transfer of profit, lock it and keep its balances.

    Months are closed in their order; one that has not begun is refused. Raises `Refused` naming the place.
    """
    hold_periods(session, alone=True)
    require_next(session, month)
    for prepare in rules.prepare:
        prepare(session, month)
    require_passed(month, checked(session, month, (*CHECKS, *rules.checks, *LAST)))
    notices = tuple(each for each in checked(session, month, NOTICES) if each.problems)
    vouchers = tuple(_book(session, month))
    require_passed(month, checked(session, month, (*rules.checks, *LAST)))
    values = {"at": clock_of(session).milliseconds(), "user": actor_of(session).user_id}
    _CLOSE.run(session, month=month, **values)
    _KEEP.run(session, month=month)
    profit = _earned(session).get(month, 0)
    record(session, "period.close", month, vouchers=list(vouchers), profit=profit)
    return Closed(month, vouchers, profit, notices)


@needs("period.close")
def file_period(session: Session, month: str) -> None:
    """Mark a closed month as filed with the tax bureau (已申报); it is never opened again."""
    hold_periods(session, alone=True)
    row = _STATE.first(session, month=require_month(month))
    if row is None:
        raise Refused(
            translate("closing", "{month} 还没有结账，先结账再标记已申报").format(month=month),
            field="month",
        )
    if row[0] is not None:
        raise Refused(
            translate("closing", "{month} 已经标记过已申报").format(month=month), field="month"
        )
    _FILE.run(session, at=clock_of(session).milliseconds(), month=month)
    record(session, "period.file", month)


@needs("period.reopen")
def reopen_period(session: Session, month: str, reason: str) -> tuple[str, ...]:
    """Open the last closed month again (反结账): what its end booked is taken back in red, in reverse order.

    Returns the numbers of the red vouchers. Never after it was filed.
    """
    hold_periods(session, alone=True)
    if not reason.strip():
        raise InvalidInput(translate("closing", "反结账要写原因"), field="reason")
    _require_last(session, require_month(month))
    _FORGET.run(session, month=month)
    _REOPEN.run(session, month=month)
    day = last_of(month)
    made = [str(row[0]) for row in _MADE.all(session, day=day)]
    red = tuple(
        take_back(session, Reversal(number, f"反结账：{reason}", day), key=new_key()).number
        for number in made
    )
    record(session, "period.reopen", month, reason=reason, vouchers=list(red))
    return red


@needs("field.cost_price")
def profits(session: Session) -> dict[str, int]:
    """Net profit that each month's end moved to 3103, by month, in fen."""
    return _earned(session)


def _earned(session: Session) -> dict[str, int]:
    return {str(day)[:7]: int(fen) for day, fen in _EARNED.all(session)}


@needs("period.close")
def require_next(session: Session, month: str) -> None:
    """Raise unless `month` is the first that is open, and has begun."""
    require_month(month)
    start = settings_of(session).start_month
    last = _LAST.first(session)
    following = month_after(str(last[0])) if last else start
    if month < start:
        raise Refused(
            translate("closing", "账从 {start} 开始，没有 {month}").format(
                start=start, month=month
            ),
            field="month",
        )
    if month < following:
        raise Refused(translate("closing", "{month} 已经结账了").format(month=month), field="month")
    if month > following:
        raise Refused(
            translate("closing", "先结 {following}，再结 {month}").format(
                following=following, month=month
            ),
            field="month",
        )
    if first_of(month) > clock_of(session).today():
        raise Refused(
            translate("closing", "{month} 还没有开始，不能结账").format(month=month), field="month"
        )


def _require_last(session: Session, month: str) -> None:
    last = _LAST.first(session)
    if last is None or _STATE.first(session, month=month) is None:
        raise NotFound(
            translate("closing", "{month} 没有结账，不用反结账").format(month=month), field="month"
        )
    if last[0] != month:
        raise Refused(
            translate("closing", "只能反结最后结账的 {last}，不能跳到 {month}").format(
                last=last[0], month=month
            ),
            field="month",
        )
    if last[1] is not None:
        raise Refused(
            translate("closing", "{month} 已申报，不能反结账。差错在以后的月份更正").format(
                month=month
            ),
            field="month",
        )


def _book(session: Session, month: str) -> Iterator[str]:
    """Post what the month's end books and yield each number."""
    for draft in tax_vouchers(session, month):
        yield write_voucher(session, draft, key=new_key()).number
    for make in (profit_voucher, year_end_voucher):
        draft_or_none = make(session, month)
        if draft_or_none is not None:
            yield write_voucher(session, draft_or_none, key=new_key()).number
