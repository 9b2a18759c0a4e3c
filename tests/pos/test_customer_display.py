"""The display that faces the customer: what is scanned, what it comes to, the change, and the shop's name."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.pos.ui import customer_feed
from jxc_desktop.pos.ui.customer_feed import SOON
from jxc_desktop.printing.pole import PoleCharset
from jxc_desktop.shell.customer_display import CustomerDisplay, DisplayChoice, display_choice
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.pos.conftest import APPLES, MILK, WATER
from tests.printing.pole_sim import PoleSim


@pytest.fixture
def settings(tmp_path):
    return UiSettings(tmp_path / "devices.ini")


@pytest.fixture
def display(qtbot, settings):
    """`display(choice)`: the displays of a machine set up like this."""
    made = []

    def make(choice: DisplayChoice) -> CustomerDisplay:
        display = CustomerDisplay(settings, lambda: None)
        display.choose(choice)
        made.append(display)
        return display

    yield make
    for each in made:
        each.close()


@pytest.fixture
def pole():
    made = PoleSim()
    yield made
    made.unplug()


def test_the_window_shows_lines_sum_and_change_and_the_shop_when_idle(
    open_till, display, qtbot, monkeypatch
):
    monkeypatch.setattr(customer_feed, "CHANGE_STAYS", 400)
    shown = display(DisplayChoice(window=True))
    till = open_till(show_customer=shown.show)
    window = shown.window
    qtbot.waitUntil(lambda: window.words() == "我的店")
    till.ring_up(WATER, MILK, lines=2)
    qtbot.waitUntil(lambda: "应收 57.00" in window.words())
    assert window.words().splitlines() == [
        "清溪天然水  1 瓶 × 2.00  2.00", "晨牧纯牛奶  1 箱 × 55.00  55.00", "2 行 ", "应收 57.00",
    ]  # fmt: skip
    till.enter("//-2")
    qtbot.waitUntil(lambda: "已优惠 2.00\n应收 55.00" in window.words())
    till.enter("=100")
    qtbot.waitUntil(lambda: "收款 100.00\n找零 45.00" in window.words())
    qtbot.waitUntil(lambda: window.words() == "我的店")


def test_a_new_scan_ends_the_change(open_till, display, qtbot):
    shown = display(DisplayChoice(window=True))
    till = open_till(show_customer=shown.show)
    till.ring_up(WATER, lines=1)
    till.enter("=5")
    qtbot.waitUntil(lambda: "找零 3.00" in shown.window.words())
    till.ring_up(APPLES, lines=1)
    qtbot.waitUntil(lambda: "应收 9.96" in shown.window.words())


def test_a_burst_of_scans_is_one_picture(open_till, display, qtbot):
    shown = display(DisplayChoice(window=True))
    till = open_till(show_customer=shown.show)
    qtbot.waitUntil(lambda: shown.window.words() == "我的店")
    qtbot.wait(2 * SOON)
    before = shown.window.painted
    till.scan(*[WATER, MILK] * 20)
    till.until(lambda: len(till.ticket.lines) == 40)
    assert shown.window.painted == before
    qtbot.waitUntil(lambda: "40 行" in shown.window.words())
    assert len(shown.window.shown.lines) == 9
    assert till.ticket.due == 20 * 5700
    qtbot.wait(2 * SOON)
    assert shown.window.painted <= before + 2


def test_the_window_takes_no_keys(display):
    window = display(DisplayChoice(window=True)).window
    assert window.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_a_pole_shows_the_last_line_the_sum_and_the_change(open_till, display, pole, qtbot):
    shown = display(DisplayChoice(pole=f"{pole.address}@9600"))
    till = open_till(show_customer=shown.show)
    qtbot.waitUntil(lambda: pole.look() == ["       我的店       ", "      欢迎光临      "])
    till.ring_up(MILK, lines=1)
    qtbot.waitUntil(lambda: pole.look() == ["晨牧纯牛奶     55.00", "合计           55.00"])
    till.enter("=60")
    qtbot.waitUntil(lambda: pole.look() == ["收款           60.00", "找零            5.00"])


def test_a_pole_that_is_gone_is_told_once_and_the_till_sells_on(open_till, display, qtbot):
    shown = display(DisplayChoice())
    told = []
    shown.failed.connect(told.append)
    shown.choose(DisplayChoice(pole="/dev/there-is-none"))
    till = open_till(show_customer=shown.show)
    till.ring_up(WATER, MILK, lines=2)
    qtbot.waitUntil(lambda: bool(told))
    till.enter("=100")
    till.until(lambda: till.printed)
    qtbot.wait(3 * SOON)
    assert told == ["串口 /dev/there-is-none 打不开。看线插好没有、别的程序是不是占着它"]


def test_the_choice_is_kept_for_this_machine(display, settings):
    choice = DisplayChoice(window=True, pole="", charset=PoleCharset.ASCII)
    display(choice).close()
    assert display_choice(settings) == choice
    settings.write("devices/display", {"window": 1})
    assert display_choice(settings) == DisplayChoice()


def test_without_a_display_nothing_is_shown_and_nothing_is_slower(open_till, display):
    shown = display(DisplayChoice())
    assert not shown.active
    till = open_till(show_customer=shown.show)
    till.ring_up(WATER, lines=1)
    assert Decimal(till.ticket.due) == 200
