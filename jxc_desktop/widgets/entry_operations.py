"""What can be done to whole lines of an entry grid; each is one step that can be undone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from jxc_desktop.core.errors import UserError
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_model import EntryModel

Told = Callable[[str], None]


class LineOperations(QObject):
    """Line operations over an `EntryModel`; each returns the row to go to, or None when nothing was done."""

    def __init__(self, model: EntryModel[Any], tell: Told, refuse: Told, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._tell = tell
        self._refuse = refuse

    def insert(self, row: int) -> int | None:
        """Put an empty line above."""
        if row >= len(self._model.steps.lines):
            return None
        self._model.steps.insert(row, [self._model.blank()], self.tr("插入一行"))
        return self._show(row)

    def remove(self, row: int) -> int | None:
        """Take the line out; no question, it can be undone."""
        if row >= len(self._model.steps.lines):
            return None
        self._model.steps.remove(row, self.tr("删第 {row} 行").format(row=row + 1))
        self._tell(self.tr("已删第 {row} 行。Ctrl+Z 撤销").format(row=row + 1))
        return self._show(row)

    def move(self, row: int, step: int) -> int | None:
        """Move the line up or down."""
        if not self._model.steps.move(row, step, self.tr("移动第 {row} 行").format(row=row + 1)):
            return None
        return self._show(row + step)

    def copy_above(self, row: int, column: EntryColumn[Any]) -> int | None:
        """Take the cell above into this cell."""
        if row == 0:
            return None
        above, line = self._model.line(row - 1), self._model.line(row)
        try:
            if column.copy is not None:
                line = column.copy(line, above)
            elif column.edit is not None:
                line = column.edit(line, column.draft_of(above))
            else:
                return None
        except UserError as error:
            self._refuse(error.message)
            return None
        self._model.put(row, line, self.tr("照抄上一行的{column}").format(column=column.heading))
        return row

    def undo(self) -> int | None:
        """Take the last step back."""
        return self._swapped(self._model.steps.undo(), self.tr("已撤销：{step}"))

    def redo(self) -> int | None:
        """Make the undone step again."""
        return self._swapped(self._model.steps.redo(), self.tr("已重做：{step}"))

    def _swapped(self, swapped: tuple[str, int] | None, words: str) -> int | None:
        if swapped is None:
            return None
        name, row = swapped
        self._tell(words.format(step=name))
        return self._show(row)

    def _show(self, row: int) -> int:
        self._model.show_steps()
        self._model.edited.emit()
        return min(row, self._model.rowCount() - 1)
