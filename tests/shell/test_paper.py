"""Paper: a slip reaches the printer or stays owed and is told; the printers of this machine."""

import pytest

from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.errors import NotFound
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.label import Label
from jxc_desktop.printing.label_job import LabelLanguage, LabelPrinter
from jxc_desktop.printing.slip import Line, Slip
from jxc_desktop.shell.label_printer_dialog import LabelPrinterDialog
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import LABELS, RECEIPT, Printers
from jxc_desktop.shell.printers_dialog import PrintersDialog
from jxc_desktop.widgets.messages import Messages, Tone

CLOCK = fixed_clock(2026, 11, 20, 10, 42)
SLIP = Slip("顺和副食商行", (Line("清溪天然水", "12.00"),))


@pytest.fixture
def printers(settings, tmp_path):
    return Printers(settings, tmp_path / "papers")


@pytest.fixture
def desk(dressed, printers, tmp_path, qtbot):
    desk = PrintDesk(tmp_path / "spool", CLOCK, printers, Messages(CLOCK))
    desk.lights = []
    desk.light.connect(desk.lights.append)
    yield desk
    desk.close()


def test_without_a_printer_a_receipt_becomes_a_pdf(desk, tmp_path, qtbot):
    went = []
    desk.print_slip(SLIP, kind="receipt", number="LS01202611200001", then=went.append)
    qtbot.waitUntil(lambda: bool(went), timeout=20_000)
    assert went[0].state == "done"
    [paper] = (tmp_path / "papers").iterdir()
    assert paper.read_bytes().startswith(b"%PDF")
    assert desk.lights[-1].text == "打印机 存成文件"
    assert desk.prints_of("LS01202611200001", "receipt") == 1


def test_a_printer_that_is_gone_is_told_and_tried_again(desk, printers, tmp_path, qtbot):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    printers.keep(Device(RECEIPT, Connection.FOLDER, str(blocked)))
    desk.print_slip(SLIP, kind="receipt", number="LS01202611200001")
    messages = desk._messages
    qtbot.waitUntil(lambda: messages.current is not None, timeout=20_000)
    assert messages.current.tone is Tone.ERROR
    assert desk.lights[-1].tone == "bad"
    blocked.unlink()
    messages.current.links[0].run()
    qtbot.waitUntil(lambda: desk.lights[-1].text == "打印机 就绪", timeout=20_000)
    assert len(list(blocked.iterdir())) == 1


def test_drawn_pages_say_where_they_lie(desk, qtbot):
    desk.print_pdf(b"%PDF-1.4 pages", kind="sales_delivery", number="XSCK202611200001")
    messages = desk._messages
    qtbot.waitUntil(lambda: messages.current is not None, timeout=20_000)
    assert "XSCK202611200001 已存成 PDF" in messages.current.text


def test_printers_are_remembered_and_broken_memory_is_not_used(printers, settings):
    kept = Device(RECEIPT, Connection.NETWORK, "192.168.1.50", knife=False)
    printers.keep(kept)
    assert Printers(settings, printers._folder).receipt() == kept
    settings.write("printers/receipt", {"connection": "telepathy"})
    assert printers.receipt().takes_pdf
    with pytest.raises(NotFound):
        printers.named("gone")


def test_the_printer_is_set_up_in_a_dialog(desk, printers, qtbot, tmp_path):
    dialog = PrintersDialog(desk, CLOCK.local(CLOCK.milliseconds()))
    qtbot.addWidget(dialog)
    dialog.connection.setCurrentIndex(dialog.connection.findData("usb"))
    dialog.address.setText("")
    dialog.keep()
    assert "地址" in dialog.problem.text()
    dialog.address.setText("0416:5011")
    dialog.roll.setCurrentIndex(dialog.roll.findData("80"))
    dialog.keep()
    assert printers.receipt().connection is Connection.USB
    assert printers.receipt().roll.value == "80"


def test_a_trial_slip_tells_how_it_went(desk, qtbot, tmp_path):
    dialog = PrintersDialog(desk, CLOCK.local(CLOCK.milliseconds()))
    qtbot.addWidget(dialog)
    dialog.try_out()
    assert "送出去了" in dialog.problem.text()
    assert len(list((tmp_path / "papers").iterdir())) == 1
    dialog.connection.setCurrentIndex(dialog.connection.findData("port"))
    dialog.address.setText(str(tmp_path / "no" / "such" / "port"))
    dialog.try_out()
    assert "连不上" in dialog.problem.text()


TAG = Label("清溪天然水", "￥2.00/瓶", "6902334501274")


def test_without_a_label_printer_labels_become_a_pdf(desk, tmp_path, qtbot):
    went = []
    desk.print_labels([TAG], kind="shelf_label", number="TJ202611200001", then=went.append)
    qtbot.waitUntil(lambda: bool(went), timeout=20_000)
    [paper] = (tmp_path / "papers").iterdir()
    assert paper.read_bytes().startswith(b"%PDF")
    assert "已存成 PDF" in desk._messages.current.text


def test_labels_go_to_the_label_printer_in_its_language(desk, printers, tmp_path, qtbot):
    device = Device(LABELS, Connection.FOLDER, str(tmp_path / "tags"), drawer=False)
    printers.keep_labels(LabelPrinter(device, LabelLanguage.TSPL, "60×40"))
    went = []
    desk.print_labels([TAG], kind="shelf_label", number="TJ202611200001", then=went.append)
    qtbot.waitUntil(lambda: bool(went), timeout=20_000)
    [file] = (tmp_path / "tags").iterdir()
    assert file.read_bytes().startswith(b"SIZE 60 mm,40 mm")


def test_the_label_printer_is_set_up_in_a_dialog_and_remembered(printers, settings, qtbot):
    dialog = LabelPrinterDialog(printers)
    qtbot.addWidget(dialog)
    assert dialog.printer().language is LabelLanguage.ROLL
    assert not dialog.address.isEnabled()
    dialog.language.setCurrentIndex(dialog.language.findData("zpl"))
    dialog.stock.setCurrentIndex(dialog.stock.findData("50×30"))
    dialog.keep()
    assert "地址" in dialog.problem.text()
    dialog.address.setText("192.168.1.51")
    dialog.keep()
    kept = Printers(settings, printers._folder).labels()
    assert (kept.language, kept.stock) == (LabelLanguage.ZPL, "50×30")
    assert (kept.device.name, kept.device.address) == (LABELS, "192.168.1.51")
    assert printers.named(LABELS) == kept.device
    again = LabelPrinterDialog(printers)
    qtbot.addWidget(again)
    assert again.printer() == kept


def test_a_broken_memory_of_the_label_printer_is_not_used(printers, settings):
    for kept in (
        {"language": "zpl", "stock": "1×1", "device": {}},
        {"language": "braille", "stock": "40×30", "device": {}},
        {"language": "tspl", "stock": "40×30"},
    ):
        settings.write("printers/labels", kept)
        assert printers.labels() == LabelPrinter(printers.paper())
