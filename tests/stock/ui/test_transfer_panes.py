"""Transfers and warehouses by keys."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.queries import levels_of, places
from jxc_desktop.stock.transfer_views import stock_transfer_view
from jxc_desktop.stock.ui.warehouse_pane import WarehousePane
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import pieces
from tests.stock.ui.conftest import cell

K = Qt.Key


@pytest.fixture
def east(database, owner, shelf) -> int:
    with database.transaction(owner) as session:
        return save_warehouse(session, WarehouseDraft("东库", "EAST"))


def there(database, owner, product: int) -> dict[str, int]:
    with database.reading(owner) as session:
        return {x.warehouse: x.quantity for x in levels_of(session, product) if x.quantity}


def carrying(desk):
    desk.open("stock_transfer")
    return desk.settled()


def test_goods_are_moved_by_keys_and_both_ends_are_seen(desk, database, owner, shelf, east):
    pane = carrying(desk)
    assert pane.form.called() == "总仓 → 东库"
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "4")
    cell(desk, 1, "product", "BOX")
    pane.form.grid.go_to_cell(1, "unit")
    desk.press(K.Key_F4)
    cell(desk, 1, "quantity", "1")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = stock_transfer_view(session, desk.number())
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert [(x.product, x.base_quantity) for x in view.lines] == [
        ("P01", pieces(4)), ("BOX", pieces(24)),
    ]  # fmt: skip
    assert there(database, owner, shelf["P01"]) == {"EAST": pieces(4), "MAIN": pieces(6)}
    desk.press(K.Key_N, Qt.KeyboardModifier.ControlModifier)
    cell(desk, 0, "product", "P01")
    [line] = pane.form.grid.lines()
    assert (line.available, pane.form._lies_there(line)) == (pieces(6), pieces(4))


def test_a_transfer_to_the_same_place_is_refused(desk, shelf, east):
    pane = carrying(desk)
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "4")
    pane.form.target.setCurrentIndex(0)
    desk.press(K.Key_F12)
    assert desk.said() == "调出仓和调入仓是同一个。改一个"
    assert pane.view is None


def test_with_one_warehouse_the_pane_says_where_to_make_another(desk, shelf):
    carrying(desk)
    desk.press(K.Key_F12)
    assert desk.said() == "只有一个仓库，没有地方可调。先在“仓库”里新建一个"


def test_a_scan_moves_one_more_and_too_much_is_told(desk, shelf, east):
    pane = carrying(desk)
    for _time in range(3):
        pane.take_scan("P02")
        desk.settled()
    assert [x.quantity for x in pane.form.grid.lines()] == [pieces(3)]
    cell(desk, 0, "quantity", "11")
    desk.press(K.Key_F12)
    assert desk.said().startswith("第 1 行：商品P02 只有 10 个")


def test_the_docks_beside_hear_which_goods_the_hand_is_on(desk, shelf, east):
    pane = carrying(desk)
    heard = []
    pane.attention.connect(heard.append)
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "1")
    cell(desk, 1, "product", "P02")
    pane.form.grid.go_to_cell(0, "quantity")
    told = [each["product"] for each in heard if "product" in each]
    assert (told[0], told[-1]) == (shelf["P01"], shelf["P01"])
    assert shelf["P02"] in told


def test_a_draft_knows_where_it_goes_and_a_transfer_is_taken_back(
    desk, database, owner, shelf, east
):
    pane = carrying(desk)
    pane.form.warehouse.setCurrentIndex(pane.form.warehouse.findText("东库"))
    pane.form.target.setCurrentIndex(pane.form.target.findText("总仓"))
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "1")
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "stock_transfer")
    assert draft.subject == "东库 → 总仓"
    desk.open("stock_transfer", draft.id)
    pane = desk.settled()
    assert pane.form.called() == "东库 → 总仓"
    pane.form.warehouse.setCurrentIndex(pane.form.warehouse.findText("总仓"))
    pane.form.target.setCurrentIndex(pane.form.target.findText("东库"))
    desk.settled()
    desk.press(K.Key_F12)
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("调错")
    sheet.do.click()
    desk.settled()
    assert desk.chip() == "已红冲"
    assert there(database, owner, shelf["P01"]) == {"MAIN": pieces(10)}


def test_a_warehouse_is_written_where_it_stands(qtbot, context_of, database, owner, shelf):
    pane = shown(qtbot, WarehousePane(context_of(database, owner)), (700, 400))
    pane.begin_new()
    qtbot.keyClicks(pane.grid.cell.editor, "Back room")
    qtbot.keyClick(pane.grid.cell.editor, K.Key_Return)
    settle(qtbot, pane)
    with database.reading(owner) as session:
        assert [(x.code, x.name, x.goods) for x in places(session)] == [
            ("MAIN", "总仓", 6), ("W01", "Back room", 0),
        ]  # fmt: skip
    pane.grid.go_to_cell(0)
    pane.switch()
    settle(qtbot, pane)
    assert "还有 6 种货" in pane.context.messages.today()[0].text
    pane.grid.go_to_cell(1)
    pane.switch()
    settle(qtbot, pane)
    assert [line.disabled for line in pane.grid.lines()] == [False, True]


def test_who_may_not_edit_warehouses_only_reads_them(qtbot, context_of, database, shelf):
    pane = shown(qtbot, WarehousePane(context_of(database, actor_with("keeper"))), (700, 400))
    assert not any(column.editable for column in pane.grid.entry.entry_columns)
