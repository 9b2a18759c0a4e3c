"""期初 by keys: an opening is taken back, and locked once 0001 is zero."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.errors import Refused
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.opening import lacking, open_books
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.services import reverse_opening_balance
from jxc_desktop.stock.ui.opening_pane import OpeningPane
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import context_of, settle, shown
from tests.shopkeeping import fen

__all__ = ["context_of"]


def accounts(key: str, *lines: tuple[str, str, str]) -> dict[str, object]:
    return {
        "key": key, "type": "opening_accounts",
        "lines": [{"account": code, side: amount} for code, side, amount in lines],
    }  # fmt: skip


CASH = accounts("a", ("bank", "debit", "500.00"))
CAPITAL = accounts("b", ("3001", "credit", "500.00"))


def open_pane(qtbot, context_of, database, actor) -> OpeningPane:
    context = context_of(database, actor)
    said: list[str] = []
    context.messages.shown.connect(lambda told: said.append(told.text) if told else None)
    pane = shown(qtbot, OpeningPane(context), (900, 500))
    settle(qtbot, pane)
    pane.said = said
    return pane


def test_the_books_are_locked_once_they_balance(any_database, owner) -> None:
    with any_database.transaction(owner) as session:
        number = post_document(session, CASH).number
        assert lacking(session) == -fen(500)
        with pytest.raises(Refused, match=r"0001 期初平衡还差 500\.00"):
            open_books(session)
        post_document(session, CAPITAL)
        open_books(session)
        assert settings_of(session).opened
        with pytest.raises(Refused, match="账套已启用"):
            open_books(session)
        with pytest.raises(Refused, match="账套已启用"):
            post_document(session, accounts("c", ("bank", "debit", "1.00")))
        with pytest.raises(Refused, match="账套已启用"):
            reverse_opening_balance(session, Reversal(number, "晚了"), key=new_key())


def test_a_wrong_opening_is_taken_back_and_the_right_ones_are_locked(
    qtbot, context_of, database, owner
) -> None:
    with database.transaction(owner) as session:
        wrong = post_document(session, accounts("w", ("bank", "debit", "5.00"))).number
        post_document(session, CASH), post_document(session, CAPITAL)
    pane = open_pane(qtbot, context_of, database, owner)
    assert pane.standing.text() == "0001 期初平衡还有贷方余额 5.00，补录资金、资本或往来。"
    qtbot.keyClick(pane, Qt.Key.Key_F12)
    assert pane.said[-1] == pane.standing.text()
    pane.grid.go_to(0)
    qtbot.keyClick(
        pane, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    sheet = pane.findChild(Sheet)
    sheet.reason.field.setText("录错")
    sheet.do.click()
    settle(qtbot, pane)
    assert f"{wrong} 已红冲" in pane.said[-1]
    assert pane.grid.elided_cells() == []
    assert pane.standing.text() == "期初平了。核对过，按 F12 启用。"
    qtbot.keyClick(pane, Qt.Key.Key_F12)
    pane.findChildren(Sheet)[-1].do.click()
    settle(qtbot, pane)
    assert pane.standing.text() == "已启用，期初锁住了。"
    with database.reading(owner) as session:
        assert settings_of(session).opened


def test_who_only_sees_cannot_lock(qtbot, context_of, database) -> None:
    pane = open_pane(qtbot, context_of, database, actor_with("opening.view"))
    qtbot.keyClick(pane, Qt.Key.Key_F12)
    action_named(pane, "lock").trigger()
    settle(qtbot, pane)
    assert (pane.findChild(Sheet), pane.found.locked) == (None, False)
