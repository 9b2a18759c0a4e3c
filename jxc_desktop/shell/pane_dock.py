"""A dock that holds one pane, built when it is first seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.dock_title import DockTitle
from jxc_desktop.widgets.pane import Pane

SHARE = {Area.LEFT: 366, Area.RIGHT: 284, Area.BOTTOM: 200}
"""Px that each side takes by default."""


class PaneDock(QDockWidget):
    """The dock of a pane; `built` tells when the pane has come to be."""

    built = Signal(object)

    def __init__(self, spec: PaneSpec, make: Callable[[PaneSpec], Pane], parent: QWidget) -> None:
        super().__init__(spec.title, parent)
        self.spec = spec
        self.pane: Pane | None = None
        self._make = make
        self._title = DockTitle(self, spec.icon, spec.title)
        self._no_title = QWidget(self)
        self.setObjectName(f"dock-{spec.name}")
        self.setAccessibleName(spec.title)
        self.setTitleBarWidget(self._title)
        self.setWidget(QWidget(self))
        self.visibilityChanged.connect(self._on_visible)

    def ensure(self) -> Pane:
        """The pane, built now if it was not."""
        if self.pane is None:
            self.pane = self._make(self.spec)
            self.pane.subject_changed.connect(self._title.set_subject)
            placeholder = self.widget()
            self.setWidget(self.pane)
            placeholder.deleteLater()
            self.built.emit(self.pane)
        return self.pane

    def show_title(self, *, shown: bool) -> None:
        """Docks behind one tab strip need no title of their own."""
        wanted = self._title if shown else self._no_title
        if self.titleBarWidget() is not wanted:
            self.setTitleBarWidget(wanted)
            self._title.setVisible(shown)
            self._no_title.setVisible(not shown)

    def _on_visible(self, visible: bool) -> None:
        if visible and self.pane is None:
            QTimer.singleShot(0, self, self._build_if_seen)

    def _build_if_seen(self) -> None:
        """Docks are all seen for a moment while they are laid out; only those in front stay so."""
        if not self.widget().visibleRegion().isEmpty():
            self.ensure()


def area_of(area: Area) -> Qt.DockWidgetArea:
    """Where Qt puts docks of an area."""
    return {
        Area.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
        Area.RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
        Area.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
    }[area]
