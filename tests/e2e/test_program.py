"""A day at one window: in, work, lock, another language, out; and somebody who starts the program twice."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.services import save_product
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.appearance import Appearance
from jxc_desktop.shell.new_shop import NewShop, make_shop
from jxc_desktop.shell.one_window import ring
from jxc_desktop.shell.open_shop_dialog import OpenShopDialog
from jxc_desktop.shop.services import add_user
from jxc_desktop.shop.ui.login_dialog import LoginDialog
from jxc_desktop.widgets.tokens import DARK
from tests.e2e.conftest import GOOD, SLOW


@pytest.fixture
def come_in(program, target, qtbot):
    """`come_in(password, name)`: log in at the door and wait for the window."""

    def enter(password=GOOD, name="owner"):
        if program.office is None and program.entrance.dialog is None:
            program.start(target)
        qtbot.waitUntil(lambda: isinstance(program.entrance.dialog, LoginDialog), timeout=SLOW)
        dialog = program.entrance.dialog
        dialog.name.setText(name)
        dialog.password.setText(password)
        dialog.enter.click()
        qtbot.waitUntil(lambda: program.entrance.dialog is None, timeout=SLOW)
        return program.office

    return enter


def test_the_first_start_asks_for_a_shop_and_leads_into_it(program, tmp_path, qtbot):
    program.start()
    assert isinstance(program.entrance.dialog, OpenShopDialog)
    path = tmp_path / "first.jxc"
    make_shop(NewShop(path, "新店", "small", "2026-11"))
    program.entrance.dialog.chosen.emit(str(path))
    qtbot.waitUntil(lambda: program.office is not None, timeout=SLOW)
    office = program.office
    assert office.window.isVisible()
    assert "还没有密码" in office.messages.current.text
    office.window.window_actions["lock"].trigger()
    assert "锁不了" in office.messages.current.text
    assert office.window.isVisible()


def test_the_shop_of_last_time_opens_by_itself(program, come_in, target):
    come_in()
    program.leave_shop(then_choose=False)
    program.start()
    assert isinstance(program.entrance.dialog, LoginDialog)
    assert program.entrance.dialog.name.text() == "owner"


def test_lamps_turn_green_by_themselves(program, come_in, qtbot):
    office = come_in()
    bar = office.window.top_bar
    qtbot.waitUntil(lambda: bar.backup.light.tone == "ok", timeout=SLOW)
    qtbot.waitUntil(lambda: bar.consistency.light.tone == "ok", timeout=SLOW)
    bar.consistency.click()
    assert type(office.window.desk.tabs.current_pane()).__name__ == "HealthPane"


def test_locking_keeps_the_window_and_only_who_knows_comes_back(program, come_in, qtbot):
    office = come_in()
    pane = office.window.desk.open("product")
    office.window.window_actions["lock"].trigger()
    assert not office.window.isVisible()
    office.come_forward()
    assert not office.window.isVisible(), "a second start must not unlock it"
    program.entrance.dialog.reject()
    assert isinstance(program.entrance.dialog, LoginDialog), "Esc must not unlock it"
    assert come_in() is office
    assert office.window.isVisible()
    assert office.window.desk.tabs.current_pane() is pane


def test_somebody_else_gets_a_window_of_their_own(program, come_in, qtbot):
    office = come_in()
    with office.seat.database.transaction(office.seat.actor) as session:
        add_user(session, "zhoumin", ["cashier"], Secret("kuan tai 88 hao"))
    office.window.window_actions["switch_user"].trigger()
    assert program.entrance.dialog is not None
    other = come_in("kuan tai 88 hao", "zhoumin")
    assert other is not office
    assert other.seat.actor.name == "zhoumin"
    names = {spec.name for spec in other.window.desk.specs}
    assert "user" not in names
    assert "till" in names


def test_changing_ones_mind_about_switching_goes_back(program, come_in):
    office = come_in()
    office.window.window_actions["switch_user"].trigger()
    program.entrance.dialog.reject()
    assert office.window.isVisible()
    assert program.office is office


def test_theme_and_language_change_while_it_runs(program, come_in, qapp, qtbot):
    office = come_in()
    office.change_appearance(Appearance("dark", language="zh"))
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg
    before = office.window
    office.change_appearance(Appearance("light", language="en"))
    assert office.window is not before
    assert office.window.isVisible()
    assert not before.isVisible()
    office.change_appearance(Appearance("light", language="zh"))
    assert office.window.window_actions["lock"].text() == "锁屏"


def test_a_second_start_raises_the_first_window(program, come_in, target, qtbot):
    office = come_in()
    rung = []
    office.doorbell.rung.connect(lambda: rung.append(True))
    ringing = (
        "import sys; from jxc_desktop.shell.one_window import ring; sys.exit(not ring(sys.argv[1]))"
    )
    second = subprocess.Popen([sys.executable, "-c", ringing, target])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=SLOW)
    assert second.returncode == 0
    assert rung == [True]


def test_nobody_answers_for_a_shop_that_is_not_open(tmp_path):
    assert not ring(str(tmp_path / "nowhere.jxc"))


def test_a_scan_opens_the_goods_card_from_anywhere(program, come_in, qtbot):
    from jxc_desktop.catalog.drafts import BarcodeDraft

    office = come_in()
    with office.seat.database.transaction(office.seat.actor) as session:
        save_product(
            session, ProductDraft("佳禾原味酸奶", barcodes=(BarcodeDraft("6902334501274"),))
        )
    office.window.desk.open("health")
    office.scans.take("6902334501274")
    tabs = office.window.desk.tabs
    qtbot.waitUntil(lambda: type(tabs.current_pane()).__name__ == "ProductPane", timeout=SLOW)
    assert "佳禾原味酸奶" in office.messages.current.text
    office.scans.take("6900000000001") if not tabs.current_pane().take_scan("x") else None


def test_an_unknown_scan_is_told(program, come_in, qtbot):
    office = come_in()
    office.window.desk.open("health")
    office.scans.take("6909999999999")
    qtbot.waitUntil(lambda: office.messages.current is not None, timeout=SLOW)
    assert "没有这个条码 6909999999999" in office.messages.current.text


def test_closing_makes_the_last_backup_and_lets_go_of_the_shop(
    program, come_in, target, tmp_path, qtbot
):
    come_in()
    program.office.window.close()
    qtbot.waitUntil(lambda: program.ended == [True], timeout=SLOW)
    assert program.office is None
    assert list((tmp_path / "usb").glob("*.jxc"))
    assert not Path(f"{target}-wal").exists() or Path(f"{target}-wal").stat().st_size == 0
    from jxc_desktop.shell.opened_shop import open_for_window

    open_for_window(target).close()


def test_another_shop_is_opened_from_the_menu(program, come_in, qtbot):
    come_in()
    program.office.window.window_actions["open_shop"].trigger()
    qtbot.waitUntil(lambda: isinstance(program.entrance.dialog, OpenShopDialog), timeout=SLOW)
    assert program.office is None
    assert program.ended == []


def test_the_owners_first_password_closes_the_doors(program, tmp_path, qtbot, monkeypatch):
    from jxc_desktop.shell import password_dialog

    shown = []
    monkeypatch.setattr(password_dialog.CodesDialog, "exec", lambda self: shown.append(self) or 1)
    path = tmp_path / "open.jxc"
    make_shop(NewShop(path, "新店", "small", "2026-11"))
    program.start(str(path))
    qtbot.waitUntil(lambda: program.office is not None, timeout=SLOW)
    office = program.office
    office.ask_password()
    [dialog] = office._dialogs
    dialog.new.first.setText(GOOD)
    dialog.new.again.setText(GOOD)
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=SLOW)
    office.window.window_actions["lock"].trigger()
    assert not office.window.isVisible()
