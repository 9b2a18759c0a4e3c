"""One person at work in one shop: the window, its clocks and lamps, its printer, and what closing asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QDialog

from jxc_desktop import __version__
from jxc_desktop.core.i18n import language
from jxc_desktop.features import INVARIANTS, REPORTS
from jxc_desktop.shell.appearance import Appearance, Dresser, appearance_of, keep_appearance
from jxc_desktop.shell.backup_clock import BackupClock
from jxc_desktop.shell.bell import Ringer
from jxc_desktop.shell.customer_display import CustomerDisplay
from jxc_desktop.shell.flight_desk import FlightDesk
from jxc_desktop.shell.main_window import MainWindow
from jxc_desktop.shell.office_dialogs import about_box, save_diagnostics
from jxc_desktop.shell.one_window import Doorbell
from jxc_desktop.shell.opened_shop import OpenedShop
from jxc_desktop.shell.other_writers import OtherWriters
from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.shell.price_clock import PriceClock
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import Printers
from jxc_desktop.shell.recent_shops import own_folder
from jxc_desktop.shell.scan_router import ScanRouter
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shell.self_check import SelfChecker
from jxc_desktop.shell.serial_devices import SerialScale, SerialScanner
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.shop.actor import Actor
from jxc_desktop.widgets.garbage import keep_nothing, keep_what_is_open
from jxc_desktop.widgets.messages import Link, Messages
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.ui_settings import UiSettings

BUILT = 3_000
"""Milliseconds after which the window has opened the panes of last time."""


@dataclass(frozen=True, slots=True)
class House:
    """What every office of one run shares; the table of contents is asked anew when the language changes."""

    settings: UiSettings
    log: Path
    dresser: Dresser
    specs: Callable[[], Sequence[PaneSpec]]
    workspaces: Callable[[], Sequence[Workspace]]


class Office(QObject):
    """Made when somebody has come in; gone when they have left."""

    left = Signal(str)
    """The window is closed: `quit` or `open_shop`."""
    somebody_else = Signal()
    """The window waits; somebody is to prove who they are."""

    def __init__(
        self, house: House, shop: OpenedShop, actor: Actor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.locked = False
        self.language_of: Callable[[], str] = language
        self._house = house
        self._shop = shop
        self._dialogs: list[QDialog] = []
        database = shop.database
        self.messages = Messages(database.clock, self)
        self.tasks = Tasks(database, actor, self)
        self.printers = Printers(house.settings, self._beside("prints"))
        self.paper = PrintDesk(
            self._beside("spool"), database.clock, self.printers, self.messages, self
        )
        self.display = CustomerDisplay(house.settings, self._own_screen, self)
        self.display.failed.connect(self.messages.notice)
        self.scale = SerialScale(house.settings, self)
        self.scanner = SerialScanner(house.settings, self)
        self.seat = self._seat(actor)
        self.backup = BackupClock(self.seat, self)
        self.checker = SelfChecker(self.seat, self)
        self.others = OtherWriters(self.seat, self)
        self.prices = PriceClock(self.seat, self)
        self.ringer = Ringer(self.seat, self)
        self.flight = FlightDesk(self.seat, self._show_recorder, self)
        self.doorbell = Doorbell(shop.target, self)
        self.doorbell.rung.connect(self.come_forward)
        self.window = self._new_window()
        self.scans = ScanRouter(
            lambda: None if self.locked else self.window.desk, self.tasks, self.messages, self
        )
        self.scanner.scanned.connect(self.scans.take)

    # --- coming and going ---

    def start(self) -> None:
        """Show the window, then begin what goes on behind it."""
        self.window.start()
        self.window.show()
        self.checker.start()
        self.backup.start()
        self.flight.start()
        self.others.start()
        self.prices.start()
        self.ringer.start()
        QTimer.singleShot(BUILT, self, keep_what_is_open)
        self.paper.shine()
        if self._shop.owner is not None:
            self.messages.notice(
                self.tr("账套还没有密码，谁打开这台电脑都能看账"),
                Link(self.tr("设密码"), self.ask_password),
            )

    def come_back(self) -> None:
        """The same person is back from the lock screen."""
        self.locked = False
        self.window.show()
        self.come_forward()

    def come_forward(self) -> None:
        """Bring the window to the front, unless it is locked."""
        if not self.locked:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Stop what goes on behind the window and finish what is being written."""
        self.checker.stop()
        self.others.stop()
        self.prices.stop()
        self.ringer.stop()
        self.scans.stop()
        self.doorbell.close()
        keep_nothing()
        self.window.leave()
        self.window.deleteLater()  # before the office, whose messages its panes speak through
        self.tasks.close()
        self.flight.close()
        self.display.close()
        self.scale.close()
        self.scanner.close()
        self.paper.close()

    # --- what the window asks for ---

    def _on_asked(self, name: str) -> None:
        asked: dict[str, Callable[[], object]] = {
            "quit": lambda: self._leave("quit"),
            "open_shop": lambda: self._leave("open_shop"),
            "lock": lambda: self._hide(locked=True),
            "switch_user": lambda: self._hide(locked=False),
            "back_up": self.backup.back_up,
            "check": self.checker.check,
            "password": self.ask_password,
            "printers": self._show_printers,
            "label_printer": self._show_label_printer,
            "appearance": self._show_appearance,
            "diagnostics": lambda: save_diagnostics(self.window, self.messages, self._house.log),
            "about": lambda: self.keep(about_box(self.window, __version__)),
        }
        asked[name]()

    def ask_password(self) -> None:
        """改我的密码."""
        from jxc_desktop.shell.password_dialog import PasswordDialog

        facts, first = self.window.facts, self._shop.owner is not None
        shop = facts.name if facts else ""
        dialog = PasswordDialog(self.seat, first=first, shop=shop, parent=self.window)
        if first:
            dialog.changed.connect(self.close_doors)
        self.keep(dialog)

    def _show_recorder(self) -> None:
        self.window.desk.open("recorder")

    def _show_label_printer(self) -> None:
        from jxc_desktop.shell.label_printer_dialog import LabelPrinterDialog

        self.keep(LabelPrinterDialog(self.printers, self.window))

    def _show_printers(self) -> None:
        from jxc_desktop.shell.printers_dialog import PrintersDialog

        clock = self.seat.database.clock
        self.keep(PrintersDialog(self.paper, clock.local(clock.milliseconds()), self.window))

    def _show_appearance(self) -> None:
        from jxc_desktop.shell.appearance_dialog import AppearanceDialog

        now = appearance_of(self._house.settings)
        self.keep(AppearanceDialog(now, self.change_appearance))

    def close_doors(self) -> None:
        """The owner has a password now: from here on the shop asks who is there."""
        login = self.seat.actor.name
        self._shop = replace(self._shop, owner=None, people=((login, ""),))
        self.messages.next_action()

    def keep(self, dialog: QDialog) -> None:
        """Open a dialog and hold it until it is done with."""
        self._dialogs.append(dialog)
        dialog.finished.connect(lambda _result: self._drop(dialog))
        dialog.open()

    def _drop(self, dialog: QDialog) -> None:
        if dialog in self._dialogs:
            self._dialogs.remove(dialog)
            dialog.deleteLater()

    def _leave(self, why: str) -> None:
        """Panes first, then the backup of closing time, then go."""
        if not self.window.desk.may_leave():
            return
        self.window.setEnabled(False)
        self.messages.work(self.tr("正在关店：做最后一次备份"))
        self.backup.close(lambda: self._gone(why))

    def _gone(self, why: str) -> None:
        self.messages.work("")
        self.window.leave()
        self.left.emit(why)

    def _hide(self, *, locked: bool) -> None:
        if not self._shop.people:
            self.messages.notice(
                self.tr("账套还没有密码，锁不了。先设密码"),
                Link(self.tr("设密码"), self.ask_password),
            )
            return
        self.locked = locked
        self.window.hide()
        self.somebody_else.emit()

    def change_appearance(self, chosen: Appearance) -> None:
        """Look different from now on; another language builds the window anew around the same person."""
        before = language()
        keep_appearance(self._house.settings, chosen)
        self._house.dresser.dress(chosen)
        self._house.dresser.speak(self.language_of())
        if language() != before:
            self._rebuild()

    def _rebuild(self) -> None:
        old = self.window
        old.leave()
        self.seat = self._seat(self.seat.actor)
        self.window = self._new_window()
        self.window.start()
        self.window.show()
        self.checker.start()
        self.backup.tick()
        self.ringer.start()
        self.paper.shine()
        old.deleteLater()

    # --- building ---

    def _seat(self, actor: Actor) -> Seat:
        return Seat(
            database=self._shop.database,
            actor=actor,
            tasks=self.tasks,
            messages=self.messages,
            settings=self._house.settings,
            specs=self._house.specs(),
            workspaces=self._house.workspaces(),
            reports=REPORTS,
            invariants=INVARIANTS,
            print_slip=self.paper.print_slip,
            more={
                "reports": REPORTS,
                "invariants": INVARIANTS,
                "back_up": lambda: self.backup.back_up(),  # noqa: PLW0108  made after the seat
                "checked": lambda problems: self.checker.take(problems),  # noqa: PLW0108
                "print_pdf": self.paper.print_pdf,
                "print_labels": self.paper.print_labels,
                "open_drawer": self.paper.open_drawer,
                "show_customer": self.display.show,
                "display": self.display,
                "weight": self.scale.weight,
                "scale": self.scale,
                "scanner": self.scanner,
                "paper": self.paper,
                "ask": self._on_asked,
                "prints_of": self.paper.prints_of,
                "lock": self._shop.lock,
            },
        )

    def _new_window(self) -> MainWindow:
        window = MainWindow(self.seat)
        window.asked.connect(self._on_asked)
        bar = window.top_bar
        self.checker.light.connect(bar.consistency.show_light)
        self.backup.light.connect(bar.backup.show_light)
        self.paper.light.connect(window.status.printer.show_light)
        self.ringer.counted.connect(bar.bell.show_groups)
        for lamp in (bar.consistency, bar.backup):
            lamp.clicked.connect(lambda: window.desk.open("health"))
        return window

    def _own_screen(self) -> QScreen | None:
        """The screen the cashier looks at."""
        window = getattr(self, "window", None)
        return (
            window.screen() if isinstance(window, MainWindow) else QGuiApplication.primaryScreen()
        )

    def _beside(self, what: str) -> Path:
        """A folder beside the shop file; for a shop on a server, among this person's own."""
        path = self._shop.database.path
        if path is not None:
            return path.with_name(f"{path.name}.{what}")
        return own_folder() / f"{self._shop.database.url.database}.{what}"
