"""A model over a list of any length: it knows the count and fetches pages of rows when they come into sight."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jxc_desktop.widgets.columns import Column, Row
from jxc_desktop.widgets.rows_model import ROOT, Index, RowsModel, RowStyle

PAGE = 200
GATHERED = 2_000
"""Rows of a page when the whole list is read."""
KEPT_PAGES = 24


@dataclass(frozen=True)
class Request(Generic[Row]):
    """What a page is asked for with.

    Where the page before is known, `after` is its last row, so the query can seek by key; else `offset` must do.
    `sort` is a column's key or empty for the list's own order. `counted` is false when the count is wanted too.
    """

    offset: int
    limit: int
    after: Row | None
    sort: str
    descending: bool
    counted: bool


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The answer: the rows of the page, and the length of the whole list when it was asked for."""

    rows: Sequence[Row]
    count: int | None = None


Fetch = Callable[[Request[Row], Callable[[Page[Row]], None]], object]
"""Fetches a page in the background and hands it to the callable on the UI thread."""


class PagedModel(RowsModel[Row]):
    """A window on a list that lies in the database."""

    counted = Signal(int)
    """The length of the whole list, each time it is read."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Fetch[Row],
        parent: QObject | None = None,
        *,
        style: Callable[[Row], RowStyle] | None = None,
    ) -> None:
        super().__init__(columns, parent, style=style)
        self._fetch = fetch
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._count = 0
        self._turn = 0
        self._sorted_by = ("", False)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask_wanted)

    def reload(self) -> None:
        """Read again from the start: another filter, or the data changed.

        What is on screen stays until the answer comes, so nothing flickers.
        """
        self._turn += 1
        self._asked.clear()
        self._wanted.clear()
        self._ask(0, counted=False)

    def row_at(self, row: int) -> Row | None:
        """The row if its page is in memory; else it is fetched and None returned."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is not None:
            return page[place] if place < len(page) else None
        if 0 <= row < self._count:
            self._want(number)
        return None

    def loaded_rows(self) -> Sequence[Row]:
        return [row for number in sorted(self._pages) for row in self._pages[number]]

    def loaded_between(self, top: int, bottom: int) -> Sequence[Row]:
        return [
            row
            for number in sorted(self._pages)
            for place, row in enumerate(self._pages[number])
            if top <= number * PAGE + place <= bottom
        ]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the list in another order; -1 is its own."""
        key = self.columns[column].key if column >= 0 else ""
        self._sorted_by = (key, order == Qt.SortOrder.DescendingOrder)
        self.reload()

    def gather(self, then: Callable[[list[Row]], None]) -> None:
        """Read the whole list page by page and hand it to `then`; from the start when it was read anew meanwhile."""
        self._gather_from([], self._turn, then)

    def _gather_from(self, rows: list[Row], turn: int, then: Callable[[list[Row]], None]) -> None:
        if turn != self._turn:
            self.gather(then)
            return
        if len(rows) >= self._count:
            then(rows)
            return
        key, descending = self._sorted_by
        last = rows[-1] if rows else None
        request = Request(len(rows), GATHERED, last, key, descending, counted=True)

        def take(page: Page[Row]) -> None:
            rows.extend(page.rows)
            # fewer than were counted: somebody took some away meanwhile
            self._gather_from(rows, turn, then) if page.rows else then(rows)

        self._fetch(request, take)

    def _want(self, number: int) -> None:
        if number in self._asked or number in self._wanted:
            return
        self._wanted.append(number)
        self._timer.start()

    def _ask_wanted(self) -> None:
        """Fetch what is still in sight: the last pages wanted first."""
        wanted, self._wanted = self._wanted[-2:], []
        for number in reversed(wanted):
            self._ask(number, counted=True)

    def _ask(self, number: int, *, counted: bool) -> None:
        self._asked.add(number)
        before = self._pages.get(number - 1) if counted else None
        key, descending = self._sorted_by
        request = Request(
            number * PAGE, PAGE, before[-1] if before else None, key, descending, counted
        )
        turn = self._turn
        self._fetch(request, lambda page: self._take(turn, number, page))

    def _take(self, turn: int, number: int, page: Page[Row]) -> None:
        if turn != self._turn:
            return
        self._asked.discard(number)
        if page.count is not None:
            self._begin_anew(page.count, page.rows)
            return
        self._pages[number] = list(page.rows)
        self._forget_far(number)
        first = number * PAGE
        last = min(first + PAGE, self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _begin_anew(self, count: int, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._pages = OrderedDict({0: list(rows)})
        self._count = count
        self.endResetModel()
        self.counted.emit(count)

    def _forget_far(self, number: int) -> None:
        while len(self._pages) > KEPT_PAGES:
            farthest = max(self._pages, key=lambda other: abs(other - number))
            del self._pages[farthest]
