"""A card of the dashboard that leads on: Enter, Space or a click opens the report behind its figure."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jxc_desktop.widgets.amounts import FigureCard
from jxc_desktop.widgets.look import colour
from jxc_desktop.widgets.tokens import FOCUS_WIDTH, Radius, Size

_LONG = 10
"""Letters beyond which a figure takes a smaller type, so that millions fit."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class FigureLink(FigureCard):
    """One figure; `opens` and `subject` are what the window is asked to open."""

    opened = Signal(str, object)

    def __init__(
        self,
        title: str,
        icon_name: str,
        opens: str,
        subject: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, icon_name, parent)
        self.opens, self.subject = opens, subject
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_figure(
        self, text: str, note: str = "", *, tone: str = "text2", aside: str = ""
    ) -> None:
        self.figure.set_size(Size.TITLE if len(text) > _LONG else Size.TOTAL)
        super().set_figure(text, note, tone=tone, aside=aside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit(self.opens, self.subject)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self.opens, self.subject)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), FOCUS_WIDTH))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD
            )
