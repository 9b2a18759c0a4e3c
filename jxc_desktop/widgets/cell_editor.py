"""The line edit that lies on the current cell of an entry grid and hands its keys to the grid first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_Standard = QKeySequence.StandardKey
_TAKEN_FROM_SHORTCUTS = (_Standard.Undo, _Standard.Redo, _Standard.Copy, _Standard.Paste)


class CellEditor(QLineEdit):
    """Opens with everything selected, so the first key replaces and the arrows leave.

    `on_key` sees every key first and says whether it has used it; `on_left` is told when the focus goes.
    """

    def __init__(
        self, on_key: Callable[[QKeyEvent], bool], on_left: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._on_key = on_key
        self._on_left = on_left
        self._opened = ""
        self._latin = True
        self.setProperty("look", "cell")
        self.setFrame(False)
        self.hide()

    @property
    def dirty(self) -> bool:
        """Whether the text is another than the cell opened with."""
        return self.text() != self._opened

    @property
    def fresh(self) -> bool:
        """Whether the cell was just entered: nothing typed, all selected or empty."""
        return not self.dirty and (self.hasSelectedText() or not self.text())

    def open(self, text: str, *, right: bool, latin: bool) -> None:
        """Begin with a text; `latin` keeps the input method out."""
        self._opened = text
        self._latin = latin
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setText(text)
        self.selectAll()
        self._set_input_method()

    def revert(self) -> None:
        """Put back what the cell opened with."""
        self.setText(self._opened)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() == kinds.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _TAKEN_FROM_SHORTCUTS):
                event.accept()
                return True
        elif event.type() == kinds.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
            if tab and self._on_key(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_input_method()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self._on_left()

    def _set_input_method(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=not self._latin)
