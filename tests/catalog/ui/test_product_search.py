"""A product chosen by typing."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.product_search import itself, product_field, product_suggestions
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.pane import Pane

HIT = ProductHit(1, "A01", "可口可乐", "500ml", "瓶", 3_000_000, 0)


@pytest.fixture
def field(qtbot, context_of, stocked):
    pane = Pane(context_of(stocked, "cashier"))
    qtbot.addWidget(pane)
    field = product_field(pane)
    pane.show()
    pane.activateWindow()
    field.setFocus()
    return field


@pytest.mark.parametrize("typed", ["kkkl", "a01", "6901234567892", "500 kkkl"])
def test_a_product_is_chosen_by_typing(qtbot, field, typed):
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.choice is not None)
    assert (field.choice.code, field.text()) == ("A01", "可口可乐 500ml")


def test_what_is_not_there_is_said(qtbot, field):
    with qtbot.waitSignal(field.missing) as told:
        qtbot.keyClicks(field, "zzz")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["没有“zzz”。换个说法"]


def test_a_document_adds_its_own_columns():
    stock = Column[ProductHit]("available", "可用", lambda _hit: 120_000, Kind.QUANTITY)
    suggestions = product_suggestions(itself, (stock,), may_create=True)
    assert [column.key for column in suggestions.columns] == [
        "code", "name", "unit", "available", "retail_price",
    ]  # fmt: skip
    assert [column.text_of(HIT) for column in suggestions.columns] == [
        "A01",
        "可口可乐",
        "瓶",
        "12",
        "3.00",
    ]
    assert ("Ctrl+N", "新建") in suggestions.keys
    assert "新建" in suggestions.missing("zzz")
