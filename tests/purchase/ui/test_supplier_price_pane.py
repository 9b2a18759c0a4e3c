"""供应商价目 by keys: typed, changed, taken off; what quotations said stands there too."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.purchase.ordering import SupplierQuotationDraft, approve_supplier_quotation
from jxc_desktop.purchase.supplier_prices import supplier_price_list
from jxc_desktop.shop.keys import new_key
from tests.conftest import actor_with
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import DAY, MAIN, line, pieces, price

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def kept(database, owner, shelf):
    with database.reading(owner) as session:
        return supplier_price_list(session, shelf["supplier"])


def cell(desk, row: int, column: str, text: str) -> None:
    """Type into a cell of the list."""
    desk.pane.grid.setFocus()
    desk.pane.grid.go_to_cell(row, column)
    desk.keys(text, K.Key_Return)


@pytest.fixture
def pane(desk, shelf):
    """The list of S01, chosen by keys."""
    pane = desk.open("supplier_price")
    desk.keys("S01", K.Key_Return)
    desk.settled()
    return pane


def test_a_price_is_typed_kept_and_read_again(desk, database, owner, shelf, pane):
    assert "还没有它的进价" in pane.note.text()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "price", "4.2")
    cell(desk, 0, "includes_tax", "0")
    cell(desk, 0, "lead_days", "3")
    cell(desk, 0, "minimum", "10")
    desk.press(K.Key_F12)
    assert desk.said() == "供应商S01 的价目已保存，改动 1 条"
    [row] = kept(database, owner, shelf)
    assert (row.product, row.unit, row.price, row.price_includes_tax) == (
        "P01", "个", price("4.2"), False,
    )  # fmt: skip
    assert (row.lead_days, row.minimum, row.from_day, row.until_day) == (3, pieces(10), DAY, None)
    assert [x.id for x in pane.grid.lines()] == [row.id]
    desk.press(K.Key_F12)
    assert desk.said() == "没有改动"


def test_what_a_quotation_said_stands_there_is_changed_and_taken_off(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        draft = SupplierQuotationDraft(
            DAY, shelf["supplier"], MAIN, (line(shelf["P01"], 8, "4.50"), line(shelf["P02"], 3, 6))
        )
        quoted = approve_supplier_quotation(session, draft, key=new_key()).number
    pane = desk.open("supplier_price")
    desk.keys("S01", K.Key_Return)
    desk.settled()
    assert [(x.name, x.quotation) for x in pane.grid.lines()] == [
        ("商品P01", quoted), ("商品P02", quoted),
    ]  # fmt: skip
    cell(desk, 0, "price", "4.4")
    pane.grid.go_to_cell(1, "product")
    desk.press(K.Key_Delete, CTRL)
    desk.press(K.Key_F12)
    [row] = kept(database, owner, shelf)
    assert (row.product, row.price, row.quotation) == ("P01", price("4.4"), "")


def test_a_price_that_ends_before_it_begins_is_refused_and_stays_typed(
    desk, database, owner, shelf, pane
):
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "price", "4.2")
    cell(desk, 0, "last", "2020-01-01")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：截止日期早于开始日期"
    assert [x.price for x in pane.grid.lines()] == [price("4.2")]
    assert kept(database, owner, shelf) == []


def test_without_a_supplier_nothing_is_kept(desk, shelf):
    desk.open("supplier_price")
    desk.press(K.Key_F12)
    assert desk.said() == "先选供应商"


def test_who_may_only_see_prices_cannot_change_them(qtbot, context_of, database, shelf):
    desk = Desk(qtbot, context_of(database, actor_with("accountant")))
    pane = desk.open("supplier_price")
    desk.keys("S01", K.Key_Return)
    desk.settled()
    assert not pane.grid.isEnabled()
    desk.press(K.Key_F12)
    assert "没有“保存”的权限" in desk.said()


def test_what_a_quotation_says_meanwhile_stays(desk, database, owner, shelf, pane):
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "price", "4.2")
    with database.transaction(owner) as session:
        draft = SupplierQuotationDraft(
            DAY, shelf["supplier"], MAIN, (line(shelf["P02"], 8, "4.50"),)
        )
        approve_supplier_quotation(session, draft, key=new_key())
    desk.settled()
    desk.press(K.Key_F12)
    assert desk.said() == "供应商S01 的价目已保存，改动 1 条"
    assert sorted((row.product, row.price) for row in kept(database, owner, shelf)) == [
        ("P01", price("4.2")), ("P02", price("4.50")),
    ]  # fmt: skip
