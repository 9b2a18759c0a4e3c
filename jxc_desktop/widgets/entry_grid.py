"""The grid that document lines are typed into: always in entry, every step undoable, one hand on the keys."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.entry_block import BlockExchange
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_keys import Step, step_for
from jxc_desktop.widgets.entry_model import EntryModel
from jxc_desktop.widgets.entry_operations import LineOperations
from jxc_desktop.widgets.entry_walk import Place, editable_from, first_wanted, wanted_from
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.open_cell import OpenCell
from jxc_desktop.widgets.rows_model import Index
from jxc_desktop.widgets.ui_settings import UiSettings

_Flag = QItemSelectionModel.SelectionFlag
_PAGE = 10
_ARROWS = {
    Step.UP: (-1, 0),
    Step.DOWN: (1, 0),
    Step.PAGE_UP: (-_PAGE, 0),
    Step.PAGE_DOWN: (_PAGE, 0),
    Step.LEFT: (0, -1),
    Step.RIGHT: (0, 1),
    Step.EXTEND_UP: (-1, 0),
    Step.EXTEND_DOWN: (1, 0),
    Step.EXTEND_LEFT: (0, -1),
    Step.EXTEND_RIGHT: (0, 1),
}
_SIDEWAYS = frozenset({Step.LEFT, Step.RIGHT, Step.EXTEND_LEFT, Step.EXTEND_RIGHT})
_EXTENDING = frozenset({Step.EXTEND_UP, Step.EXTEND_DOWN, Step.EXTEND_LEFT, Step.EXTEND_RIGHT})
_ASKED = {Step.SEARCH: "search", Step.PRICES: "prices", Step.NEW: "new"}


class EntryGrid(Grid):
    """Types lines by declared `EntryColumn`s; what a product is, is the pane's business.

    Enter goes to the next cell that needs a person, Tab to the next whatever it is; the other keys are in entry_keys.
    `blocks.reader` may read pasted rows instead of the columns.
    """

    lines_changed = Signal()
    """Any step: to total, to save the draft."""
    line_taken = Signal(int, object)
    """A choice was taken into a row: look up price and stock, then `amend`."""
    choice_looked_at = Signal(object)
    """The popup's highlighted choice, for the evidence docks."""
    code_typed = Signal(str)
    """A scanned code ended up in a quantity; the cell is as it was."""
    refused = Signal(str)
    """Why a text was not taken, in a sentence."""
    told = Signal(str)
    """What was done, in a sentence."""
    reason_changed = Signal(str)
    """Why the cell under the cursor is marked; empty when it is not."""
    asked = Signal(str)
    """A key of the pane's: `search` F2, `prices` F3, `chooser` F4, `new` Ctrl+N."""
    finished = Signal()
    """Enter on the empty line: on to the foot of the document."""
    escaped = Signal()
    """Esc with nothing to take back."""

    def __init__(
        self,
        columns: Sequence[EntryColumn[Any]],
        blank: Callable[[], Any],
        *,
        name: str = "",
        settings: UiSettings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.entry: EntryModel[Any] = EntryModel(columns, blank)
        self._grown, self._anew = -1, True
        super().__init__(self.entry, name=name, settings=settings, parent=parent)
        self.entry.setParent(self)
        self.cell = OpenCell(self, self.entry, self._on_key)
        self.blocks = BlockExchange(self.entry, self)
        self.operations = LineOperations(self.entry, self.told.emit, self.refused.emit, self)
        self._cell_kept: Place = (0, 0)
        self._anchor: Place = (0, 0)
        self._set_up_entry()
        self.go_to_cell(0)

    def _set_up_entry(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.arrangement.rule_all()
        self.arrangement.changed.connect(self.cell.lay_out)
        self.verticalScrollBar().valueChanged.connect(self.cell.lay_out)
        self.selectionModel().currentChanged.connect(self._on_cell)
        self.entry.edited.connect(self.lines_changed)
        self.cell.refused.connect(self.refused)
        self.cell.code_typed.connect(self.code_typed)
        self.cell.looked_at.connect(self.choice_looked_at)
        self.cell.taken.connect(self._on_taken)
        self.cell.already_in.connect(self._on_already_in)
        self.blocks.told.connect(self.told)
        self.blocks.previewed.connect(self.cell.close)

    # --- what a pane asks ---

    def lines(self) -> tuple[Any, ...]:
        """The typed lines, without the blank one."""
        return self.entry.steps.lines

    def start(self, lines: Sequence[Any], header: Any = None) -> None:
        """Begin with the lines of another document."""
        self.entry.steps.start(lines, header)
        self.entry.show_steps()
        self.go_to_cell(0)

    def amend(self, matches: Callable[[Any], bool], improve: Callable[[Any], Any]) -> None:
        """Complete lines with what was found out later; not a step of its own."""
        self.entry.amend(matches, improve)
        if self.cell.editor.isVisible() and not self.cell.typing:
            self.cell.open()

    def append(self, line: Any, name: str) -> None:
        """Add a line below the last, as a scan does, and go to it."""
        row = len(self.lines())
        self.entry.put(row, line, name)
        self._go(row, self.currentIndex().column())

    def replace(self, row: int, line: Any, name: str) -> None:
        """Put another line in a row as one step."""
        self.entry.put(row, line, name)
        self._go(row, self.currentIndex().column())
        self.cell.open()

    def mark(self, row: int, key: str, reason: str, tone: str = "bad") -> None:
        """Mark a cell and go to it: an error of the service names its place."""
        self.entry.set_mark(row, key, Mark(tone, reason))
        self.go_to_cell(row, key)

    def go_to_cell(self, row: int, key: str = "") -> None:
        """Put the cursor in a row, in the column `key` or where it needs a person."""
        place = first_wanted(self.entry, self.arrangement.shown(), row)[1]
        keys = enumerate(self.entry.entry_columns)
        self._go(row, next((logical for logical, column in keys if column.key == key), place))

    def commit(self) -> bool:
        """Take what is being typed, before posting or saving; False when it is refused."""
        return self.cell.leave()

    # --- painting ---

    def is_tinted(self, index: Index, *, selected: bool) -> bool:
        return selected if index.row() != self.current_row() else not self.has_focus_box(index)

    def has_focus_box(self, index: Index) -> bool:
        current = self.currentIndex()
        here = (index.row(), index.column()) == (current.row(), current.column())
        return here and self.hasFocus()

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            event.ignore()

    def _on_key(self, event: QKeyEvent) -> bool:
        if self.cell.search and self.cell.search.handle(event):
            return True
        step = step_for(event)
        if step is None:
            return False
        if self.entry.previewing:
            self._settle_preview(step)
            return True
        if step in _ARROWS:
            return self._arrow(step)
        return self._walk(step) or self._work(step)

    def _arrow(self, step: Step) -> bool:
        """Step to a neighbour; within a text that is being typed ←→ belong to the text."""
        extend = step in _EXTENDING
        if step in _SIDEWAYS and self.cell.editor.isVisible() and not self.cell.editor.fresh:
            return False
        if not extend and not self.cell.leave():
            return True
        (rows, columns), shown, current = (
            _ARROWS[step],
            self.arrangement.shown(),
            self.currentIndex(),
        )
        row = min(max(current.row() + rows, 0), self.entry.rowCount() - 1)
        place = min(max(shown.index(current.column()) + columns, 0), len(shown) - 1)
        self._go(row, shown[place], extend=extend)
        return True

    def _walk(self, step: Step) -> bool:
        match step:
            case Step.ENTER:
                self._enter()
            case Step.ENTER_BACK:
                self._follow(wanted_from, -1)
            case Step.TAB | Step.TAB_BACK:
                return self._follow(editable_from, 1 if step is Step.TAB else -1)
            case Step.FIRST | Step.LAST if self.cell.leave():
                self.go_to_cell(0 if step is Step.FIRST else self.entry.rowCount() - 1)
            case _:
                return False
        return True

    def _enter(self) -> None:
        search = self.cell.search
        if search and self.cell.typing and self.cell.editor.text().strip():
            search.take()
        elif search and self.cell.empty:
            self.finished.emit()
        elif self.cell.commit():
            self._follow(wanted_from, 1)

    def _follow(self, way: Callable[..., Place | None], step: int) -> bool:
        """Go where `way` leads; False at the end, where Tab leaves the grid."""
        if not self.cell.leave():
            return True
        here = (self.current_row(), self.currentIndex().column())
        there = way(self.entry, self.arrangement.shown(), here, step)
        if there:
            self._go(*there)
        return there is not None

    def _work(self, step: Step) -> bool:
        match step:
            case Step.COPY if not self.cell.typing:
                self.blocks.copy(*self._block())
            case Step.PASTE:
                shown = self.arrangement.shown()
                columns = shown[shown.index(self.currentIndex().column()) :]
                return self.blocks.paste(self.current_row(), columns)
            case Step.ESCAPE:
                self._escape()
            case Step.FIX:
                self._fix()
            case Step.UNDO if self.cell.typing:
                self.cell.editor.revert()
            case Step.SEARCH | Step.PRICES | Step.NEW:
                self.asked.emit(_ASKED[step])
            case _:
                return self._operate(step)
        return True

    def _operate(self, step: Step) -> bool:
        row, operations = self.current_row(), self.operations
        works: dict[Step, Callable[[], int | None]] = {
            Step.INSERT: lambda: operations.insert(row),
            Step.REMOVE: lambda: operations.remove(row),
            Step.MOVE_UP: lambda: operations.move(row, -1),
            Step.MOVE_DOWN: lambda: operations.move(row, 1),
            Step.COPY_ABOVE: lambda: operations.copy_above(row, self.cell.column),
            Step.UNDO: operations.undo,
            Step.REDO: operations.redo,
        }
        if step not in works:
            return False
        if step is Step.REMOVE:
            self.cell.editor.revert()
        if self.cell.leave():
            there = works[step]()
            if there is not None:
                self._go(there, self.currentIndex().column())
                self.cell.open()
        return True

    def _escape(self) -> None:
        if self.cell.typing:
            self.cell.editor.revert()
        elif len(self.selectedIndexes()) > 1:
            self._go(self.current_row(), self.currentIndex().column())
        else:
            self.escaped.emit()

    def _fix(self) -> None:
        row, column = self.current_row(), self.cell.column
        inside = row < len(self.lines())
        line = column.fix(self.lines()[row]) if column.fix and inside else None
        if line is None:
            self.asked.emit("chooser")
        else:
            self.replace(row, line, self.tr("改好{column}").format(column=column.heading))

    def _settle_preview(self, step: Step) -> None:
        if step is Step.ENTER:
            self.blocks.keep(self.current_row())
        elif step is Step.ESCAPE:
            self.blocks.drop()
        else:
            return
        self.cell.open()

    def _block(self) -> tuple[list[int], list[int]]:
        chosen = self.selectedIndexes()
        columns = {index.column() for index in chosen}
        rows = sorted({index.row() for index in chosen})
        return rows, [logical for logical in self.arrangement.shown() if logical in columns]

    def _go(self, row: int, column: int, *, extend: bool = False) -> None:
        index = self.entry.index(row, column)
        if extend:
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            start = self.entry.index(*self._anchor)
            self.selectionModel().select(QItemSelection(start, index), _Flag.ClearAndSelect)
        else:
            self._anchor = (row, column)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index)

    # --- what Qt tells ---

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
            if tab and self._on_key(event):
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.cell.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cell.lay_out()

    def _on_cell(self, now: QModelIndex, before: QModelIndex) -> None:
        self.cell.open()
        mark = self.entry.mark_at(now.row(), now.column()) if now.isValid() else None
        self.reason_changed.emit(mark.reason if mark else "")
        if now.row() != before.row():
            for row in (now.row(), before.row()):
                self._paint_anew(row)

    def reset(self) -> None:
        self._anew = True
        super().reset()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self._grown = start

    def doItemsLayout(self) -> None:
        """Lines grow at the foot: what stands above needs not be painted for each of them, as Qt would."""
        grown, anew, self._grown, self._anew = self._grown, self._anew, -1, False
        if anew or grown < 0:
            super().doItemsLayout()
            return
        self.updateGeometries()
        for row in range(max(grown - 1, 0), self.entry.rowCount()):
            self._paint_anew(row)

    def _paint_anew(self, row: int) -> None:
        """One row, not the whole view: who types goes on to another one all the time."""
        if row >= 0:
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(0, top, self.viewport().width(), height)

    def _on_taken(self, row: int, choice: Any) -> None:
        self.line_taken.emit(row, choice)
        column = self.cell.column
        if not (column.several and column.stops(self.entry.line(row))):
            self._follow(wanted_from, 1)

    def _on_already_in(self, row: int) -> None:
        self.told.emit(self.tr("已在第 {row} 行").format(row=row + 1))
        columns = self.entry.entry_columns
        counts = next((column.key for column in columns if column.counts), "")
        self.go_to_cell(row, counts)

    def _keep_place(self) -> None:
        self._cell_kept = (self.current_row(), self.currentIndex().column())

    def _restore_place(self) -> None:
        row, column = self._cell_kept
        if row >= 0:
            self._go(min(row, self.entry.rowCount() - 1), column)
            self.cell.open()
