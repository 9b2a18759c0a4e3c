"""The tickets put aside, in reach at the right of the screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jxc_desktop.core.clock import Clock
from jxc_desktop.pos.held import HeldView
from jxc_desktop.pos.ui.labels import label, row_of, yielding
from jxc_desktop.pos.ui.overlay import rule
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.keycap import KeyCap
from jxc_desktop.widgets.tokens import Size, Space

_ROW = 44
_HEAD = 48


class _HeldRow(QFrame):
    """One ticket: its place, time, name, pieces and amount."""

    pressed = Signal()

    def __init__(self, number: int, view: HeldView, clock: Clock) -> None:
        super().__init__()
        self.setFixedHeight(_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ticket = view.ticket
        time = f"{clock.local(view.at):%H:%M}"
        pieces = self.tr("{pieces} 件").format(pieces=ticket.pieces)
        amount = money_text(ticket.due)
        self.setAccessibleName(f"{number} {time} {view.name} {pieces} {amount}")
        row = row_of(
            KeyCap(str(number)),
            label(time, Size.SECONDARY_TOTAL, tone="text2"),
            yielding(label(view.name, Size.SECONDARY_TOTAL)),
            label(pieces, Size.SECONDARY_TOTAL, tone="text2"),
            label(amount, Size.TILL_LINE, bold=True),
        )
        row.setStretch(2, 1)
        self.setLayout(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class HeldCard(QFrame):
    """As many of the tickets as there is room for; F8 on an empty ticket shows all."""

    chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._clock = clock
        self._rows: list[_HeldRow] = []
        self._chip = ChipLabel(Chip("", "warn"))
        self._rule = rule()
        head = row_of(
            label(self.tr("挂单"), Size.CARD_TITLE, bold=True),
            self._chip,
            None,
            label(self.tr("空单按 F8 取单"), Size.HINT, tone="text2"),
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)
        self._layout.addSpacing(Space.ROW)
        self._layout.addWidget(self._rule)
        self._layout.addStretch(1)
        self.setMinimumHeight(_HEAD)
        self.show_held(())

    def show_held(self, held: Sequence[HeldView]) -> None:
        """Show other tickets."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for number, view in enumerate(held, 1):
            row = _HeldRow(number, view, self._clock)
            row.pressed.connect(partial(self.chosen.emit, view))
            self._layout.insertWidget(self._layout.count() - 1, row)
            self._rows.append(row)
        self._chip.set_chip(
            Chip(self.tr("{count} 张").format(count=len(held)), "warn" if held else "mute")
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        room = (self.height() - _HEAD) // _ROW
        for number, row in enumerate(self._rows):
            row.setVisible(number < room)
        self._rule.setVisible(bool(self._rows))
