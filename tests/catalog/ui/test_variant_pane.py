"""多属性 by keys: a style is chosen, its axes are typed, the combinations are generated, put right and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jxc_desktop.catalog.queries import find_products, variants_of
from jxc_desktop.catalog.services import save_product
from jxc_desktop.catalog.ui.variant_pane import VariantPane
from tests.catalog.test_styles import SHIRT
from tests.deskwork import context_of, settle, shown

__all__ = ["context_of"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def pane(qtbot, context_of, database, owner, said) -> VariantPane:
    with database.transaction(owner) as session:
        save_product(session, SHIRT)
    context = context_of(database, owner)
    context.messages.shown.connect(lambda message: message and said.append(message.text))
    return shown(qtbot, VariantPane(context), (1100, 600))


def press(qtbot, pane, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or pane, key, modifier)
    settle(qtbot, pane)


def choose(qtbot, pane, database, owner, text="T01") -> None:
    with database.reading(owner) as session:
        pane.show_subject(find_products(session, text, styles=True)[0])
    settle(qtbot, pane)


def lines(pane):
    return [(line.values, line.code) for line in pane.grid.lines()]


def test_a_style_is_made_by_keys(qtbot, pane, database, owner, said):
    press(qtbot, pane, K.Key_G, CTRL)
    assert said[-1] == "先选一个商品做款"
    choose(qtbot, pane, database, owner)
    press(qtbot, pane, K.Key_G, CTRL)
    assert said[-1].startswith("先写属性")
    pane.axes[0].setText("颜色 红")
    press(qtbot, pane, K.Key_G, CTRL)
    assert "看不懂属性" in said[-1]
    pane.axes[0].setText("颜色：红=R 黑=H")
    pane.axes[1].setText("尺码：M L")
    press(qtbot, pane, K.Key_G, CTRL)
    assert said[-1] == "添了 4 种，F12 保存"
    assert lines(pane)[0] == (("红", "M"), "T01-R-M")
    press(qtbot, pane, K.Key_F12)
    assert said[-1] == "T恤 的颜色尺码已保存，改动 4 种"
    with database.reading(owner) as session:
        [style] = [each for each in find_products(session, "T01", styles=True) if each.is_style]
        assert [each.code for each in variants_of(session, style.id)] == [
            "T01-R-M", "T01-R-L", "T01-H-M", "T01-H-L",
        ]  # fmt: skip
    assert [row.variants for row in pane.styles.model().loaded_rows()] == [4]
    assert pane.axes[0].text() == "颜色：红 黑"
    pane.axes[0].setText("颜色：红 黑 白=W")
    press(qtbot, pane, K.Key_G, CTRL)
    assert [code for _, code in lines(pane)][4:] == ["T01-W-M", "T01-W-L"]


def test_a_code_that_is_taken_is_told_at_its_line_and_nothing_is_kept(
    qtbot, pane, database, owner, said
):
    choose(qtbot, pane, database, owner)
    pane.axes[0].setText("颜色：红=01 黑=01")
    press(qtbot, pane, K.Key_G, CTRL)
    press(qtbot, pane, K.Key_F12)
    assert "T01-01" in said[-1]
    with database.reading(owner) as session:
        assert [each.is_style for each in find_products(session, "T01", styles=True)] == [False]
