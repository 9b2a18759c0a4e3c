"""Puts the program together for a person at a screen: the way in, the window, the way out.

Until the first picture is painted nothing heavy is imported (tests/e2e/test_start.py names what is).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from jxc_desktop import __version__
from jxc_desktop.core.clock import Clock
from jxc_desktop.core.heap import share_one_heap
from jxc_desktop.core.log import set_up_log
from jxc_desktop.shell.appearance import Dresser, appearance_of, system_language
from jxc_desktop.shell.crash_hooks import CrashHooks, CrashTeller
from jxc_desktop.shell.entrance import Entrance
from jxc_desktop.shell.recent_shops import RecentShops
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.ui_settings import UiSettings

if TYPE_CHECKING:
    from jxc_desktop.shell.office import Office
    from jxc_desktop.shell.opened_shop import OpenedShop
    from jxc_desktop.shop.actor import Actor

SETTINGS_FILE = "window.ini"


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    options = _options(arguments)
    application = make_application()
    program = Program(application, window_settings(), log=set_up_log(), language=options.lang)
    program.start(options.shop or "")
    return application.exec()


def make_application() -> QApplication:
    """The application before it is dressed; the one that is there already, if there is one."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        share_one_heap()
        application = QApplication(["jxc_desktop"])
    application.setApplicationName("jxc_desktop")
    application.setApplicationVersion(__version__)
    application.setQuitOnLastWindowClosed(False)
    return application


def window_settings() -> UiSettings:
    """What the window remembers on this machine."""
    from platformdirs import user_config_dir

    folder = Path(user_config_dir("jxc_desktop", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return UiSettings(folder / SETTINGS_FILE)


class Program(QObject):
    """One run of the program: somebody comes in, works, goes, and perhaps somebody else comes."""

    def __init__(
        self,
        application: QApplication,
        settings: UiSettings,
        *,
        log: Path,
        language: str = "",
        clock: Clock | None = None,
    ) -> None:
        super().__init__(application)
        self.settings = settings
        self.log = log
        self.clock = clock or Clock()
        self.dresser = Dresser(application)
        self.recent = RecentShops(settings)
        self.office: Office | None = None
        self._application = application
        self._language = language
        self.hooks = CrashHooks(self)
        self.hooks.install()
        CrashTeller(self.hooks, self._show_crash, self)
        self.entrance = Entrance(self.recent, self.clock, self, _load_the_rest)
        self.entrance.entered.connect(self._on_entered)
        self.entrance.given_up.connect(self._on_given_up)
        self.entrance.second.connect(self._on_second)

    def start(self, target: str = "") -> None:
        """Paint the first picture; the rest follows by itself."""
        self.dresser.dress(appearance_of(self.settings))
        self.dresser.speak(self.language())
        self._application.setWindowIcon(icon("store", "accent"))
        known = [shop.target for shop in self.recent.all() if shop.there]
        wanted = target or next(iter(known), "")
        if wanted:
            self.entrance.open(wanted)
        else:
            self.entrance.choose()

    def language(self, of_shop: str = "") -> str:
        """The language to speak: asked for at start, chosen on this machine, the shop's, the system's."""
        chosen = appearance_of(self.settings).language
        return self._language or chosen or of_shop or system_language()

    def leave_shop(self, *, then_choose: bool) -> None:
        """The office has closed its window: let go of the shop, then end or ask for another."""
        office, self.office = self.office, None
        if office is not None:
            office.close()
            office.deleteLater()
        shop, self.entrance.shop = self.entrance.shop, None
        if shop is not None:
            shop.close()
        if then_choose:
            self.entrance.choose()
        else:
            self.quit()

    def quit(self) -> None:
        """End the program."""
        self.hooks.remove()
        self._application.exit(0)

    def _on_entered(self, shop: "OpenedShop", actor: "Actor") -> None:
        from jxc_desktop.panes import pane_specs, workspaces
        from jxc_desktop.shell.office import House, Office
        from jxc_desktop.widgets.garbage import keep_what_is_loaded

        keep_what_is_loaded()
        self.dresser.speak(self.language(shop.language))
        if self.office is not None:
            if self.office.seat.actor == actor:
                self.office.come_back()
                return
            self.office.close()
            self.office.deleteLater()
        house = House(self.settings, self.log, self.dresser, pane_specs, workspaces)
        self.office = Office(house, shop, actor, self)
        self.office.language_of = lambda: self.language(shop.language)
        self.office.left.connect(self._on_left)
        self.office.somebody_else.connect(self._on_somebody_else)
        self.office.start()

    def _on_left(self, why: str) -> None:
        self.leave_shop(then_choose=why == "open_shop")

    def _on_somebody_else(self) -> None:
        """锁屏 and 换人: the window waits behind the login screen."""
        if self.office is not None:
            self.entrance.ask_who(self.office.seat.actor.name)

    def _on_given_up(self) -> None:
        if self.office is None:
            self.leave_shop(then_choose=False)
        elif self.office.locked:
            self.entrance.ask_who(self.office.seat.actor.name)
        else:
            self.office.come_back()

    def _on_second(self, target: str) -> None:
        """The shop could not be opened: if another window has it, that one comes to the front and we go."""
        from jxc_desktop.shell.one_window import ring

        if ring(target):
            self.quit()

    def _show_crash(self, error: BaseException) -> None:
        from jxc_desktop.shell.crash_dialog import CrashDialog

        window = self.office.window if self.office is not None else None
        CrashDialog(error, self.log, window).exec()


def _load_the_rest() -> None:
    """Everything that the window imports; the door is open and somebody types a password."""
    from jxc_desktop import panes
    from jxc_desktop.shell import office

    del panes, office


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="jxc_desktop", description="进销存桌面版")
    parser.add_argument("--shop", metavar="PATH|URL")
    parser.add_argument("--lang", choices=("zh", "en"), default="")
    options, _other = parser.parse_known_args(list(arguments))
    return options
