"""A shop with debts on both sides, and panes of money on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import AdvanceDraft, post_advance_receipt
from jxc_desktop.cash.ui.money_pane import MoneyPane
from jxc_desktop.core.db import Database
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.search_text import search_text
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.deskwork import context_of, settle, shown
from tests.shopkeeping import DAY, a_customer, a_product, a_supplier, deliver, fen, line, receive

__all__ = ["context_of"]


def named(name: str) -> dict[str, str]:
    """What a firm is found by."""
    return {"pinyin": initials(name), "search_text": search_text(name, "", initials(name))}


@dataclass
class Till:
    """The shop, its firms and documents, what was said, and how to open a pane."""

    database: Database
    owner: Actor
    firm: int
    other: int
    first: str
    second: str
    early: str
    open: Callable[..., MoneyPane] = field(default=lambda _cls: None)
    said: list[str] = field(default_factory=list)


@pytest.fixture
def till(qtbot, context_of, database: Database, owner: Actor) -> Iterator[Till]:
    """客户F01 buys (100.00 and 60.00 are open, 30.00 paid ahead) and sells (80.00 are open)."""
    with database.transaction(owner) as session:
        firm = a_supplier(session, "F01", customer_code="F01", **named("供应商F01"))
        other = a_customer(session, "C02", **named("客户C02"))
        product = a_product(session)
        receive(session, firm, [line(product, 1, 80, tax_rate=0)], price_includes_tax=True)
        receive(session, a_supplier(session, "S09"), [line(product, 100, 1)])
        day = DAY - timedelta(days=40)
        first = deliver(session, firm, [line(product, 1, 100)], day=day)
        second = deliver(session, firm, [line(product, 1, 60)])
        ahead = AdvanceDraft(DAY, firm, (Payment(1, fen(30)),))
        early = post_advance_receipt(session, ahead, key=new_key())
    found = Till(database, owner, firm, other, first.number, second.number, early.number)
    made: list[MoneyPane] = []

    def open_pane(cls: type[MoneyPane], actor: Actor = owner, **more: object) -> MoneyPane:
        context = context_of(database, actor)
        context.messages.shown.connect(lambda said: found.said.append(said.text) if said else None)
        pane = shown(qtbot, cls(context), (750, 540))
        qtbot.waitUntil(lambda: pane.form is not None)
        settle(qtbot, pane)
        made.append(pane)
        return pane

    found.open = open_pane
    yield found
    for pane in made:
        pane.keeper.stop()


def type_firm(qtbot, pane: MoneyPane, words: str) -> None:
    """Find a firm by its code and take it."""
    firm = pane.form.firm_field()
    firm.setFocus()
    qtbot.keyClicks(firm, words)
    settle(qtbot, pane)
    qtbot.waitUntil(lambda: firm.suggester.popup.isVisible() or firm.choice is not None)
    qtbot.keyClick(firm, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: firm.choice is not None)
    settle(qtbot, pane)


def focused() -> QWidget:
    """What the keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget
