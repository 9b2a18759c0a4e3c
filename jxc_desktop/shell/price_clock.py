"""Puts approved prices in force when their day comes: on start, and at midnight of a window that stays open."""

from datetime import date

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.core.errors import UserError
from jxc_desktop.pricing.services import apply_due_price_changes, price_changes_due
from jxc_desktop.shell.seat import Seat

EVERY = 5_000
"""Milliseconds; a till that sells over midnight asks the new prices this long after it."""


class PriceClock(QObject):
    """Looks at the shop once a day; in between a tick only reads the clock."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._seen: date | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Look now, and whenever a day begins."""
        self.tick()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def tick(self) -> None:
        """Look whether prices are due, if a day has begun."""
        today = self._seat.database.clock.today()
        if today != self._seen:
            self._seen = today
            tasks = self._seat.tasks
            tasks.read(price_changes_due, then=self._on_due, failed=self._later, owner=self)

    def _on_due(self, due: bool) -> None:
        if due:
            self._seat.tasks.write(
                apply_due_price_changes, then=self._tell, failed=self._later, owner=self
            )

    def _tell(self, count: int) -> None:
        if count:
            said = self.tr("%n 张调价单今天生效，价签要换", "", count)
            self._seat.messages.notice(said)

    def _later(self, error: BaseException) -> None:
        """The shop was busy or the disk full: said, and tried again at the next tick."""
        self._seen = None
        if not isinstance(error, UserError):
            raise error
        self._seat.messages.error(error.message)
