"""A table model whose columns are declared, not coded; its cells are painted from `cell`, not from roles."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, Generic, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jxc_desktop.core.i18n import clauses, translate
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Mark, Row

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
VALUE_ROLE = Qt.ItemDataRole.UserRole
Role = Qt.ItemDataRole
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowStyle(StrEnum):
    """How a whole row stands out."""

    NORMAL = "normal"
    GROUP = "group"
    """A heading over rows: sunken and bold."""
    VOID = "void"
    """Voided: muted and struck through."""
    FRESH = "fresh"
    """Pasted or new, not yet kept: tinted."""


class Cell(NamedTuple):
    """All that the painter needs to know of one cell."""

    text: str
    sub: str = ""
    tone: str = ""
    ground: str = ""
    bold: bool = False
    right: bool = False
    mark: Mark | None = None
    chip: Chip | None = None
    icon: str = ""
    icon_tint: str = ""


EMPTY = Cell("")


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows a sequence of rows through a sequence of columns."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        style: Callable[[Row], RowStyle] | None = None,
        remembers: bool = False,
    ) -> None:
        """`remembers` keeps the cells of a row while it stands: for rows that say all by themselves."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._given: list[Row] = []
        self._order = (-1, False)
        self._style = style
        self._cells: dict[tuple[int, int], tuple[Row, Cell]] | None = {} if remembers else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._given = list(rows)
        self._rows = self._in_order()
        self.endResetModel()

    def become(self, rows: Sequence[Row]) -> None:
        """Show rows of which most stand where they stood: only what is new is painted anew."""
        if self._order[0] >= 0 or not self._rows:
            self.set_rows(rows)
            return
        shown, self._given = self._rows, list(rows)
        for number, (before, now) in enumerate(zip(shown, rows, strict=False)):
            if before != now:
                shown[number] = now
                last = self.index(number, len(self.columns) - 1)
                self.dataChanged.emit(self.index(number, 0), last)
        if len(rows) > len(shown):
            self.beginInsertRows(ROOT, len(shown), len(rows) - 1)
            shown.extend(rows[len(shown) :])
            self.endInsertRows()
        elif len(rows) < len(shown):
            self.beginRemoveRows(ROOT, len(rows), len(shown) - 1)
            del shown[len(rows) :]
            self.endRemoveRows()

    def rename(self, key: str, heading: str) -> None:
        """Give the column `key` another heading; harmless where there is none."""
        for number, column in enumerate(self.columns):
            if column.key == key and column.heading != heading:
                renamed = replace(column, heading=heading, short=heading)
                self.columns = (*self.columns[:number], renamed, *self.columns[number + 1 :])
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, number, number)

    def gather(self, then: Callable[[list[Row]], None]) -> None:
        """Hand every row to `then`, in the order shown."""
        then([row for number in range(self.rowCount()) if (row := self.row_at(number)) is not None])

    def row_at(self, row: int) -> Row | None:
        """The row object, or None while it is not loaded."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def loaded_rows(self) -> Sequence[Row]:
        """The rows that are in memory."""
        return self._rows

    def loaded_between(self, top: int, bottom: int) -> Sequence[Row]:
        """Those of the rows `top` to `bottom` (both inclusive) that are in memory."""
        return self._rows[max(top, 0) : bottom + 1]

    def row_style(self, row: int) -> RowStyle:
        """How a row stands out."""
        item = self.row_at(row)
        return RowStyle.NORMAL if item is None or self._style is None else self._style(item)

    def cell(self, row: int, column: int) -> Cell:
        """What is painted in a cell."""
        item = self.row_at(row)
        if item is None:
            return EMPTY
        if self._cells is None:
            return cell_of(self.columns[column], item)
        known = self._cells.get((row, column))
        if known is None or known[0] is not item:
            known = self._cells[row, column] = item, cell_of(self.columns[column], item)
        return known[1]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self.row_at(index.row()), self.columns[index.column()]
        if role == Role.TextAlignmentRole:
            return RIGHT if column.right else LEFT
        if item is None:
            return None
        if role == Role.DisplayRole:
            return column.text_of(item)
        if role == VALUE_ROLE:
            return column.value_of(item)
        if role == Role.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        if role in {Role.ToolTipRole, Role.AccessibleDescriptionRole} and column.mark:
            mark = column.mark(item)
            return mark.reason if mark else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Role.DisplayRole else None
        if role in {Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole}:
            return self.columns[section].heading
        return None

    def spoken(self, row: int, column: int) -> str:
        """A cell as a screen reader says it: 「第 4 行，数量，24」."""
        cell = self.cell(row, column)
        words = translate("widgets", "第 {row} 行，{column}，{text}").format(
            row=row + 1, column=self.columns[column].heading, text=f"{cell.text} {cell.sub}".strip()
        )
        return clauses((words, cell.mark.reason)) if cell.mark else words

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows in memory, -1 as they were given; lists that can grow use `PagedModel`."""
        self.layoutAboutToBeChanged.emit()
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._rows = self._in_order()
        self.layoutChanged.emit()

    def _in_order(self) -> list[Row]:
        number, descending = self._order
        if number < 0:
            return list(self._given)
        values = [(self.columns[number].value_of(row), row) for row in self._given]
        known = [(value, row) for value, row in values if value is not None]
        known.sort(key=lambda pair: _sortable(pair[0]), reverse=descending)
        return [row for _, row in known] + [row for value, row in values if value is None]


def cell_of(column: Column[Row], item: Row) -> Cell:
    """The cell of one row in one column."""
    value = column.value_of(item)
    chip = value if isinstance(value, Chip) and value.text else None
    tone = column.tone(item) if column.tone else ""
    if not tone and column.numeric and isinstance(value, int) and value < 0:
        tone = "bad"
    return Cell(
        column.text(value) if column.text else str(value),
        column.sub(item) if column.sub else "",
        tone or ("text2" if column.muted else ""),
        column.ground(item) if column.ground else "",
        column.bold,
        bool(column.right),
        column.mark(item) if column.mark else None,
        chip,
        column.icon(item) if column.icon else "",
        column.icon_tint(item) if column.icon_tint else "",
    )


def _sortable(value: Any) -> Any:
    return value.text if isinstance(value, Chip) else value
