"""Serial ports of this machine, for pole displays, scales and scanners; pyserial carries them.

An address is COM4, /dev/ttyUSB0 or COM4@9600 with the speed; what pyserial knows besides (socket://host:port of a
serial server) works too. A failure becomes a `PortError` in one plain sentence.
"""

import logging
import re
from collections.abc import Callable
from threading import Event, Thread
from typing import Any, Protocol

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate

BAUD = 9600
TIMEOUT = 0.2
"""Seconds that one reading waits: what came before such a silence is whole, and a listener can be stopped."""
AGAIN = 3.0
"""Seconds until a port that failed is tried again: cables come back."""
LONGEST = 1024
"""Bytes without an end that are noise."""
_ENDS = re.compile(rb"[\r\n\x03]+")
log = logging.getLogger(__name__)


class PortError(UserError):
    """A device on a port does not answer."""


class Port(Protocol):
    """An open port; `read` gives what came within the timeout, maybe nothing."""

    @property
    def in_waiting(self) -> int: ...
    def write(self, data: bytes, /) -> Any: ...
    def read(self, size: int = 1, /) -> bytes: ...
    def close(self) -> None: ...


def open_port(address: str) -> Port:
    """The port at `address`, opened; raises `PortError`, or `InvalidInput` for an address without sense."""
    name, _, baud = address.strip().partition("@")
    if not name or not (baud or str(BAUD)).isdigit():
        raise InvalidInput(
            translate("printing", "串口“{address}”看不懂。填如 COM4 或 COM4@9600").format(
                address=address
            ),
            field="address",
        )
    try:
        import serial
    except ModuleNotFoundError as error:
        raise PortError(
            translate("printing", "这台电脑没装串口驱动库（pyserial）。装好再试")
        ) from error
    try:
        port: Port = serial.serial_for_url(
            name, baudrate=int(baud or BAUD), timeout=TIMEOUT, write_timeout=TIMEOUT
        )
    except (OSError, ValueError) as error:
        raise unreachable(address) from error
    return port


def unreachable(address: str) -> PortError:
    """What is said of a port that does not open, or fell silent."""
    return PortError(
        translate("printing", "串口 {address} 打不开。看线插好没有、别的程序是不是占着它").format(
            address=address
        )
    )


def port_names() -> list[str]:
    """The serial ports that this machine has now."""
    try:
        from serial.tools import list_ports
    except ModuleNotFoundError:
        return []
    return sorted(port.device for port in list_ports.comports())


class Listener:
    """Hears lines from a port on a thread of its own: what ends with CR, LF or ETX, or is followed by silence.

    `heard` and `failed` are called on that thread; `failed` once until the port is there again.
    """

    def __init__(
        self, address: str, heard: Callable[[bytes], None], failed: Callable[[UserError], None]
    ) -> None:
        self._address, self._heard, self._failed = address, heard, failed
        self._stop = Event()
        self._told = False
        self._thread = Thread(target=self._run, name=f"port {address}", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen(open_port(self._address))
            except UserError as error:
                self._tell(error)
            except OSError as error:
                log.info("port %s: %s", self._address, error)
                self._tell(unreachable(self._address))
            self._stop.wait(AGAIN)

    def _listen(self, port: Port) -> None:
        self._told, rest = False, b""
        try:
            while not self._stop.is_set():
                came = port.read(max(port.in_waiting, 1))
                *lines, rest = _ENDS.split(rest + came)
                if (rest and not came) or len(rest) > LONGEST:
                    lines, rest = [*lines, rest], b""
                for line in filter(None, lines):
                    self._heard(line)
        finally:
            port.close()

    def _tell(self, error: UserError) -> None:
        if not self._told and not self._stop.is_set():
            self._told = True
            self._failed(error)
