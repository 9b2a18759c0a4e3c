"""What Qt does to widgets while something happens: which are painted, where, and which are laid out."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

SETTLED = 30
"""Milliseconds in which all is painted that is to be painted."""


class Watch(QObject):
    """Regions are in the coordinates of the widget painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: dict[QWidget, QRegion] = {}
        self.laid_out: set[QWidget] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            if event.type() == QEvent.Type.Paint and isinstance(event, QPaintEvent):
                before = self.painted.get(watched, QRegion())
                self.painted[watched] = before.united(event.region())
            elif event.type() == QEvent.Type.LayoutRequest:
                self.laid_out.add(watched)
        return False


@contextmanager
def watching() -> Iterator[Watch]:
    """Within the block everything is noted; what waited before it is done before, what it begins is waited for."""
    QTest.qWait(SETTLED)
    watch = Watch()
    app = QApplication.instance()
    app.installEventFilter(watch)
    try:
        yield watch
        QTest.qWait(SETTLED)
    finally:
        app.removeEventFilter(watch)
