"""The flight recorder at a window: it runs while the shop is open, and says when it cannot, or what the shop lost."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.safety.recorder import Standing, recorder_of
from jxc_desktop.safety.recording import Recording
from jxc_desktop.shell.seat import Seat
from jxc_desktop.widgets.messages import Link

MINUTE = 60_000


class FlightDesk(QObject):
    """Looks at the tape when the shop opens, then tries each minute what a disk refused."""

    def __init__(self, seat: Seat, show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._show = show
        self._told = ""
        self.recording = Recording(seat.database)
        self._timer = QTimer(self, interval=MINUTE)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Say at once when the shop file lacks what was recorded; else record what was posted without a window."""
        self._seat.tasks.background(self._standing, then=self._on_standing, owner=self)
        self._timer.start()

    def look(self) -> None:
        """Tell a trouble once, and try again."""
        problem = self.recording.problem
        if problem and problem != self._told:
            self._seat.messages.notice(problem, self._link())
        self._told = problem
        if problem:
            self.recording.catch_up()

    def close(self) -> None:
        """Record what is still to be recorded."""
        self._timer.stop()
        self.recording.close()

    def _standing(self, _progress: object) -> Standing | None:
        recorder = recorder_of(self._seat.database)
        try:
            return recorder.compare().standing if recorder else None
        except ShopFileError:  # the folder is away; the recording tells it
            return Standing.BEHIND

    def _on_standing(self, standing: Standing | None) -> None:
        if standing is Standing.AHEAD:
            self._told = self.tr("账套比黑匣子少了单据：可能恢复过旧备份，或文件坏过")
            self._seat.messages.error(self._told, self._link())
        elif standing is not None:
            self.recording.catch_up()

    def _link(self) -> Link:
        return Link(self.tr("看黑匣子"), self._show)
