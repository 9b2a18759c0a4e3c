"""The docks around the centre: which are there, how they lie by default, and how the user left them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget

from jxc_desktop.shell.layout_store import VERSION, LayoutStore
from jxc_desktop.shell.pane_dock import SHARE, PaneDock, area_of
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.shell.screen_class import ScreenClass
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.widgets.labels import repolish
from jxc_desktop.widgets.pane import Pane

_GROUPS_WHEN_CRAMPED = 2
_COLUMNS_WHEN_WIDE = 2
_AROUND = 26
"""Px around the word of a tab."""
_OWN = Qt.FindChildOption.FindDirectChildrenOnly
_LEFT_WHEN_CRAMPED = 340
"""Px in which a list shows a firm's name of seven characters beside its scroll bar, in English too."""


class Docks(QObject):
    """Puts docks into the window for one workspace at a time. A dock and its pane live on in between."""

    pane_built = Signal(object)

    def __init__(
        self, window: QMainWindow, make: Callable[[PaneSpec], Pane], store: LayoutStore
    ) -> None:
        super().__init__(window)
        self._window = window
        self._make = make
        self.store = store
        self._docks: dict[str, PaneDock] = {}
        self._shown: tuple[str, ...] = ()
        window.setTabPosition(Qt.DockWidgetArea.LeftDockWidgetArea, QTabWidget.TabPosition.North)
        window.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        window.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )

    # --- what the window asks ---

    def in_sight(self) -> tuple[PaneDock, ...]:
        """The docks of the workspace that are not closed, in order: Ctrl+Alt+1 is the first."""
        docks = (self._docks[name] for name in self._shown)
        return tuple(dock for dock in docks if not dock.isHidden())

    def panes(self) -> tuple[Pane, ...]:
        """The panes of the workspace's docks that have been built."""
        return tuple(dock.pane for dock in self.in_sight() if dock.pane is not None)

    def show_workspace(
        self, workspace: Workspace, specs: Sequence[PaneSpec], screen: ScreenClass
    ) -> None:
        """Take away the docks of another workspace and put those of this one where the user left them."""
        kept = self.store.recall(workspace.name, screen)
        by_name = {spec.name: spec for spec in specs}
        default = tuple(name for _area, name in workspace.docks())
        names = tuple(name for name in (kept.docks if kept else default) if name in by_name)
        self._put_away()
        self._shown = names
        for name in names:
            self._ensure(by_name[name])
        self._arrange(screen)
        if kept is None or not self._window.restoreState(QByteArray(kept.state), VERSION):
            self._arrange(screen)
        self._put_away_others()
        self._settle_titles()

    def keep_workspace(self, workspace: Workspace, screen: ScreenClass) -> None:
        """Remember how the docks of a workspace lie now."""
        state = bytes(self._window.saveState(VERSION).data())
        self.store.keep(workspace.name, screen, state, self._shown)

    def forget(self, workspace: Workspace, screen: ScreenClass) -> None:
        """恢复默认布局: the next `show_workspace` lays the docks out as drawn."""
        self.store.forget(workspace.name, screen)

    def show_dock(self, spec: PaneSpec) -> Pane:
        """Bring one dock to the front, adding it to the workspace when it was not there."""
        dock = self._ensure(spec)
        if spec.name not in self._shown:
            self._shown = (*self._shown, spec.name)
            self._add(dock)
        dock.show()
        dock.raise_()
        self._settle_titles()
        return dock.ensure()

    def is_open(self, name: str) -> bool:
        """Whether a dock stands in the workspace now."""
        return name in self._shown and not self._docks[name].isHidden()

    def close_dock(self, name: str) -> None:
        """Hide a dock; its pane keeps what it shows."""
        self._docks[name].close()

    # --- laying out ---

    def _ensure(self, spec: PaneSpec) -> PaneDock:
        if spec.name not in self._docks:
            dock = PaneDock(spec, self._make, self._window)
            dock.built.connect(self.pane_built)
            dock.dockLocationChanged.connect(self._settle_titles_soon)
            dock.hide()
            self._docks[spec.name] = dock
        return self._docks[spec.name]

    def _put_away(self) -> None:
        for name in self._shown:
            self._window.removeDockWidget(self._docks[name])
        self._shown = ()

    def _put_away_others(self) -> None:
        """`restoreState` brings back every dock that the window knows, whatever the state says."""
        for name, dock in self._docks.items():
            if name not in self._shown:
                self._window.removeDockWidget(dock)

    def _arrange(self, screen: ScreenClass) -> None:
        """Lay the docks out as drawn for a class of screen."""
        for name in self._shown:
            self._docks[name].setFloating(False)
            self._window.addDockWidget(area_of(self._area(name)), self._docks[name])
            self._docks[name].show()
        left, right, bottom = map(self._docks_at, (Area.LEFT, Area.RIGHT, Area.BOTTOM))
        self._tabify(left)
        self._tabify(bottom)
        self._stack(right, screen)
        if screen.cramped:
            for dock in bottom:
                dock.hide()
        self._give_room(screen)

    def _docks_at(self, area: Area) -> list[PaneDock]:
        return [self._docks[name] for name in self._shown if self._area(name) is area]

    def _stack(self, docks: list[PaneDock], screen: ScreenClass) -> None:
        if screen.cramped:
            for group in _dealt(docks, _GROUPS_WHEN_CRAMPED):
                self._tabify(group)
        elif screen is ScreenClass.C and len(docks) > _COLUMNS_WHEN_WIDE:
            first, second = _dealt(docks, _COLUMNS_WHEN_WIDE)
            self._window.splitDockWidget(first[0], second[0], Qt.Orientation.Horizontal)
            for column in (first, second):
                for above, below in pairwise(column):
                    self._window.splitDockWidget(above, below, Qt.Orientation.Vertical)

    def _tabify(self, docks: list[PaneDock]) -> None:
        for one, other in pairwise(docks):
            self._window.tabifyDockWidget(one, other)
        if docks:
            docks[0].raise_()

    def _give_room(self, screen: ScreenClass) -> None:
        left, right, bottom = map(self._docks_at, (Area.LEFT, Area.RIGHT, Area.BOTTOM))
        widths = {
            Area.LEFT: _LEFT_WHEN_CRAMPED if screen.cramped else SHARE[Area.LEFT],
            Area.RIGHT: SHARE[Area.RIGHT],
        }
        if not screen.cramped:  # each is seen, and so built
            self._window.resizeDocks(right, [1] * len(right), Qt.Orientation.Vertical)
        for docks, area in ((left[:1], Area.LEFT), (right, Area.RIGHT)):
            self._window.resizeDocks(docks, [widths[area]] * len(docks), Qt.Orientation.Horizontal)
        if bottom:
            self._window.resizeDocks(bottom[:1], [SHARE[Area.BOTTOM]], Qt.Orientation.Vertical)

    def _add(self, dock: PaneDock) -> None:
        area = dock.spec.area
        others = [d for d in self.in_sight() if d.spec.area is area and d is not dock]
        self._window.addDockWidget(area_of(area), dock)
        if area is Area.LEFT and others:
            self._window.tabifyDockWidget(others[-1], dock)

    def _settle_titles_soon(self) -> None:
        QTimer.singleShot(0, self, self._settle_titles)

    def _settle_titles(self) -> None:
        """Left docks behind a tab strip lose their title: the strip names them. A full strip puts its words closer."""
        for name in self._shown:
            dock = self._docks[name]
            tabbed = bool(self._window.tabifiedDockWidgets(dock))
            dock.show_title(shown=not (tabbed and dock.spec.area is Area.LEFT))
        for strip in self._window.findChildren(QTabBar, options=_OWN):
            _settle_strip(strip)

    def _area(self, name: str) -> Area:
        return self._docks[name].spec.area


def _settle_strip(strip: QTabBar) -> None:
    words = (strip.fontMetrics().horizontalAdvance(strip.tabText(n)) for n in range(strip.count()))
    full = sum(words) + strip.count() * _AROUND > _LEFT_WHEN_CRAMPED
    if full != bool(strip.property("full")):
        strip.setProperty("full", full)
        repolish(strip)


def _dealt(docks: list[PaneDock], heaps: int) -> Iterator[list[PaneDock]]:
    size = -(-len(docks) // heaps)
    for start in range(heaps):
        yield docks[start * size : (start + 1) * size]
