"""A filter that is set, as a chip that can be taken away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.chips import CHIP_HEIGHT, Chip, paint_chip
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import FOCUS_WIDTH, Radius, Size, Space

_CROSS = 12


class FilterChip(QAbstractButton):
    """「客户：望湖楼酒店 ×」; a click, Space or Del takes the filter away."""

    removed = Signal(str)

    def __init__(self, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setToolTip(self.tr("去掉这个筛选"))
        self.setAccessibleName(self.tr("去掉筛选 {words}").format(words=words))
        self.setShortcut("")
        self.clicked.connect(lambda: self.removed.emit(key))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        width = metrics_of(font(Size.HINT)).horizontalAdvance(self.words)
        return QSize(width + _CROSS + 2 * Space.CELL + Space.LABEL, scaled(CHIP_HEIGHT + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), Chip("", "info"))
        painter.setFont(font(Size.HINT))
        painter.setPen(colour("info"))
        room = self.rect().adjusted(Space.CELL, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.words)
        place = QRect(
            self.width() - Space.CELL - _CROSS, (self.height() - _CROSS) // 2, _CROSS, _CROSS
        )
        paint_icon(painter, "x", place, "info")
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(colour("accent"))
            pen.setWidth(FOCUS_WIDTH)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.FIELD, Radius.FIELD)
