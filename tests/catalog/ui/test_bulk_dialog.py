"""批量修改 by keys: rows are picked, the change is seen before it is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.catalog.queries import ProductFilter, list_products
from jxc_desktop.catalog.ui.product_pane import ProductPane
from tests.catalog.ui.test_product_pane import open_pane
from tests.deskwork import settle

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def pane(qtbot, context_of, stocked, said) -> ProductPane:
    context = context_of(stocked, "owner")
    context.messages.shown.connect(lambda message: message and said.append(message.text))
    return open_pane(qtbot, context)


def opened(qtbot, pane):
    pane.grid.setFocus()
    QTest.keyClick(pane.grid, K.Key_A, CTRL)
    QTest.keyClick(pane.grid, K.Key_B, CTRL | SHIFT)
    qtbot.waitUntil(pane.bulk.isActiveWindow)
    return pane.bulk


def choose(dialog, words: str, value: str) -> None:
    dialog.thing.setCurrentIndex(dialog.thing.findText(words))
    dialog.value.setCurrentText(value)


def listed(dialog):
    model = dialog.grid.model()
    return [
        (model.cell(n, 0).text, model.cell(n, 2).text, model.cell(n, 3).text)
        for n in range(model.rowCount())
    ]


def test_prices_of_all_picked_goods_rise_after_a_look(qtbot, pane, stocked, owner, said):
    dialog = opened(qtbot, pane)
    choose(dialog, "零售价涨跌", "10")
    QTest.keyClick(dialog, K.Key_Return)
    settle(qtbot, pane)
    assert listed(dialog) == [("A01", "3.00", "3.30"), ("A02", "9.00", "9.90")]
    assert dialog.note.text().startswith("2 种会改")
    QTest.keyClick(dialog, K.Key_F12)
    settle(qtbot, pane)
    assert said[-1].startswith("改了 2 种商品")
    assert not dialog.isVisible()
    with stocked.reading(owner) as session:
        prices = [row.retail_price for row in list_products(session, ProductFilter())]
        assert prices == [3_300_000, 9_900_000, None]


def test_f12_first_lists_what_was_typed_since(qtbot, pane, stocked, owner):
    dialog = opened(qtbot, pane)
    choose(dialog, "状态", "停用")
    QTest.keyClick(dialog, K.Key_F12)
    settle(qtbot, pane)
    assert len(listed(dialog)) == 3, dialog.note.text()
    with stocked.reading(owner) as session:
        assert len(list_products(session, ProductFilter())) == 3
    QTest.keyClick(dialog, K.Key_F12)
    settle(qtbot, pane)
    with stocked.reading(owner) as session:
        assert list_products(session, ProductFilter()) == ()


def test_what_cannot_be_read_or_kept_is_told_in_the_dialog(qtbot, pane, stocked, owner):
    dialog = opened(qtbot, pane)
    choose(dialog, "税率", "很多")
    QTest.keyClick(dialog, K.Key_Return)
    assert "很多" in dialog.note.text()
    choose(dialog, "最高库存", "-1")
    QTest.keyClick(dialog, K.Key_Return)
    settle(qtbot, pane)
    QTest.keyClick(dialog, K.Key_F12)
    settle(qtbot, pane)
    assert "不能小于 0" in dialog.note.text()
    assert dialog.isVisible()
