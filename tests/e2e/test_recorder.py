"""The PC broke and yesterday's file came back: the program says what is missing and gets it back by one key."""

import shutil

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.db import Database
from jxc_desktop.safety.recorder import Standing, recorder_of
from jxc_desktop.shop.ui.login_dialog import LoginDialog
from tests.e2e.conftest import GOOD, SLOW
from tests.shopkeeping import a_product, a_supplier, line, receive


@pytest.fixture
def come_in(program, target, qtbot):
    def enter():
        program.start(target)
        qtbot.waitUntil(lambda: isinstance(program.entrance.dialog, LoginDialog), timeout=SLOW)
        dialog = program.entrance.dialog
        dialog.name.setText("owner")
        dialog.password.setText(GOOD)
        dialog.enter.click()
        qtbot.waitUntil(lambda: program.office is not None, timeout=SLOW)
        return program.office

    return enter


@pytest.fixture
def old_file_is_back(program, come_in, target, tmp_path, qtbot):
    """Two receipts were posted at a window; then the file of before came back. Their number on return."""
    (tmp_path / "usb").mkdir(exist_ok=True)
    office = come_in()
    flight = office.flight.recording
    qtbot.waitUntil(lambda: flight._served > 0 and not flight.problem, timeout=SLOW)
    database = Database(target)
    with database.transaction(office.seat.actor) as session:
        goods, supplier = a_product(session), a_supplier(session)
    database.close()
    old = tmp_path / "old.jxc"
    _copied(office.seat.database, old)
    for _ in range(2):
        with office.seat.database.transaction(office.seat.actor) as session:
            receive(session, supplier, [line(goods, 5, 3)])
    program.leave_shop(then_choose=False)
    shutil.copyfile(old, target)


def _copied(database, path):
    import sqlcipher3.dbapi2 as sqlite

    with database.raw() as source:
        copy = sqlite.connect(str(path))
        source.backup(copy)
        copy.close()


@pytest.mark.usefixtures("old_file_is_back")
def test_what_the_file_lost_is_told_at_the_start_and_posted_again_by_one_key(
    program, come_in, qtbot
):
    office = come_in()
    qtbot.waitUntil(
        lambda: office.messages.current is not None and "黑匣子" in office.messages.current.text,
        timeout=SLOW,
    )
    assert "少了单据" in office.messages.current.text
    office.messages.current.links[0].run()
    pane = office.window.desk.tabs.current_pane()
    qtbot.waitUntil(lambda: pane.lost.rowCount() == 2, timeout=SLOW)
    assert pane.state.chip.text == "账套少了单据"
    qtbot.keyClick(pane.grid, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: pane.state.chip.text == "和账套一致", timeout=SLOW)
    found = recorder_of(office.seat.database)
    assert found.compare().standing is Standing.EQUAL
    with office.seat.database.reading() as session:
        [count] = session.connection().exec_driver_sql("SELECT count(*) FROM goods_receipt").first()
    assert count == 2
    assert pane.lost.rowCount() == 0


def test_a_pane_of_a_shop_that_lost_nothing_says_so(program, come_in, tmp_path, qtbot):
    (tmp_path / "usb").mkdir(exist_ok=True)
    office = come_in()
    pane = office.window.desk.open("recorder")
    qtbot.waitUntil(
        lambda: pane.state.chip.text in {"和账套一致", "有单还没记上", "还没有记过"}, timeout=SLOW
    )
    assert str(tmp_path / "usb") in pane.place.text()
    qtbot.keyClick(pane.grid, Qt.Key.Key_F12)
    assert "不用补录" in office.messages.current.text
    qtbot.keyClick(
        pane.grid,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: "不用重新记" in office.messages.current.text, timeout=SLOW)


def test_a_folder_that_is_gone_is_told_once_with_a_way_to_look(program, come_in, qtbot, tmp_path):
    office = come_in()
    shutil.rmtree(tmp_path / "usb", ignore_errors=True)
    with office.seat.database.transaction(office.seat.actor) as session:
        a_product(session)
        receive(session, a_supplier(session), [line(1, 5, 3)])
    assert office.flight.recording.problem
    office.flight.look()
    assert office.messages.current.links[0].text == "看黑匣子"
    office.messages.info("别的")
    office.flight.look()
    assert office.messages.current.text == "别的"
