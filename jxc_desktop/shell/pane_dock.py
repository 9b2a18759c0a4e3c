"""A dock that holds one pane, built when it is first seen."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QWidget

from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.buttons import IconButton
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tokens import ICON, RowHeight, Size, Space

SHARE = {Area.LEFT: 345, Area.RIGHT: 284, Area.BOTTOM: 200}
"""Px that each side takes by default."""


class PaneDock(QDockWidget):
    """The dock of a pane; `built` tells when the pane has come to be."""

    built = Signal(object)

    def __init__(self, spec: PaneSpec, make: Callable[[PaneSpec], Pane], parent: QWidget) -> None:
        super().__init__(spec.title, parent)
        self.spec = spec
        self.pane: Pane | None = None
        self._make = make
        self._title = DockTitle(self)
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
        if visible and self.isVisible():
            self.ensure()


class DockTitle(QWidget):
    """The 32 px over a dock: icon, name, what it is about, ×. Double click floats the dock."""

    def __init__(self, dock: PaneDock) -> None:
        super().__init__(dock)
        self._dock = dock
        self._name = QLabel(dock.spec.title)
        self._name.setFont(font(Size.BODY, bold=True))
        self._subject = QLabel()
        self._subject.setProperty("tone", "text2")
        self._subject.setFont(font(Size.HINT))
        self._close = IconButton("x", self.tr("关闭"), self)
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.BLOCK + ICON + Space.ROW, 0, Space.LABEL, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(self._name)
        row.addWidget(self._subject, 1)
        row.addWidget(self._close)
        self.setFixedHeight(scaled(RowHeight.DOCK_TITLE))

    def set_subject(self, subject: str) -> None:
        """Show what the pane is about now."""
        self._subject.setText(subject)
        self._subject.setToolTip(subject)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        place = QRect(Space.BLOCK, (self.height() - ICON) // 2, ICON, ICON)
        paint_icon(painter, self._dock.spec.icon, place)


def area_of(area: Area) -> Qt.DockWidgetArea:
    """Where Qt puts docks of an area."""
    return {
        Area.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
        Area.RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
        Area.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
    }[area]
