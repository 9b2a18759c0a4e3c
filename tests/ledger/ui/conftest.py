"""A desk for the panes of the books, and a voucher typed by keys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from jxc_desktop.core.db import Database
from jxc_desktop.intake.voucher import reverse_voucher
from jxc_desktop.ledger.ui.journal_pane import JournalPane
from jxc_desktop.shop.actor import Actor
from tests.cash.ui.conftest import named
from tests.deskwork import context_of, settle, shown
from tests.shopkeeping import a_customer, a_supplier

__all__ = ["context_of"]

ENTER = Qt.Key.Key_Return
_PRESSED = (QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier)


@dataclass
class Bookkeeper:
    """The shop, what was said, and the pane under the hands."""

    database: Database
    owner: Actor
    open: Callable[..., JournalPane] = field(default=lambda *_who: None)
    said: list[str] = field(default_factory=list)
    pane: JournalPane | None = None

    def keys(self, text: str = "", *then: Qt.Key) -> None:
        """Type into whatever has the focus, then press keys; wait for the answers."""
        for letter in text:  # QTest.keyClicks knows no Chinese
            QApplication.sendEvent(focused(), QKeyEvent(*_PRESSED, letter))
        for key in then:
            QTest.keyClick(focused(), key)
            self.wait()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        """One key with a modifier."""
        QTest.keyClick(focused(), key, modifier)
        self.wait()

    def leg(self, summary: str, account: str, debit: str = "", credit: str = "", about: str = ""):
        """A line, typed from its summary on."""
        self.keys(summary, ENTER)
        self.keys(account, ENTER)
        if about:
            self.keys(about, ENTER)
        self.keys(debit, ENTER)
        if not debit:
            self.keys(credit, ENTER)

    def post(self) -> str:
        """F12; the number of what was posted."""
        self.press(Qt.Key.Key_F12)
        assert self.pane.view is not None, self.said
        return self.pane.view.head.number

    def cells(self, row: int) -> list[str]:
        """The texts of a typed line."""
        entry = self.pane.form.grid.entry
        return [entry.cell(row, column).text for column in range(1, entry.columnCount())]

    def wait(self) -> None:
        """Until all that was asked has come."""
        settle(self.pane.qtbot, self.pane)


@pytest.fixture
def book(qtbot, context_of, database: Database, owner: Actor) -> Iterator[Bookkeeper]:
    """A shop with a customer and a supplier, and 录凭证 to be opened by somebody."""
    with database.transaction(owner) as session:
        a_customer(session, "C01", **named("客户C01"))
        a_supplier(session, "S01", **named("供应商S01"))
    found = Bookkeeper(database, owner)
    made: list[JournalPane] = []

    def open_pane(actor: Actor = owner) -> JournalPane:
        context = context_of(database, actor)
        context.messages.shown.connect(lambda said: found.said.append(said.text) if said else None)
        pane = shown(qtbot, JournalPane(context, reverse_voucher), (1000, 600))
        pane.qtbot = qtbot
        qtbot.waitUntil(lambda: pane.form is not None)
        settle(qtbot, pane)
        pane.setFocus()
        found.pane = pane
        made.append(pane)
        return pane

    found.open = open_pane
    yield found
    for pane in made:
        pane.keeper.stop()


def focused() -> QWidget:
    """What the keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget
