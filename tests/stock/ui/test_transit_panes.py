"""Goods on their way by keys: sent, seen, taken in with what is short, written off, taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.analysis.todo import todo
from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.queries import levels_of
from jxc_desktop.stock.transfer_views import (
    coming_transfers,
    stock_transfer_view,
    transfer_receipt_view,
)
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from tests.shopkeeping import pieces
from tests.stock.ui.conftest import cell

K = Qt.Key


@pytest.fixture
def east(database, owner, shelf) -> int:
    with database.transaction(owner) as session:
        return save_warehouse(session, WarehouseDraft("东库", "EAST"))


def there(database, owner, product: int) -> dict[str, int]:
    with database.reading(owner) as session:
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        return {x.warehouse: x.quantity for x in levels_of(session, product) if x.quantity}


@pytest.fixture
def sent(desk, shelf, east) -> str:
    """4 of P01 and a case sent to the east warehouse; the transfer stands on the desk."""
    desk.open("stock_transfer")
    pane = desk.settled()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "4")
    cell(desk, 1, "product", "BOX")
    cell(desk, 1, "quantity", "24")
    pane.form.in_transit.setChecked(True)
    desk.press(K.Key_F12)
    return desk.number()


def test_goods_are_sent_and_come_by_keys(desk, database, owner, shelf, sent):
    sending = desk.pane
    assert sending.chip_of(sending.view) == "in_transit"
    assert sending.form.in_transit.isChecked()
    assert there(database, owner, shelf["P01"]) == {"MAIN": pieces(6), "TRANSIT": pieces(4)}
    desk.press(K.Key_F8)
    pane = desk.settled()
    assert pane.form.called() == sent
    desk.settled()
    assert [(x.quantity, pane.form._on_its_way(x)) for x in pane.form.grid.lines()] == [
        (pieces(4), pieces(4)), (pieces(24), pieces(24)),
    ]  # fmt: skip
    cell(desk, 0, "short", "1")
    assert pane.form.grid.lines()[0].quantity == pieces(3)
    cell(desk, 1, "quantity", "20")
    pane.form.reason.setCurrentIndex(pane.form.reason.findText("破损"))
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = transfer_receipt_view(session, desk.number())
        transfer = stock_transfer_view(session, sent)
    assert [(x.product, x.base_quantity) for x in view.lines] == [
        ("P01", pieces(3)), ("BOX", pieces(20)),
    ]  # fmt: skip
    assert [x.coming for x in transfer.lines] == [0, pieces(4)]
    assert len(transfer.followers) == 2
    assert there(database, owner, shelf["P01"]) == {"EAST": pieces(3), "MAIN": pieces(6)}
    assert there(database, owner, shelf["BOX"]) == {
        "EAST": pieces(20), "MAIN": pieces(24), "TRANSIT": pieces(4),
    }  # fmt: skip


def test_a_receipt_begun_for_itself_offers_what_is_on_its_way(desk, database, owner, shelf, sent):
    desk.open("transfer_receipt")
    pane = desk.settled()
    desk.settled()
    assert (pane.form.called(), len(pane.form.grid.lines())) == (sent, 2)
    cell(desk, 0, "quantity", "5")
    desk.press(K.Key_F12)
    assert "只剩 4 个 在途，这里要 5" in desk.said()
    cell(desk, 0, "quantity", "2")
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "transfer_receipt")
    desk.open("transfer_receipt", draft.id)
    pane = desk.settled()
    desk.settled()
    assert [x.quantity for x in pane.form.grid.lines()] == [pieces(2), pieces(24)]
    desk.press(K.Key_F12)
    assert there(database, owner, shelf["P01"]) == {
        "EAST": pieces(2), "MAIN": pieces(6), "TRANSIT": pieces(2),
    }  # fmt: skip


def test_without_anything_on_its_way_the_pane_says_how_it_gets_there(desk, shelf, east):
    desk.open("transfer_receipt")
    desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("没有在途的调拨单")


def test_what_never_came_is_written_off_by_keys(desk, database, owner, shelf, sent):
    desk.press(K.Key_F9)
    pane = desk.settled()
    desk.settled()
    assert pane.form.warehouse.currentText() == "调拨在途"
    pane.form.reason.setCurrentIndex(pane.form.reason.findText("破损"))
    desk.press(K.Key_F12)
    desk.settled()
    assert there(database, owner, shelf["P01"]) == {"MAIN": pieces(6)}
    with database.reading(owner) as session:
        assert coming_transfers(session) == []


def test_goods_long_on_their_way_are_to_be_done(desk, database, owner, sent, monkeypatch):
    with database.reading(owner) as session:
        assert late(session) == []
        [row] = coming_transfers(session)
    later = row.day + timedelta(days=4)
    monkeypatch.setattr(database, "clock", fixed_clock(later.year, later.month, later.day))
    with database.reading(owner) as session:
        assert late(session) == [("总仓 → 东库", "4 天", sent)]


def late(session):
    groups = todo(session, lambda _session: None)
    return [
        (thing.text, thing.figure, thing.subject)
        for group in groups
        if group.title == "在途很久的调拨"
        for thing in group.things
    ]
