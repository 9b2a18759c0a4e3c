"""Periods as people name and type them: 本月, 上季, 11.1-20, 2026-03-01 至 2026-04-30."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

Span = tuple[date, date]
_DAY = timedelta(days=1)
_PARTS = re.compile(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})日?")


def named_periods() -> dict[str, str]:
    """Every period that has a name: key → word."""
    return {
        "today": translate("reports", "今天"),
        "yesterday": translate("reports", "昨天"),
        "week": translate("reports", "本周"),
        "month": translate("reports", "本月"),
        "last_month": translate("reports", "上月"),
        "quarter": translate("reports", "本季"),
        "year": translate("reports", "本年"),
        "last_year": translate("reports", "去年"),
    }


def period_named(key: str, today: date) -> Span:
    """The days of a named period; running ones end at the end of their span, so nothing dated ahead is missed."""
    return _NAMED[key](today)


def month_of(day: date) -> Span:
    """The first and last day of the month of `day`."""
    first = day.replace(day=1)
    return first, _month_after(first) - _DAY


def read_period(text: str, today: date) -> Span:
    """The days typed: `2026-11-01 至 2026-11-20`, `11.1-20`, `11.1-12.3`, `11.5`; raises `InvalidInput`."""
    plain = text.strip().replace("—", "-").replace("–", "-").replace("～", "~")
    for key, word in named_periods().items():
        if plain == word:
            return period_named(key, today)
    try:
        return _read(plain, today)
    except ValueError:
        raise InvalidInput(
            translate(
                "reports", "“{text}”不是期间。写如 11.1-20 或 2026-11-01 至 2026-11-20"
            ).format(text=text)
        ) from None


def period_text(first: date, last: date) -> str:
    """A span as it stands in the field."""
    return translate("reports", "{first} 至 {last}").format(first=first, last=last)


def _read(plain: str, today: date) -> Span:
    whole = re.fullmatch(r"(\S+?)\s*(?:至|到|~)\s*(\S+)", plain)
    if whole:
        first = _one_day(whole[1], today)
        return _ordered(first, _one_day(whole[2], first))
    short = re.fullmatch(r"(\d{1,2})\.(\d{1,2})-(?:(\d{1,2})\.)?(\d{1,2})", plain)
    if short:
        month, day, other, last = (int(part) if part else 0 for part in short.groups())
        first = date(today.year, month, day)
        return _ordered(first, date(today.year, other or month, last))
    day_typed = _one_day(plain, today)
    return day_typed, day_typed


def _one_day(text: str, near: date) -> date:
    found = _PARTS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    return date(int(year) if year else near.year, int(month), int(day))


def _ordered(first: date, last: date) -> Span:
    if first > last:
        raise ValueError(first)
    return first, last


def _month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _week(today: date) -> Span:
    monday = today - today.weekday() * _DAY
    return monday, monday + 6 * _DAY


def _quarter(today: date) -> Span:
    first = date(today.year, today.month - (today.month - 1) % 3, 1)
    return first, _month_after(_month_after(_month_after(first))) - _DAY


_NAMED: dict[str, Callable[[date], Span]] = {
    "today": lambda today: (today, today),
    "yesterday": lambda today: (today - _DAY, today - _DAY),
    "week": _week,
    "month": month_of,
    "last_month": lambda today: month_of(today.replace(day=1) - _DAY),
    "quarter": _quarter,
    "year": lambda today: (date(today.year, 1, 1), date(today.year, 12, 31)),
    "last_year": lambda today: (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
}
