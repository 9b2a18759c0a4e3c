"""A till on the screen that is scanned at, and the moments of each scan."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.shops import NOW
from jxc_desktop.core.db import Database
from jxc_desktop.pos.ui.till_pane import TillPane
from jxc_desktop.shop.actor import Actor
from jxc_desktop.widgets.garbage import keep_what_is_loaded
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings

LINES = 30
"""Lines on a ticket before the next one begins."""
PATIENCE = 5000
"""Milliseconds after which a scan counts as lost."""

Moment = tuple[float, float]
"""Wall and CPU time of the UI thread, in seconds."""


@dataclass(slots=True)
class Scan:
    """When it was asked for, on the ticket, when its lines were being painted and were, and the whole window."""

    asked: Moment
    lined: Moment | None = None
    painting: Moment | None = None
    painted: Moment | None = None
    flushed: Moment | None = None


class Scans(QObject):
    """Scans at a pane, one code when the window has shown the one before."""

    def __init__(self, pane: TillPane) -> None:
        super().__init__()
        self._pane = pane
        self._viewport = pane.face.lines.grid.viewport()
        self._loop = QEventLoop()
        self._patience = QTimer(singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._loop.quit)
        self._now: Scan | None = None
        pane.desk.started.connect(self._loop.quit)
        pane.desk.changed.connect(self._on_changed)
        for watched in (pane, self._viewport):
            watched.installEventFilter(self)

    def wait(self) -> None:
        """Until what was begun is on the screen, or patience ends."""
        self._patience.start()
        self._loop.exec()

    def take(self, code: str) -> Scan:
        """Scan one code; back when the window shows it."""
        self._now = scan = Scan(_moment())
        self._pane.take_scan(code)
        self.wait()
        self._now = None
        if scan.flushed is None:
            raise RuntimeError(f"the scan of {code} was never painted")
        return scan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        scan = self._now
        if scan is None or scan.lined is None or scan.flushed is not None:
            return False
        if watched is self._viewport and event.type() == QEvent.Type.Paint:
            scan.painting = scan.painting or _moment()
            self._pass_on(watched, event)
            scan.painted = _moment()
            return True
        if watched is self._pane and event.type() == QEvent.Type.UpdateRequest:
            self._pass_on(watched, event)
            if scan.painted is not None:
                scan.flushed = _moment()
                self._loop.quit()
            return True
        return False

    def _pass_on(self, watched: QObject, event: QEvent) -> None:
        watched.removeEventFilter(self)
        QApplication.sendEvent(watched, event)
        watched.installEventFilter(self)

    def _on_changed(self) -> None:
        if self._now is not None and self._now.lined is None:
            self._now.lined = _moment()


def scans_at_till(database: Database, owner: Actor, codes: list[str]) -> list[Scan]:
    """Scan codes onto one ticket after the other at till 01, in a window of 1366 × 768."""
    application = QApplication.instance() or QApplication([])
    apply_theme(application, "light")  # type: ignore[arg-type]
    keep_what_is_loaded()
    tasks = Tasks(database, owner)
    folder = Path(tempfile.mkdtemp(prefix="jxc-bench-"))
    pane = TillPane(Context(tasks, Messages(NOW), UiSettings(folder / "ui.ini"), clock=NOW))
    pane.resize(1366, 768)
    pane.show()
    hand = Scans(pane)
    hand.wait()
    scans = []
    for number, code in enumerate(codes):
        if number % LINES == 0:
            pane.desk.start()
            application.processEvents()
        scans.append(hand.take(code))
    pane.may_close()
    tasks.close()
    return scans


def _moment() -> Moment:
    return time.perf_counter(), time.thread_time()
