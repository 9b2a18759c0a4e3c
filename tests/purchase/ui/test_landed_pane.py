"""采购费用分摊 by keys: receipts chosen, the spread seen while the bill is typed, by hand, posted, taken back."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.purchase.queries import landed_cost_view
from jxc_desktop.purchase.ui.purchase_list_pane import PurchaseListPane
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import settle
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import a_supplier, balances, fen, line, pieces, pool, receive

K = Qt.Key


@pytest.fixture
def came(database, owner, shelf) -> str:
    """A receipt of 10 pieces of P01 at 6.00 and 4 of P02 at 2.00."""
    with database.transaction(owner) as session:
        lines = [line(shelf["P01"], 10, 6, tax_rate=0), line(shelf["P02"], 4, 2, tax_rate=0)]
        a_supplier(session, "Y01")
        return receive(session, shelf["supplier"], lines).number


def cell(desk, row: int, column: str, text: str) -> None:
    """Type into a cell of the lines."""
    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(row, column)
    desk.keys(text, K.Key_Return)
    desk.settled()


def choose(desk, name: str, data: object) -> None:
    """Choose in a box of the head as keys would."""
    box = desk.pane.form._boxes[name]
    box.setCurrentIndex(box.findData(data))
    desk.settled()


def bill(desk, amount: str) -> None:
    desk.pane.form.amount.setFocus()
    desk.keys(amount, K.Key_Return)
    desk.pane.form.grid.setFocus()
    desk.settled()


def on_receipt(desk, number: str):
    desk.open("goods_receipt", number)
    desk.settled()
    desk.act("land")
    return desk.settled()


def seen(pane) -> list[tuple[int | None, int | None]]:
    return [(x.borne, x.to_stock) for x in pane.form.grid.lines() if x.receipt]


def test_the_spread_is_seen_while_the_bill_is_typed_and_posted_by_f12(
    desk, database, owner, shelf, came
):
    pane = on_receipt(desk, came)
    form = pane.form
    assert form.partner.choice.name == "供应商S01"
    desk.press(K.Key_F12)
    assert desk.said() == "还没有费用金额。照账单填含税的金额"
    form.partner.setFocus()
    desk.keys("Y01", K.Key_Return)
    bill(desk, "34")
    assert seen(pane) == [(fen(30), fen(30)), (fen(4), fen(4))]
    choose(desk, "basis", "quantity")
    assert [share for share, _stock in seen(pane)] == [fen("24.29"), fen("9.71")]
    choose(desk, "basis", "weight")
    assert form.note.text() == "商品P01 没有写毛重。在商品卡片上填，或换一种分摊方法"
    assert seen(pane) == [(None, None)] * 2
    choose(desk, "basis", "amount")
    with database.reading(owner) as session:
        before = pool(session, shelf["P01"])[1]
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = landed_cost_view(session, desk.number())
        assert pool(session, shelf["P01"])[1] - before == fen(30)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert (view.partner_name, view.receipts, view.total) == ("供应商Y01", (came,), fen(34))
    assert form.sums.texts()["进库存"] == "34.00"


def test_by_hand_begins_with_the_spread_and_says_what_is_left(desk, came):
    pane = on_receipt(desk, came)
    bill(desk, "34")
    cell(desk, 0, "borne", "20")
    assert desk.said() == "分摊方法改成手工，才能填每行的金额"
    desk.press(K.Key_Escape)
    choose(desk, "basis", "hand")
    assert [share for share, _stock in seen(pane)] == [fen(30), fen(4)]
    cell(desk, 0, "borne", "20")
    assert pane.form.note.text() == "要分摊 34.00，还差 10.00"
    desk.press(K.Key_F12)
    assert desk.said() == "要分摊 34.00，还差 10.00"
    assert pane.view is None
    cell(desk, 1, "borne", "14")
    assert seen(pane) == [(fen(20), fen(20)), (fen(14), fen(14))]
    desk.press(K.Key_F12)
    assert [each.amount for each in pane.view.lines] == [fen(20), fen(14)]


def test_several_receipts_and_one_goes_when_a_line_of_it_is_taken_out(
    desk, database, owner, shelf, came
):
    with database.transaction(owner) as session:
        second = receive(session, shelf["supplier"], [line(shelf["P03"], 5, 8, tax_rate=0)]).number
    desk.open("landed_cost")
    pane = desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有收款单位")
    for number in (came, second):
        pane.form.receipt.setFocus()
        desk.keys(number, K.Key_Return)
        desk.settled()
    bill(desk, "54")
    assert [share for share, _stock in seen(pane)] == [fen(30), fen(4), fen(20)]
    pane.form.receipt.setFocus()
    desk.keys(second, K.Key_Return)
    desk.settled()
    assert desk.said() == "这张入库单已在下面"
    grid = pane.form.grid
    grid.setFocus()
    grid.go_to_cell(0, "borne")
    desk.press(K.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert seen(pane) == [(fen(54), fen(54))]
    desk.press(K.Key_F12)
    assert pane.view.receipts == (second,)


def test_an_expense_by_setting_a_kept_draft_and_a_reversal(desk, database, owner, shelf, came):
    with database.transaction(owner) as session:
        change_setting(session, "landed_costs", "expense")
    pane = on_receipt(desk, came)
    bill(desk, "34")
    assert pane.form._boxes["policy"].currentText() == "销售费用"
    assert seen(pane) == [(fen(30), 0), (fen(4), 0)]
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "landed_cost")
    again = desk.open("landed_cost", draft.id)
    pane = desk.settled()
    assert again is not None
    assert seen(pane) == [(fen(30), 0), (fen(4), 0)]
    desk.press(K.Key_F12)
    assert pane.view.capitalised is False
    with database.reading(owner) as session:
        assert pool(session, shelf["P02"])[0] > pieces(0)
        assert balances(session)["5601"] == fen(34)


def test_a_posted_one_is_taken_back(desk, database, owner, shelf, came):
    pane = on_receipt(desk, came)
    bill(desk, "34")
    with database.reading(owner) as session:
        before = pool(session, shelf["P01"])
    desk.press(K.Key_F12)
    number = desk.number()
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("写错")
    sheet.do.click()
    desk.settled()
    with database.reading(owner) as session:
        assert landed_cost_view(session, number).head.reversed_by
        assert pool(session, shelf["P01"]) == before
    assert desk.chip() == "已红冲"


def listed(desk, qtbot) -> PurchaseListPane:
    listing = PurchaseListPane(desk.context)
    qtbot.addWidget(listing)
    listing.resize(300, 600)
    listing.show()
    listing.turn_to("landed_cost")
    settle(qtbot, listing)
    return listing


def test_the_dock_lists_landed_costs_and_teaches_while_there_is_none(desk, qtbot, came):
    desk.open("goods_receipt", came)
    empty = listed(desk, qtbot)
    assert (empty.model.rowCount(), "运费" in empty.current.empty) == (0, True)
    empty.hide()
    on_receipt(desk, came)
    bill(desk, "34")
    desk.press(K.Key_F12)
    assert listed(desk, qtbot).model.rowCount() == 1


def test_a_buyer_drafts_one_that_somebody_else_posts(qtbot, context_of, database, owner, came):
    desk = Desk(qtbot, context_of(database, actor_with("buyer")))
    pane = on_receipt(desk, came)
    bill(desk, "34")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "landed_cost")
    assert (pane.view, draft.total) == (None, fen(34))
