"""The upper edge of the till: whose shop, which till, who sits at it since when, the time."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.clock import Clock
from jxc_desktop.pos.till_state import TillState
from jxc_desktop.pos.ui.labels import label, yielding
from jxc_desktop.widgets.buttons import IconButton
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, scaled
from jxc_desktop.widgets.tokens import Radius, Size, Space

_HEIGHT = 44
_TILE = 28
_ICON = 16
_EVERY = 5000
"""Milliseconds between two looks at the clock."""


class _Sign(QWidget):
    """The shop's sign on accent."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_TILE, _TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour("accent"))
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), Radius.CARD, Radius.CARD)
        place = self.rect()
        margin = (_TILE - _ICON) // 2
        paint_icon(painter, "store", place.adjusted(margin, margin, -margin, -margin), "on_accent")


class TillBar(QFrame):
    """Shows the state; `leave` turns to the rest of the program, where there is any."""

    def __init__(
        self,
        clock: Clock,
        leave: Callable[[], None] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setFixedHeight(scaled(_HEIGHT))
        self._clock = clock
        self.shop = label(size=Size.CARD_TITLE, bold=True)
        self.till = label(size=Size.SECONDARY_TOTAL, tone="text2")
        self._cashier = label(size=Size.SECONDARY_TOTAL, bold=True)
        self.shift = yielding(label(size=Size.SECONDARY_TOTAL, tone="text2"))
        self._day = label(size=Size.SECONDARY_TOTAL, tone="text2")
        self._time = label(size=Size.TILL_AMOUNT, bold=True)
        self._lay_out(leave)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    def show_state(self, state: TillState) -> None:
        """Show shop, till and shift."""
        self.shop.setText(state.settings.name)
        self.till.setText(built_in_name(state.till.name))
        self._cashier.setText(built_in_name(state.person))
        if state.shift is None:
            self.shift.setText(self.tr("还没有开班"))
            return
        opened = self._clock.local(state.shift.opened_at)
        today = opened.date() == self._clock.today()
        since = f"{opened:%H:%M}" if today else f"{opened:%m-%d %H:%M}"
        self.shift.setText(
            self.tr("{time} 开班，第 {number} 单").format(
                time=since, number=state.shift.tickets + 1
            )
        )

    def look(self) -> None:
        """Look at the clock."""
        moment = self._clock.local(self._clock.milliseconds())
        days = (
            self.tr("周一"), self.tr("周二"), self.tr("周三"), self.tr("周四"), self.tr("周五"),
            self.tr("周六"), self.tr("周日"),
        )  # fmt: skip
        self._day.setText(f"{moment:%m-%d} {days[moment.weekday()]}")
        self._time.setText(f"{moment:%H:%M}")

    def _lay_out(self, leave: Callable[[], None] | None) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(_Sign())
        row.addWidget(self.shop)
        row.addSpacing(Space.ROW)
        row.addWidget(self.till)
        row.addWidget(self._cashier)
        row.addWidget(self.shift, 1)
        row.addWidget(self._day)
        row.addWidget(self._time)
        if leave is not None:
            button = IconButton("layout-dashboard", self.tr("离开收银"))
            button.clicked.connect(leave)
            row.addWidget(button)
