"""Documents of money by keys: written, settled, kept, posted, taken back; and what they refuse."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.queries import (
    bad_debt_view,
    customer_receipt_view,
    expense_view,
    money_transfer_view,
    settlement_view,
)
from jxc_desktop.cash.services import BadDebtDraft
from jxc_desktop.cash.settling import PAYABLE, RECEIVABLE, open_items
from jxc_desktop.cash.typed_money import typed_again
from jxc_desktop.cash.ui.money_list_pane import MoneyListPane
from jxc_desktop.cash.ui.money_panes import (
    AdvanceReceiptPane,
    BadDebtPane,
    CustomerReceiptPane,
    ExpensePane,
    MoneyTransferPane,
    SettlementPane,
    SupplierPaymentPane,
)
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import DraftBody, drafts_of, save_draft
from jxc_desktop.shop.employees import EmployeeDraft, save_employee
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.theme import apply_theme
from tests.cash.ui.conftest import Till, focused, type_firm
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import DAY, fen, legs

KEY = Qt.Key


def press(qtbot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def post(qtbot, pane) -> str:
    """F12; the number of what was posted."""
    qtbot.keyClick(pane, KEY.Key_F12)
    qtbot.waitUntil(lambda: pane.view is not None)
    settle(qtbot, pane)
    return pane.view.head.number


def sound(till: Till) -> list[str]:
    with till.database.reading(till.owner) as session:
        return [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]


def left_open(till: Till, account: str) -> dict[str, int]:
    with till.database.reading(till.owner) as session:
        return {x.number: x.amount for x in open_items(session, account, till.firm)}


def test_money_over_two_accounts_settles_the_oldest_by_itself(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane)
    type_firm(qtbot, pane, "F01")
    assert [pick.number for pick in pane.form.grid.picks()] == [till.first, till.second]
    qtbot.keyClicks(focused(), "70")
    press(qtbot, KEY.Key_Insert)
    qtbot.keyClicks(focused(), "49.5")
    press(qtbot, KEY.Key_Return)
    qtbot.keyClicks(focused(), "0.5")
    press(qtbot, KEY.Key_Return)
    assert [pick.now for pick in pane.form.grid.picks()] == [fen(100), fen(20)]
    assert pane.form.sums.texts()["转预收"] == "0.00"
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        view = customer_receipt_view(session, number)
        assert [(x.account, x.amount) for x in view.payments] == [
            ("cash", fen(70)), ("bank", fen("49.5")),
        ]  # fmt: skip
        assert (view.cash_discount, view.advance) == (50, 0)
    assert left_open(till, RECEIVABLE) == {till.second: fen(40)}
    assert till.said[-1] == f"{number} 已过账"
    assert pane.title_line.number.text() == number
    assert sound(till) == []


def test_space_and_digits_choose_what_the_money_is_for(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane)
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "50")
    press(qtbot, KEY.Key_Return)
    grid = pane.form.grid
    grid.setFocus()
    grid.go_to(0)
    qtbot.keyClick(grid, KEY.Key_Space)
    assert [pick.now for pick in grid.picks()] == [0, 0]
    grid.go_to(1)
    qtbot.keyClick(grid, KEY.Key_4)
    qtbot.keyClicks(grid.editor, "5")
    qtbot.keyClick(grid.editor, KEY.Key_Return)
    assert [pick.now for pick in grid.picks()] == [0, fen(45)]
    assert pane.form.sums.texts()["转预收"] == "5.00"
    qtbot.keyClick(grid, KEY.Key_9)
    qtbot.keyClicks(grid.editor, "9")
    qtbot.keyClick(grid.editor, KEY.Key_Return)
    assert till.said[-1] == f"{till.second} 只剩 60.00 没结，填不了 99.00"
    qtbot.keyClick(grid.editor, KEY.Key_Escape)
    assert [pick.now for pick in grid.picks()] == [0, fen(45)]
    number = post(qtbot, pane)
    assert left_open(till, RECEIVABLE) == {till.first: fen(100), till.second: fen(15)}
    with till.database.reading(till.owner) as session:
        assert customer_receipt_view(session, number).advance == fen(5)


def test_f3_lets_the_oldest_come_first_again(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane)
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "50")
    press(qtbot, KEY.Key_Return)
    grid = pane.form.grid
    grid.setFocus()
    grid.go_to(0)
    qtbot.keyClick(grid, KEY.Key_Space)
    qtbot.keyClick(pane, KEY.Key_F12)
    assert till.said[-1].startswith("一张单也没选")
    qtbot.keyClick(pane, KEY.Key_F3)
    assert [pick.now for pick in grid.picks()] == [fen(50), 0]


def test_what_is_not_complete_is_said_and_the_hand_goes_there(qtbot, till: Till) -> None:
    pane = till.open(SupplierPaymentPane)
    qtbot.keyClick(pane, KEY.Key_F12)
    assert till.said[-1].startswith("还没有往来单位")
    assert focused() is pane.form.firm
    type_firm(qtbot, pane, "F01")
    qtbot.keyClick(pane, KEY.Key_F12)
    assert till.said[-1] == "还没填金额"
    assert pane.form.typing


def test_what_another_window_settled_meanwhile_is_refused_and_nothing_is_written(
    qtbot, till: Till
) -> None:
    from jxc_desktop.cash.payments import Payment
    from jxc_desktop.cash.services import MoneyDraft, post_customer_receipt
    from jxc_desktop.shop.keys import new_key

    pane = till.open(CustomerReceiptPane)
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "100")
    press(qtbot, KEY.Key_Return)
    grid = pane.form.grid
    grid.go_to(0)
    grid.choose([(till.first, fen(100))])
    pane.form.by_hand = True
    pane.form.read_again = lambda: None  # this window has not heard of the other one yet
    with till.database.transaction(till.owner) as session:
        draft = MoneyDraft(DAY, till.firm, (Payment(1, fen(100)),))
        post_customer_receipt(session, draft, key=new_key())
    before = len(left_open(till, RECEIVABLE))
    qtbot.keyClick(pane, KEY.Key_F12)
    qtbot.waitUntil(lambda: bool(till.said))
    settle(qtbot, pane)
    assert till.said[-1] == f"{till.first} 没有未结的欠款"
    assert (pane.view, len(left_open(till, RECEIVABLE))) == (None, before)


def test_an_advance_shows_what_waits_already(qtbot, till: Till) -> None:
    pane = till.open(AdvanceReceiptPane)
    type_firm(qtbot, pane, "F01")
    assert [(x.number, x.left) for x in pane.form.grid.picks()] == [(till.early, fen(30))]
    qtbot.keyClicks(focused(), "12")
    press(qtbot, KEY.Key_Return)
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        assert legs(session, number) == [("100101", 1200, 0), ("220301", 0, 1200)]


def test_two_sides_meet_when_they_come_to_the_same(qtbot, till: Till) -> None:
    pane = till.open(SettlementPane)
    type_firm(qtbot, pane, "F01")
    form = pane.form
    assert [pick.number for pick in form.used.picks()] == [till.early]
    form.used.setFocus()
    qtbot.keyClick(form.used, KEY.Key_Space)
    assert form.sums.texts()["两边差"] == "30.00"
    qtbot.keyClick(pane, KEY.Key_F12)
    assert till.said[-1].startswith("还没选要核销的单")
    form.debts.setFocus()
    form.debts.go_to(1)
    qtbot.keyClick(form.debts, KEY.Key_Space)
    assert form.sums.texts()["两边差"] == "0.00"
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        view = settlement_view(session, number)
        assert [(x.number, x.amount) for x in view.settled] == [(till.second, fen(30))]
    assert sound(till) == []


def test_the_sides_follow_the_mode(qtbot, till: Till) -> None:
    pane = till.open(SettlementPane)
    form = pane.form
    form.mode.setCurrentIndex(form.mode.findData(str(SettlementMode.CONTRA)))
    type_firm(qtbot, pane, "F01")
    assert [pick.open for pick in form.used.picks()] == [fen(80)]
    qtbot.keyClick(pane, KEY.Key_F3)
    post(qtbot, pane)
    assert left_open(till, PAYABLE) == {}
    assert sum(left_open(till, RECEIVABLE).values()) == fen(80)
    pane.begin_new()
    settle(qtbot, pane)
    form.mode.setCurrentIndex(form.mode.findData(str(SettlementMode.TRANSFER)))
    settle(qtbot, pane)
    type_firm(qtbot, pane, "F01")
    assert not form._left.isVisible()
    qtbot.keyClick(pane, KEY.Key_F3)
    qtbot.keyClick(pane, KEY.Key_F12)
    assert till.said[-1] == "还没写欠款转给谁"


def test_a_bad_debt_wants_its_reason(qtbot, till: Till) -> None:
    pane = till.open(BadDebtPane)
    type_firm(qtbot, pane, "F01")
    pane.form.grid.setFocus()
    qtbot.keyClick(pane.form.grid, KEY.Key_Space)
    qtbot.keyClick(pane, KEY.Key_F12)
    assert till.said[-1] == "坏账要写原因"
    assert focused() is pane.form.reason
    qtbot.keyClicks(focused(), "moved away")
    press(qtbot, KEY.Key_Return)
    qtbot.keyClicks(focused(), "10")
    press(qtbot, KEY.Key_Return)
    assert pane.form.sums.texts()["损失"] == "90.00"
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        view = bad_debt_view(session, number)
        assert (view.total, view.head.reason) == (fen(100), "moved away")
    assert sound(till) == []


def test_a_bad_debt_that_came_back_with_a_sum_alone_chooses_the_oldest(qtbot, till: Till) -> None:
    sent = BadDebtDraft(DAY, BadDebtMode.WRITE_OFF, till.firm, fen(120), "moved away")
    body = typed_again("bad_debt", sent, "供应商F01").body()
    with till.database.transaction(till.owner) as session:
        kept = save_draft(session, DraftBody("bad_debt", DAY, "供应商F01", fen(120), body))
    pane = till.open(BadDebtPane)
    pane.show_subject(kept)
    qtbot.waitUntil(lambda: bool(pane.form.grid.picks()))
    assert [pick.now for pick in pane.form.grid.picks()] == [fen(100), fen(20)]
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        assert bad_debt_view(session, number).total == fen(120)


def test_expenses_are_found_by_pinyin_and_posted(qtbot, till: Till) -> None:
    pane = till.open(ExpensePane)
    grid = pane.form.grid
    grid.setFocus()
    grid.go_to_cell(0)
    qtbot.keyClicks(focused(), "fz")
    qtbot.waitUntil(lambda: grid.cell.search is not None and grid.cell.search.popup.isVisible())
    press(qtbot, KEY.Key_Return)
    qtbot.keyClicks(focused(), "3000")
    press(qtbot, KEY.Key_Return)
    assert pane.form.lines()[0].account == "5602"
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        [only] = expense_view(session, number).lines
        assert (only.account, only.item, only.amount) == ("5602", "租金", fen(3000))


def test_an_expense_of_somebody_is_typed_by_the_beginning_of_the_name(qtbot, till: Till) -> None:
    with till.database.transaction(till.owner) as session:
        save_employee(session, EmployeeDraft("Wang Fang", department="Shop"))
        save_employee(session, EmployeeDraft("Li Qiang"))
    pane = till.open(ExpensePane)
    grid = pane.form.grid
    grid.setFocus()
    grid.go_to_cell(0)
    qtbot.keyClicks(focused(), "fz")
    qtbot.waitUntil(lambda: grid.cell.search is not None and grid.cell.search.popup.isVisible())
    press(qtbot, KEY.Key_Return)
    grid.go_to_cell(0, "employee")
    qtbot.keyClicks(focused(), "Wang")
    press(qtbot, KEY.Key_Return)
    grid.go_to_cell(0, "amount")
    qtbot.keyClicks(focused(), "30")
    press(qtbot, KEY.Key_Return)
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        [only] = expense_view(session, number).lines
        assert (only.employee, only.department, only.amount) == ("Wang Fang", "Shop", fen(30))


def test_a_transfer_warns_of_an_account_that_has_too_little(qtbot, till: Till) -> None:
    pane = till.open(MoneyTransferPane)
    pane.form.amount.setFocus()
    qtbot.keyClicks(focused(), "99")
    press(qtbot, KEY.Key_Return)
    qtbot.keyClicks(focused(), "1")
    press(qtbot, KEY.Key_Return)
    assert pane.form.note.text() == "现金 只有 30.00，转出后是 -70.00"
    number = post(qtbot, pane)
    with till.database.reading(till.owner) as session:
        view = money_transfer_view(session, number)
        assert (view.from_account, view.to_account, view.total) == ("cash", "bank", fen(100))


def test_a_draft_is_kept_by_itself_and_comes_back_whole(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane)
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "50")
    press(qtbot, KEY.Key_Return)
    pane.form.remark.setText("老板娘付")
    pane.form.grid.setFocus()
    pane.form.grid.go_to(0)
    qtbot.keyClick(pane.form.grid, KEY.Key_Space)
    pane.form.grid.go_to(1)
    qtbot.keyClick(pane.form.grid, KEY.Key_5)
    qtbot.keyClick(pane.form.grid.editor, KEY.Key_Return)
    qtbot.keyClick(pane, KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        [draft] = drafts_of(session, "customer_receipt")
    assert (draft.subject, draft.total) == ("供应商F01", fen(50))
    again = till.open(CustomerReceiptPane)
    again.show_subject(draft.id)
    qtbot.waitUntil(lambda: bool(again.form.grid.picks()))
    settle(qtbot, again)
    assert again.form.typed() == pane.form.typed()
    number = post(qtbot, again)
    with till.database.reading(till.owner) as session:
        assert drafts_of(session, "customer_receipt") == []
        [settled] = customer_receipt_view(session, number).settled
        assert (settled.number, settled.amount) == (till.second, fen(5))


def test_f12_on_a_posted_document_takes_it_back_with_a_reason(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane)
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "100")
    press(qtbot, KEY.Key_Return)
    number = post(qtbot, pane)
    qtbot.keyClick(pane, KEY.Key_F12)
    [sheet] = pane.findChildren(Sheet)
    qtbot.keyClicks(sheet.reason.field, "never came")
    sheet.do.setFocus()
    qtbot.keyClick(sheet, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(pane.view and pane.view.head.reversed_by))
    settle(qtbot, pane)
    assert till.said[-1].startswith(f"{number} 已红冲")
    assert left_open(till, RECEIVABLE)[till.first] == fen(100)
    assert sound(till) == []


def test_who_may_only_draft_keeps_drafts(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane, actor_with("treasurer"))
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "10")
    press(qtbot, KEY.Key_Return)
    assert pane.title_line.main.action.text() == "保存草稿"
    qtbot.keyClick(pane, KEY.Key_F12)
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        assert len(drafts_of(session, "customer_receipt")) == 1


def test_the_docks_are_told_what_posting_would_book(qtbot, till: Till) -> None:
    pane = till.open(CustomerReceiptPane)
    told = []
    pane.attention.connect(told.append)
    type_firm(qtbot, pane, "F01")
    qtbot.keyClicks(focused(), "40")
    press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(told) and told[-1].get("draft") is not None)
    attention = told[-1]
    assert attention["partner"] == till.firm
    with till.database.reading(till.owner) as session:
        found = attention["foresee"](session, attention["draft"])
    assert [(x.account, x.debit, x.credit) for x in found.legs] == [
        ("100101", 4000, 0), ("1122", 0, 4000),
    ]  # fmt: skip


def test_the_list_shows_one_kind_at_a_time_with_its_drafts_on_top(
    qtbot, till: Till, context_of
) -> None:
    papers = shown(qtbot, MoneyListPane(context_of(till.database, till.owner)), (340, 600))
    papers.show_subject("advance_receipt")
    qtbot.waitUntil(lambda: papers.model.rowCount() == 1)
    settle(qtbot, papers)
    qtbot.keyClick(papers.grid, KEY.Key_Return)
    assert papers.context.more["opened"][-1] == ("advance_receipt", till.early)
    assert papers.grid.elided_cells() == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    "cls", [CustomerReceiptPane, AdvanceReceiptPane, SettlementPane, BadDebtPane]
)
def test_nothing_is_cut_at_the_width_of_a_small_screen(
    qtbot, qapp, till: Till, cls, theme: str
) -> None:
    apply_theme(qapp, theme)
    pane = till.open(cls)
    type_firm(qtbot, pane, "F01")
    if cls is not AdvanceReceiptPane:
        qtbot.keyClick(pane, KEY.Key_F3)
    assert pane.width() <= 750
    grids = [pane.form.used, pane.form.debts] if cls is SettlementPane else [pane.form.grid]
    assert [cut for grid in grids for cut in grid.elided_cells()] == []
    apply_theme(qapp, "light")
