"""Cards side by side where there is room, else in as few even rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from jxc_desktop.widgets.tokens import Space


class CardRows(QWidget):
    """Lays `cards` out anew when its width changes; a row is as wide as its widest cards ask for."""

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = list(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.BLOCK)
        self._arrange(len(self._cards))

    def minimumSizeHint(self) -> QSize:
        """No wider than one card: fewer stand in a row when there is less room."""
        widest = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._fitting(event.size().width()))

    def _fitting(self, width: int) -> int:
        """The most columns of even rows that fit into `width`."""
        widths = [card.minimumSizeHint().width() for card in self._cards]
        for rows in range(1, len(widths)):
            columns = -(-len(widths) // rows)
            room = width - (columns - 1) * Space.BLOCK
            if sum(max(widths[place::columns]) for place in range(columns)) <= room:
                return columns
        return 1

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
