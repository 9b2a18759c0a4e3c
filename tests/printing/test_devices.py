import socket
import sys
from pathlib import Path
from threading import Thread

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.printing.devices import Connection, Device, printer_at
from jxc_desktop.printing.folder import FolderPrinter
from jxc_desktop.printing.job import drawer_job, slip_job
from jxc_desktop.printing.printer import PrinterError
from jxc_desktop.printing.slip import Roll
from tests.printing.roll import printed
from tests.printing.samples import NUMBER, receipt


class LanPrinter:
    """A printer on the network: takes one job and remembers it."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        self._got = b""
        self._thread = Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        connection, _ = self._server.accept()
        with connection, self._server:
            while part := connection.recv(4096):
                self._got += part

    def received(self) -> bytes:
        self._thread.join(10)
        return self._got


def test_a_network_printer_gets_every_byte() -> None:
    lan = LanPrinter()
    device = Device("小票机", Connection.NETWORK, lan.address, Roll.MM80)
    job = slip_job(receipt(Roll.MM80), device, kind="receipt", number=NUMBER)
    printer_at(device).send(job.payload(first_try=True, prints=0), NUMBER)
    paper = printed(lan.received())
    assert paper.barcodes == [NUMBER]
    assert (paper.kicks, paper.cuts) == (1, 1)


# python-escpos forgets to close the socket of a refused connection.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_printer_that_is_off_is_told_in_a_plain_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    device = Device("前台小票机", Connection.NETWORK, f"127.0.0.1:{port}")
    with pytest.raises(PrinterError, match="“前台小票机”连不上") as caught:
        printer_at(device).send(b"x", "LS1")
    assert not caught.value.may_have_printed


def test_a_port_that_breaks_off_may_have_printed() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    device = Device("老机器", Connection.PORT, "/dev/full")
    with pytest.raises(PrinterError, match="打到一半断了") as caught:
        printer_at(device).send(b"x", "LS1")
    assert caught.value.may_have_printed


def test_a_port_file_gets_the_bytes(tmp_path: Path) -> None:
    port = tmp_path / "lp0"
    port.touch()
    printer_at(Device("打印机", Connection.PORT, str(port))).send(b"\x1b@abc\n", "LS1")
    assert port.read_bytes() == b"\x1b@abc\n"


@pytest.mark.parametrize(
    ("connection", "module"), [(Connection.USB, "usb"), (Connection.SERIAL, "serial")]
)
def test_a_missing_driver_library_is_told_and_no_crash(
    connection: Connection, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from escpos.printer import serial, usb

    monkeypatch.setattr(usb, "_DEP_USB", False)
    monkeypatch.setattr(serial, "_DEP_PYSERIAL", False)
    address = "0416:5011" if connection is Connection.USB else "COM3@9600"
    with pytest.raises(PrinterError, match="驱动库") as caught:
        printer_at(Device("小票机", connection, address)).send(b"x", "LS1")
    assert module
    assert not caught.value.may_have_printed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has queues of its own")
def test_a_queue_the_system_does_not_know_is_told() -> None:
    with pytest.raises(PrinterError, match="连不上"):
        printer_at(Device("小票机", Connection.QUEUE, "no-such-queue")).send(b"x", "LS1")


@pytest.mark.parametrize(
    ("connection", "address"),
    [
        (Connection.NETWORK, "192.168.1.50:ninety"),
        (Connection.USB, "printer"),
        (Connection.NETWORK, " "),
        (Connection.FOLDER, ""),
    ],
)
def test_an_address_that_cannot_be_right_is_refused(connection: Connection, address: str) -> None:
    with pytest.raises(InvalidInput, match="看不懂") as caught:
        printer_at(Device("小票机", connection, address)).send(b"x", "LS1")
    assert caught.value.field == "address"


def test_a_folder_takes_each_job_once_whatever_it_is_called(tmp_path: Path) -> None:
    folder = FolderPrinter(tmp_path / "out")
    for data in (b"%PDF one", b"%PDF one", b"%PDF two", b"raw"):
        folder.send(data, "记-12/../x")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["记-12-x-2.pdf", "记-12-x.bin", "记-12-x.pdf"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PrinterError, match="写不进文件夹"):
        FolderPrinter(tmp_path / "file" / "below").send(b"x", "LS1")


def test_a_pdf_folder_gets_the_receipt_as_pdf(tmp_path: Path) -> None:
    device = Device("存档", Connection.PDF_FOLDER, str(tmp_path))
    job = slip_job(receipt(), device, kind="receipt", number=NUMBER)
    printer_at(device).send(job.payload(first_try=True, prints=0), NUMBER)
    assert (tmp_path / f"{NUMBER}.pdf").read_bytes().startswith(b"%PDF")


def test_the_drawer_is_kicked_only_where_one_hangs_and_only_on_the_first_try() -> None:
    with_drawer = Device("小票机", Connection.NETWORK, "10.0.0.9")
    without = Device("厨房", Connection.NETWORK, "10.0.0.9", drawer=False)
    job = slip_job(receipt(), with_drawer, kind="receipt", number=NUMBER)
    assert printed(job.payload(first_try=True, prints=0)).kicks == 1
    assert printed(job.payload(first_try=False, prints=1)).kicks == 0
    other = slip_job(receipt(), without, kind="receipt", number=NUMBER)
    assert printed(other.payload(first_try=True, prints=0)).kicks == 0
    assert (
        printed(drawer_job(with_drawer, number="KX1").payload(first_try=True, prints=0)).kicks == 1
    )
