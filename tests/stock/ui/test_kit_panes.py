"""Goods put together and taken apart by keys, and what they are made of."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.kit_parts import Part, parts_of, save_parts
from jxc_desktop.stock.queries import assembly_view, disassembly_view
from jxc_desktop.stock.ui.kit_panes import AssemblyPane
from jxc_desktop.widgets.sheet import Sheet
from tests.shopkeeping import a_product, fen, pieces, pool, price
from tests.stock.ui.conftest import cell

K = Qt.Key


@pytest.fixture
def gift(database, owner, shelf):
    """A gift box of one P01 and two P02; its id."""
    with database.transaction(owner) as session:
        own = a_product(session, "GIFT", name="礼盒")
        save_parts(session, own, [Part(shelf["P01"], pieces(1)), Part(shelf["P02"], pieces(2))])
        return own


def choose_product(desk, text: str) -> None:
    desk.pane.form.product.setFocus()
    desk.keys(text, K.Key_Return)


def parts_in(pane) -> list[tuple[str, int | None]]:
    return [(x.product.code, x.quantity) for x in pane.form.grid.lines() if x.product]


def test_a_kit_is_put_together_by_keys_and_taken_back_in_red(desk, database, owner, shelf, gift):
    desk.open("assembly")
    pane = desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有选商品")
    choose_product(desk, "GIFT")
    assert parts_in(pane) == [("P01", pieces(1)), ("P02", pieces(2))]
    pane.form.quantity.setFocus()
    desk.keys("3", K.Key_Return)
    assert parts_in(pane) == [("P01", pieces(3)), ("P02", pieces(6))]
    assert pane.form.big.text() == "¥ 45.00"
    pane.form.fee.setFocus()
    desk.keys("6", K.Key_Return)
    assert pane.form.big.text() == "¥ 51.00"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = assembly_view(session, desk.number())
        assert (view.total, view.fee, view.money_account) == (fen(51), fen(6), "现金")
        assert pool(session, gift) == (pieces(3), fen(51))
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert desk.column("amount") == ["15.00", "30.00"]
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("写错")
    sheet.do.click()
    desk.settled()
    assert desk.chip() == "已红冲"


def test_parts_that_were_changed_are_not_listed_anew_unasked(desk, gift):
    desk.open("assembly")
    pane = desk.settled()
    choose_product(desk, "GIFT")
    cell(desk, 1, "quantity", "5")
    pane.form.quantity.setFocus()
    desk.keys("2", K.Key_Return)
    assert parts_in(pane) == [("P01", pieces(1)), ("P02", pieces(5))]
    assert "F8" in desk.said()
    desk.press(K.Key_F8)
    assert parts_in(pane) == [("P01", pieces(2)), ("P02", pieces(4))]


def test_a_kit_is_taken_apart_at_reference_costs_and_a_supplier_is_owed(
    desk, database, owner, shelf, gift
):
    desk.open("assembly")
    desk.settled()
    choose_product(desk, "GIFT")
    desk.press(K.Key_F12)
    desk.open("disassembly")
    pane = desk.settled()
    choose_product(desk, "GIFT")
    cell(desk, 0, "price", "5")
    cell(desk, 1, "price", "2.5")
    pane.form.fee.setFocus()
    desk.keys("1", K.Key_Return)
    assert pane.form.big.text() == "¥ 16.00"
    pane.form.account.setCurrentIndex(pane.form.account.findData(0))
    desk.press(K.Key_F12)
    assert desk.said().startswith("写了费用，选欠哪个供应商")
    pane.form.supplier.setFocus()
    desk.keys("S01", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = disassembly_view(session, desk.number())
        assert (view.supplier, view.total) == ("供应商S01", fen(16))
        assert [x.amount for x in view.lines] == [fen(8), fen(8)]


def test_a_draft_keeps_product_quantity_and_fee(desk, database, owner, gift):
    desk.open("assembly")
    pane = desk.settled()
    choose_product(desk, "GIFT")
    pane.form.fee.set_value(fen(2))
    pane.form.quantity.setFocus()
    desk.keys("2", K.Key_Return)
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "assembly")
    assert (kept.subject, kept.total) == ("礼盒", fen(32))
    desk.open("assembly", kept.id)
    pane = desk.settled()
    assert (pane.form.product.choice.id, pane.form.quantity.value) == (gift, pieces(2))
    assert parts_in(pane) == [("P01", pieces(2)), ("P02", pieces(4))]
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert assembly_view(session, desk.number()).fee == fen(2)


def test_what_a_product_is_made_of_is_written_by_keys(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        own = a_product(session, "SET", name="套装")
    desk.open("kit_parts")
    pane = desk.settled()
    desk.keys("SET", K.Key_Return)
    assert "还没有写组成" in pane.note.text()
    part(desk, 0, "product", "P03")
    part(desk, 0, "quantity", "2")
    part(desk, 0, "cost", "4.5")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert parts_of(session, own) == [Part(shelf["P03"], pieces(2), price("4.5"))]
    pane.refresh()
    desk.settled()
    assert pane.kits.model().rowCount() == 1


def test_a_ring_is_marked_where_it_was_written(desk, shelf, gift):
    desk.open("kit_parts")
    pane = desk.settled()
    desk.keys("P01", K.Key_Return)
    part(desk, 0, "product", "GIFT")
    part(desk, 0, "quantity", "1")
    desk.press(K.Key_F12)
    assert "商品P01 → 礼盒 → 商品P01" in desk.said()
    assert pane.dirty


def test_the_assembly_leads_to_what_its_product_is_made_of(desk, gift):
    desk.open("assembly")
    desk.settled()
    choose_product(desk, "GIFT")
    desk.press(K.Key_F7)
    assert desk.settled().one.choice.id == gift
    assert len(desk.pane.grid.lines()) == 2


def part(desk, row: int, column: str, text: str) -> None:
    """Type into a cell of the parts."""
    desk.pane.grid.setFocus()
    desk.pane.grid.go_to_cell(row, column)
    desk.keys(text, K.Key_Return)


def test_a_buyer_sees_no_reference_cost(qtbot, context_of, database, owner, gift):
    from jxc_desktop.shop.actor import Actor
    from jxc_desktop.stock.ui.parts_pane import PartsPane

    with database.transaction(owner) as session:
        [first, second] = parts_of(session, gift)
        save_parts(session, gift, [Part(first.part_id, first.quantity, price(3)), second])
    buyer = Actor(1, "采购", frozenset({"buyer"}), "test")
    pane = PartsPane(context_of(database, buyer))
    qtbot.addWidget(pane)
    assert "cost" not in [column.key for column in pane.grid.entry.entry_columns]
    pane.show_subject(SimpleNamespace(id=gift, name="礼盒", spec=""))
    qtbot.waitUntil(lambda: len(pane.grid.lines()) == 2)
    assert [line.cost for line in pane.grid.lines()] == [None, None]
    with database.transaction(buyer) as session:
        save_parts(session, gift, [Part(first.part_id, pieces(4)), second])
    with database.reading(owner) as session:
        assert parts_of(session, gift)[0] == Part(first.part_id, pieces(4), price(3))


def test_a_scan_adds_a_part(desk, gift, shelf):
    desk.open("assembly")
    pane: AssemblyPane = desk.settled()
    pane.take_scan("P05")
    desk.settled()
    pane.take_scan("P05")
    desk.settled()
    assert parts_in(pane) == [("P05", pieces(2))]
