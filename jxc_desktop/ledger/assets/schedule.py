"""Straight-line depreciation (年限平均法): what has gone of an asset by the end of a month.

It begins the month after the asset came and goes through the month in which it leaves (小企业会计准则 art. 31).
"""

from dataclasses import dataclass
from datetime import date

from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.ledger.periods import month_after, month_of

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Life:
    """What the schedule of an asset rests on: fen, months, and the first month of the books."""

    day: date
    cost: int
    salvage: int
    months: int
    used_months: int
    depreciated: int
    books_begin: str

    @property
    def first(self) -> str:
        """The first month that the books write off."""
        return max(month_after(month_of(self.day)), self.books_begin)

    @property
    def left(self) -> int:
        """Months the books write off."""
        return self.months - self.used_months

    @property
    def worth(self) -> int:
        """Fen the books write off in all."""
        return self.cost - self.salvage - self.depreciated

    @property
    def monthly(self) -> int:
        """Fen a month, rounded once; the last month takes what is left."""
        return div_half_up(self.worth, self.left)


def gone_by(life: Life, month: str) -> int:
    """Fen that the books have written off by the end of `month`."""
    passed = _months_between(life.first, month) + 1
    if passed <= 0:
        return 0
    if passed >= life.left:
        return life.worth
    return min(life.monthly * passed, life.worth)


def _months_between(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * _YEAR + int(last[5:]) - int(first[5:])
