"""Printers as the shop sets them up, and the way bytes reach them; python-escpos carries them.

A failure becomes a `PrinterError` in one plain sentence, which also knows whether paper may have come out.
"""

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.escpos import Charset
from jxc_desktop.printing.folder import FolderPrinter
from jxc_desktop.printing.printer import Printer, PrinterError
from jxc_desktop.printing.slip import Roll

RAW_PORT = 9100
TIMEOUT = 5.0
"""Seconds after which a silent printer counts as absent."""
USB_TIMEOUT = 5000
BAUD = 9600


class Connection(StrEnum):
    """How a printer hangs on the computer; the comment says what the address then is."""

    NETWORK = "network"  # 192.168.1.50 or 192.168.1.50:9100
    USB = "usb"  # vendor:product in hexadecimal, 0416:5011
    SERIAL = "serial"  # COM3, /dev/ttyUSB0 or COM3@115200
    QUEUE = "queue"  # name of a printer the system knows, fed raw bytes
    PORT = "port"  # /dev/usb/lp0, LPT1
    FOLDER = "folder"  # folder for the bytes a receipt printer would get
    PDF_FOLDER = "pdf_folder"  # folder for PDF


@dataclass(frozen=True, slots=True)
class Device:
    """A printer in the settings of this machine."""

    name: str
    connection: Connection
    address: str
    roll: Roll = Roll.MM58
    charset: Charset = Charset.GB18030
    knife: bool = True
    drawer: bool = True

    @property
    def takes_pdf(self) -> bool:
        """Whether jobs are PDF instead of printer bytes."""
        return self.connection is Connection.PDF_FOLDER


def printer_at(device: Device) -> Printer:
    """The way to `device`; nothing is opened before the first job. Raises InvalidInput."""
    if not device.address.strip():
        raise _bad_address(device)
    if device.connection in {Connection.FOLDER, Connection.PDF_FOLDER}:
        return FolderPrinter(Path(device.address))
    return _Driver(device)


class _Driver:
    """One of python-escpos's transports, opened for each job so that an unplugged cable heals."""

    def __init__(self, device: Device) -> None:
        self._device = device

    def send(self, data: bytes, name: str) -> None:
        port = self._connected(name)
        try:
            port._raw(data)  # noqa: SLF001  the library's documented door for ready bytes
            port.close()
        except _driver_errors() as error:
            _abandon(port)
            raise PrinterError(self._interrupted(), may_have_printed=True) from error

    def _connected(self, name: str) -> Any:
        try:
            port = _transport(self._device)
            options = {"job_name": name} if self._device.connection is Connection.QUEUE else {}
            port.open(**options)
        except _driver_errors() as error:
            raise PrinterError(self._unreachable()) from error
        return port

    def _unreachable(self) -> str:
        text = translate(
            "printing", "打印机“{name}”连不上（{address}）。看电源、纸和线插好没有，再点重试"
        )
        return text.format(name=self._device.name, address=self._device.address)

    def _interrupted(self) -> str:
        text = translate(
            "printing", "打印机“{name}”打到一半断了。看纸和线，再点重试，补打的会印上补打"
        )
        return text.format(name=self._device.name)


def _abandon(port: Any) -> None:
    """Let go of a port that failed; else the library would try to close it again when forgotten."""
    with suppress(*_driver_errors()):
        port.close()
    port.device = None


def _transport(device: Device) -> Any:
    """The library's object for `device`, not opened yet."""
    from escpos import printer

    address = device.address.strip()
    match device.connection:
        case Connection.NETWORK:
            host, port = _host_and_port(device, address)
            return printer.Network(host, port, timeout=TIMEOUT)
        case Connection.USB:
            vendor, product = _usb_ids(device, address)
            return _usable(printer.Usb, device)(vendor, product, timeout=USB_TIMEOUT)
        case Connection.SERIAL:
            name, _, baud = address.partition("@")
            speed = _number(device, baud or str(BAUD))
            return _usable(printer.Serial, device)(name, baudrate=speed, timeout=TIMEOUT)
        case Connection.QUEUE:
            queue = printer.Win32Raw if sys.platform == "win32" else printer.LP
            return _usable(queue, device)(address)
        case _:
            return printer.File(address)


def _usable(transport: Any, device: Device) -> Any:
    """`transport`, unless its driver library is not installed."""
    if not transport.is_usable():
        text = translate(
            "printing", "这台电脑没装“{name}”要用的驱动库（{kind}）。换一种连接方式，或装好再试"
        )
        raise PrinterError(text.format(name=device.name, kind=device.connection))
    return transport


def _host_and_port(device: Device, address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":") if ":" in address else (address, "", str(RAW_PORT))
    return host, _number(device, port)


def _usb_ids(device: Device, address: str) -> tuple[int, int]:
    vendor, _, product = address.partition(":")
    try:
        return int(vendor, 16), int(product, 16)
    except ValueError:
        raise _bad_address(device) from None


def _number(device: Device, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise _bad_address(device)
    return int(text)


def _bad_address(device: Device) -> InvalidInput:
    examples = {
        Connection.NETWORK: "192.168.1.50",
        Connection.USB: "0416:5011",
        Connection.SERIAL: "COM3@9600",
        Connection.PORT: "LPT1",
    }
    text = translate("printing", "打印机“{name}”的地址“{address}”看不懂。填如 {example}")
    example = examples.get(device.connection, "D:/print")
    return InvalidInput(
        text.format(name=device.name, address=device.address, example=example), field="address"
    )


def _driver_errors() -> tuple[type[BaseException], ...]:
    """What the transports raise when a device fails; python-escpos also asserts and RuntimeErrors."""
    from escpos.exceptions import Error

    failures = (OSError, Error, RuntimeError, AssertionError, subprocess.SubprocessError)
    if sys.platform == "win32":
        import pywintypes

        return (*failures, pywintypes.error)
    return failures
