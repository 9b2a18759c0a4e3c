"""The box that is always ready: what is typed or scanned into it, and what was understood."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jxc_desktop.pos.ui.labels import label, set_tone, yielding
from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.scanner import ScanEdit
from jxc_desktop.widgets.tokens import Radius, Size, Space

_HEIGHT = 64
_ICON = 32
_EDGE = 3
_ROOM_FOR_HINTS = 760
_ROOM_FOR_CHIP = 900
_CARET = 16
_LONGEST = 128
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Edit(ScanEdit):
    """Passes on the keys that mean something to the ticket while the box is empty."""

    left_to_ticket = Signal(int)

    def event(self, event: QEvent) -> bool:
        """While nothing is typed, undo and delete are the ticket's."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._is_of_ticket(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and event.modifiers() in _PLAIN:
            self.left_to_ticket.emit(event.key())
        elif self._is_of_ticket(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_of_ticket(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        steps = event.matches(keys.Undo) or event.matches(keys.Redo)
        return not self.text() and (steps or event.key() == Qt.Key.Key_Delete)


class ScanBox(QWidget):
    """Enter gives the text away and empties the box; no input method can reach it."""

    entered = Signal(str)
    edited = Signal(str)
    ticket_key = Signal(int)
    """↑ or ↓, which belong to the lines."""
    escaped = Signal()
    """Esc on the empty box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.edit = _Edit()
        self.edit.setProperty("look", "bare")
        self.edit.setFont(font(Size.SCAN_BOX, bold=True))
        self.edit.setMaxLength(_LONGEST)
        self.edit.setAccessibleName(self.tr("扫码，或输入条码、拼音、编号"))
        self._invitation = label(
            self.tr("扫码，或输入条码、拼音、编号"), Size.TILL_LINE, tone="text3"
        )
        self.understood: QLabel = yielding(label(size=Size.TILL_LINE, tone="text2"))
        self._chip = ChipLabel(Chip(self.tr("中文输入法已自动关闭"), "info"))
        self._hints = KeyHints([("Enter", self.tr("空框回车 = 结算"))])
        self._lay_out()
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text)
        self.edit.left_to_ticket.connect(self.ticket_key)
        self.edit.textEdited.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.edit.text()

    def begin(self, text: str) -> None:
        """Put the beginning of an entry into the box: `*` for a quantity."""
        self.edit.setText(text)
        self.edit.setFocus()
        self.edited.emit(text)

    def clear(self) -> None:
        """Empty the box."""
        self.edit.clear()
        self.explain("")

    def explain(self, words: str, *, wrong: bool = False) -> None:
        """Say what was understood, beside the text."""
        self.understood.setText(words)
        set_tone(self.understood, "bad" if wrong else "text2")
        self.edit.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS and event.modifiers() in _PLAIN:
            text = self.text
            self.clear()
            self.entered.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            if self.text:
                self.clear()
                self.edited.emit("")
            else:
                self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))  # the blinking cursor paints nothing around
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        painter.setPen(QPen(colour("accent" if focused else "field"), _EDGE))
        painter.setBrush(colour("surface"))
        half = _EDGE // 2 + 1
        frame = self.rect().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, Radius.SCAN_BOX, Radius.SCAN_BOX)
        place = frame.adjusted(Space.PANE, (frame.height() - _ICON) // 2, 0, 0)
        place.setSize(place.size().boundedTo(frame.size()))
        place.setWidth(_ICON)
        place.setHeight(_ICON)
        paint_icon(painter, "barcode", place, "accent")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._hints.setVisible(self.width() >= _ROOM_FOR_HINTS)
        self._chip.setVisible(self.width() >= _ROOM_FOR_CHIP)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE + _ICON + Space.PANE, 4, Space.PANE, 4)
        row.setSpacing(Space.BLOCK)
        row.addWidget(self.edit)
        row.addWidget(self._invitation)
        row.addWidget(self.understood, 1)
        row.addWidget(self._chip)
        row.addWidget(self._hints)
        self._on_text("")

    def _on_text(self, text: str) -> None:
        width = metrics_of(self.edit.font()).horizontalAdvance(text)
        self.edit.setFixedWidth(width + _CARET)
        self._invitation.setVisible(not text)
