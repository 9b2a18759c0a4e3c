"""The months of the books: open from the start month on, closed in order, then perhaps filed (decisions 12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.ledger.models import ClosedPeriod, Entry
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.settings import settings_of


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A month (2026-03) and whether it is open, closed or filed (已申报)."""

    month: str
    state: str


@needs("voucher.view")
def periods(session: Session) -> list[PeriodView]:
    """Every month from the start to this one, or to that of the last entry."""
    query = select(ClosedPeriod.month, ClosedPeriod.filed_at.is_not(None))
    closed = {month: "filed" if filed else "closed" for month, filed in session.execute(query)}
    start = settings_of(session).start_month
    last = max(clock_of(session).today(), session.scalar(select(func.max(Entry.day))) or date.min)
    return [
        PeriodView(month, closed.get(month, "open")) for month in _months(start, month_of(last))
    ]


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while (found := f"{year:04d}-{month:02d}") <= last:
        yield found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)  # noqa: PLR2004
