"""The customer's displays of this machine: a second window, a pole display on a serial port, both, or none."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from jxc_desktop.core.errors import UserError
from jxc_desktop.pos.customer_view import Shown
from jxc_desktop.pos.ui.customer_window import CustomerWindow
from jxc_desktop.printing.pole import PoleCharset, PoleText, pole_bytes
from jxc_desktop.printing.ports import Port, open_port, unreachable
from jxc_desktop.widgets.ui_settings import UiSettings

KEY = "devices/display"
TRIAL_STAYS = 5_000
"""Milliseconds that a trial picture stays up."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DisplayChoice:
    """How this machine shows customers their ticket: a window, a pole display at `pole`, "" for none."""

    window: bool = False
    pole: str = ""
    charset: PoleCharset = PoleCharset.GB18030


def display_choice(settings: UiSettings) -> DisplayChoice:
    """What was kept; nothing where it cannot be read."""
    kept: Any = settings.read(KEY)
    try:
        return DisplayChoice(bool(kept["window"]), str(kept["pole"]), PoleCharset(kept["charset"]))
    except (KeyError, TypeError, ValueError):
        return DisplayChoice()


class PoleLine:
    """Writes to a pole display on a thread of its own; of pictures that came meanwhile only the last."""

    def __init__(self, choice: DisplayChoice, failed: Callable[[str], None]) -> None:
        self._choice, self._failed = choice, failed
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="pole")
        self._lock = Lock()
        self._next: PoleText | None = None
        self._port: Port | None = None

    def show(self, text: PoleText) -> None:
        """Show `text` as soon as the display takes it."""
        with self._lock:
            waiting, self._next = self._next is not None, text
        if not waiting:
            self._worker.submit(self._write)

    def close(self) -> None:
        """Finish the picture in hand and let go of the port."""
        self._worker.shutdown()
        self._let_go()

    def _write(self) -> None:
        with self._lock:
            text, self._next = self._next, None
        if text is None:
            return
        try:
            if self._port is None:
                self._port = open_port(self._choice.pole)
            self._port.write(pole_bytes(text, self._choice.charset))
        except (UserError, OSError) as error:
            log.warning("pole display: %s", error)
            self._let_go()
            told = error if isinstance(error, UserError) else unreachable(self._choice.pole)
            self._failed(told.message)

    def _let_go(self) -> None:
        port, self._port = self._port, None
        if port is not None:
            port.close()


class CustomerDisplay(QObject):
    """What the till shows its pictures to; without a display it does nothing."""

    failed = Signal(str)
    """Why the pole display is dark, once until it works again under other settings."""

    def __init__(
        self,
        settings: UiSettings,
        beside: Callable[[], QScreen | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._beside = settings, beside
        self.window: CustomerWindow | None = None
        self._pole: PoleLine | None = None
        self._told = False
        self._last = Shown("")
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._place)
            application.screenRemoved.connect(self._place)
        self._open(display_choice(settings))

    @property
    def active(self) -> bool:
        """Whether anything is shown to customers."""
        return self.window is not None or self._pole is not None

    def choose(self, choice: DisplayChoice) -> None:
        """Use other displays from now on."""
        self._settings.write(KEY, asdict(choice))
        self.close()
        self._open(choice)
        self.show(self._last)

    def show(self, shown: Shown) -> None:
        """Show a picture; returns at once."""
        self._last = shown
        self._put(shown)

    def try_out(self, shown: Shown) -> None:
        """Show a picture for some seconds, then again what the till shows."""
        self._put(shown)
        QTimer.singleShot(TRIAL_STAYS, self, lambda: self._put(self._last))

    def _put(self, shown: Shown) -> None:
        if self.window is not None:
            self.window.say(shown)
        if self._pole is not None:
            self._pole.show(shown.pole)

    def close(self) -> None:
        """Go dark."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._pole is not None:
            self._pole.close()
            self._pole = None

    def _open(self, choice: DisplayChoice) -> None:
        self._told = False
        if choice.window:
            self.window = CustomerWindow()
            self._place()
        if choice.pole:
            self._pole = PoleLine(choice, self._on_failed)

    def _place(self, _screen: object = None) -> None:
        if self.window is not None:
            self.window.place(self._beside())

    def _on_failed(self, reason: str) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(reason)
