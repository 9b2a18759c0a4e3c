"""The rows of the file as they are, with the cell in question in a box; F2 types into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.grid import Cell, Row
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.problems import shown
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.cell_editor import CellEditor
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.rows_model import Index, RowsModel, RowStyle
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

_MEASURED = 400
"""Rows whose cells decide how wide a column is."""
_LEAST, _MOST = 64, 320
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the file; `tones` are the grounds of its cells by column, `out` says that it takes no part."""

    number: int
    cells: Row
    tones: Mapping[int, str]
    out: bool = False

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else None


class _Editor(CellEditor):
    """Keeps the keys of a person who types from the pane's own shortcuts."""

    def event(self, event: QEvent) -> bool:
        keys = {Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()
            return True
        return super().event(event)


class SheetGrid(Grid):
    """One per file and header: its columns are those of the file, named as a spreadsheet names them."""

    typed = Signal(int, int, str)
    """Row from 1, column from 0, and what a person typed there."""
    cell_changed = Signal(int, int)
    """The box went to another cell: row from 1, column from 0."""

    def __init__(self, looked: LookedOver, parent: QWidget | None = None) -> None:
        self.header = looked.work.header
        super().__init__(
            RowsModel(_columns(looked), style=_style),
            row_height=RowHeight.STANDARD,
            row_key=lambda row: row.number,
            parent=parent,
        )
        self.rows.setParent(self)
        self.setAccessibleName(self.tr("原表对照"))
        self.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionsMovable(False)
        self.arrangement.rule_all()
        self.editor = _Editor(self._on_key, self.commit, self.viewport())
        self._editing = False
        self.editor.setAccessibleName(self.tr("改这一格"))
        self._box = (0, 0)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._lay_editor)
        self.selectionModel().currentChanged.connect(self._on_cell)

    # --- what the page asks ---

    @property
    def place(self) -> tuple[int, int] | None:
        """The cell in the box: row from 1, column from 0; None on the row's number or on nothing."""
        row, column = self.current(), self.currentIndex().column() - 1
        return (row.number, column) if row is not None and column >= 0 else None

    def show_rows(self, looked: LookedOver) -> None:
        """Show the rows as they are to be imported now."""
        tones = _tones(looked)
        out = looked.work.amendments.left_out
        begin = self.header.header_row + 1
        self.rows.set_rows([
            SheetRow(number, row, tones.get(number, {}), number in out)
            for number, row in enumerate(looked.work.amended.rows[begin:], begin + 1)
            if row
        ])  # fmt: skip

    def box(self, row: int, column: int) -> None:
        """Put the box on a cell of the file and bring it into sight."""
        numbers = (each.number for each in self.rows.loaded_rows())
        line = next((place for place, number in enumerate(numbers) if number == row), -1)
        if line >= 0:
            index = self.rows.index(line, column + 1)
            self.setCurrentIndex(index)
            self.scrollTo(self.rows.index(max(line - 1, 0), 0), Grid.ScrollHint.PositionAtTop)
            self.scrollTo(index)

    def edit_cell(self) -> bool:
        """Open the cell in the box for typing; False where there is none."""
        if self.place is None:
            return False
        row, column = self.place
        text = shown(self.current().cell(column))
        right = bool(self.rows.columns[column + 1].right)
        self.editor.open(text, right=right, latin=False)
        self._box, self._editing = (row, column), True
        self._lay_editor()
        self.editor.show()
        self.editor.setFocus()
        return True

    def commit(self) -> None:
        """Take what is being typed; going elsewhere takes it too."""
        if self._editing:
            dirty, text = self.editor.dirty, self.editor.text()
            self.close_editor()
            if dirty:
                self.typed.emit(*self._box, text)

    def close_editor(self) -> None:
        """Put back what stood there; the keys go to the grid."""
        had_focus, self._editing = self.editor.hasFocus(), False
        self.editor.hide()
        if had_focus:
            self.setFocus()

    # --- painting and keys ---

    def has_focus_box(self, index: Index) -> bool:
        current = self.currentIndex()
        here = (index.row(), index.column()) == (current.row(), current.column())
        return here and index.column() > 0

    def is_tinted(self, index: Index, *, selected: bool) -> bool:
        return selected and not self.has_focus_box(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            column = self.currentIndex().column() + steps[Qt.Key(event.key())]
            if 1 <= column < self.rows.columnCount():
                index = self.rows.index(self.current_row(), column)
                self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
                self.scrollTo(index)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_cell(self.currentIndex(), QModelIndex())

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self.commit()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F2}:
            self.close_editor()
        else:
            return False
        return True

    def _on_cell(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid() and self.place and self.hasFocus():
            self.cell_changed.emit(*self.place)

    def _lay_editor(self) -> None:
        self.editor.setGeometry(self.visualRect(self.currentIndex()))


def column_letters(column: int) -> str:
    """What a spreadsheet calls a column counted from 0: A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _columns(looked: LookedOver) -> tuple[Column[SheetRow], ...]:
    header = looked.work.header
    width = max((len(row) for row in looked.work.sheet.rows), default=0)
    number = Column[SheetRow](
        "number", translate("imports", "行"), width=52, muted=True, right=True, sortable=False
    )
    return (number, *(_column(looked, header, place) for place in range(width)))


def _column(looked: LookedOver, header: HeaderMap, place: int) -> Column[SheetRow]:
    rows = looked.work.sheet.rows[header.header_row + 1 :][:_MEASURED]
    cells = [row[place] for row in rows if place < len(row)]
    heading = header.headings[place] if place < len(header.headings) else ""
    title = f"{column_letters(place)}  {heading}".rstrip()
    return Column[SheetRow](
        str(place),
        title,
        value=lambda row: shown(row.cell(place)),
        width=_width(title, [shown(cell) for cell in cells]),
        ground=lambda row: row.tones.get(place, ""),
        right=_numeric(looked, header, place, cells),
        sortable=False,
    )


def _width(title: str, texts: list[str]) -> int:
    body, small = metrics_of(font(Size.BODY)), metrics_of(font(Size.HINT))
    longest = sorted(set(texts), key=len)[-20:]
    needed = max((body.horizontalAdvance(text) for text in longest), default=0)
    needed = max(needed, small.horizontalAdvance(title)) + 2 * Space.CELL + 4
    return min(max(needed, _LEAST), _MOST)


def _numeric(looked: LookedOver, header: HeaderMap, place: int, cells: list[Cell]) -> bool:
    """Whether a column stands at the right: it means a number, or nothing but numbers are in it."""
    for field, columns in header.columns.items():
        known = looked.source.field_of(field)
        if place in columns and known is not None:
            return known.places is not None
    filled = [cell for cell in cells if cell is not None]
    return bool(filled) and all(isinstance(cell, int | float) for cell in filled)


def _style(row: SheetRow) -> RowStyle:
    return RowStyle.VOID if row.out else RowStyle.NORMAL


def _tones(looked: LookedOver) -> dict[int, dict[int, str]]:
    """Row → column → ground: changed cells, then what is worth a look, then errors on top."""
    found: dict[int, dict[int, str]] = {}
    for row, column in looked.work.amendments.cells:
        found.setdefault(row, {})[column] = "ok_bg"
    for problem in (*looked.checked.notices, *looked.checked.problems):
        if problem.at is not None:
            tone = "warn_bg" if problem.notice else "bad_bg"
            found.setdefault(problem.row, {})[problem.at] = tone
    return found
