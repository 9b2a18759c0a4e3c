"""Blocks of lines between an entry grid and Excel: copying, pasting with a preview, keeping or dropping it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from jxc_desktop.widgets.entry_clipboard import Marks, block_text, is_block, pasted, read_block
from jxc_desktop.widgets.entry_model import EntryModel

BlockReader = Callable[[list[list[str]], list[str], Callable[[Sequence[Any]], None]], bool]
"""Takes the pasted cells, the keys of their columns and a callable for the finished lines; False declines."""


class BlockExchange(QObject):
    """Copies and pastes blocks of an `EntryModel`.

    `reader` makes lines of pasted cells where a product must be looked up first; without one the columns' own
    `edit` reads each cell.
    """

    told = Signal(str)
    previewed = Signal()

    def __init__(self, model: EntryModel[Any], parent: QObject) -> None:
        super().__init__(parent)
        self.reader: BlockReader | None = None
        self._model = model

    def copy(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Put the shown texts of some cells on the clipboard."""
        inside = [row for row in rows if row < len(self._model.lines)]
        cells = [[self._model.cell(row, logical).text for logical in columns] for row in inside]
        QGuiApplication.clipboard().setText(block_text(cells))

    def paste(self, row: int, columns: Sequence[int]) -> bool:
        """Preview what the clipboard holds, from `row` on over `columns`; False when it is a single text."""
        text = QGuiApplication.clipboard().text()
        if not is_block(text):
            return False
        targets = [self._model.entry_columns[logical] for logical in columns]
        block = read_block(text)
        keys = [column.key for column in targets]
        if self.reader is None or not self.reader(block, keys, self._show_read):
            kept = self._model.steps.lines
            self._preview(*pasted(kept, block, targets, row, self._model.blank()))
        return True

    def keep(self, row: int) -> None:
        """Make the previewed lines one step."""
        self._model.keep_preview(self.tr("粘贴"), row)
        count = len(self._model.lines)
        self.told.emit(self.tr("已粘贴，现有 %n 行。Ctrl+Z 撤销", "", count))

    def drop(self) -> None:
        """Forget the previewed lines."""
        self._model.show_steps()
        self.told.emit(self.tr("没有粘贴。"))

    def _show_read(self, lines: Sequence[Any]) -> None:
        kept = self._model.steps.lines
        fresh = frozenset(range(len(kept), len(kept) + len(lines)))
        self._preview([*kept, *lines], fresh, {})

    def _preview(self, lines: Sequence[Any], fresh: frozenset[int], marks: Marks) -> None:
        self._model.preview(lines, fresh, marks)
        count = len(fresh)
        words = self.tr("粘贴了 %n 行。Enter 保留，Esc 放弃", "", count)
        if marks:
            words = self.tr("粘贴了 %n 行，{bad} 格看不懂，没有改。Enter 保留，Esc 放弃", "", count)
        self.told.emit(words.format(bad=len(marks)))
        self.previewed.emit()
