"""A month is closed, filed and opened again from the screen, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.features import CLOSING
from jxc_desktop.ledger.queries.periods import periods
from jxc_desktop.ledger.ui.period_pane import PeriodPane
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.drafts import DraftBody, save_draft
from tests.conftest import actor_with
from tests.deskwork import ContextOf, settle, shown
from tests.ledger.test_closing import trade, voucher


@pytest.fixture
def books(database: Database, owner: Actor) -> Database:
    with database.transaction(owner) as session:
        trade(session, date(2026, 1, 15))
    return database


def pane_of(qtbot, context_of: ContextOf, database: Database, actor: Actor, **more) -> PeriodPane:
    return shown(qtbot, PeriodPane(context_of(database, actor), CLOSING, **more), (1180, 760))


def state(database: Database, owner: Actor, month: str) -> str:
    with database.reading(owner) as session:
        return next(each.state for each in periods(session) if each.month == month)


def press(qtbot, pane: PeriodPane, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    combined = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        combined |= modifier
    qtbot.keyClick(pane.grid, key, combined)
    settle(qtbot, pane)


def message(pane: PeriodPane) -> str:
    return pane.context.messages.current.text


def lines(pane: PeriodPane) -> dict[str, str]:
    return {line.check.id: line.problem for line in pane.checks.loaded_rows()}


def test_the_next_month_is_under_the_cursor_with_its_checks(qtbot, context_of, books, owner):
    pane = pane_of(qtbot, context_of, books, owner)
    assert pane.grid.current().month == "2026-01"
    assert {"opening", "shifts", "stock_value"} <= lines(pane).keys()
    assert set(lines(pane).values()) == {""}


def test_f12_closes_the_next_month_after_a_backup(qtbot, context_of, books, owner):
    made: list[str] = []
    pane = pane_of(
        qtbot, context_of, books, owner, back_up=lambda _progress: made.append("x") or "/there"
    )
    press(qtbot, pane, Qt.Key.Key_F12)
    assert state(books, owner, "2026-01") == "closed"
    assert made == ["x"]
    assert "2026-01 已结账，净利润 59.01，生成 1 张凭证" in message(pane)
    qtbot.waitUntil(lambda: pane.grid.current() and pane.grid.current().month == "2026-02")


def test_what_stops_a_month_is_told_and_leads_to_its_place(qtbot, context_of, books, owner):
    with books.transaction(owner) as session:
        save_draft(session, DraftBody("sales_delivery", date(2026, 1, 20), "老王", 1, {}))
    pane = pane_of(qtbot, context_of, books, owner)
    first = pane.checks.loaded_rows()[0]
    assert (first.check.id, first.check.stops) == ("unposted", True)
    press(qtbot, pane, Qt.Key.Key_F12)
    assert state(books, owner, "2026-01") == "open"
    assert "老王" in message(pane)
    pane.check_grid.go_to(0)
    qtbot.keyClick(pane.check_grid, Qt.Key.Key_Return)
    assert pane.context.more["opened"] == [("todo", None)]


def test_a_notice_asks_for_a_second_press(qtbot, context_of, books, owner):
    with books.transaction(owner) as session:
        voucher(session, date(2026, 1, 20), ("5602", "1", ""), ("1002", "", "1"))
    pane = pane_of(qtbot, context_of, books, owner)
    press(qtbot, pane, Qt.Key.Key_F12)
    assert state(books, owner, "2026-01") == "open"
    assert "再按一次 F12" in message(pane)
    press(qtbot, pane, Qt.Key.Key_F12)
    assert state(books, owner, "2026-01") == "closed"


def test_a_month_is_opened_again_for_a_reason_and_not_once_filed(qtbot, context_of, books, owner):
    pane = pane_of(qtbot, context_of, books, owner)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(qtbot, pane, Qt.Key.Key_F12)
    press(qtbot, pane, Qt.Key.Key_R, control, shift)
    assert "先写反结 2026-01 的原因" in message(pane)
    pane.reason.setText("漏单")
    press(qtbot, pane, Qt.Key.Key_R, control, shift)
    assert state(books, owner, "2026-01") == "open"
    press(qtbot, pane, Qt.Key.Key_F12)
    pane.grid.go_to([row.month for row in pane.model.loaded_rows()].index("2026-01"))
    settle(qtbot, pane)
    press(qtbot, pane, Qt.Key.Key_F, control, shift)
    assert state(books, owner, "2026-01") == "filed"
    pane.reason.setText("漏单")
    press(qtbot, pane, Qt.Key.Key_R, control, shift)
    assert state(books, owner, "2026-01") == "filed"
    assert "没有可以反结账的月份" in message(pane)


def test_who_may_not_close_sees_the_months_only(qtbot, context_of, books):
    pane = pane_of(qtbot, context_of, books, actor_with("auditor"))
    assert pane.model.rowCount() == 11
    assert not pane.reason.isVisible()
    assert pane.checks.rowCount() == 0


def test_the_list_follows_what_others_do(qtbot, context_of, books, owner):
    pane = pane_of(qtbot, context_of, books, owner)
    with books.transaction(owner) as session:
        save_draft(session, DraftBody("sales_delivery", date(2026, 1, 20), "老王", 1, {}))
    qtbot.waitUntil(lambda: "老王" in lines(pane).get("unposted", ""))
    with books.transaction(owner) as session:
        session.execute(text("DELETE FROM draft_paper"))
        session.info["changed"].add("draft_paper")
    qtbot.waitUntil(lambda: lines(pane).get("unposted") == "")
