"""The stage of the demonstration: the program with settings and a clock of its own, and eyes for what happens."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from datetime import time as time_of_day
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from jxc_desktop.app import Program
from jxc_desktop.core.clock import SHANGHAI, Clock
from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.hand import Hand
from jxc_desktop.demo.trouble import DemoFailed
from jxc_desktop.shell.main_window import MainWindow
from jxc_desktop.shell.office import Office
from jxc_desktop.widgets.ui_settings import UiSettings

DAY = date(2026, 11, 20)
"""The day that is played, a Friday."""
PATIENCE = 30.0
"""Seconds after which something that should be seen is given up."""
QUIET = 20
"""Milliseconds without work after which nothing more comes but what a timer brings."""
SOON = 250
"""A timer that rings once, so many milliseconds after a key at most, belongs to what the key did."""
_STEP = 10


def moment_of(clock_time: str, day: date = DAY) -> datetime:
    """A time of the day of the shop, in UTC."""
    wall = datetime.combine(day, time_of_day.fromisoformat(clock_time), SHANGHAI)
    return wall.astimezone(UTC)


class _Program(Program):
    """A bug ends the demonstration instead of asking somebody what to do."""

    crash: BaseException | None = None

    def _show_crash(self, error: BaseException) -> None:
        self.crash = error

    def quit(self) -> None:
        """The demonstration goes on after a window is closed."""
        self.hooks.remove()


class Stage:
    """Runs the program step by step. `at` moves its clock; nothing on it follows the time outside."""

    def __init__(self, application: QApplication, folder: Path, language: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.settings = UiSettings(folder / "window.ini")
        self._now = datetime.now(UTC)
        self.clock = Clock(now=lambda: self._now)
        self.at("07:50")
        self.settings.write(
            "appearance", {"theme": "light", "large_type": False, "language": language}
        )
        self.program = _Program(
            application, self.settings, log=folder / "jxc.log", language="", clock=self.clock
        )
        self.hand = Hand(self.wait, self.until)

    @property
    def office(self) -> Office:
        """Whoever is at work now."""
        if self.program.office is None:
            raise DemoFailed(translate("demo", "账套没有打开"))
        return self.program.office

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.office.window

    @property
    def message(self) -> str:
        """What the message line says."""
        said = self.office.messages.current
        return said.text if said else ""

    def at(self, clock_time: str, day: date = DAY) -> None:
        """It is that time of the day now."""
        self._now = moment_of(clock_time, day)

    def wait(self, milliseconds: int) -> None:
        """Let the program go on for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        self._look_for_bugs()

    def until(self, seen: Callable[[], object], what: str) -> None:
        """Go on until something is seen; `what` names it when it never is."""
        end = time.monotonic() + PATIENCE
        while not seen():
            if time.monotonic() > end:
                said = self.message if self.program.office is not None else ""
                told = translate("demo", "等不到：{what}").format(what=what)
                raise DemoFailed(f"{told} {said}".strip())
            self.wait(_STEP)

    def settle(self) -> None:
        """Go on until nothing is being read, written or waited for."""
        self._until_quiet()
        while (rest := _rings_in()) is not None:
            self.wait(rest + 1)
            self._until_quiet()

    def told(self, words: str) -> None:
        """Wait until the message line says these words."""
        self.until(
            lambda: words in self.message, translate("demo", "消息“{words}”").format(words=words)
        )

    def leave(self) -> None:
        """Close the window as a person does and wait until the shop is closed."""
        if self.program.office is not None:
            self.window.close()
            self.until(lambda: self.program.office is None, translate("demo", "账套关好"))

    def _until_quiet(self) -> None:
        quiet = 0
        while quiet < QUIET:
            self.wait(_STEP)
            office = self.program.office
            busy = self.program.entrance.errands.under_way or (
                office is not None and office.tasks.under_way
            )
            quiet = 0 if busy else quiet + _STEP

    def _look_for_bugs(self) -> None:
        crash = self.program.crash
        if crash is not None:
            self.program.crash = None
            told = translate("demo", "程序出错了：{error}").format(error=repr(crash))
            raise DemoFailed(told) from crash


def _rings_in() -> int | None:
    """Milliseconds until the last of the timers that ring soon and once; None when there is none."""
    application = QApplication.instance()
    roots: list[QObject] = [*QApplication.topLevelWidgets()]
    if application is not None:
        roots.append(application)
    return max(
        (
            timer.remainingTime()
            for root in roots
            for timer in root.findChildren(QTimer)
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= SOON
        ),
        default=None,
    )
