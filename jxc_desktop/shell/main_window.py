"""The window that holds the panes: bars around a desk. What it does lies in `desk`, `moves` and `app`."""

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from jxc_desktop.shell.authorize_slip import AuthorizeSlip
from jxc_desktop.shell.cramped_menu import CrampedMenu
from jxc_desktop.shell.desk import Desk
from jxc_desktop.shell.find_box import FindBox
from jxc_desktop.shell.found import Hit
from jxc_desktop.shell.menus import Menus
from jxc_desktop.shell.moves import Moves
from jxc_desktop.shell.pane_spec import Area
from jxc_desktop.shell.screen_class import class_of
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shell.shop_facts import ShopFacts, roles_in_words, shop_facts
from jxc_desktop.shell.status_bar import StatusBar
from jxc_desktop.shell.table_saver import TableSaver
from jxc_desktop.shell.top_bar import Badge, TopBar
from jxc_desktop.shell.what_is_there import entries_of
from jxc_desktop.shell.window_actions import build_number_keys, build_window_actions, window_actions
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.widgets.pane import Pane

SMALLEST = QSize(1024, 640)
SIZE = "window/size"
_UNSHARED: dict[int, str] = {Qt.Key.Key_F1: "manual", Qt.Key.Key_F5: "refresh"}
"""Keys that panes may have for themselves: the window hears them when no pane did."""
_USER_MENU = ("password", "appearance", "lock", "switch_user", "quit")


class MainWindow(QMainWindow):
    """One person's window on one shop."""

    asked = Signal(str)
    """A function that is not the window's own: lock, quit, back_up …"""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        self.facts: ShopFacts | None = None
        self._leaving = False
        self.desk = Desk(self, seat, self._authorize, self._do)
        self.tables = TableSaver(seat, self)
        self._build_bars()
        self._build_menus()
        self._connect()
        self.setMinimumSize(SMALLEST)
        self._read_facts()

    def start(self) -> None:
        """Take the size of last time and the workspace the person worked in."""
        room = self.screen().availableSize()
        size = self.seat.settings.read(SIZE)
        wanted = QSize(*size) if isinstance(size, list) else room
        self.resize(wanted.boundedTo(room).expandedTo(SMALLEST))
        screen = class_of(self.size())
        self.top_bar.set_cramped(cramped=screen.cramped)
        self.desk.start(screen)

    def leave(self) -> None:
        """Close for good, after `app.py` has done what closing asks for."""
        self._leaving = True
        self.desk.keep_layout()
        self.seat.settings.write(SIZE, [self.width(), self.height()])
        self.close()

    # --- building ---

    def _build_bars(self) -> None:
        seat, wanted = self.seat, window_actions()
        self.window_actions = build_window_actions(self, self._do, wanted)
        user_menu = QMenu(self)
        user_menu.addActions([self.window_actions[name] for name in _USER_MENU])
        user = Badge(seat.actor.name, roles_in_words(seat.actor))
        self.top_bar = TopBar(Badge("", "", "store"), user, self.desk.workspaces, user_menu)
        self._top = QToolBar(self)
        self._top.setObjectName("top")
        self._top.setMovable(False)
        self._top.toggleViewAction().setEnabled(False)
        self._top.addWidget(self.top_bar)
        self.addToolBar(self._top)
        self.status = StatusBar(seat.messages)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCentralWidget(self.desk.tabs)

    def _build_menus(self) -> None:
        desk = self.desk
        self.menu = CrampedMenu()
        self.setMenuBar(self.menu)
        self.menus = Menus(self, desk.specs, desk.show_pane, desk.pane_actions)
        self.menus.add_window_actions(window_actions(), self.window_actions)
        self.menus.add_workspaces(desk.workspaces, desk.go_to)
        self.menus.finish()
        own = self.window_actions.values
        self.find_box = FindBox(
            self.top_bar.field,
            self,
            self.seat.tasks,
            lambda: entries_of(desk, own()),
            frozenset(kind for spec in desk.specs for kind in (spec.name, *spec.kinds)),
            self._open_hit,
        )
        self.moves = Moves(self, desk, self.find_box, self.status.line, own)
        build_number_keys(self, desk.go_to, self.moves.focus_dock)
        has_bottom = any(spec.area is Area.BOTTOM for spec in desk.specs)
        self.window_actions["bottom"].setVisible(has_bottom)

    def _connect(self) -> None:
        desk = self.desk
        self.top_bar.workspace_chosen.connect(desk.go_to_named)
        self.top_bar.bell.clicked.connect(lambda _checked: desk.open("todo"))
        desk.tabs.pane_shown.connect(self._on_pane_shown)
        desk.workspace_shown.connect(self._on_workspace)
        desk.full_shown.connect(self._show_bars)
        self.seat.tasks.changed.connect(self._on_changed)

    # --- what is asked and told ---

    def _do(self, name: str) -> None:
        self.seat.messages.next_action()
        if name == "export_table":
            self.tables.save(self.desk.focused_pane())
        elif not self.moves.do(name):
            self.asked.emit(name)

    def _open_hit(self, hit: Hit, beside: bool) -> None:
        self.desk.open(hit.opens, hit.subject, behind=beside)

    def _authorize(self, permission: str, what: str, then: Any) -> None:
        AuthorizeSlip.ask(self, self.seat, permission, what, then)

    def _on_workspace(self, workspace: Workspace) -> None:
        if workspace in self.desk.workspaces:
            self.top_bar.workspaces.choose(workspace.name)

    def _on_pane_shown(self, pane: Pane | None) -> None:
        about = pane.heading() if pane is not None else ""
        shop = self.facts.name if self.facts else ""
        self.setWindowTitle(" · ".join(part for part in (about, shop) if part))

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"setting", "closed_period", "shop_user"}:
            self._read_facts()

    def _read_facts(self) -> None:
        self.seat.tasks.read(shop_facts, then=self._show_facts, owner=self)

    def _show_facts(self, facts: ShopFacts) -> None:
        self.facts = facts
        self.top_bar.shop.show_badge(Badge(facts.name, facts.kind, "store"))
        self.top_bar.user.show_badge(Badge(facts.person, roles_in_words(self.seat.actor)))
        self.status.show_facts(facts)
        self._on_pane_shown(self.desk.tabs.current_pane())

    # --- what Qt tells ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (own := _UNSHARED.get(event.key())) is not None:
            self.window_actions[own].trigger()
            return
        self.menu.key_pressed(event)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.menu.key_released(event)
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._follow_size)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._leaving:
            event.accept()
            return
        event.ignore()
        self.asked.emit("quit")

    def _follow_size(self) -> None:
        screen = class_of(self.size())
        if screen is not self.desk.screen:
            self.top_bar.set_cramped(cramped=screen.cramped)
            self.desk.fit(screen)
            self._show_bars(bool(self.desk.workspace.full))

    def _show_bars(self, full: bool) -> None:
        self._top.setVisible(not full)
        self.statusBar().setVisible(not full)
        self.menu.follow(cramped=class_of(self.size()).cramped, full=full)
