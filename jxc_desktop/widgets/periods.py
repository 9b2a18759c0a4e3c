"""Stretches of days as people name them: 本月, 上月, `11.1-20`. Knows no Qt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from jxc_desktop.core.clock import FIRST_DAY, LAST_DAY
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.expressions import parse_day, plain

_MONTHS = 12
_BETWEEN_WORDS = re.compile(r"\s*(?:至|到|~|—|–)\s*|\s+-\s+")
_BETWEEN_DOTTED = re.compile(r"(?<=\d\.\d)\s*-\s*|(?<=\d\.\d\d)\s*-\s*")
"""`11.1-20`: where dots part month and day, the hyphen parts start and end."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start.isoformat()
        same = self.start.year == self.end.year
        end = f"{self.end:%m-%d}" if same else self.end.isoformat()
        return translate("widgets", "{start} 至 {end}").format(
            start=self.start.isoformat(), end=end
        )


def period_names() -> dict[str, str]:
    """The named periods in the order of the drop-down, key → word."""
    return {
        "today": translate("widgets", "今天"),
        "yesterday": translate("widgets", "昨天"),
        "week": translate("widgets", "本周"),
        "month": translate("widgets", "本月"),
        "last_month": translate("widgets", "上月"),
        "quarter": translate("widgets", "本季"),
        "year": translate("widgets", "本年"),
    }


def period_named(key: str, today: date) -> Period:
    """A named period as of `today`; weeks begin on Monday."""
    first = today.replace(day=1)
    last_month = first - timedelta(days=1)
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    periods: dict[str, Callable[[], Period]] = {
        "today": lambda: Period(today, today),
        "yesterday": lambda: Period(today - timedelta(days=1), today - timedelta(days=1)),
        "week": lambda: _from(today - timedelta(days=today.weekday()), 7),
        "month": lambda: month_of(today),
        "last_month": lambda: month_of(last_month),
        "quarter": lambda: Period(quarter, _month_end(quarter.year, quarter.month + 2)),
        "year": lambda: Period(date(today.year, 1, 1), date(today.year, 12, 31)),
    }
    return periods[key]()


def month_of(day: date) -> Period:
    """The month that a day lies in."""
    return Period(day.replace(day=1), _month_end(day.year, day.month))


def parse_period(text: str, today: date) -> Period:
    """A period as people type it: a name, a day, `11月`, `2026-11`, `11.1-20`, `11.1-11.20`, `2026-11-01 至 11-20`."""
    narrow = plain(text)
    for key, word in period_names().items():
        if narrow == word:
            return period_named(key, today)
    if found := re.fullmatch(r"(\d{1,2})月", narrow):
        return _month(today.year, int(found[1]), text)
    if found := re.fullmatch(r"(\d{4})[-./年](\d{1,2})月?", narrow):
        return _month(int(found[1]), int(found[2]), text)
    for separator in (_BETWEEN_WORDS, _BETWEEN_DOTTED):
        parts = separator.split(narrow)
        if len(parts) == 2:  # noqa: PLR2004  a start and an end
            return _between(parts[0], parts[1], today, text)
    day = parse_day(narrow, today)
    return Period(day, day)


def _between(start_text: str, end_text: str, today: date, text: str) -> Period:
    start = parse_day(start_text, today)
    end = parse_day(end_text, start)
    if end < start:
        raise InvalidInput(translate("widgets", "“{text}”的结束早于开始").format(text=text))
    return Period(start, end)


def _month(year: int, month: int, text: str) -> Period:
    if not (1 <= month <= _MONTHS and FIRST_DAY.year <= year <= LAST_DAY.year):
        raise InvalidInput(
            translate("widgets", "“{text}”不是期间。填如 11.1-20、11月").format(text=text)
        )
    return Period(date(year, month, 1), _month_end(year, month))


def _month_end(year: int, month: int) -> date:
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return following - timedelta(days=1)


def _from(start: date, days: int) -> Period:
    return Period(start, start + timedelta(days=days - 1))
