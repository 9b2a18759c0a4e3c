"""结算账户 and 收支项目 edited where they stand."""

from PySide6.QtCore import Qt

from jxc_desktop.cash.queries import cash_items, money_accounts
from jxc_desktop.cash.ui.purse_panes import CashItemPane, MoneyAccountPane
from tests.cash.ui.conftest import Till, focused
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import fen

KEY = Qt.Key


def open_list(qtbot, till: Till, context_of, cls, actor=None):
    context = context_of(till.database, actor or till.owner)
    context.messages.shown.connect(lambda said: till.said.append(said.text) if said else None)
    return shown(qtbot, cls(context), (750, 540))


def write_name(qtbot, pane, row: int, name: str) -> None:
    pane.grid.setFocus()
    pane.grid.go_to_cell(row, "name")
    qtbot.keyClicks(focused(), name)
    qtbot.keyClick(focused(), KEY.Key_Return)


def choose_account(qtbot, pane, code: str) -> None:
    grid = pane.grid
    qtbot.keyClicks(focused(), code)
    qtbot.waitUntil(lambda: grid.cell.search is not None and grid.cell.search.popup.isVisible())
    qtbot.keyClick(focused(), KEY.Key_Return)


def test_what_lies_in_each_account_is_seen(qtbot, till: Till, context_of) -> None:
    pane = open_list(qtbot, till, context_of, MoneyAccountPane)
    lines = {line.code: line for line in pane.grid.lines()}
    assert (lines["cash"].balance, lines["cash"].account) == (fen(30), "100101")
    assert pane.grid.elided_cells() == []


def test_a_new_account_is_kept_as_soon_as_it_is_whole(qtbot, till: Till, context_of) -> None:
    pane = open_list(qtbot, till, context_of, MoneyAccountPane)
    qtbot.keyClick(pane, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focused(), "ICBC 1234")
    qtbot.keyClick(focused(), KEY.Key_Return)
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        before = len(money_accounts(session))
    choose_account(qtbot, pane, "1002")
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        found = money_accounts(session)
    assert len(found) == before + 1
    [made] = [x for x in found if x.name == "ICBC 1234"]
    assert (made.code, made.account) == ("A01", "1002")
    assert till.said[-1] == "ICBC 1234 已保存"
    assert [x.name for x in pane.grid.lines()].count("ICBC 1234") == 1


def test_a_name_is_changed_in_place_and_a_wrong_account_is_marked(
    qtbot, till: Till, context_of
) -> None:
    pane = open_list(qtbot, till, context_of, MoneyAccountPane)
    row = [line.code for line in pane.grid.lines()].index("cash")
    write_name(qtbot, pane, row, "Drawer")
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        assert {x.code: x.name for x in money_accounts(session)}["cash"] == "Drawer"
    pane.grid.go_to_cell(row, "account")
    choose_account(qtbot, pane, "1002")
    qtbot.waitUntil(lambda: any("科目不能再改" in said for said in till.said))
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        assert {x.code: x.account for x in money_accounts(session)}["cash"] == "100101"


def test_when_a_wallet_settles_is_written_where_it_stands(qtbot, till: Till, context_of) -> None:
    pane = open_list(qtbot, till, context_of, MoneyAccountPane)
    row = [line.code for line in pane.grid.lines()].index("wechat")
    for key, typed in (("settle_days", "1"), ("fee_rate", "0.38%")):
        pane.grid.setFocus()
        pane.grid.go_to_cell(row, key)
        qtbot.keyClicks(focused(), typed)
        qtbot.keyClick(focused(), KEY.Key_Return)
        settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        [found] = [x for x in money_accounts(session) if x.code == "wechat"]
    assert (found.settle_days, found.fee_rate) == (1, 38)
    shown_row = pane.grid.entry.cell(row, 3).text, pane.grid.entry.cell(row, 4).text
    assert shown_row == ("T+1", "0.38%")
    assert pane.grid.elided_cells() == []


def test_an_item_goes_out_of_use_and_back(qtbot, till: Till, context_of) -> None:
    pane = open_list(qtbot, till, context_of, CashItemPane)
    pane.grid.setFocus()
    row = [line.name for line in pane.grid.lines()].index("房租")
    pane.grid.go_to_cell(row, "name")
    for disabled in (True, False):
        pane.switch()
        settle(qtbot, pane)
        with till.database.reading(till.owner) as session:
            [item] = [x for x in cash_items(session) if x.name == "房租"]
        assert item.disabled is disabled
        assert pane.grid.lines()[row].disabled is disabled
    assert till.said[-1] == "房租 已启用"


def test_an_item_changes_its_direction_by_a_letter_of_its_word(
    qtbot, till: Till, context_of
) -> None:
    pane = open_list(qtbot, till, context_of, CashItemPane)
    row = [line.name for line in pane.grid.lines()].index("房租")
    column = next(c for c in pane.grid.entry.entry_columns if c.key == "incoming")
    changed = column.edit(pane.grid.lines()[row], "收")
    assert changed.incoming is True
    assert pane.grid.elided_cells() == []


def test_who_may_not_edit_reads(qtbot, till: Till, context_of) -> None:
    pane = open_list(qtbot, till, context_of, MoneyAccountPane, actor_with("sales"))
    assert {column.key for column in pane.grid.entry.entry_columns} == {
        "code", "name", "account", "chip",
    }  # fmt: skip
    assert all(column.edit is None for column in pane.grid.entry.entry_columns)
