"""The menu bar; on a low screen it is hidden until Alt is pressed and let go, and gone again after use.

It is told of keys by its window: an event filter on a window is still asked while the window is torn down.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenuBar


class CrampedMenu(QMenuBar):
    """A menu bar that can hide behind Alt."""

    def __init__(self) -> None:
        super().__init__()
        self._hides = False
        self._full = False
        self._alone = False

    def follow(self, *, cramped: bool, full: bool) -> None:
        """`cramped`: it hides behind Alt; `full`: a pane takes the whole window, there is no menu."""
        self._hides, self._full = cramped, full
        self.setVisible(not cramped and not full)

    def key_pressed(self, event: QKeyEvent) -> None:
        """The window saw a key go down."""
        self._alone = event.key() == Qt.Key.Key_Alt

    def key_released(self, event: QKeyEvent) -> None:
        """The window saw a key come up: Alt by itself shows or hides the menu."""
        if event.key() == Qt.Key.Key_Alt and self._alone and self._hides and not self._full:
            self._toggle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._hide_unless_in_use)

    def _toggle(self) -> None:
        self.setVisible(not self.isVisible())
        if self.isVisible() and self.actions():
            self.setFocus(Qt.FocusReason.MenuBarFocusReason)
            self.setActiveAction(self.actions()[0])

    def _hide_unless_in_use(self) -> None:
        if self._hides and QApplication.activePopupWidget() is None and not self.hasFocus():
            self.hide()
