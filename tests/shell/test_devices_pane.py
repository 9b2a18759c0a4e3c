"""The wizard for what hangs on this PC: every device tried out, and told in words how it went."""

import socket
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from jxc_desktop.core.sql import Statement
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.label_job import LabelLanguage, LabelPrinter
from jxc_desktop.shell import customer_display
from jxc_desktop.shell.customer_display import CustomerDisplay, display_choice
from jxc_desktop.shell.device_trials import TEST_CODE
from jxc_desktop.shell.devices_pane import DevicesPane
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import Printers
from jxc_desktop.shell.serial_devices import SerialScale, SerialScanner
from tests.conftest import actor_with
from tests.deskwork import context_of
from tests.printing.pole_sim import PoleSim
from tests.printing.roll import printed
from tests.shell.test_serial_devices import Wire

__all__ = ["context_of"]


class NetworkPrinter:
    """A receipt printer at a port of this machine: `took` are the bytes of each connection."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        self.took: list[bytes] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _who = self._server.accept()
            except OSError:
                return
            parts = []
            with connection:
                while part := connection.recv(65536):
                    parts.append(part)
            self.took.append(b"".join(parts))

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()


@pytest.fixture
def printer():
    made = NetworkPrinter()
    yield made
    made.close()


@pytest.fixture
def pane_of(qtbot, context_of, database, tmp_path):
    """`pane_of(role)`: the wizard of a PC without any device."""
    kept = []

    def show(role: str = "owner") -> DevicesPane:
        context = context_of(database, actor_with(role))
        settings = context.settings
        paper = PrintDesk(
            tmp_path / "spool", context.clock, Printers(settings, tmp_path), context.messages
        )
        display = CustomerDisplay(settings, lambda: None)
        scale, scanner = SerialScale(settings), SerialScanner(settings)
        asked = []
        more = {
            "paper": paper, "display": display, "scale": scale, "scanner": scanner,
            "ask": asked.append, "asked": asked,
        }  # fmt: skip
        pane = DevicesPane(replace(context, more=more))
        kept.extend((paper, display, scale, scanner))
        qtbot.addWidget(pane)
        pane.resize(1366, 700)
        pane.show()
        return pane

    yield show
    for device in kept:
        device.close()


def on_network(pane: DevicesPane, address: str) -> None:
    printers = pane.context.more["paper"].printers
    printers.keep(Device("receipt", Connection.NETWORK, address))


def test_the_self_test_page_comes_out_and_its_code_is_what_the_scanner_card_waits_for(
    pane_of, printer, qtbot
):
    pane = pane_of()
    assert pane.receipt.told.text() == "没有小票机，小票存成 PDF"
    on_network(pane, printer.address)
    pane.receipt.trial.click()
    qtbot.waitUntil(lambda: pane.receipt.told.text().startswith("送出去了"))
    qtbot.waitUntil(lambda: bool(printer.took))
    paper = printed(printer.took[0])
    assert paper.texts[0].strip() == "自检页"
    assert "12345678901234567890123456789012" in paper.texts
    assert paper.barcodes == [TEST_CODE]
    pane.take_scan(TEST_CODE)
    assert pane.scanner.told.text() == "扫码枪正常：和自检页上印的一样"


# python-escpos forgets to close the socket of a refused connection.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_printer_that_does_not_answer_is_told_with_what_to_do(pane_of, qtbot):
    pane = pane_of()
    on_network(pane, "127.0.0.1:9")
    pane.receipt.trial.click()
    qtbot.waitUntil(lambda: "连不上（127.0.0.1:9）" in pane.receipt.told.text())
    assert "按住走纸键" in pane.receipt.told.text()
    assert pane.receipt.told.tone == "bad"


def test_the_drawer_is_opened_and_that_is_on_record(pane_of, printer, qtbot, database, owner):
    pane = pane_of()
    pane.drawer.trial.click()
    assert pane.drawer.told.text() == "没有小票机，开不了钱箱。先设好小票机"
    on_network(pane, printer.address)
    pane.drawer.trial.click()
    qtbot.waitUntil(lambda: pane.drawer.told.text().startswith("送出去了"))
    qtbot.waitUntil(lambda: bool(printer.took))
    assert b"\x1bp\x00\x19\xfa" in printer.took[0]
    with database.reading(owner) as session:
        acts = Statement("SELECT count(*) FROM audit WHERE action = 'drawer.open'").one(session)
    assert acts[0] == 1


def test_who_may_not_open_the_drawer_does_not_here_either(pane_of):
    role = next(r for r in ("accountant", "warehouse") if not actor_with(r).may("pos.open_drawer"))
    assert not pane_of(role).drawer.trial.isEnabled()


def test_a_label_is_printed_in_the_language_of_the_printer(pane_of, printer, qtbot):
    pane = pane_of()
    printers = pane.context.more["paper"].printers
    device = Device("labels", Connection.NETWORK, printer.address, drawer=False)
    printers.keep_labels(LabelPrinter(device, LabelLanguage.TSPL))
    pane.labels.trial.click()
    qtbot.waitUntil(lambda: pane.labels.told.text().startswith("送出去了"))
    qtbot.waitUntil(lambda: bool(printer.took))
    assert printer.took[0].startswith(b"SIZE 40")


def test_slow_keys_and_wrong_cases_are_told_as_what_to_set(pane_of, qtbot):
    pane = pane_of()
    card = pane.scanner
    card.field.setFocus()
    for place, key in enumerate("690123"):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(key), Qt.KeyboardModifier.NoModifier, key)
        event.setTimestamp(1_000 + 45 * place)
        QCoreApplication.sendEvent(card.field, event)
    assert "手打的，或扫码枪太慢" in card.told.text()
    pane.take_scan(TEST_CODE.lower())
    assert "大小写反了" in card.told.text()
    pane.take_scan("6901234567892")
    assert card.told.text() == "扫到 6901234567892，13 位"
    composing = QInputMethodEvent("wo", [])
    QCoreApplication.sendEvent(card.field, composing)
    composing.setCommitString("我")
    QCoreApplication.sendEvent(card.field, composing)
    assert "中文输入法或全角" in card.told.text()


def test_a_pole_display_is_kept_and_tried(pane_of, qtbot, monkeypatch):
    monkeypatch.setattr(customer_display, "TRIAL_STAYS", 600)
    pole = PoleSim()
    pane = pane_of()
    pane.display.port.setCurrentText(pole.address)
    pane.display.trial.click()
    qtbot.waitUntil(lambda: pole.look()[0] == "试一下          1.00")
    assert display_choice(pane.context.settings).pole == pole.address
    qtbot.waitUntil(lambda: pole.look()[1] == "      欢迎光临      ")
    pane.display.port.setCurrentText("")
    pane.display.trial.click()
    assert pane.display.told.text() == "没有用"
    pole.unplug()


def test_a_scale_is_heard_while_it_weighs(pane_of, qtbot):
    wire = Wire()
    pane = pane_of()
    pane.scale.port.setCurrentText(wire.address)
    pane.scale.keep()

    def weighed() -> bool:
        wire.say(b"ST,GS,+  0.752kg\r\n")
        return pane.scale.told.text() == "0.752 千克，稳"

    qtbot.waitUntil(weighed)
    pane.scale.port.setCurrentText("")
    pane.scale.keep()
    assert pane.scale.told.text() == "没有接秤"
    wire.unplug()


def test_the_dialogs_of_the_printers_are_one_press_away(pane_of):
    pane = pane_of()
    for card, name in ((pane.receipt, "printers"), (pane.labels, "label_printer")):
        buttons = [b for b in card.findChildren(type(card.trial)) if b.text() == "设置…"]
        buttons[0].click()
        assert pane.context.more["asked"][-1] == name
