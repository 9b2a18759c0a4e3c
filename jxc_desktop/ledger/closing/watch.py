"""How far a small taxpayer's sales are from the two lines of the law: exemption, and being a general taxpayer.

Sales are without tax, of a filing period (起征点) or of twelve months, four quarters, on end (一般纳税人标准, domain.md
§3.5). Amounts in fen. When a line is reached is told at today's pace: of the filing period so far, or of the last
three months.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.taxes import SALES
from jxc_desktop.ledger.periods import first_of, last_of, month_after, month_of, quarter_of
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.shop.tax import Threshold, threshold_on

NEAR, CLOSE = 80, 95
"""Per cent of a line from which it is warned of (domain.md §3.5 no. 7)."""
YEAR, PACE = 12, 3
"""Months on end that the limit looks at, and those that the pace is taken from."""
LIMIT = "small_limit"

_ON = "(" + " OR ".join(f"l.account LIKE '{account}%'" for account in SALES) + ")"
_MOVED = Statement(
    "SELECT l.month, sum(l.credit - l.debit) FROM account_balance l "
    f"WHERE {_ON} AND l.month BETWEEN :first AND :last GROUP BY l.month"
)
_TRANSFERRED = Statement(
    "SELECT substr(e.day, 1, 7), sum(l.credit - l.debit) FROM journal_voucher d "
    "JOIN entry e ON e.source = d.number AND e.closing = 1 JOIN leg l ON l.entry_id = e.id "
    f"WHERE d.purpose = 'profit' AND {_ON} AND d.day BETWEEN :first AND :last "
    "GROUP BY substr(e.day, 1, 7)"
)


@dataclass(frozen=True, slots=True)
class Watch:
    """One line: sales since `first` of what `threshold` allows, and the day it is reached at this pace, if it is.

    `known` is the first month of the books, where they begin within the span; `quarterly` how the shop files.
    """

    threshold: Threshold
    sales: int
    first: date
    last: date
    reached: date | None
    quarterly: bool
    known: str = ""

    @property
    def over(self) -> bool:
        """Whether the line is reached."""
        return not self.threshold.keeps(self.sales)

    @property
    def left(self) -> int:
        """Fen up to the line."""
        return max(self.threshold.amount - self.sales, 0)

    @property
    def tone(self) -> str:
        """How pressing it is: `info`, `warn`, `bad`."""
        share = self.sales * 100
        if self.over or share >= CLOSE * self.threshold.amount:
            return "bad"
        near = share >= NEAR * self.threshold.amount or self.reached is not None
        return "warn" if near else "info"


@needs("voucher.view")
def tax_watch(session: Session, day: date | None = None) -> tuple[Watch, ...]:
    """Both lines as of a day, today when None; none for a general taxpayer, or where no line is in force."""
    settings = settings_of(session)
    if settings.general:
        return ()
    today = day or clock_of(session).today()
    sales = monthly_sales(
        session, _back(month_of(today), YEAR + PACE), month_after(month_of(today))
    )
    return tuple(
        watch
        for watch in (_exempt(sales, settings, today), _limit(sales, settings, today))
        if watch
    )


def monthly_sales(session: Session, first: str, last: str) -> dict[str, int]:
    """Fen of sales without tax by month, what month ends moved to 3103 left out."""
    found = {str(month): int(fen) for month, fen in _MOVED.all(session, first=first, last=last)}
    days = {"first": first_of(first), "last": last_of(last)}
    for month, fen in _TRANSFERRED.all(session, **days):
        found[month] = found.get(month, 0) - int(fen)
    return found


def _exempt(sales: Mapping[str, int], settings: Settings, today: date) -> Watch | None:
    quarterly = settings.vat_period == "quarter"
    threshold = threshold_on("exempt_quarter" if quarterly else "exempt_month", today)
    if threshold is None:
        return None
    month = month_of(today)
    first, last = quarter_of(month) if quarterly else (month, month)
    so_far = sum(sales.get(each, 0) for each in _months(first, last))
    begun = max(first_of(first), first_of(settings.start_month))
    pace = _pace(so_far, begun, today)
    when = _day_reached(threshold, Fraction(so_far), pace, today, last_of(last))
    return Watch(threshold, so_far, first_of(first), last_of(last), when, quarterly)


def _limit(sales: Mapping[str, int], settings: Settings, today: date) -> Watch | None:
    threshold = threshold_on(LIMIT, today)
    if threshold is None:
        return None
    quarterly, month = settings.vat_period == "quarter", month_of(today)
    first, last = _span(month, quarterly=quarterly)
    so_far = sum(sales.get(each, 0) for each in _months(first, last))
    when = _limit_reached(threshold, sales, settings, today)
    known = settings.start_month if settings.start_month > first else ""
    return Watch(threshold, so_far, first_of(first), last_of(last), when, quarterly, known)


def _limit_reached(
    threshold: Threshold, sales: Mapping[str, int], settings: Settings, today: date
) -> date | None:
    """The day on which months on end come to the line if sales go on as in the last three; within a year."""
    quarterly, month = settings.vat_period == "quarter", month_of(today)
    recent = _back(month, PACE - 1)
    begun = max(first_of(recent), first_of(settings.start_month))
    so_far = sum(sales.get(each, 0) for each in _months(recent, month))
    pace, expected = _pace(so_far, begun, today), dict[str, Fraction]()
    for _ahead in range(YEAR + 1):
        first, _last = _span(month, quarterly=quarterly)
        start = max(today, first_of(month) - timedelta(1))
        base = sum(
            (
                Fraction(sales.get(each, 0)) + expected.get(each, 0)
                for each in _months(first, month)
            ),
            Fraction(0),
        )
        when = _day_reached(threshold, base, pace, start, last_of(month))
        if when is not None:
            return when
        expected[month] = pace * (last_of(month) - start).days
        month = month_after(month)
    return None


def _day_reached(
    threshold: Threshold, base: Fraction, pace: Fraction, today: date, last: date
) -> date | None:
    """The first day after `today`, up to `last`, on which `base` and `pace` a day do not keep within the line."""
    if pace <= 0 or not threshold.keeps(base):
        return None
    days = (threshold.amount - base) / pace
    count = -(-days.numerator // days.denominator)
    if threshold.keeps(base + pace * count):
        count += 1
    return today + timedelta(count) if count <= (last - today).days else None


def _pace(sales: int, begun: date, today: date) -> Fraction:
    """Fen a day since `begun`, today included."""
    return Fraction(max(sales, 0), max((today - begun).days + 1, 1))


def _span(month: str, *, quarterly: bool) -> tuple[str, str]:
    """The months on end that end with a month, or with the quarter it lies in."""
    last = quarter_of(month)[1] if quarterly else month
    return _back(last, YEAR - 1), last


def _back(month: str, count: int) -> str:
    """The month so many before."""
    index = int(month[:4]) * YEAR + int(month[5:]) - 1 - count
    return f"{index // YEAR}-{index % YEAR + 1:02d}"


def _months(first: str, last: str) -> Iterator[str]:
    while first <= last:
        yield first
        first = month_after(first)
