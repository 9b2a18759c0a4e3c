"""A scale and a scanner on serial ports, played by pseudo-terminals."""

import os
import tty

import pytest

from jxc_desktop.core.errors import UserError
from jxc_desktop.printing import ports
from jxc_desktop.shell.serial_devices import SerialScale, SerialScanner
from jxc_desktop.widgets.ui_settings import UiSettings


class Wire:
    """The far end of a serial cable."""

    def __init__(self) -> None:
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.address = os.ttyname(self._slave)

    def say(self, data: bytes) -> None:
        os.write(self._master, data)

    def unplug(self) -> None:
        for end in (self._master, self._slave):
            os.close(end)


@pytest.fixture
def wire():
    made = Wire()
    yield made
    made.unplug()


@pytest.fixture
def settings(tmp_path):
    return UiSettings(tmp_path / "devices.ini")


def plugged(qtbot, device, wire):
    """The device once it listens: what is said before the port is open is lost, as on a real one."""
    heard = []
    device.heard.connect(heard.append)
    device.choose(wire.address)

    def answers() -> bool:
        if not heard:
            wire.say(b"\x00\r")
        return bool(heard)

    qtbot.waitUntil(answers)
    return device


@pytest.fixture
def scale(qtbot, settings, wire):
    made = plugged(qtbot, SerialScale(settings), wire)
    yield made
    made.close()


@pytest.fixture
def scanner(qtbot, settings, wire):
    made = plugged(qtbot, SerialScanner(settings), wire)
    yield made
    made.close()


def why_not(scale) -> str:
    with pytest.raises(UserError) as told:
        scale.weight()
    return told.value.message


def test_a_weight_that_stands_still_is_taken(scale, wire, qtbot):
    assert why_not(scale) == "电子秤没有回答。看电源和线，再按一次"
    with qtbot.waitSignal(scale.weighed):
        wire.say(b"US,GS,+  0.750kg\r\n")
    assert why_not(scale) == "秤还没稳。放稳了再按"
    with qtbot.waitSignal(scale.weighed):
        wire.say(b"ST,GS,+  0.752kg\r\n")
    assert scale.weight() == 7_520


def test_nothing_too_much_and_old_weights_are_refused(settings, wire, qtbot):
    moment = [0.0]
    scale = plugged(qtbot, SerialScale(settings, now=lambda: moment[0]), wire)
    for said, told in ((b"ST,GS,+0.000kg\r", "没有东西"), (b"OL,GS,+-----\r", "太重")):
        with qtbot.waitSignal(scale.weighed):
            wire.say(said)
        assert told in why_not(scale)
    with qtbot.waitSignal(scale.weighed):
        wire.say(b"ST,GS,+0.100kg\r")
    moment[0] += 2
    assert "没有回答" in why_not(scale)
    scale.close()


def test_without_a_scale_it_is_said_where_to_choose_one(qapp, settings):
    assert "到“设备”里选它的串口" in why_not(SerialScale(settings))


def test_codes_come_whole_with_any_ending_or_none(scanner, wire, qtbot):
    heard = []
    scanner.scanned.connect(heard.append)
    wire.say(b"6901234567892\r\n69012")
    qtbot.waitUntil(lambda: len(heard) == 1)
    wire.say(b"34567892\r")
    qtbot.waitUntil(lambda: heard == ["6901234567892", "6901234567892"])
    wire.say("批次A1".encode())
    qtbot.waitUntil(lambda: heard[2:] == ["批次A1"])


def test_a_port_that_is_gone_is_told_once_and_tried_again(qapp, settings, qtbot, monkeypatch):
    monkeypatch.setattr(ports, "AGAIN", 0.02)
    told = []
    scanner = SerialScanner(settings)
    scanner.failed.connect(told.append)
    scanner.choose("/dev/there-is-none")
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(100)
    assert len(told) == 1
    assert "打不开" in scanner.problem
    scanner.close()
