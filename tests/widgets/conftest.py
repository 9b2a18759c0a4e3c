"""What every test of the widgets needs: the light theme, a small shop file and a pane's context."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from sqlalchemy import text

from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings


@pytest.fixture
def dressed(qapp):
    """The application in the light theme; whatever a test changes is put back."""
    apply_theme(qapp, "light")
    yield qapp
    apply_theme(qapp, "light")


@pytest.fixture
def shop(tmp_path):
    """A database with one table of notes."""
    database = Database(tmp_path / "notes.jxc")
    with database.transaction() as session:
        session.execute(text("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)"))
    yield database
    database.close()


@pytest.fixture
def tasks(qapp, shop):
    tasks = Tasks(shop, actor="周敏")
    yield tasks
    tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


@pytest.fixture
def messages(qapp):
    return Messages(fixed_clock(2026, 11, 20, 10, 42))


@pytest.fixture
def settings(tmp_path):
    return UiSettings(tmp_path / "window.ini")


@pytest.fixture
def context(dressed, tasks, messages, settings):
    return Context(tasks, messages, settings, clock=fixed_clock(2026, 11, 20, 10, 42))
