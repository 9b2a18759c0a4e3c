"""The light theme, and a shop with people behind the panes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.services import add_user, set_password
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.conftest import NOW, actor_with


@pytest.fixture
def dressed(qapp):
    """The application in the light theme."""
    apply_theme(qapp, "light")
    return qapp


@pytest.fixture
def staffed(database, owner, light):
    """A shop where the owner, a cashier and a manager may log in."""
    with database.transaction(owner) as session:
        set_password(session, "owner", Secret("correct horse 9"), passwords=light)
        add_user(
            session,
            "xiaoli",
            ["cashier"],
            Secret("vier lange Wörter"),
            full_name="小李",
            passwords=light,
        )
        add_user(session, "老周", ["manager"], Secret("noch ein langes"), passwords=light)
    return database


@pytest.fixture
def ui_settings(tmp_path):
    return UiSettings(tmp_path / "window.ini")


@pytest.fixture
def context_of(dressed, staffed, ui_settings):
    """`context_of("owner")`: what a pane may use when somebody in that role is at work."""
    opened = []

    def make(*roles: str) -> Context:
        actor = actor_with(*roles)
        opened.append(Tasks(staffed, actor=actor))
        return Context(opened[-1], Messages(NOW), ui_settings, may=actor.may, clock=NOW)

    yield make
    for tasks in opened:
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
