"""The keys of the till along the lower edge, large enough for a finger; a padlock where a right is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.keycap import key_name
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import Size, Space

_HEIGHT = 44
_LOCK = 12
_GAP = 4
_CENTRE = Qt.AlignmentFlag.AlignCenter


class FunctionKey(QPushButton):
    """One key: its cap above, its word below."""

    def __init__(self, action: QAction, *, locked: bool) -> None:
        super().__init__()
        self.action = action
        self.locked = locked
        self.key = key_name(action.shortcut().toString())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(_HEIGHT))
        self.setMinimumWidth(_HEIGHT)
        self.setAccessibleName(f"{action.text()} {self.key}")
        self.setAccessibleDescription(self.tr("要授权") if locked else "")
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        words = metrics_of(font(Size.BODY)).horizontalAdvance(self.action.text())
        return QSize(words + Space.ROW, scaled(_HEIGHT))

    def is_cut(self) -> bool:
        """Whether the word has too little room."""
        return self._needed() > self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        half = self.height() // 2
        self._paint_key(painter, QRect(0, 4, self.width(), half - 4))
        painter.setFont(font(self._size()))
        painter.setPen(colour("text"))
        painter.drawText(QRect(0, half - 2, self.width(), half), _CENTRE, self.action.text())

    def _paint_key(self, painter: QPainter, place: QRect) -> None:
        used = font(Size.HINT, bold=True)
        width = metrics_of(used).horizontalAdvance(self.key)
        whole = width + (_GAP + _LOCK if self.locked else 0)
        left = place.x() + (place.width() - whole) // 2
        painter.setFont(used)
        painter.setPen(colour("accent"))
        painter.drawText(
            QRect(left, place.y(), width + 2, place.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self.key,
        )
        if self.locked:
            top = place.center().y() - _LOCK // 2 + 1
            paint_icon(painter, "lock", QRect(left + width + _GAP, top, _LOCK, _LOCK), "text2")

    def _size(self) -> int:
        return Size.BODY if self._needed() <= self.width() else Size.CAPTION

    def _needed(self) -> int:
        return metrics_of(font(Size.BODY)).horizontalAdvance(self.action.text()) + _GAP


class FunctionBar(QFrame):
    """All the keys in their order."""

    def __init__(
        self,
        actions: Sequence[tuple[QAction, str]],
        may: Callable[[str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`actions` come with the permission that each needs, "" for none."""
        super().__init__(parent)
        self.setProperty("look", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.BLOCK, 6, Space.BLOCK, 6)
        row.setSpacing(_GAP)
        self.keys = [
            FunctionKey(action, locked=bool(right) and not may(right)) for action, right in actions
        ]
        for key in self.keys:
            row.addWidget(key, 1)
