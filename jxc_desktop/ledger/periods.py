"""Which months may still be posted to (decisions 12)."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.settings import settings_of

FURTHEST = timedelta(days=31)

_CLOSED = Statement("SELECT 1 FROM closed_period WHERE month = :month")


def month_of(day: date) -> str:
    """The period a day belongs to: 2026-03."""
    return day.isoformat()[:7]


def require_open_period(session: Session, day: date) -> None:
    """Raise `Refused` when nothing may be posted on `day`."""
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
    if _CLOSED.first(session, month=month):
        raise Refused(
            translate(
                "ledger", "没有过账：{month} 已结账，业务日期是 {day}。改到后面的月份"
            ).format(month=month, day=day),
            field="day",
        )
