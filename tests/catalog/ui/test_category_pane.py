"""商品类别 by keys: made, renamed, removed; what cannot be is said at the line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.queries import category_views
from jxc_desktop.catalog.services import save_product
from jxc_desktop.catalog.ui.category_pane import CategoryPane
from tests.conftest import actor_with
from tests.deskwork import context_of, settle, shown

__all__ = ["context_of"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def pane(qtbot, context_of, database, owner, said) -> CategoryPane:
    with database.transaction(owner) as session:
        for name, category in (("水", "食品/饮料"), ("茶", "食品/饮料"), ("皂", "日化")):
            save_product(session, ProductDraft(name, category=category))
    context = context_of(database, owner)
    context.messages.shown.connect(lambda message: message and said.append(message.text))
    return shown(qtbot, CategoryPane(context), (720, 480))


def tree(pane) -> list[tuple[str, int, int]]:
    return [(row.path, row.own, row.below) for row in pane.model.loaded_rows()]


def press(qtbot, pane, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or pane, key, modifier)
    settle(qtbot, pane)


def test_the_tree_says_how_many_goods_lie_where(pane):
    assert tree(pane) == [("日化", 1, 1), ("食品", 0, 2), ("食品/饮料", 2, 2)]
    assert pane.model.cell(2, 0).text == "　　饮料"


def test_a_category_is_renamed_in_its_place_and_the_goods_follow(qtbot, pane, said):
    pane.grid.setFocus()
    pane.grid.go_to(2)
    press(qtbot, pane, K.Key_F2)
    assert pane.name.selectedText() == "饮料"
    pane.name.setText("酒水")
    press(qtbot, pane, K.Key_Return)
    assert tree(pane)[2] == ("食品/酒水", 2, 2)
    assert (said[-1], pane.grid.current().name) == ("“饮料”改名为“酒水”", "酒水")
    assert pane.grid.hasFocus()


def test_a_name_that_cannot_be_is_told_at_the_line_and_stays_to_be_mended(qtbot, pane):
    pane.grid.setFocus()
    pane.grid.go_to(0)
    press(qtbot, pane, K.Key_F2)
    pane.name.setText("食品")
    press(qtbot, pane, K.Key_Return)
    assert pane.line.error.text() == "已有类别“食品”。换一个名称"
    assert pane.name.hasFocus()
    press(qtbot, pane, K.Key_Escape)
    assert not pane.line.isVisible()
    assert tree(pane)[0][0] == "日化"


def test_a_new_one_begins_below_the_cursor_and_an_empty_one_goes(
    qtbot, pane, said, database, owner
):
    pane.grid.setFocus()
    pane.grid.go_to(1)
    press(qtbot, pane, K.Key_N, CTRL)
    assert pane.name.text() == "食品/"
    pane.name.setText("食品/零食/坚果")
    press(qtbot, pane, K.Key_Return)
    assert said[-1] == "类别“食品/零食/坚果”已建"
    assert pane.grid.current().path == "食品/零食/坚果"
    press(qtbot, pane, K.Key_Delete)
    assert said[-1] == "类别“食品/零食/坚果”已删除"
    pane.grid.go_to(1)
    press(qtbot, pane, K.Key_Delete)
    assert said[-1] == "“食品”里还有商品或下级类别。先移走"
    with database.reading(owner) as session:
        paths = [view.path for view in category_views(session)]
    assert paths == ["日化", "食品", "食品/零食", "食品/饮料"]


def test_who_may_not_edit_goods_only_looks(qtbot, context_of, database):
    pane = shown(qtbot, CategoryPane(context_of(database, actor_with("auditor"))), (720, 480))
    pane.rename()
    assert not pane.line.isVisible()
