"""A till in a process of its own, which the test kills: it rings up, opens the tender, and says how far it is.

python -m tests.pos.till_process SHOP FOLDER MODE; `tender` stops with an amount typed, `pay` goes on to the books.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import Statement
from jxc_desktop.pos.ui.tender_memory import SOON
from jxc_desktop.pos.ui.till_pane import TillPane
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.conftest import NOW, actor_with
from tests.pos.conftest import MILK, WATER

_KEPT = Statement("SELECT count(*) FROM ticket_draft WHERE body LIKE '%W1%'")


def main(shop: str, folder: str, mode: str) -> None:
    """Work until killed."""
    application = QApplication([])
    apply_theme(application, "light")
    database = Database(Path(shop), clock=NOW)
    actor = actor_with("owner")
    context = Context(
        Tasks(database, actor), Messages(NOW), UiSettings(Path(folder) / "window.ini"), may=actor.may,
        clock=NOW,
    )  # fmt: skip
    pane = TillPane(context)
    pane.show()
    until(lambda: pane.desk.state is not None)
    if not pane.desk.ticket.lines:
        pane.take_scan(MILK)
        pane.take_scan(WATER)
    until(lambda: len(pane.desk.ticket.lines) == 2)
    until(lambda: kept(database))
    pane.settle()
    QTest.keyClick(pane.paying.sheet, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "30")
    QTest.qWait(3 * SOON)
    print("tendering", flush=True)
    if mode == "pay":
        pane.paying.pay_cash(6000)
        print("paying", flush=True)
    application.exec()


def until(seen) -> None:
    """Let the till work until something is so."""
    while not seen():
        QTest.qWait(5)


def kept(database: Database) -> bool:
    """Whether the ticket lies in the shop."""
    with database.reading() as session:
        return bool(_KEPT.one(session)[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
