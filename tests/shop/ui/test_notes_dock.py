"""补注: a sentence beside a posted document, by keys."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.ui.notes_dock import NotesDock
from tests.deskwork import context_of, settle, shown
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

__all__ = ["context_of"]
KIND = "sales_delivery"


@pytest.fixture
def dock(qtbot, context_of, database: Database, owner: Actor):
    return shown(qtbot, NotesDock(context_of(database, owner)), (320, 240))


def test_a_sentence_and_enter_add_a_note(qtbot, dock, database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        tea = a_product(session)
        receive(session, a_supplier(session), [line(tea, 9, at=5)])
        number = deliver(session, a_customer(session), [line(tea, 1)]).number
    dock.attend({"kind": KIND, "number": number})
    settle(qtbot, dock)
    assert dock.line.isEnabled()
    dock.line.setText("客户说周五来取")
    qtbot.keyClick(dock.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dock.said.text().startswith("客户说周五来取\n— owner  2026-11-20"))
    assert dock.line.text() == ""
    assert dock.sizeHint().width() <= 320


def test_a_draft_takes_no_note(qtbot, dock) -> None:
    dock.attend({"kind": KIND, "number": None})
    settle(qtbot, dock)
    assert not dock.line.isEnabled()
    assert "草稿的备注直接写在单上" in dock.said.text()
