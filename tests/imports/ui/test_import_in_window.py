"""The import in its place: in the menu of those who may, opened from a list, with a real backup before it."""

from PySide6.QtGui import QKeySequence

from jxc_desktop.catalog.queries import ProductFilter, count_products
from jxc_desktop.imports.ui.import_pane import ImportPane
from jxc_desktop.imports.ui.stages import Stage
from jxc_desktop.safety.catalogue import backups_in
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.widgets.actions import action_named
from tests.conftest import actor_with
from tests.imports.ui.conftest import Hands, K
from tests.shell.conftest import devices, dressed, seat_of, settings, window_of

__all__ = ["devices", "dressed", "seat_of", "settings", "window_of"]


def test_the_list_of_goods_opens_the_import_of_goods(window_of, owner, qtbot):
    window = window_of(owner)
    window.desk.open("customer")
    action_named(window.desk.tabs.current_pane(), "bring_in").trigger()
    pane = window.desk.tabs.current_pane()
    assert isinstance(pane, ImportPane)
    assert pane.face.file_page.kind_box.currentText() == "客户"
    assert pane.face.file_page.path_field.hasFocus()


def test_who_may_not_import_has_no_such_pane(window_of):
    window = window_of(actor_with("sales"))
    assert window.desk.spec_of("import") is None
    assert "pane-import" not in {
        item.objectName() for item in window.menus.menus["tools"].actions()
    }


def test_no_key_of_the_import_belongs_to_the_window(window_of, owner):
    window = window_of(owner)
    pane = window.desk.open("import", "products")
    taken = {item.shortcut() for item in window.actions() if not item.shortcut().isEmpty()}
    own = {key for item in pane.actions() for key in item.shortcuts()}
    assert {key.toString() for key in own & taken} == set()
    assert QKeySequence("Alt+N") in own


def test_goods_come_in_after_a_proven_backup(window_of, owner, database, dirty, qtbot, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    with database.transaction(owner) as session:
        put_setting(session, "backup_folder", str(folder))
    window = window_of(owner)
    window.activateWindow()
    pane = window.desk.open("import", "products")
    hands = Hands(qtbot, pane)
    hands.bring(dirty())
    for _step in range(4):
        hands.press(K.Key_F12)
    assert pane.stage is Stage.REPORT
    [backup] = backups_in(folder)
    assert backup.manifest.verified
    assert backup.path.name in pane.face.report_page.facts.text()
    with database.reading(owner) as session:
        assert count_products(session, ProductFilter()) == 30


def test_without_a_folder_for_backups_the_import_says_so(window_of, owner, dirty, qtbot):
    window = window_of(owner)
    window.activateWindow()
    hands = Hands(qtbot, window.desk.open("import", "products"))
    hands.bring(dirty())
    for _step in range(4):
        hands.press(K.Key_F12)
    assert hands.pane.face.write_page.backup.text() == "没有备份：设置里没有选备份文件夹"
