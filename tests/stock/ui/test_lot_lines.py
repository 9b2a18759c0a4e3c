"""Lots and serial numbers typed and scanned into lines by keys; nothing more is seen where goods have none."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.models import StockLevel
from jxc_desktop.stock.ui.line_columns import LOTS
from tests.shopkeeping import a_product, a_supplier, line, pieces, receive
from tests.stock.test_lots import lot, serials
from tests.stock.ui.conftest import cell

K = Qt.Key


@pytest.fixture
def tracked(database, owner):
    """MILK by lot, PHONE by serial number and A as a heap; supplier S01, nothing bought yet."""
    with database.transaction(owner) as session:
        a_supplier(session)
        return {
            "MILK": a_product(session, "MILK", tracking="lot", shelf_life_days=30),
            "PHONE": a_product(session, "PHONE", tracking="serial"),
            "A": a_product(session, "A"),
        }


@pytest.fixture
def stocked(database, owner, tracked):
    """MILK of lots OLD (4) and NEW (6), phones S1 and S2."""
    with database.transaction(owner) as session:
        supplier = a_supplier(session, "S02")
        milk = [line(tracked["MILK"], 10, 2, lots=(lot("OLD", "4"), lot("NEW", "6")))]
        receive(session, supplier, milk)
        receive(session, supplier, [line(tracked["PHONE"], 2, 100, lots=serials("S1", "S2"))])
    return tracked


def lying(database, owner) -> dict[str, int]:
    query = select(Lot.code, StockLevel.quantity).join(StockLevel, StockLevel.lot_id == Lot.id)
    with database.reading(owner) as session:
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        return {row[0]: row[1] for row in session.execute(query) if row[1]}


def shown(pane) -> bool:
    """Whether the column of lots is seen."""
    grid = pane.form.grid
    keys = [column.key for column in grid.entry.entry_columns]
    return not grid.isColumnHidden(keys.index(LOTS))


def receiving(desk):
    desk.open("goods_receipt")
    pane = desk.settled()
    desk.keys("S01", K.Key_Return)
    desk.settled()
    return pane


def test_lots_are_typed_with_their_days(desk, database, owner, tracked):
    pane = receiving(desk)
    cell(desk, 0, "product", "MILK")
    desk.settled()
    assert shown(pane)
    cell(desk, 0, "quantity", "10")
    cell(desk, 0, "price", "2")
    cell(desk, 0, LOTS, "L1*4 2026-11-01; L2*6 ~20270131")
    desk.press(K.Key_F12)
    assert desk.chip() == "已审核", desk.said()
    assert lying(database, owner) == {"L1": pieces(4), "L2": pieces(6)}
    with database.reading(owner) as session:
        days = session.execute(select(Lot.expiry).order_by(Lot.code)).scalars().all()
    assert [str(day) for day in days] == ["2026-12-01", "2027-01-31"]
    grid = pane.form.posted_grid
    place = [column.key for column in grid.rows.columns].index(LOTS)
    assert not grid.isColumnHidden(place)
    assert grid.rows.cell(0, place).text == "L1×4、L2×6"


def test_serial_numbers_are_scanned_one_after_another(desk, database, owner, tracked):
    pane = receiving(desk)
    cell(desk, 0, "product", "PHONE")
    desk.settled()
    cell(desk, 0, "price", "100")
    pane.form.grid.go_to_cell(0, "product")
    for code in ("SN1", "SN2", "SN2", "SN3"):
        pane.take_scan(code)
        desk.settled()
        if code == "SN2" and len(pane.form.grid.lines()[0].lots) == 2:
            said = desk.said()
    assert said == "序列号 SN2 已经扫过了，在第 1 行"
    assert pane.form.grid.lines()[0].quantity == pieces(3)
    desk.press(K.Key_F12)
    assert desk.chip() == "已审核", desk.said()
    assert lying(database, owner) == {code: pieces(1) for code in ("SN1", "SN2", "SN3")}


def test_goods_without_lots_show_no_column_more(desk, tracked):
    pane = receiving(desk)
    cell(desk, 0, "product", "A")
    desk.settled()
    assert not shown(pane)
    cell(desk, 1, "product", "MILK")
    desk.settled()
    assert shown(pane)


def test_what_is_missing_is_told_at_the_lots(desk, tracked):
    pane = receiving(desk)
    cell(desk, 0, "product", "MILK")
    desk.settled()
    cell(desk, 0, "quantity", "1")
    cell(desk, 0, "price", "1")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：商品MILK 按批次管理。写上批号"
    cell(desk, 0, LOTS, "L1 2026-13-01")
    assert "看不懂日期“2026-13-01”" in desk.said()
    assert pane.view is None


def test_a_draft_keeps_its_lots(desk, database, owner, tracked):
    receiving(desk)
    cell(desk, 0, "product", "MILK")
    desk.settled()
    cell(desk, 0, "quantity", "2")
    cell(desk, 0, LOTS, "L1 2026-11-01")
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "goods_receipt")
    desk.open("goods_receipt", draft.id)
    pane = desk.settled()
    assert [each.code for each in pane.form.grid.lines()[0].lots] == ["L1"]
    assert shown(pane)


def test_a_serial_number_that_lies_there_is_its_goods(desk, database, owner, stocked):
    desk.open("stock_loss")
    pane = desk.settled()
    for code in ("S2", "S1", "S2"):
        pane.take_scan(code)
        desk.settled()
    assert desk.said() == "序列号 S2 已经扫过了，在第 1 行"
    [typed] = pane.form.grid.lines()
    assert ([each.code for each in typed.lots], typed.quantity) == (["S2", "S1"], pieces(2))
    desk.press(K.Key_F12)
    assert desk.chip() == "已审核", desk.said()
    assert lying(database, owner) == {"OLD": pieces(4), "NEW": pieces(6)}


def test_a_loss_takes_what_expires_first_or_the_lot_that_is_typed(desk, database, owner, stocked):
    desk.open("stock_loss")
    pane = desk.settled()
    cell(desk, 0, "product", "MILK")
    desk.settled()
    assert shown(pane)
    cell(desk, 0, "quantity", "1")
    cell(desk, 0, LOTS, "NEW")
    cell(desk, 1, "product", "PHONE")
    desk.settled()
    cell(desk, 1, LOTS, "S2")
    desk.press(K.Key_F12)
    assert desk.chip() == "已审核", desk.said()
    assert lying(database, owner) == {"OLD": pieces(4), "NEW": pieces(5), "S1": pieces(1)}
