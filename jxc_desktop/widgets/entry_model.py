"""The model of an entry grid: the typed lines, and one blank line below them to go on with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from jxc_desktop.widgets.columns import Mark, Row
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_lines import EntryLines
from jxc_desktop.widgets.rows_model import ROOT, Cell, RowsModel, RowStyle

ROW_NUMBER = "#"
"""The key of the column that shows the number of the row."""


def number_column() -> EntryColumn[Any]:
    """The column of row numbers."""
    return EntryColumn(ROW_NUMBER, "#", lambda _line: "", width=34, right=True, sortable=False)


class EntryModel(RowsModel[Row]):
    """Shows `EntryLines`; every change goes through them, so every change can be undone."""

    edited = Signal()
    """The lines are others than before, by whatever step."""

    def __init__(
        self,
        columns: Sequence[EntryColumn[Row]],
        blank: Callable[[], Row],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self.entry_columns = tuple(columns)
        self.steps: EntryLines[Row] = EntryLines()
        self.blank = blank
        self._marks: dict[tuple[int, str], Mark] = {}
        self._fresh: frozenset[int] = frozenset()
        self._preview: tuple[Row, ...] | None = None
        self.show_steps()

    @property
    def lines(self) -> tuple[Row, ...]:
        """The lines of the document, without the blank one."""
        return self.steps.lines if self._preview is None else self._preview

    @property
    def previewing(self) -> bool:
        """Whether pasted lines wait to be kept or dropped."""
        return self._preview is not None

    def rename(self, key: str, heading: str) -> None:
        super().rename(key, heading)
        self.entry_columns = tuple(
            replace(column, heading=heading, short=heading) if column.key == key else column
            for column in self.entry_columns
        )

    def line(self, row: int) -> Row:
        """The line in a row; a blank one below the last."""
        return self.lines[row] if row < len(self.lines) else self.blank()

    def show_steps(self) -> None:
        """Show the lines as they are after a step."""
        self._preview, self._fresh = None, frozenset()
        self._marks.clear()
        self.set_rows([*self.steps.lines, self.blank()])

    def put(self, row: int, line: Row, name: str) -> None:
        """Replace a line as one step, without resetting the view."""
        grows = row >= len(self.steps.lines)
        self._marks = {key: mark for key, mark in self._marks.items() if key[0] != row}
        self.steps.put(row, line, name)
        if grows:
            self.beginInsertRows(ROOT, row + 1, row + 1)
            self._rows[row:] = [line, self.blank()]
            self.endInsertRows()
        self.redraw(row, line)
        self.edited.emit()

    def redraw(self, row: int, line: Row) -> None:
        """Show another line in a row."""
        self._rows[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def amend(self, matches: Callable[[Row], bool], improve: Callable[[Row], Row]) -> None:
        """Complete lines with what was found out later; not a step of its own."""
        if self.steps.amend(matches, improve) and not self.previewing:
            for row, line in enumerate(self.steps.lines):
                if self._rows[row] is not line:
                    self.redraw(row, line)
            self.edited.emit()

    def preview(
        self, lines: Sequence[Row], fresh: frozenset[int], marks: Mapping[tuple[int, str], Mark]
    ) -> None:
        """Show lines that are not kept yet; `fresh` rows are tinted."""
        self._preview, self._fresh = tuple(lines), fresh
        self._marks = dict(marks)
        self.set_rows([*lines, self.blank()])

    def keep_preview(self, name: str, row: int) -> None:
        """Make the previewed lines one step."""
        if self._preview is not None:
            marks = dict(self._marks)
            self.steps.change(self._preview, row=row, name=name)
            self.show_steps()
            self._marks = marks
            self.edited.emit()

    def set_mark(self, row: int, key: str, mark: Mark | None) -> None:
        """Mark a cell from outside: a refused text, an error of the service (`lines[0].quantity`)."""
        if mark is None:
            self._marks.pop((row, key), None)
        else:
            self._marks[row, key] = mark
        column = next(place for place, column in enumerate(self.columns) if column.key == key)
        self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def mark_at(self, row: int, column: int) -> Mark | None:
        """Why a cell is marked, by the outside or by its column."""
        mark = self._marks.get((row, self.columns[column].key))
        own = self.columns[column].mark
        if mark is None and own is not None and row < len(self.lines):
            mark = own(self.lines[row])
        return mark

    def cell(self, row: int, column: int) -> Cell:
        if self.columns[column].key == ROW_NUMBER:
            return Cell(str(row + 1), tone="text2", right=True)
        if row >= len(self.lines):
            return Cell("", right=bool(self.columns[column].right))
        cell = super().cell(row, column)
        mark = self._marks.get((row, self.columns[column].key))
        return cell._replace(mark=mark) if mark else cell

    def row_style(self, row: int) -> RowStyle:
        return RowStyle.FRESH if row in self._fresh else RowStyle.NORMAL

    def sort(self, column: int, order: Any = None) -> None:
        """Typed lines keep their order."""
