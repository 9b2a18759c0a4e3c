"""The menu bar on a low screen: hidden until Alt is pressed and let go, gone again after use."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class CrampedMenu(QObject):
    """Shows or hides the menu bar of a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hides = False
        self._full = False
        self._alone = False
        bar = window.menuBar()
        bar.installEventFilter(self)
        window.installEventFilter(self)

    def follow(self, *, cramped: bool, full: bool) -> None:
        """`cramped`: it hides behind Alt; `full`: a pane takes the whole window, there is no menu."""
        self._hides, self._full = cramped, full
        self._window.menuBar().setVisible(not cramped and not full)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if (
            isinstance(event, QKeyEvent)
            and watched is self._window
            and self._hides
            and not self._full
        ):
            self._key(event)
        elif watched is self._window.menuBar() and kind == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._hide_unless_in_use)
        return False

    def _key(self, event: QKeyEvent) -> None:
        alt = event.key() == Qt.Key.Key_Alt
        if event.type() == QEvent.Type.KeyPress:
            self._alone = alt
        elif event.type() == QEvent.Type.KeyRelease and alt and self._alone:
            self._toggle()

    def _toggle(self) -> None:
        bar = self._window.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible() and bar.actions():
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(bar.actions()[0])

    def _hide_unless_in_use(self) -> None:
        if self._hides and QApplication.activePopupWidget() is None:
            self._window.menuBar().hide()
