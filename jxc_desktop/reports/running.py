"""Books kept line by line: months and days closed by their sums, balances with their side."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from jxc_desktop.core.i18n import translate


class Dated(Protocol):
    """A line of a book."""

    @property
    def day(self) -> date: ...


Line = TypeVar("Line", bound=Dated)


def with_ends(lines: Iterable[Line], length: int) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it is the last of its month (`length` 7) or day (10)."""
    kept = list(lines)
    spans = [line.day.isoformat()[:length] for line in kept]
    for place, line in enumerate(kept):
        yield line, place + 1 == len(kept) or spans[place + 1] != spans[place]


def side_of(balance: int) -> str:
    """借, 贷 or 平 of debit minus credit."""
    if balance == 0:
        return translate("reports", "平")
    return translate("reports", "借") if balance > 0 else translate("reports", "贷")
