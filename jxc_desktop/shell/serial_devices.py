"""The scale and the scanner that hang on serial ports of this machine, if any."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.printing.ports import Listener
from jxc_desktop.printing.weights import Reading, reading_of
from jxc_desktop.widgets.bursts import normal_code
from jxc_desktop.widgets.ui_settings import UiSettings

SCALE, SCANNER = "devices/scale", "devices/scanner"
FRESH = 1.5
"""Seconds that a weight is worth something; scales say it several times a second."""


class SerialDevice(QObject):
    """Listens to the port kept under `key` of this machine's settings; "" listens to none."""

    heard = Signal(object)
    """A line as bytes, in the window's thread."""
    failed = Signal(str)

    def __init__(self, settings: UiSettings, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._key = settings, key
        self._listener: Listener | None = None
        self.problem = ""
        """Why nothing is heard, "" while all is well."""
        self.heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._open()

    @property
    def address(self) -> str:
        """The port, "" for none."""
        return str(self._settings.read(self._key) or "")

    def choose(self, address: str) -> None:
        """Listen to another port from now on."""
        self.close()
        self._settings.write(self._key, address.strip())
        self._open()

    def close(self) -> None:
        """Listen no more."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _open(self) -> None:
        self.problem = ""
        if self.address:
            told = self.failed.emit
            self._listener = Listener(
                self.address, self.heard.emit, lambda error: told(error.message)
            )

    def _on_heard(self, _line: bytes) -> None:
        self.problem = ""

    def _on_failed(self, reason: str) -> None:
        self.problem = reason


class SerialScanner(SerialDevice):
    """A scanner in serial mode (虚拟串口): no keyboard, no input method in its way."""

    scanned = Signal(str)

    def __init__(self, settings: UiSettings, parent: QObject | None = None) -> None:
        super().__init__(settings, SCANNER, parent)

    def _on_heard(self, line: bytes) -> None:
        super()._on_heard(line)
        code = normal_code(line.decode("utf-8", "replace"))
        if code:
            self.scanned.emit(code)


class SerialScale(SerialDevice):
    """A scale that says its weight all the time."""

    weighed = Signal(object)
    """A `Reading`."""

    def __init__(
        self,
        settings: UiSettings,
        parent: QObject | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._last: Reading | None = None
        self._at = 0.0
        super().__init__(settings, SCALE, parent)

    def _on_heard(self, line: bytes) -> None:
        super()._on_heard(line)
        reading = reading_of(line)
        if reading is not None:
            self._last, self._at = reading, self._now()
            self.weighed.emit(reading)

    def weight(self) -> int:
        """1e-4 kilograms that lie on the scale, still; raises for anything else, in a sentence."""
        if not self.address:
            raise InvalidInput(self.tr("这台电脑没有接电子秤。到“设备”里选它的串口"))
        last = self._last
        if last is None or self._now() - self._at > FRESH:
            raise Refused(self.problem or self.tr("电子秤没有回答。看电源和线，再按一次"))
        if last.over:
            raise Refused(self.tr("秤上太重，超过量程。拿下一些再称"))
        if not last.stable:
            raise Refused(self.tr("秤还没稳。放稳了再按"))
        if last.weight <= 0:
            raise Refused(self.tr("秤上没有东西，或没有归零。放上再按"))
        return last.weight
