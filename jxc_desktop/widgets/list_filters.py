"""The row over a list of master data: a search field, a few drop-downs, and whatever stands at their right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from jxc_desktop.widgets.tokens import Space

ASK_AFTER = 120
"""Milliseconds after the last letter."""
_FIELD = 260
Choices = tuple[str, str, Sequence[tuple[str, Any]]]
"""A drop-down: its name, its word, and words with their values; the first is the usual one."""


class ListFilters(QWidget):
    """Says when the list is to be read anew."""

    changed = Signal()
    finished = Signal()
    """Enter in the search field: on to the list."""

    def __init__(self, drop_downs: Sequence[Choices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("编号、名称、拼音"))
        self.search.setAccessibleName(self.tr("找"))
        self.search.setFixedWidth(_FIELD)
        self.boxes = {name: self._box(word, choices) for name, word, choices in drop_downs}
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self.finished)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(Space.ROW)
        self.row.addWidget(self.search)
        for box in self.boxes.values():
            self.row.addWidget(box)
        self.row.addStretch(1)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.search.text().strip()

    def choice(self, name: str) -> Any:
        """The value a drop-down is set to."""
        return self.boxes[name].currentData()

    @property
    def narrowed(self) -> bool:
        """Whether anything is not as usual."""
        return bool(self.text) or any(box.currentIndex() > 0 for box in self.boxes.values())

    def clear(self) -> None:
        """Set everything back to the usual."""
        self.search.clear()
        for box in self.boxes.values():
            box.setCurrentIndex(0)

    def offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        """Give a drop-down other choices; what was chosen stays chosen if it is still there."""
        box = self.boxes[name]
        before = box.currentData()
        box.blockSignals(True)
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(before), 0))
        box.blockSignals(False)

    def _box(self, word: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(word)
        for text, value in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self.changed)
        return box
