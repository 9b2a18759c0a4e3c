"""A desk where panes open each other, and a shop with twenty kinds of goods to sell by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.db import Database
from jxc_desktop.panes.papers import paper_panes
from jxc_desktop.panes.stock import stock_panes
from jxc_desktop.widgets.actions import action_named
from tests.deskwork import context_of, settle
from tests.pricing.conftest import counter
from tests.shopkeeping import a_customer, a_product, a_supplier, line, price, receive

__all__ = ["context_of", "counter"]

KINDS = 20


class Desk:
    """Opens panes as the window does; `keys` go to whatever has the focus."""

    def __init__(self, qtbot, context, size=(1100, 720)) -> None:
        self.qtbot, self.size = qtbot, size
        self.context = replace(context, open=self.open)
        self.panes = {}
        self.pane = None

    def open(self, kind, subject=None):
        specs = (*paper_panes(), *stock_panes())
        spec = next(spec for spec in specs if spec.name == kind)
        pane = self.panes.get((kind, subject))
        if pane is None:
            pane = self.panes[kind, subject] = spec.build(self.context)
            self.qtbot.addWidget(pane, before_close_func=_keep_no_more)
            pane.resize(*self.size)
        if self.pane is not None and self.pane is not pane:
            self.pane.hide()
        with self.qtbot.waitActive(pane):
            pane.show()
            pane.activateWindow()
        self.pane = pane
        pane.setFocus()
        if subject is not None:
            pane.show_subject(subject)
        return pane

    def settled(self):
        """The pane in front, when all it asked for has come."""
        settle(self.qtbot, self.pane)
        if hasattr(self.pane, "form"):
            self.qtbot.waitUntil(lambda: self.pane.form is not None)
        settle(self.qtbot, self.pane)
        return self.pane

    def keys(self, text: str = "", *then: Qt.Key) -> None:
        """Type into whatever has the focus, then press further keys; wait for answers after each."""
        if text:
            QTest.keyClicks(QApplication.focusWidget(), text)
        for key in then:
            QTest.keyClick(QApplication.focusWidget(), key)
            self.settled()

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.pane, key, modifier)
        self.settled()

    def act(self, name: str) -> None:
        """What the menu behind 「…」 does."""
        action_named(self.pane, name).trigger()
        self.settled()

    def said(self) -> str:
        """The last message."""
        return self.context.messages.today()[0].text

    def number(self) -> str:
        return self.pane.view.head.number

    def chip(self) -> str:
        return self.pane.title_line.chip.chip.text

    def column(self, key: str) -> list[str]:
        """What a column of the shown lines reads."""
        model = self.pane.form.posted
        place = [column.key for column in model.columns].index(key)
        return [model.cell(row, place).text for row in range(model.rowCount())]


def _keep_no_more(pane) -> None:
    """A draft that still waits to be kept would be written when the shop is already gone."""
    if getattr(pane, "keeper", None) is not None:
        pane.keeper.stop()


@pytest.fixture
def any_database(database: Database) -> Database:
    """Panes are tried on SQLite alone; what they call is tried on both."""
    return database


@pytest.fixture
def desk(qtbot, context_of, database, owner):
    return Desk(qtbot, context_of(database, owner))


@pytest.fixture
def shelf(database, owner):
    """A customer, and 100 pieces each of P01 … P20 at 5.00; returns ids by code."""
    with database.transaction(owner) as session:
        goods = {
            f"P{number:02}": a_product(session, f"P{number:02}", retail_price=price(number))
            for number in range(1, KINDS + 1)
        }
        box = a_product(session, "BOX", name="箱装水", units={"箱": (24, 1)})
        supplier = a_supplier(session)
        receive(session, supplier, [line(each, 100, 5) for each in (*goods.values(), box)])
        return {**goods, "BOX": box, "customer": a_customer(session)}
