"""A part of a window whose texts change often and by themselves: what changes on it concerns nothing around it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from jxc_desktop.widgets.look import colour


class Island(QWidget):
    """Holds one widget, which fills it, on ground of its own.

    A text that changes asks its layout for room, which asks the layout around it and so on up to the window: each
    new word measures all. And a widget without ground has all that lies under it painted with it. An island passes
    on neither: only what needs more height than anything before moves what is around, and its ground is whole.
    """

    def __init__(
        self, inside: QWidget, ground: str = "surface", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inside = inside
        self._ground = ground
        self._height = inside.sizeHint().height()
        inside.setParent(self)
        self.setSizePolicy(inside.sizePolicy())
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return self._bounded(self._inside.sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._bounded(self._inside.minimumSizeHint())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._look_at_height()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inside.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), colour(self._ground))

    def _look_at_height(self) -> None:
        height = self._inside.sizeHint().height()
        if height > self._height:
            self._height = height
            self.updateGeometry()

    def _bounded(self, size: QSize) -> QSize:
        """Within what is fixed for the widget inside."""
        inside = self._inside
        return size.expandedTo(inside.minimumSize()).boundedTo(inside.maximumSize())
