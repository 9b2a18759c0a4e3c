"""The bell: how much waits to be done, in a badge; pressing it opens 待办. Counted behind the window, and seldom."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from jxc_desktop.analysis.todo import Group, todo
from jxc_desktop.core.i18n import labelled, statements
from jxc_desktop.safety.backup_log import last_backup_at
from jxc_desktop.shell.seat import Seat
from jxc_desktop.widgets.buttons import IconButton
from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import Size

FIRST, SOON, SELDOM = 1_500, 400, 300_000
"""Milliseconds: after the window is there; after somebody submitted or decided; between counts while goods move."""
MINUTE = 60_000
AT_ONCE = frozenset({"pending_paper", "draft_paper", "promise", "backup_log", "shift"})
"""Tables whose change is told soon. What else counts (debts, stock) changes with every sale, and can wait."""
_MOST = 99
_HEIGHT, _SIDE, _ROOM = 16, 4, 26


class Bell(IconButton):
    """Shows how many things wait, by colour how pressing the worst of them is."""

    def __init__(self) -> None:
        super().__init__("bell", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.count, self.tone = 0, ""
        self.show_groups(())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show what waits; papers that somebody merely began are no reason to ring."""
        pressing = [group for group in groups if group.pressing]
        tones = {thing.tone for group in pressing for thing in group.things}
        self.count = sum(group.count for group in pressing)
        self.tone = "bad" if "bad" in tones else "warn"
        told = [labelled(group.title, str(group.count)) for group in pressing]
        said = self.tr("待办 {count} 件").format(count=self.count)
        self.setAccessibleName(said if self.count else self.tr("没有等着做的事"))
        self.setToolTip(statements(told) if told else self.tr("没有等着做的事"))
        self.update()

    @property
    def badge(self) -> str:
        """The words of the badge, "" for none."""
        return f"{_MOST}+" if self.count > _MOST else str(self.count or "")

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_ROOM, 0)

    minimumSizeHint = sizeHint

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if not self.badge:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = font(Size.CAPTION, bold=True)
        height = scaled(_HEIGHT)
        words = metrics_of(small).horizontalAdvance(self.badge)
        width = max(height, words + 2 * _SIDE)
        left = min(self.width() / 2 + 1, self.width() - width - 1)  # beside the bell's tongue
        place = QRectF(left, 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.tone))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(colour("on_accent"))
        painter.setFont(small)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.badge)


class Ringer(QObject):
    """Counts anew when a paper waits, when a day begins, and now and then while the shop sells."""

    counted = Signal(object)
    """The groups of what waits."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._seen: date | None = None
        self._stale = self._asking = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._seldom = QTimer(self, interval=SELDOM)
        self._seldom.timeout.connect(self._if_stale)
        self._days = QTimer(self, interval=MINUTE)
        self._days.timeout.connect(self._on_minute)
        seat.tasks.changed.connect(self._on_changed)

    def start(self) -> None:
        """Count once the window is there, then whenever it is worth it."""
        self._seen = self._seat.database.clock.today()
        self._soon.start(FIRST)
        self._seldom.start()
        self._days.start()

    def stop(self) -> None:
        """Count no more."""
        for timer in (self._soon, self._seldom, self._days):
            timer.stop()

    def _on_changed(self, tables: frozenset[str]) -> None:
        self._stale = True
        if tables & AT_ONCE and not self._soon.isActive():
            self._soon.start(SOON)

    def _on_minute(self) -> None:
        today = self._seat.database.clock.today()
        if today != self._seen:
            self._seen = today
            self._ask()

    def _if_stale(self) -> None:
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        if self._asking:
            self._soon.start(SOON)  # what changed meanwhile is counted after the answer
            return
        self._asking, self._stale = True, False
        read = partial(todo, last_backup=last_backup_at)
        self._seat.tasks.read(read, then=self._tell, failed=self._fail, owner=self)

    def _tell(self, groups: list[Group]) -> None:
        self._asking = False
        self.counted.emit(groups)

    def _fail(self, error: BaseException) -> None:
        self._asking = False
        raise error
