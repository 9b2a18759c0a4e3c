"""A window on a shop with some trade in it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from jxc_desktop.core.i18n import use_language
from jxc_desktop.features import INVARIANTS, REPORTS
from jxc_desktop.panes import pane_specs, workspaces
from jxc_desktop.shell.customer_display import CustomerDisplay
from jxc_desktop.shell.main_window import MainWindow
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import Printers
from jxc_desktop.shell.screen_class import class_of
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shell.serial_devices import SerialScale, SerialScanner
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings


@pytest.fixture
def dressed(qapp):
    apply_theme(qapp, "light")
    yield qapp
    apply_theme(qapp, "light")
    use_language("zh")


@pytest.fixture
def settings(tmp_path):
    return UiSettings(tmp_path / "window.ini")


@pytest.fixture
def devices(dressed, database, settings, tmp_path):
    """What an office hands to panes for the devices of this machine: none is there."""
    messages = Messages(database.clock)
    paper = PrintDesk(
        tmp_path / "spool", database.clock, Printers(settings, tmp_path / "prints"), messages
    )
    made = {
        "paper": paper,
        "display": CustomerDisplay(settings, lambda: None),
        "scale": SerialScale(settings),
        "scanner": SerialScanner(settings),
    }
    yield {**made, "ask": lambda _name: None}
    for device in made.values():
        device.close()


@pytest.fixture
def seat_of(dressed, database, settings, devices):
    """`seat_of(actor)`: somebody at a window of the small shop."""
    opened = []

    def make(actor, **parts):
        tasks = Tasks(database, actor)
        opened.append(tasks)
        given = {
            "specs": pane_specs(),
            "workspaces": workspaces(),
            "reports": REPORTS,
            "invariants": INVARIANTS,
            "more": {"reports": REPORTS, "invariants": INVARIANTS, **devices},
        }
        messages = Messages(database.clock)
        return Seat(database, actor, tasks, messages, settings, **{**given, **parts})

    yield make
    for tasks in opened:
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


@pytest.fixture
def window_of(seat_of, qtbot):
    """`window_of(actor, size)`: a shown window, dropped after the test."""
    made = []

    def make(actor, size=(1440, 900), **parts):
        window = MainWindow(seat_of(actor, **parts))
        made.append(window)
        window.seat.settings.write("window/size", list(size))
        window.start()
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.desk.screen is class_of(window.size()))
        return window

    yield make
    for window in made:
        window.leave()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
