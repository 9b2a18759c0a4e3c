"""会计科目 edited where it stands."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.chart import AccountDraft, add_account
from jxc_desktop.ledger.queries import accounts
from jxc_desktop.ledger.ui.chart_pane import ChartPane
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.ledger.ui.conftest import focused

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot, context_of, database: Database, owner: Actor) -> Callable[..., ChartPane]:
    """Opens the pane; what was said is in its `said`."""

    def open_pane(actor: Actor = owner) -> ChartPane:
        context = context_of(database, actor)
        said: list[str] = []
        context.messages.shown.connect(lambda told: said.append(told.text) if told else None)
        pane = shown(qtbot, ChartPane(context), (900, 640))
        settle(qtbot, pane)
        pane.said = said
        return pane

    return open_pane


def chart(database: Database, owner: Actor) -> dict[str, str]:
    with database.reading(owner) as session:
        return {each.code: each.name.strip() for each in accounts(session)}


def write(qtbot, pane: ChartPane, row: int, column: str, words: str) -> None:
    pane.grid.setFocus()
    pane.grid.go_to_cell(row, column)
    qtbot.keyClicks(focused(), words)
    qtbot.keyClick(focused(), KEY.Key_Return)
    settle(qtbot, pane)


def row_of(pane: ChartPane, code: str) -> int:
    return [line.code for line in pane.grid.lines()].index(code)


def test_a_sub_account_is_typed_below_the_last_and_thrown_away_again(
    qtbot, opened, database: Database, owner: Actor
) -> None:
    pane = opened()
    assert pane.grid.elided_cells() == []
    qtbot.keyClick(pane, KEY.Key_N, CTRL)
    last = len(pane.grid.lines())
    write(qtbot, pane, last, "code", "180101")
    write(qtbot, pane, last, "name", "Fittings")
    qtbot.waitUntil(lambda: "180101" in chart(database, owner))
    settle(qtbot, pane)
    assert pane.said[-1] == "Fittings 已保存"
    pane.grid.go_to_cell(row_of(pane, "180101"), "name")
    qtbot.keyClick(focused(), KEY.Key_Delete, CTRL | SHIFT)
    qtbot.waitUntil(lambda: "180101" not in chart(database, owner))
    settle(qtbot, pane)
    assert pane.said[-1] == "180101 Fittings 已删除"


def test_the_names_of_the_standard_stay_and_ones_own_change(
    qtbot, opened, database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修"))
    pane = opened()
    write(qtbot, pane, row_of(pane, "1801"), "name", "Other")
    assert chart(database, owner)["1801"] == "长期待摊费用"
    qtbot.keyClick(focused(), KEY.Key_Escape)
    write(qtbot, pane, row_of(pane, "180101"), "name", "Fittings")
    qtbot.waitUntil(lambda: chart(database, owner)["180101"] == "Fittings")


def test_what_an_account_asks_is_typed_in_words(
    qtbot, opened, database: Database, owner: Actor
) -> None:
    pane = opened()
    row = row_of(pane, "1801")
    pane.grid.go_to_cell(row, "needs")
    column = next(x for x in pane.grid.entry.entry_columns if x.key == "needs")
    line = column.edit(pane.grid.lines()[row], "部门、职员")
    assert line.asked == ("employee", "department")
    pane.run_write(pane.save(line))
    settle(qtbot, pane)
    with database.reading(owner) as session:
        [found] = [x for x in accounts(session) if x.code == "1801"]
    assert found.needs == "employee department"


def test_who_only_sees_changes_nothing(qtbot, opened) -> None:
    pane = opened(actor_with("account.view"))
    assert not any(column.editable for column in pane.grid.entry.entry_columns)
