"""Where panes lie: they are made here, opened where they belong, and rearranged with each workspace."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from jxc_desktop.shell.docks import Docks
from jxc_desktop.shell.layout_store import LayoutStore
from jxc_desktop.shell.pane_spec import Area, PaneSpec, allowed_specs
from jxc_desktop.shell.screen_class import ScreenClass
from jxc_desktop.shell.seat import Seat
from jxc_desktop.shell.tab_sets import TabSets
from jxc_desktop.shell.workspace import Workspace, existing_workspaces
from jxc_desktop.widgets.actions import action_specs, build_actions
from jxc_desktop.widgets.pane import Context, Pane

NOWHERE = Workspace("", "")
OTHER = Workspace("other", "")
"""Where somebody whose only workspace is the till sees anything else."""


class Desk(QObject):
    """The panes of one window: tabs at the centre, docks around, one workspace at a time."""

    workspace_shown = Signal(object)
    full_shown = Signal(bool)
    """Whether a pane takes the whole window now."""

    def __init__(
        self,
        window: QMainWindow,
        seat: Seat,
        authorize: Callable[..., None],
        do: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self.seat = seat
        self.may = seat.actor.may
        self.specs = allowed_specs(tuple(seat.specs), self.may)
        self.workspaces = existing_workspaces(seat.workspaces, self.specs, seat.actor.rights)
        self.workspace = NOWHERE
        self.screen = ScreenClass.A
        self.store = LayoutStore(seat.settings, seat.actor.name)
        self.context = Context(
            tasks=seat.tasks,
            messages=seat.messages,
            settings=seat.settings,
            may=self.may,
            open=self.open,
            print_slip=seat.print_slip,
            authorize=authorize,
            clock=seat.database.clock,
            more={
                "actor": seat.actor,
                "database": seat.database,
                "leave_till": self.leave_full,
                "do": do,
                **seat.more,
            },
        )
        self.tabs = TabSets(self.make, window)
        self.docks = Docks(window, self.make, self.store)
        self._window = window
        self._attention: Mapping[str, Any] = {}
        self.docks.pane_built.connect(self._on_dock_built)

    # --- panes ---

    def open(self, kind: str, subject: object = None, *, behind: bool = False) -> Pane | None:
        """Show the pane of that name or document kind, turned to `subject`; None when there is none for this person."""
        spec = self.spec_of(kind)
        if spec is None:
            return None
        pane = self.show_pane(spec, subject, behind=behind)
        if subject is not None:
            pane.show_subject(subject)
        return pane

    def spec_of(self, kind: str) -> PaneSpec | None:
        """The pane that shows things of that kind, if this person may open it."""
        return next((spec for spec in self.specs if spec.shows(kind)), None)

    def show_pane(self, spec: PaneSpec, subject: object = None, *, behind: bool = False) -> Pane:
        """Bring a pane to the front where it belongs; `behind` leaves the pane in front where it is."""
        if spec.area is Area.FULL:
            return self._show_full(spec)
        if self.tabs.tabs() is None:
            self.leave_full()
        pane = (
            self.tabs.open(spec, subject, behind=behind)
            if spec.area is Area.CENTRE
            else self.docks.show_dock(spec)
        )
        if not behind:
            focus_pane(pane)
        return pane

    def make(self, spec: PaneSpec) -> Pane:
        """Build a pane, its actions with the user's own keys, and its ties to the others."""
        pane = spec.build(self.context)
        pane.listed_as = spec.name
        there = {item.objectName() for item in pane.actions()}
        if action_specs(type(pane)).keys() - there:
            build_actions(pane, self.may, self.seat.settings.read("keys", {}))
        focus_pane(pane)  # before it is shown: tabs would give it to the first button
        pane.attention.connect(self._on_attention)
        return pane

    def focused_pane(self) -> Pane | None:
        """The pane that has the focus, else the one in front."""
        widget: QWidget | None = self._window.focusWidget()
        while widget is not None and not isinstance(widget, Pane):
            widget = widget.parentWidget()
        return widget or self.tabs.current_pane()

    def pane_actions(self) -> list[QAction]:
        """What the focused pane can do."""
        pane = self.focused_pane()
        return [item for item in pane.actions() if item.text()] if pane is not None else []

    def take_scan(self, code: str) -> bool:
        """Hand a scanned code to the pane with the focus, then to the one in front."""
        panes = dict.fromkeys((self.focused_pane(), self.tabs.current_pane()))
        return any(pane.take_scan(code) for pane in panes if pane is not None)

    def may_leave(self) -> bool:
        """Whether every pane lets go."""
        return all(pane.may_close() for pane in self.tabs.panes())

    # --- workspaces ---

    def start(self, screen: ScreenClass) -> None:
        """Open the workspace the person worked in last; the first time the one of their role."""
        self.screen = screen
        last, roles = self.store.last_workspace(), self.seat.actor.roles
        found = [w for w in self.workspaces if w.name == last]
        found += [w for w in self.workspaces if w.roles & roles]
        self.show_workspace(next(iter([*found, *self.workspaces]), OTHER))

    def go_to(self, number: int) -> None:
        """Ctrl+1…6."""
        if 0 <= number < len(self.workspaces):
            self.show_workspace(self.workspaces[number])

    def go_to_named(self, name: str) -> None:
        """The workspace chosen in the top bar."""
        for workspace in self.workspaces:
            if workspace.name == name:
                self.show_workspace(workspace)

    def show_workspace(self, workspace: Workspace) -> None:
        """Turn to a workspace and remember it; the one before keeps its layout and its tabs."""
        if workspace.name == self.workspace.name:
            return
        self.keep_layout()
        self.workspace = workspace
        self.store.keep_workspace(workspace.name)
        self.workspace_shown.emit(workspace)
        self.full_shown.emit(bool(workspace.full))
        if workspace.full:
            pane = self.tabs.show_full(self._named(workspace.full))
        else:
            self.tabs.show_tabs(workspace.name)
            pane = None
        self.docks.show_workspace(workspace, self.specs, self.screen)
        if pane is not None:
            focus_pane(pane)
        elif self.tabs.current_pane() is None:  # new, or another workspace has fetched the panes
            for name in workspace.centre:
                self.tabs.open(self._named(name))

    def keep_layout(self) -> None:
        """Remember how the docks lie now."""
        if self.workspace.name and not self.workspace.full:
            self.docks.keep_workspace(self.workspace, self.screen)

    def default_layout(self) -> None:
        """恢复默认布局."""
        if not self.workspace.full:
            self.docks.forget(self.workspace, self.screen)
            self.docks.show_workspace(self.workspace, self.specs, self.screen)

    def fit(self, screen: ScreenClass) -> None:
        """Lay the docks out for another class of screen; how they lay is no longer known, the room has changed."""
        self.screen = screen
        if self.workspace.name and not self.workspace.full:
            self.docks.show_workspace(self.workspace, self.specs, screen)

    def leave_full(self) -> None:
        """Something else is wanted while a pane has the whole window: turn to a workspace that can show it."""
        others = [workspace for workspace in self.workspaces if not workspace.full]
        self.show_workspace(others[0] if others else OTHER)

    def _show_full(self, spec: PaneSpec) -> Pane:
        own = [workspace for workspace in self.workspaces if workspace.full == spec.name]
        self.show_workspace(own[0] if own else Workspace(spec.name, spec.title, full=spec.name))
        return self.tabs.show_full(spec)

    def _named(self, name: str) -> PaneSpec:
        return next(spec for spec in self.specs if spec.name == name)

    # --- evidence ---

    def _on_attention(self, attention: Mapping[str, Any]) -> None:
        self._attention = attention
        for pane in self.docks.panes():
            pane.attend(attention)

    def _on_dock_built(self, pane: Pane) -> None:
        if self._attention:
            pane.attend(self._attention)


def focus_pane(pane: Pane) -> None:
    """Put the focus into a pane: on what had it last, else where it wants it, else on its first field or list."""
    inside: QWidget | None = pane.focusWidget()
    named = pane.focusProxy() is not None or pane.focusPolicy() is not Qt.FocusPolicy.NoFocus
    if inside is None and not named:
        there = [widget for widget in _chain(pane) if _takes_focus(widget)]
        fields = [widget for widget in there if not isinstance(widget, QAbstractButton)]
        inside = next(iter([*fields, *there]), None)
    (inside or pane).setFocus()


def _chain(pane: Pane) -> Iterator[QWidget]:
    """The widgets of a pane in the order of Tab."""
    widget: QWidget | None = pane.nextInFocusChain()
    while widget is not None and widget is not pane and pane.isAncestorOf(widget):
        yield widget
        widget = widget.nextInFocusChain()


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.isVisibleTo(widget.window())


def panes_in_order(desk: Desk) -> Sequence[Pane]:
    """The panes that F6 walks through: the one at the centre, then each dock."""
    panes = (desk.tabs.current_pane(), *desk.docks.panes())
    return [pane for pane in panes if pane is not None and pane.isVisible()]
