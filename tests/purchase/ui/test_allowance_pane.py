"""采购折让 by keys: on a receipt line by line, on goods at large, kept as a draft, taken back."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.purchase.allowances import post_purchase_allowance
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.queries import purchase_allowance_view
from jxc_desktop.purchase.ui.purchase_list_pane import PurchaseListPane
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import settle
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import DAY, MAIN, balances, fen, line, pieces, pool, receive

K = Qt.Key


@pytest.fixture
def came(database, owner, shelf) -> str:
    """A receipt of 10 pieces of P01 at 6.00 and 4 of P02 at 2.00."""
    with database.transaction(owner) as session:
        lines = [line(shelf["P01"], 10, 6, tax_rate=0), line(shelf["P02"], 4, 2, tax_rate=0)]
        return receive(session, shelf["supplier"], lines).number


def cell(desk, row: int, column: str, text: str) -> None:
    """Type into a cell of the lines."""
    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(row, column)
    desk.keys(text, K.Key_Return)


def on_receipt(desk, number: str):
    desk.open("goods_receipt", number)
    desk.settled()
    desk.act("allow")
    return desk.settled()


def test_a_receipt_s_lines_stand_there_and_those_with_an_amount_are_posted(
    desk, database, owner, shelf, came
):
    pane = on_receipt(desk, came)
    form = pane.form
    assert (form.partner.choice.name, form.original.choice.number) == ("供应商S01", came)
    assert [(x.worth, x.given) for x in form.grid.lines()] == [(fen(60), 0), (fen(8), 0)]
    cell(desk, 0, "amount", "12.5")
    form.reason.setEditText("补差价")
    assert form.big.text() == "¥ 12.50"
    before = balances_of(database, owner)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = purchase_allowance_view(session, desk.number())
        assert balances(session)["220201"] - before["220201"] == fen("12.50")
        assert pool(session, shelf["P01"]) == (pieces(20), fen("97.50"))
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert (view.original, view.head.reason, view.total) == (came, "补差价", fen("12.50"))
    assert [(x.name, x.quantity) for x in view.lines] == [("商品P01", pieces(10))]


def balances_of(database, owner):
    with database.reading(owner) as session:
        return balances(session)


def test_no_more_is_given_back_than_a_line_came_to(desk, came):
    pane = on_receipt(desk, came)
    desk.press(K.Key_F12)
    assert desk.said() == "还没有折让的行。在要折让的行填金额"
    cell(desk, 1, "amount", "9")
    desk.press(K.Key_F12)
    assert desk.said() == "第 2 行：这一行最多还能折让 8.00"
    cell(desk, 1, "quantity", "5")
    cell(desk, 1, "amount", "1")
    desk.press(K.Key_F12)
    assert desk.said() == "第 2 行：比入库的数量多。改数量"
    assert pane.view is None


def test_what_was_given_before_is_told(desk, came):
    on_receipt(desk, came)
    cell(desk, 1, "amount", "3")
    desk.press(K.Key_F12)
    pane = on_receipt(desk, came)
    assert pane.view is None
    assert [x.given for x in pane.form.grid.lines()] == [0, fen(3)]
    assert pane.form.sums.texts() == {"行数": "0", "其中税额": "0.00"}
    cell(desk, 1, "amount", "6")
    desk.press(K.Key_F12)
    assert desk.said() == "第 2 行：这一行最多还能折让 5.00"


def test_what_others_give_meanwhile_is_told_and_nothing_typed_is_lost(
    desk, database, owner, shelf, came
):
    pane = on_receipt(desk, came)
    cell(desk, 1, "amount", "6")
    with database.transaction(owner) as session:
        draft = AllowanceDraft(
            DAY, shelf["supplier"], MAIN, (AllowanceLine(fen(3), from_line=2),), original=came
        )
        post_purchase_allowance(session, draft, key=new_key())
    pane.refresh()
    desk.settled()
    assert [(x.amount, x.given) for x in pane.form.grid.lines()] == [(None, 0), (fen(6), fen(3))]
    desk.press(K.Key_F12)
    assert desk.said() == "第 2 行：这一行最多还能折让 5.00"


def test_a_rebate_on_goods_at_large_is_paid_into_an_account(desk, database, owner, shelf):
    desk.open("purchase_allowance")
    pane = desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有供应商")
    pane.form.partner.setFocus()
    desk.keys("S01", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有商品")
    cell(desk, 0, "product", "P03")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：没有数量"
    cell(desk, 0, "quantity", "10")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：没有折让金额"
    cell(desk, 0, "amount", "20")
    pane.form.account.setCurrentIndex(2)
    bank = pane.form.account.currentText()
    pane.form.reason.setEditText("年终返利")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = purchase_allowance_view(session, desk.number())
    assert [(each.name, each.amount) for each in view.payments] == [(bank, fen(20))]
    assert (view.original, view.total) == ("", fen(20))
    assert pane.form.account.currentText() == bank


def test_a_draft_is_kept_and_opened_with_what_its_receipt_says_now(desk, database, owner, came):
    on_receipt(desk, came)
    cell(desk, 0, "amount", "7")
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.said().startswith("草稿已存")
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "purchase_allowance")
    assert (draft.subject, draft.total) == ("供应商S01", fen(7))
    desk.open("purchase_allowance", draft.id)
    pane = desk.settled()
    assert [x.amount for x in pane.form.grid.lines()] == [fen(7), None]
    assert pane.form.original.choice.number == came
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert drafts_of(session, "purchase_allowance") == []


def test_a_posted_one_is_taken_back(desk, database, owner, shelf, came):
    pane = on_receipt(desk, came)
    cell(desk, 0, "amount", "7")
    desk.press(K.Key_F12)
    number = desk.number()
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("写错")
    sheet.do.click()
    desk.settled()
    with database.reading(owner) as session:
        assert purchase_allowance_view(session, number).head.reversed_by
        assert pool(session, shelf["P01"]) == (pieces(20), fen(110))
    assert desk.chip() == "已红冲"


def test_goods_without_their_invoice_are_refused_and_the_draft_stays(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        change_setting(session, "purchase_invoices", "invoice")
        waiting = receive(session, shelf["supplier"], [line(shelf["P01"], 10, 6)]).number
    pane = on_receipt(desk, waiting)
    cell(desk, 0, "amount", "3")
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：这一行还没开票。录发票时直接写优惠后的价"
    assert (pane.view, [x.amount for x in pane.form.grid.lines()]) == (None, [fen(3)])
    with database.reading(owner) as session:
        assert [draft.total for draft in drafts_of(session, "purchase_allowance")] == [fen(3)]


def test_a_buyer_drafts_an_allowance_that_somebody_else_posts(
    qtbot, context_of, database, owner, came
):
    desk = Desk(qtbot, context_of(database, actor_with("buyer")))
    pane = on_receipt(desk, came)
    cell(desk, 0, "amount", "2")
    assert action_named(pane, "settle").text() == "保存草稿"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "purchase_allowance")
    assert (pane.view, draft.total) == (None, fen(2))


def test_the_dock_lists_allowances_and_teaches_while_there_is_none(desk, qtbot, came):
    desk.open("goods_receipt", came)
    pane = PurchaseListPane(desk.context)
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show()
    pane.turn_to("purchase_allowance")
    settle(qtbot, pane)
    assert pane.model.rowCount() == 0
    assert "返利" in pane.current.empty
