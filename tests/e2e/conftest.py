"""A whole run of the program in this process, offscreen."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from jxc_desktop.app import Program, make_application
from jxc_desktop.core.i18n import use_language
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.new_shop import NewShop, make_shop
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings

GOOD = "tianqi zhen hao 9"
SLOW = 30_000


@pytest.fixture
def target(tmp_path):
    """A new shop whose owner has a password, with a place for backups."""
    path = tmp_path / "shop.jxc"
    make_shop(
        NewShop(path, "顺和副食商行", "general", "2026-11", Secret(GOOD), str(tmp_path / "usb"))
    )
    return str(path)


@pytest.fixture
def program(qapp, tmp_path, qtbot):
    """The program, not started yet; whatever a test leaves open is closed."""
    application = make_application()
    settings = UiSettings(tmp_path / "window.ini")
    program = Program(application, settings, log=tmp_path / "jxc.log", language="")
    program.hooks.remove()  # pytest-qt catches what nobody caught
    program.dresser.speak("zh")
    settings.write("appearance", {"theme": "light", "large_type": False, "language": "zh"})
    ended = []
    program.quit = lambda: ended.append(True)
    program.ended = ended
    yield program
    qtbot.waitUntil(lambda: not program.entrance.errands.under_way, timeout=SLOW)
    program.leave_shop(then_choose=False)
    program.entrance.leave()
    for translator in program.dresser.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
    program.dresser.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.setQuitOnLastWindowClosed(True)
    apply_theme(qapp, "light")
    use_language("zh")
