"""P4's trace: a delivery of 100 lines typed by keys alone in the real window, and how long each event held it up.

An event longer than a frame is a key that lags. Wall time counts what the person waits; the CPU time of the window's
own thread says how much of that was work of ours, on a machine that others use too.
"""

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measure import report
from benchmarks.shops import NOW, new_shop
from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

LINES = 100
FRAME = 16.7
"""Milliseconds of one picture at 60 a second."""
BETWEEN = 12
"""Milliseconds between two keys: faster than anybody types."""
SLOWEST = 12
"""Kinds of events that are told."""
PATIENCE = 20.0
"""Seconds after which an answer counts as lost."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one event cost, nested ones included: who got it, and milliseconds of wall time and of CPU."""

    who: str
    what: str
    wall: float
    cpu: float


class Trace:
    """The events of a stretch of work."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.on = False
        self._depth = 0

    def notify(self, deliver: Any, receiver: "QObject", event: "QEvent") -> bool:
        """Deliver an event; note it if it is none that another event sent."""
        if not self.on or self._depth:
            return bool(deliver(receiver, event))
        who, what = type(receiver).__name__, event.type().name
        self._depth += 1
        wall, cpu = time.perf_counter(), time.thread_time()
        try:
            return bool(deliver(receiver, event))
        finally:
            spent = time.perf_counter() - wall, time.thread_time() - cpu
            self._depth -= 1
            self.events.append(Event(who, what, spent[0] * 1e3, spent[1] * 1e3))


def typing(scale: str) -> dict[str, object]:
    """P4 trace: every event from the first field to F12, and those of posting and showing the document."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    goods = 100_000 if scale == "full" else 10_000
    database, owner = new_shop(goods)
    desk = _Desk(database, owner)
    try:
        desk.type_delivery()
        typed, desk.trace.events = desk.trace.events, []
        desk.post()
        posted = desk.trace.events
    finally:
        desk.close()
        database.close()
    return report(
        "P4 typing",
        f"no event longer than {FRAME} ms of a delivery of {LINES} lines typed by keys",
        goods=goods,
        keys=desk.keys,
        typing=_figures(typed),
        posting=_figures(posted),
        **dict(_slowest("typing", typed)),
        **dict(_slowest("posting", posted)),
    )


def _figures(events: list[Event]) -> dict[str, object]:
    walls, cpus = ([getattr(e, name) for e in events] for name in ("wall", "cpu"))
    return {
        "events": len(events),
        "p50": _part(walls, 0.5),
        "p99": _part(walls, 0.99),
        "max": max(walls),
        "cpu_p99": _part(cpus, 0.99),
        "cpu_max": max(cpus),
        "over_frame": sum(wall > FRAME for wall in walls),
        "cpu_over_frame": sum(cpu > FRAME for cpu in cpus),
    }


def _slowest(word: str, events: Iterable[Event]) -> Iterator[tuple[str, dict[str, object]]]:
    """The kinds of events whose worst cost most CPU."""
    kinds: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        kinds.setdefault((event.who, event.what), []).append(event)
    ranked = sorted(kinds.items(), key=lambda kind: -max(e.cpu for e in kind[1]))
    for (who, what), same in ranked[:SLOWEST]:
        walls, cpus = [e.wall for e in same], [e.cpu for e in same]
        yield (
            f"{word} {who}.{what}",
            {
                "events": len(same),
                "p50": _part(walls, 0.5),
                "p99": _part(walls, 0.99),
                "max": max(walls),
                "cpu_max": max(cpus),
            },
        )


def _part(figures: list[float], share: float) -> float:
    ranked = sorted(figures)
    return ranked[min(int(len(ranked) * share), len(ranked) - 1)]


class _Desk:
    """The window on a shop, and a hand that types into whatever has the focus."""

    def __init__(self, database: Database, owner: Actor) -> None:
        from jxc_desktop.panes import pane_specs, workspaces
        from jxc_desktop.shell.main_window import MainWindow
        from jxc_desktop.shell.seat import Seat
        from jxc_desktop.widgets.garbage import keep_what_is_loaded, keep_what_is_open
        from jxc_desktop.widgets.messages import Messages
        from jxc_desktop.widgets.tasks import Tasks
        from jxc_desktop.widgets.theme import apply_theme
        from jxc_desktop.widgets.ui_settings import UiSettings

        self.trace, self.keys = Trace(), 0
        self.application = _traced(self.trace)
        apply_theme(self.application, "light")
        keep_what_is_loaded()
        folder = Path(tempfile.mkdtemp(prefix="jxc-bench-"))
        self.tasks = Tasks(database, owner)
        seat = Seat(
            database, owner, self.tasks, Messages(NOW), UiSettings(folder / "ui.ini"), pane_specs(), workspaces()
        )  # fmt: skip
        self.window = MainWindow(seat)
        self.window.start()
        self.window.resize(1440, 900)
        self.window.show()
        self.window.desk.go_to_named("sales")
        self.pane: Any = self.window.desk.open("sales_delivery")
        self.window.activateWindow()
        self.wait(lambda: self.pane.form is not None)
        self.rest(1.0)
        keep_what_is_open()  # as the office does
        self.pane.setFocus()

    def type_delivery(self) -> None:
        """The customer, then each line: its code, how many, sometimes a price; on to the next by Enter alone."""
        self.trace.on = True
        self.strike("C01")
        self.enter()
        for line in range(LINES):
            self.strike(f"{100000 + line * 7}")
            self.enter()
            self.strike(str(line % 9 + 1))
            self.enter()
        self.wait(lambda: len([x for x in self.pane.form.lines if x.quantity]) == LINES)
        self.rest(0.5)

    def post(self) -> None:
        """F12, until the posted document is shown."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self._focused(), Qt.Key.Key_F12)
        self.wait(lambda: self.pane.view is not None)
        self.rest(0.5)
        self.trace.on = False

    def strike(self, text: str) -> None:
        """Type letters, each with a moment after it."""
        from PySide6.QtTest import QTest

        for letter in text:
            QTest.keyClick(self._focused(), letter)
            self.keys += 1
            self.rest(BETWEEN / 1e3)

    def enter(self) -> None:
        """Enter, then wait for whatever was asked for, as the eye does."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self._focused(), Qt.Key.Key_Return)
        self.keys += 1
        self.rest(BETWEEN / 1e3)
        self.wait(lambda: not self.tasks.under_way)

    def rest(self, seconds: float) -> None:
        """Let the window work for a moment."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1e3), loop.quit)
        loop.exec()

    def wait(self, done: Any) -> None:
        """Until something is so."""
        until = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > until:
                raise RuntimeError("the window never got there")
            self.rest(0.005)

    def close(self) -> None:
        self.pane.may_close()
        self.tasks.close()

    def _focused(self) -> Any:
        return self.application.focusWidget() or self.pane


def _traced(trace: Trace) -> Any:
    """The application, every event of which passes by `trace`."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class Application(QApplication):
        def notify(self, receiver: QObject, event: QEvent) -> bool:
            return trace.notify(super().notify, receiver, event)

    return Application([])
