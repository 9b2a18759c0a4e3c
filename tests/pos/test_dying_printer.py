"""G22 at the till: a receipt printer dies at each of twenty points; one sale, and a receipt or an open job."""

from contextlib import suppress

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from jxc_desktop.core.sql import Statement
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.escpos import Charset, drawer_kick
from jxc_desktop.printing.printer import PrinterError
from jxc_desktop.printing.slip import Roll
from jxc_desktop.shell import print_desk
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import Printers
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.pos.conftest import MILK, WATER
from tests.printing.roll import printed

pytestmark = pytest.mark.fault
POINTS = 20
KICK = drawer_kick()
SOLD = Statement("SELECT number FROM pos_sale ORDER BY id")
RECEIPT = Device("receipt", Connection.NETWORK, "10.0.0.9", Roll.MM80, Charset.GB18030)


class DyingPrinter:
    """Takes `point` twentieths of what is sent, then its cable is out; None dies no more.

    At point 0 it was never reached. `tries` are the bytes that arrived, of each try.
    """

    def __init__(self) -> None:
        self.point: int | None = None
        self.tries: list[bytes] = []

    def send(self, data: bytes, name: str) -> None:
        if self.point == 0:
            raise PrinterError("连不上")
        end = len(data) if self.point is None else len(data) * self.point // POINTS
        self.tries.append(data[:end])
        if self.point is not None:
            raise PrinterError("打到一半断了", may_have_printed=True)


@pytest.fixture
def printer(monkeypatch):
    made = DyingPrinter()
    monkeypatch.setattr(print_desk, "printer_at", lambda _device: made)
    return made


@pytest.fixture
def desk(qtbot, clock, tmp_path, printer):
    printers = Printers(UiSettings(tmp_path / "printers.ini"), tmp_path)
    printers.keep(RECEIPT)
    made = PrintDesk(tmp_path / "spool", clock, printers, Messages(clock))
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


def test_wherever_the_printer_dies_there_is_one_sale_and_a_receipt_or_an_open_job(
    open_till, desk, printer, qtbot, counter, owner
):
    database, _shift = counter
    done = []

    def print_slip(slip, *, kind, number, then=None):
        desk.print_slip(slip, kind=kind, number=number, then=done.append)

    till = open_till(print_slip=print_slip)
    for point in range(POINTS + 1):
        printer.point, printer.tries = point, []
        till.ring_up(MILK, WATER, lines=2)
        till.enter("=100")
        till.until(lambda count=point + 1: len(done) == count)
        till.until(lambda: not till.ticket.lines)
        job = done[-1]
        with database.reading(owner) as session:
            numbers = [row[0] for row in SOLD.all(session)]
        assert len(numbers) == point + 1
        assert (job.number, job.is_open) == (numbers[-1], True)

        printer.point = None
        with suppress(PrinterError):
            desk.retry_open()
        qtbot.waitUntil(lambda: not desk._spool.open_jobs())
        *broken, whole = printer.tries
        paper = printed(whole)
        assert paper.barcodes == [numbers[-1]]
        assert any("补打" in text for text in paper.texts) == bool(broken)
        assert sum(part.count(KICK) for part in printer.tries) <= 1
