"""A box of keyed words, for a switch of more words than stand side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceBox(QComboBox):
    """Chooses like `Segments`: tells the key of what was chosen."""

    chosen = Signal(str)

    def __init__(self, words: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`words` are pairs of key and shown word."""
        super().__init__(parent)
        for key, word in words:
            self.addItem(word, key)
        self.currentIndexChanged.connect(lambda _place: self.chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The key of the chosen word."""
        return str(self.currentData())

    def choose(self, key: str) -> None:
        """Choose a word by its key."""
        self.setCurrentIndex(self.findData(key))
