"""What the window does by itself when a function of its own is called: finding, walking, closing tabs."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jxc_desktop.guide.manual import MANUAL, page_of_pane
from jxc_desktop.shell.desk import Desk, focus_pane, panes_in_order
from jxc_desktop.shell.find_box import FindBox
from jxc_desktop.shell.key_sheet import KeySheet
from jxc_desktop.shell.pane_spec import Area
from jxc_desktop.widgets.message_line import MessageLine


class Moves:
    """The window's own functions by name; `do` says whether it knows one."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        find_box: FindBox,
        line: MessageLine,
        own_actions: Callable[[], Iterable[QAction]],
    ) -> None:
        self._window = window
        self._desk = desk
        self._find_box = find_box
        self._line = line
        self._own_actions = own_actions
        self._known: dict[str, Callable[[], object]] = {
            "find": self.find,
            "refresh": self._refresh,
            "next_tab": lambda: self._step(1),
            "previous_tab": lambda: self._step(-1),
            "close_tab": self._close_tab,
            "next_pane": lambda: self._walk(1),
            "previous_pane": lambda: self._walk(-1),
            "bottom": self._bottom,
            "default_layout": desk.default_layout,
            "messages": line.open_history,
            "keys": self._keys,
            "manual": self._manual,
        }

    def do(self, name: str) -> bool:
        """Do one; False when the function is not the window's own."""
        if name in self._known:
            self._known[name]()
            return True
        return False

    def find(self, typed: str = "") -> None:
        """Ctrl+K; from the till it turns to another workspace first."""
        if self._desk.tabs.tabs() is None:
            self._desk.leave_full()
        self._find_box.start(typed)

    def focus_dock(self, number: int) -> None:
        """Ctrl+Alt+1…9."""
        docks = self._desk.docks.in_sight()
        if number < len(docks):
            docks[number].raise_()
            focus_pane(docks[number].ensure())

    def _refresh(self) -> None:
        pane = self._desk.focused_pane()
        if pane is not None:
            pane.refresh()

    def _step(self, by: int) -> None:
        tabs = self._desk.tabs.tabs()
        if tabs is not None:
            tabs.step(by)

    def _close_tab(self) -> None:
        tabs = self._desk.tabs.tabs()
        if tabs is not None:
            tabs.close_current()

    def _walk(self, by: int) -> None:
        panes = panes_in_order(self._desk)
        if panes:
            focused = self._desk.focused_pane()
            here = panes.index(focused) if focused in panes else -by
            focus_pane(panes[(here + by) % len(panes)])

    def _bottom(self) -> None:
        bottom = [spec for spec in self._desk.specs if spec.area is Area.BOTTOM]
        for spec in bottom[:1]:
            if self._desk.docks.is_open(spec.name):
                self._desk.docks.close_dock(spec.name)
            else:
                self._desk.show_pane(spec)

    def _manual(self) -> None:
        """F1: the manual at the page of the pane that has the focus."""
        pane = self._desk.focused_pane()
        self._desk.open(MANUAL, page_of_pane(pane.listed_as if pane is not None else "").name)

    def _keys(self) -> None:
        KeySheet(self._window, self._desk.pane_actions(), self._own_actions()).open()
