"""Letters typed in a list jump to the row that begins with them."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer

TYPED_FOR = 800
"""Milliseconds after which the next letter begins a new word."""


class TypeAhead(QObject):
    """Collects typed letters and finds the first row whose text begins with them."""

    def __init__(self, text_of: Callable[[Any], str], parent: QObject) -> None:
        super().__init__(parent)
        self.text_of = text_of
        self._typed = ""
        self._timer = QTimer(self, singleShot=True, interval=TYPED_FOR)
        self._timer.timeout.connect(self._forget)

    def find(self, letter: str, rows: Iterable[Any]) -> int:
        """The number of the row to jump to after one more letter, -1 for none."""
        self._typed = (self._typed + letter).strip().lower()
        self._timer.start()
        if self._typed:
            for number, row in enumerate(rows):
                if self.text_of(row).lower().startswith(self._typed):
                    return number
        return -1

    def _forget(self) -> None:
        self._typed = ""
