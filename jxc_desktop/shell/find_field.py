"""The find box of the top bar: a field that says what it finds, with its key; the list hangs under it."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.keycap import CAP_HEIGHT, cap_width, paint_key_cap
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.tokens import ICON, Space

KEY = "Ctrl+K"
NARROWEST = 150
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class FindField(QLineEdit):
    """Hands its arrow keys, Enter and Esc to the list under it."""

    moved = Signal(int)
    """An arrow or page key: by how many rows."""
    taken = Signal(bool)
    """Enter; True with Ctrl, to open beside."""
    left = Signal()
    """Esc, or the focus went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = (
            self.tr("找商品、单据、客户、功能… 支持拼音首字母"),
            self.tr("找商品、单据、客户、功能…"),
            self.tr("找"),
        )
        self.setAccessibleName(self.tr("找"))
        self.setToolTip(
            self.tr("找商品、单据、往来单位、报表、功能和手册；> 只找功能，# 只找单据，? 只找手册")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(520)
        self.setTextMargins(ICON + Space.ROW, 0, cap_width(KEY) + Space.LABEL, 0)

    def corner(self) -> QPoint:
        """Where the list begins, on the screen."""
        return self.mapToGlobal(QPoint(0, self.height() + Space.LABEL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Of the hints, the longest that fits."""
        super().resizeEvent(event)
        room = self.width() - 2 * ICON - cap_width(KEY) - 4 * Space.ROW
        fits = [
            words for words in self._hints if self.fontMetrics().horizontalAdvance(words) < room
        ]
        self.setPlaceholderText(fits[0] if fits else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MOVES:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}
            self.moved.emit(steps.get(Qt.Key(key), 8))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = (self.height() - ICON) // 2
        paint_icon(painter, "search", QRect(Space.ROW, middle, ICON, ICON), "text3")
        height = scaled(CAP_HEIGHT)
        width = cap_width(KEY)
        cap = QRect(self.width() - width - Space.ROW, (self.height() - height) // 2, width, height)
        paint_key_cap(painter, cap, KEY, "text3")
