"""Numbers without gaps: given inside the posting transaction, so a refused document uses none up."""

from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

DIGITS = 4

_RESERVE = Statement(
    "INSERT INTO counter (series, span, value) VALUES (:series, '', :count) "
    "ON CONFLICT (series, span) DO UPDATE SET value = counter.value + excluded.value RETURNING value"
)

Series = tuple[str, str]
"""What is counted by itself: a series and the span it begins anew in, a day, a month or ""."""


def of_day(prefix: str, day: date) -> Series:
    """The numbers of a kind of document on one day."""
    return prefix, day.isoformat().replace("-", "")


def of_month(word: str, day: date) -> Series:
    """The numbers of `word` in the month of `day` (vouchers)."""
    return word, day.isoformat()[:7]


def of_all_time(name: str) -> Series:
    """What is counted over the shop's whole life (entries)."""
    return name, ""


def next_of(session: Session, *series: Series) -> list[int]:
    """The next plain number of each of `series`, from 1; they are held in this order (decisions 3)."""
    values: dict[str, str] = {}
    for place, (name, span) in enumerate(series):
        values |= {f"series{place}": name, f"span{place}": span}
    taken = {(name, span): value for name, span, value in _next(len(series)).all(session, **values)}
    return [int(taken[one]) for one in series]


@cache
def _next(count: int) -> Statement:
    rows = ", ".join(f"(:series{place}, :span{place}, 1)" for place in range(count))
    return Statement(
        f"INSERT INTO counter (series, span, value) VALUES {rows} "
        "ON CONFLICT (series, span) DO UPDATE SET value = counter.value + 1 RETURNING series, span, value"
    )


def number_of(prefix: str, day: date, value: int) -> str:
    """A document's number: CGRK202611220001; more digits after 9999."""
    _prefix, span = of_day(prefix, day)
    return f"{prefix}{span}{value:0{DIGITS}d}"


def next_number(session: Session, prefix: str, day: date) -> str:
    """The next number of `prefix` for `day`."""
    [value] = next_of(session, of_day(prefix, day))
    return number_of(prefix, day, value)


def reserve(session: Session, series: str, count: int) -> range:
    """The next `count` plain numbers of `series`, in one go (codes of an import)."""
    [last] = _RESERVE.one(session, series=series, count=count)
    return range(int(last) - count + 1, int(last) + 1)
