"""Key caps: a key's name in a small frame, beside the word for what it does."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import Radius, Size, Space

CAP_HEIGHT = 17
_PADDING = 5


def key_name(key: str) -> str:
    """A key as this system writes it: Return is Enter, and Ctrl is ⌘ on a Mac."""
    key = key.replace("Return", "Enter")
    if sys.platform == "darwin":
        key = key.replace("Ctrl+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥")
    return key


def cap_width(key: str) -> int:
    """Px that the cap of `key` takes."""
    return metrics_of(font(Size.CAPTION)).horizontalAdvance(key_name(key)) + 2 * _PADDING


def paint_key_cap(painter: QPainter, place: QRect, key: str, tint: str = "text2") -> None:
    """Draw a cap; `tint` names the token of its frame and letters."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(tint))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    edge = colour(tint)
    edge.setAlphaF(0.6)
    painter.setPen(edge)
    painter.drawRoundedRect(frame, Radius.KEY_CAP, Radius.KEY_CAP)
    painter.setPen(colour(tint))
    painter.setFont(font(Size.CAPTION))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key_name(key))
    painter.restore()


class KeyCap(QWidget):
    """One key cap."""

    def __init__(self, key: str, tint: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._tint = tint
        self.setAccessibleName(key_name(key))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(cap_width(self.key), scaled(CAP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key_cap(QPainter(self), self.rect(), self.key, self._tint)


class KeyHints(QWidget):
    """A line of keys and what they do: [Enter] 取用 [Esc] 关闭."""

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.LABEL)
        for key, words in hints:
            row.addWidget(KeyCap(key))
            row.addWidget(Words(words, Size.HINT, tone="text2"))
            row.addSpacing(Space.LABEL)
