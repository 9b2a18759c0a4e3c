"""The centre of the window: a set of tabs for each workspace, and the panes that take the whole window."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from jxc_desktop.shell.centre_tabs import CentreTabs
from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.widgets.pane import Pane

_PROMISED = 700
"""Px that the centre has at least (screens.md §2); every pane fits in them."""


class TabSets(QStackedWidget):
    """Shows the tabs of one workspace, or one full pane; what is open elsewhere stays open."""

    pane_shown = Signal(object)
    """The pane now in front, or None."""

    def __init__(self, make: Callable[[PaneSpec], Pane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._sets: dict[str, CentreTabs] = {}
        self._full: dict[str, Pane] = {}
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def show_tabs(self, workspace: str) -> None:
        """Bring the tabs of a workspace to the front, made now if they were not."""
        if workspace not in self._sets:
            tabs = CentreTabs(self)
            tabs.pane_shown.connect(self.pane_shown)
            self._sets[workspace] = tabs
            self.addWidget(tabs)
        self.setCurrentWidget(self._sets[workspace])
        self.pane_shown.emit(self.current_pane())

    def show_full(self, spec: PaneSpec) -> Pane:
        """Bring the pane that takes the whole window to the front."""
        if spec.name not in self._full:
            pane = self._full[spec.name] = self._make(spec)
            self.addWidget(pane)
        pane = self._full[spec.name]
        self.setCurrentWidget(pane)
        self.pane_shown.emit(pane)
        return pane

    def open(self, spec: PaneSpec, subject: object = None, *, behind: bool = False) -> Pane:
        """The pane in a tab of the workspace in front; fetched from another workspace if it is open there."""
        tabs = self.tabs()
        if tabs is None:
            raise RuntimeError("a full pane has no tabs")
        pane = tabs.pane_of(spec, subject)
        before = tabs.currentIndex()
        if pane is None:
            pane, about = self._fetched(spec, subject) or (self._make(spec), "")
            tabs.add(spec, pane, subject, about)
        tabs.setCurrentWidget(pane)
        if behind and before >= 0:
            tabs.setCurrentIndex(before)
        return pane

    def minimumSizeHint(self) -> QSize:
        """What is in front needs, but never more than the centre is promised: docks give no room away for good."""
        shown = self.currentWidget()
        needed = shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
        return needed.boundedTo(QSize(_PROMISED, needed.height()))

    def sizeHint(self) -> QSize:
        """No more than it needs: a pane that would like to be wide takes no room from the docks."""
        return self.minimumSizeHint()

    def tabs(self) -> CentreTabs | None:
        """The tabs in front; None while a pane takes the whole window."""
        shown = self.currentWidget()
        return shown if isinstance(shown, CentreTabs) else None

    def current_pane(self) -> Pane | None:
        """The pane in front."""
        shown = self.currentWidget()
        if isinstance(shown, CentreTabs):
            return shown.current_pane()
        return shown if isinstance(shown, Pane) else None

    def panes(self) -> Iterator[Pane]:
        """Every open pane of every workspace."""
        for tabs in self._sets.values():
            yield from tabs.panes()
        yield from self._full.values()

    def _fetched(self, spec: PaneSpec, subject: object) -> tuple[Pane, str] | None:
        for tabs in self._sets.values():
            pane = tabs.pane_of(spec, subject)
            if pane is not None:
                return pane, tabs.let_go(pane)
        return None
