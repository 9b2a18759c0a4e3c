"""The cell of an entry grid that is open: its editor, its search, and how what is typed becomes a line."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from jxc_desktop.core.errors import UserError
from jxc_desktop.widgets.cell_editor import CellEditor
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_model import EntryModel
from jxc_desktop.widgets.expressions import looks_like_code, plain
from jxc_desktop.widgets.suggester import Suggester


class OpenCell(QObject):
    """Lies on the current cell of `view` while the view has the focus."""

    refused = Signal(str)
    code_typed = Signal(str)
    looked_at = Signal(object)
    taken = Signal(int, object)
    """A choice was taken into a row."""
    already_in = Signal(int)
    """The chosen product is in another row; go there."""

    def __init__(
        self, view: QTableView, model: EntryModel[Any], on_key: Callable[[QKeyEvent], bool]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.editor = CellEditor(on_key, self.left, view.viewport())
        self.editor.textEdited.connect(self._on_typed)
        self._suggesters = {
            logical: self._suggester(column)
            for logical, column in enumerate(model.entry_columns)
            if column.suggestions and column.suggest
        }

    @property
    def row(self) -> int:
        """The row under the cursor."""
        return self._view.currentIndex().row()

    @property
    def column(self) -> EntryColumn[Any]:
        """The column under the cursor."""
        return self._model.entry_columns[max(self._view.currentIndex().column(), 0)]

    @property
    def search(self) -> Suggester | None:
        """What finds choices for this cell, if it is one that searches."""
        return self._suggesters.get(self._view.currentIndex().column())

    @property
    def typing(self) -> bool:
        """Whether something is typed that is not taken yet."""
        return self.editor.isVisible() and self.editor.dirty

    @property
    def empty(self) -> bool:
        """Whether this is the blank line below the last, with nothing typed."""
        return self.row >= len(self._model.lines) and not self.editor.text().strip()

    def open(self) -> None:
        """Lay the editor on the current cell, if it can be typed into."""
        column = self.column
        active = self._view.hasFocus() or self.editor.hasFocus()
        if self.row < 0 or not (active and column.editable) or self._model.previewing:
            self.close()
            return
        self._fill()
        self.lay_out()
        self.editor.show()
        self.editor.setFocus()

    def close(self) -> None:
        """Take the editor away; the keys go to the view."""
        had_focus = self.editor.hasFocus()
        self._close_searches()
        self.editor.hide()
        if had_focus:
            self._view.setFocus()

    def lay_out(self) -> None:
        """Follow the cell after scrolling and resizing."""
        self.editor.setGeometry(self._view.visualRect(self._view.currentIndex()))

    def left(self) -> None:
        """The focus went elsewhere: take what can be taken, put the rest back."""
        if not self.leave():
            self.editor.revert()
        self._close_searches()
        self.editor.hide()

    def leave(self) -> bool:
        """Settle the cell before the cursor moves: a search without a choice is dropped."""
        if self.typing and self.column.edit is None:
            self._close_searches()
            self.editor.revert()
            return True
        return self.commit()

    def commit(self) -> bool:
        """Take what is typed; False when it is refused, is a scan, or still wants a choice."""
        if not self.typing:
            return True
        column, row, text = self.column, self.row, self.editor.text()
        if column.counts and looks_like_code(text):
            self.editor.revert()
            self.code_typed.emit(plain(text))
            return False
        if column.edit is None:
            return False
        try:
            line = column.edit(self._model.line(row), text)
        except UserError as error:
            self._model.set_mark(row, column.key, Mark("bad", error.message))
            self.refused.emit(error.message)
            return False
        self._close_searches()
        self._model.put(row, line, f"{column.heading} {text}".strip())
        self._fill()
        return True

    def _fill(self) -> None:
        """Begin with the text of the line as it is now."""
        column, row = self.column, self.row
        inside = row < len(self._model.lines)
        text = column.draft_of(self._model.line(row)) if inside else ""
        self.editor.open(text, right=bool(column.right), latin=column.latin)
        self.editor.setAccessibleName(column.heading)

    def _suggester(self, column: EntryColumn[Any]) -> Suggester:
        if column.suggestions is None:
            raise TypeError("a column that searches declares its suggestions")
        made = Suggester(self.editor, column.suggestions, self._fetch)
        made.taken.connect(self._take)
        made.looked_at.connect(self.looked_at)
        made.missing.connect(self.refused)
        return made

    def _fetch(self, text: str, then: Callable[[Sequence[Any]], None]) -> None:
        suggest = self.column.suggest
        if suggest is not None:
            suggest(text, self._model.line(self.row), then)

    def _take(self, choice: Any) -> None:
        column, row = self.column, self.row
        place = column.row_of(choice, self._model.lines) if column.row_of else None
        if place is not None and place != row:
            self.editor.revert()
            self.already_in.emit(place)
        elif column.take is not None:
            before = self._model.line(row)
            line = column.take(before, choice)
            if line is not before:
                self._model.put(row, line, column.text_of(line))
            self.open()
            if line is not before:
                self.taken.emit(row, choice)

    def _on_typed(self, text: str) -> None:
        if self.search:
            self.search.text_edited(text)

    def _close_searches(self) -> None:
        for suggester in self._suggesters.values():
            suggester.close()
