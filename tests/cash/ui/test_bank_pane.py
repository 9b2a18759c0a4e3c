"""银行对账 by keys: what is sure goes by itself, the rest is picked, what the books lack becomes a document."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.cash.bank.statements import StatementLine, add_statement, open_statement
from jxc_desktop.cash.services import PurposeDraft, SpendingDraft, post_expense
from jxc_desktop.cash.ui.bank_pane import BankPane
from jxc_desktop.cash.ui.money_panes import CustomerReceiptPane, ExpensePane, MoneyTransferPane
from jxc_desktop.shop.keys import new_key
from tests.cash.ui.conftest import Till, focused
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import DAY, fen

KEY = Qt.Key
BANK = 2


def spend(session, amount: str, day=DAY) -> str:
    lines = (PurposeDraft("5603", fen(amount), "手续费"),)
    return post_expense(session, SpendingDraft(day, BANK, lines), key=new_key()).number


@pytest.fixture
def told(till: Till) -> Till:
    """The books: fees of 5.00, 7.00 twice; the bank: 5.00, 7.00, 60.00 of 供应商F01, interest of 1.20."""
    with till.database.transaction(till.owner) as session:
        spend(session, "5.00")
        spend(session, "7.00", DAY - timedelta(days=1))
        spend(session, "7.00", DAY - timedelta(days=2))
        lines = (
            StatementLine(DAY, fen("-5"), None, "", "手续费"),
            StatementLine(DAY, fen("-7"), None, "", "手续费"),
            StatementLine(DAY, fen("60"), None, "供应商F01", "货款"),
            StatementLine(DAY, fen("1.20"), None, "", "结息"),
        )
        add_statement(session, BANK, lines)
    return till


@pytest.fixture
def bank(qtbot, told: Till, context_of) -> Callable[..., BankPane]:
    def do(actor=None) -> BankPane:
        context = context_of(told.database, actor or told.owner)
        context.messages.shown.connect(lambda said: told.said.append(said.text) if said else None)
        pane = shown(qtbot, BankPane(context), (1000, 560))
        qtbot.waitUntil(lambda: pane.account.count() > 0)
        settle(qtbot, pane)
        return pane

    return do


def press(qtbot, pane: BankPane, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focused(), key, modifier)
    settle(qtbot, pane)


def picture(pane, name: str) -> None:
    if "PICTURES" in os.environ:
        pane.grab().save(f"{os.environ['PICTURES']}/{name}.png")


def go_to(pane: BankPane, amount: str) -> None:
    pane.line_grid.go_to([line.amount for line in pane.lines.loaded_rows()].index(fen(amount)))


def test_both_sides_stand_beside_each_other_and_a_sure_line_points_at_its_leg(qtbot, bank) -> None:
    pane = bank()
    assert [pane.account.itemText(n) for n in range(pane.account.count())] == [
        "银行存款",
        "微信",
        "支付宝",
    ]
    assert [line.amount for line in pane.lines.loaded_rows()] == [-500, -700, 6000, 120]
    assert [str(pane.lines.cell(row, 5).text) for row in range(4)] == ["找到了", "2 个可选", "", ""]
    go_to(pane, "-5")
    assert [leg.amount for leg in pane.leg_grid.picked_rows()] == [-500]
    assert "差 0.00" in pane.sums.text()
    go_to(pane, "60")
    assert pane.leg_grid.picked_rows() == []
    picture(pane, "bank")
    assert pane.line_grid.elided_cells() == []
    assert pane.leg_grid.elided_cells() == []


def test_what_lay_there_at_first_points_at_all_that_was_booked_before(
    qtbot, bank, told: Till
) -> None:
    pane = bank()
    with told.database.transaction(told.owner) as session:
        open_statement(session, BANK, DAY, fen("-14"))
    pane.refresh()
    settle(qtbot, pane)
    pane.leg_grid.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    go_to(pane, "-14")
    assert [leg.amount for leg in pane.leg_grid.picked_rows()] == [-700, -700]
    pane.line_grid.setFocus()
    press(qtbot, pane, KEY.Key_F12)
    assert told.said[-1] == "勾对了"


def test_a_narrow_window_puts_the_sides_one_above_the_other(qtbot, bank) -> None:
    pane = bank()
    pane.resize(745, 560)
    qtbot.waitUntil(lambda: pane.line_grid.width() > 600)
    go_to(pane, "-5")
    picture(pane, "narrow")
    assert pane.leg_grid.elided_cells() == []


def test_what_is_sure_goes_by_f7_and_what_is_picked_by_f12(qtbot, bank, told: Till) -> None:
    pane = bank()
    pane.line_grid.setFocus()
    press(qtbot, pane, KEY.Key_F7)
    assert told.said[-1] == "勾对了 1 笔；银行还有 3 笔账上没有，账上还有 2 笔银行没有"
    settle(qtbot, pane)
    go_to(pane, "60")
    press(qtbot, pane, KEY.Key_F12)
    assert told.said[-1] == "两边各选一行。空格可以多选"
    go_to(pane, "-7")
    assert len(pane.leg_grid.picked_rows()) == 1
    press(qtbot, pane, KEY.Key_F12)
    assert told.said[-1] == "勾对了"
    qtbot.waitUntil(lambda: len(pane.lines.loaded_rows()) == 2)
    pane.line_grid.go_to(0)
    pane.leg_grid.go_to(0)
    press(qtbot, pane, KEY.Key_F12)
    assert told.said[-1] == "两边差 67.00。选到相等再勾对"


def test_a_match_and_an_import_are_taken_back(qtbot, bank, told: Till) -> None:
    pane = bank()
    pane.line_grid.setFocus()
    press(qtbot, pane, KEY.Key_Delete)
    assert "Ctrl+M" in told.said[-1]
    press(qtbot, pane, KEY.Key_F7)
    press(qtbot, pane, KEY.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(pane.matched.loaded_rows()) == 1)
    pane.match_grid.go_to(0)
    pane.import_grid.go_to(0)
    pane.import_grid.setFocus()
    press(qtbot, pane, KEY.Key_Delete)
    assert "已勾对" in told.said[-1]
    pane.match_grid.setFocus()
    picture(pane, "matched")
    press(qtbot, pane, KEY.Key_Delete)
    assert told.said[-1] == "已取消勾对"
    qtbot.waitUntil(lambda: pane.matched.loaded_rows() == [])
    pane.import_grid.setFocus()
    press(qtbot, pane, KEY.Key_Delete)
    assert told.said[-1] == "已撤销这次导入"
    qtbot.waitUntil(lambda: pane.lines.loaded_rows() == [])


@pytest.mark.parametrize(
    ("key", "amount", "kind", "cls"),
    [
        (KEY.Key_F4, "60", "customer_receipt", CustomerReceiptPane),
        (KEY.Key_F8, "-7", "expense", ExpensePane),
        (KEY.Key_F9, "60", "money_transfer", MoneyTransferPane),
    ],
)
def test_a_line_that_the_books_lack_becomes_a_document_and_then_fits(
    qtbot, bank, told: Till, key, amount, kind, cls
) -> None:
    made = told.open(cls)
    pane = bank()
    pane.context = replace(pane.context, open=lambda wanted, *_: made if wanted == kind else True)
    pane.line_grid.setFocus()
    go_to(pane, amount)
    press(qtbot, pane, key)
    qtbot.waitUntil(lambda: made.form.total() == abs(fen(amount)))
    settle(qtbot, made)
    qtbot.waitUntil(lambda: not made.form.own_obstacle())
    made.title_line.main.click()
    qtbot.waitUntil(lambda: made.view is not None)
    pane.refresh()
    settle(qtbot, pane)
    fits = {line.amount: len(pane.bench.proposed(line)) for line in pane.bench.lines}
    assert fits[fen(amount)] >= 1


def test_interest_is_income_of_its_item(qtbot, bank, told: Till) -> None:
    pane = bank()
    opened = []

    class Made:
        def begin_typed(self, typed) -> None:
            opened.append(typed)

    pane.context = replace(
        pane.context, open=lambda kind, *_: Made() if kind == "other_income" else True
    )
    pane.line_grid.setFocus()
    go_to(pane, "1.20")
    press(qtbot, pane, KEY.Key_F8)
    [line] = opened[0].fields["lines"]
    assert (line["account"], line["item"], line["amount"]) == ("5603", "利息", 120)


def test_the_import_and_the_report_open_for_the_account(qtbot, bank) -> None:
    pane = bank()
    pane.show_subject("wechat")
    settle(qtbot, pane)
    pane.line_grid.setFocus()
    press(qtbot, pane, KEY.Key_O, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, pane, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert pane.context.more["opened"] == [
        ("import", ("bank_statement", "wechat")),
        ("report", {"report": "bank_reconciliation", "filters": {"account": "wechat"}}),
    ]


def test_who_may_only_look_matches_nothing(qtbot, bank, told: Till) -> None:
    pane = bank(actor_with("treasurer"))
    pane.line_grid.setFocus()
    press(qtbot, pane, KEY.Key_F7)
    press(qtbot, pane, KEY.Key_F12)
    assert len(pane.lines.loaded_rows()) == 4
