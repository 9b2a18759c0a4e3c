"""Cost put right by keys."""

from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.queries import cost_adjustment_view
from jxc_desktop.widgets.sheet import Sheet
from tests.shopkeeping import balances, fen, pieces, pool
from tests.stock.ui.conftest import cell

K = Qt.Key


def shown(desk, row: int) -> list[str]:
    grid = desk.pane.form.grid
    keys = [column.key for column in grid.entry.entry_columns]
    wanted = ("held", "worth", "cost_now", "amount", "unit_cost")
    return [grid.entry.cell(row, keys.index(key)).text for key in wanted]


def test_a_difference_is_typed_and_the_unit_cost_follows(desk, database, owner, shelf):
    desk.open("cost_adjustment")
    pane = desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有商品")
    cell(desk, 0, "product", "P01")
    assert shown(desk, 0) == ["10", "50.00", "5.00", "", ""]
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：没有调整金额"
    cell(desk, 0, "amount", "-2.5")
    assert shown(desk, 0)[3:] == ["-2.50", "4.75"]
    cell(desk, 1, "product", "BOX")
    cell(desk, 1, "unit_cost", "2.1")
    assert shown(desk, 1) == ["48", "96.00", "2.00", "+4.80", "2.10"]
    assert pane.form.big.text() == "¥ 2.30"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = cost_adjustment_view(session, desk.number())
        assert (view.account, view.total) == ("5401", fen("2.30"))
        assert balances(session)["5401"] == -fen("2.30")
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert desk.column("new_cost") == ["4.75", "2.10"]
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("写错")
    sheet.do.click()
    desk.settled()
    assert desk.chip() == "已红冲"
    with database.reading(owner) as session:
        assert pool(session, shelf["P01"]) == (pieces(10), fen(50))


def test_what_cannot_be_is_marked_in_its_cell(desk, shelf):
    desk.open("cost_adjustment")
    desk.settled()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "amount", "-50.01")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：调减得比库存金额还多。最多减到 0"


def test_a_draft_is_kept_and_typed_on(desk, database, owner, shelf):
    desk.open("cost_adjustment")
    pane = desk.settled()
    pane.form.account.setCurrentIndex(pane.form.account.findData("5301"))
    cell(desk, 0, "product", "P02")
    cell(desk, 0, "unit_cost", "6")
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "cost_adjustment")
    assert (kept.subject, kept.total) == ("营业外收入", fen(10))
    desk.open("cost_adjustment", kept.id)
    pane = desk.settled()
    assert (pane.form.account.currentData(), shown(desk, 0)[3:]) == ("5301", ["+10.00", "6.00"])
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert cost_adjustment_view(session, desk.number()).total == fen(10)
