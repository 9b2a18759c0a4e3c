"""What must not happen in trade, tried at the desk: one sentence, nothing written, what was typed stays."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select, text

from jxc_desktop.core.schema import Base
from jxc_desktop.sales.ui.delivery_pane import DeliveryPane
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.widgets.actions import action_named
from tests.deskwork import settle
from tests.shopkeeping import deliver, fen, line

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
UNTOLD = {"draft_paper", "audit", "attachment"}
"""What keeping a draft writes."""


def rows(database, owner) -> dict[str, int]:
    with database.reading(owner) as session:
        return {
            name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in Base.metadata.tables.items()
            if name not in UNTOLD
        }


def typed(desk, kind: str = "sales_delivery", partner: str = "C01"):
    """A document of five pieces of P01 at 10, ready to be posted."""
    desk.open(kind)
    pane = desk.settled()
    desk.keys(partner, K.Key_Return)
    desk.keys("P01", K.Key_Return)
    desk.keys("5", K.Key_Return)
    pane.form.grid.go_to_cell(0, "price")
    desk.keys("10", K.Key_Return)
    return pane


def refused(desk, database, owner, words: str) -> None:
    """F12 is refused in `words`; nothing is written and what was typed is still there."""
    pane = desk.pane
    before, was = rows(database, owner), pane._typed()
    desk.press(K.Key_F12)
    assert words in desk.said()
    assert (pane.view, pane._typed()) == (None, was)
    assert rows(database, owner) == before


def test_a_firm_out_of_use_is_not_found_and_one_stopped_meanwhile_is_refused(
    desk, database, owner, shelf
):
    typed(desk)
    with database.transaction(owner) as session:
        session.execute(text("UPDATE partner SET disabled = 1 WHERE customer_code = 'C01'"))
    refused(desk, database, owner, "已停用")


def test_nothing_goes_on_credit_beyond_the_limit(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        change_setting(session, "credit_rule", "refuse")
        session.execute(text("UPDATE partner SET credit_limit = 4999 WHERE customer_code = 'C01'"))
    typed(desk)
    refused(desk, database, owner, "信用额度")


@pytest.mark.parametrize("kind", ["sales_delivery", "sales_order", "quotation"])
def test_nothing_is_dated_before_the_books_begin(desk, database, owner, shelf, kind):
    pane = typed(desk, kind)
    pane.form.header.day.set_day(date(2019, 1, 1))
    refused(desk, database, owner, "2019")


def test_no_more_comes_back_than_went(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        sold = deliver(session, shelf["customer"], [line(shelf["P01"], 3, "10.00")]).number
    desk.open("sales_delivery", sold)
    desk.settled()
    action_named(desk.pane, "take_back").trigger()
    pane = desk.settled()
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("4", K.Key_Return)
    refused(desk, database, owner, "只剩 3 个，本行超出")


def test_a_draft_that_another_window_posted_is_not_posted_again(
    qtbot, desk, database, owner, shelf
):
    typed(desk)
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "sales_delivery")
    here, there = desk.pane, DeliveryPane(desk.context)
    qtbot.addWidget(there)
    there.show_subject(kept.id)
    qtbot.waitUntil(lambda: there.form is not None and bool(there.form.lines))
    settle(qtbot, there)
    desk.press(K.Key_F12)
    assert here.view.total == fen(50), desk.said()
    before = rows(database, owner)
    action_named(there, "settle").trigger()
    settle(qtbot, there)
    assert "已在别处过账或作废" in desk.said()
    assert (there.view, rows(database, owner)) == (None, before)
    action_named(there, "copy_paper").trigger()
    settle(qtbot, there)
    assert (len(there.form.lines), there.keeper.draft.id) == (1, None), "a copy is another document"
