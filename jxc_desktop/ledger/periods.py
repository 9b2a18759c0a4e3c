"""Which months may still be posted to (decisions 12)."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.settings import settings_of

FURTHEST = timedelta(days=31)

_PERIODS_LOCK = 20_240_012
_HOLD = Statement(f"SELECT pg_advisory_xact_lock_shared({_PERIODS_LOCK})")
_HOLD_ALONE = Statement(f"SELECT pg_advisory_xact_lock({_PERIODS_LOCK})")
_CLOSED = Statement("SELECT 1 FROM closed_period WHERE month = :month")


def month_of(day: date) -> str:
    """The period a day belongs to: 2026-03."""
    return day.isoformat()[:7]


def first_of(month: str) -> date:
    """The first day of a month written 2026-03."""
    return date.fromisoformat(f"{month}-01")


def last_of(month: str) -> date:
    """The last day of a month."""
    return first_of(month_after(month)) - timedelta(days=1)


def month_after(month: str) -> str:
    """The month that follows."""
    return month_of(first_of(month) + timedelta(days=31))


def require_month(month: str) -> str:
    """`month` if it is written 2026-03; raises `InvalidInput`."""
    try:
        good = month_of(first_of(month)) == month
    except ValueError:
        good = False
    if not good:
        raise InvalidInput(
            translate("closing", "{month} 不是月份。写成 2026-03 的样子").format(month=month),
            field="month",
        )
    return month


def quarter_of(month: str) -> tuple[str, str]:
    """The first and the last month of the quarter that a month lies in."""
    year, first = month[:4], (int(month[5:]) - 1) // 3 * 3 + 1
    return f"{year}-{first:02d}", f"{year}-{first + 2:02d}"


def hold_periods(session: Session, *, alone: bool = False) -> None:
    """Keep months from being closed while something is posted, and the other way round (PostgreSQL).

    SQLite has one writer at a time anyway.
    """
    if session.info["dialect"] == "postgresql":
        (_HOLD_ALONE if alone else _HOLD).run(session)


def is_closed(session: Session, month: str) -> bool:
    """Whether a month written 2026-03 is closed."""
    return _CLOSED.first(session, month=month) is not None


def require_open_period(session: Session, day: date) -> None:
    """Raise `Refused` when nothing may be posted on `day`."""
    hold_periods(session)
    month = month_of(day)
    start = settings_of(session).start_month
    if month < start:
        raise Refused(
            translate("ledger", "账从 {start} 开始，业务日期 {day} 太早").format(
                start=start, day=day
            ),
            field="day",
        )
    if day > clock_of(session).today() + FURTHEST:
        raise Refused(
            translate("ledger", "业务日期 {day} 在一个月以后。改成今天").format(day=day),
            field="day",
        )
    if is_closed(session, month):
        raise Refused(
            translate(
                "ledger", "没有过账：{month} 已结账，业务日期是 {day}。改到后面的月份"
            ).format(month=month, day=day),
            field="day",
        )
