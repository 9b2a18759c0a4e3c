"""Calls something once a widget has really been painted, so that heavy work never delays the first picture."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._call = call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._over)
        return False

    def _over(self) -> None:
        self._call()
        self.deleteLater()


def after_first_paint(widget: QWidget, call: Callable[[], None]) -> None:
    """Call `call` after the next paint event of `widget` has ended."""
    _Watch(widget, call)
