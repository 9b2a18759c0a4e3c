"""Numbers without gaps: given inside the posting transaction, so a refused document uses none up."""

from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

DIGITS = 4

_NEXT = Statement(
    "INSERT INTO counter (series, span, value) VALUES (:series, :span, 1) "
    "ON CONFLICT (series, span) DO UPDATE SET value = counter.value + 1 RETURNING value"
)

_RESERVE = Statement(
    "INSERT INTO counter (series, span, value) VALUES (:series, '', :count) "
    "ON CONFLICT (series, span) DO UPDATE SET value = counter.value + excluded.value RETURNING value"
)


def next_number(session: Session, prefix: str, day: date) -> str:
    """The next number of `prefix` for `day`: CGRK202611220001; more digits after 9999."""
    span = day.isoformat().replace("-", "")
    [value] = _NEXT.one(session, series=prefix, span=span)
    return f"{prefix}{span}{value:0{DIGITS}d}"


def next_in_month(session: Session, series: str, day: date) -> int:
    """The next plain number of `series` in the month of `day`, from 1 (vouchers)."""
    [value] = _NEXT.one(session, series=series, span=day.isoformat()[:7])
    return int(value)


def next_of(session: Session, series: str) -> int:
    """The next plain number of `series`, counted over the shop's whole life (entries)."""
    [value] = _NEXT.one(session, series=series, span="")
    return int(value)


def reserve(session: Session, series: str, count: int) -> range:
    """The next `count` plain numbers of `series`, in one go (codes of an import)."""
    [last] = _RESERVE.one(session, series=series, count=count)
    return range(int(last) - count + 1, int(last) + 1)
