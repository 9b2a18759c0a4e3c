"""The two lines of a small taxpayer (起征点, 一般纳税人标准) in a sentence each; nothing where there is no line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.ledger.closing.watch import Watch
from jxc_desktop.ledger.closing.watch_words import watch_words
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.tokens import Space

_TONES = {"info": "text2", "warn": "warn", "bad": "bad"}
_PRESSING = ("bad", "warn", "info")


class WatchLines(QWidget):
    """Says how far it is, coloured by how pressing; `most` lines, the most pressing where not all are said."""

    def __init__(self, parent: QWidget | None = None, *, most: int = 2) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LABEL)
        self.lines = [Words(tone="text2") for _line in range(most)]
        for line in self.lines:
            line.setWordWrap(True)
            column.addWidget(line)
        self.hide()

    def show_watches(self, watches: Sequence[Watch]) -> None:
        """Say what is watched now."""
        ranked = sorted(watches, key=lambda watch: _PRESSING.index(watch.tone))
        watches = watches if len(watches) <= len(self.lines) else ranked
        for place, line in enumerate(self.lines):
            watch = watches[place] if place < len(watches) else None
            line.setVisible(watch is not None)
            if watch is not None:
                line.setText(watch_words(watch))
                line.set_tone(_TONES[watch.tone])
        self.setVisible(bool(watches))
