"""A desk for panes under test: what they may use of the program, whatever they open written down."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.conftest import NOW

ContextOf = Callable[[Database, Actor], Context]


@pytest.fixture
def context_of(qapp, tmp_path) -> Iterator[ContextOf]:
    """`context_of(database, actor)`; what the pane opens is in `context.more["opened"]`."""
    apply_theme(qapp, "light")
    made: list[Tasks] = []

    def make(database: Database, actor: Actor) -> Context:
        made.append(Tasks(database, actor=actor))
        opened: list[tuple[str, object]] = []

        def open_pane(kind: str, subject: object = None) -> bool:
            opened.append((kind, subject))
            return True

        return Context(
            made[-1],
            Messages(NOW),
            UiSettings(tmp_path / "window.ini"),
            may=actor.may,
            open=open_pane,
            clock=NOW,
            more={"opened": opened},
        )

    yield make
    for tasks in made:
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


def settle(qtbot, pane: Pane) -> None:
    """Wait until everything the pane asked for has come."""
    qtbot.waitUntil(lambda: not pane._jobs and not pane._refresh_timer.isActive())


def shown(qtbot, pane: Pane, size: tuple[int, int] = (345, 720)) -> Pane:
    """The pane on screen, with its first answers."""
    qtbot.addWidget(pane)
    pane.resize(*size)
    pane.show()
    qtbot.waitExposed(pane)
    settle(qtbot, pane)
    return pane
