"""The one large button of a till screen, and plain ones high enough for a finger."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.keycap import cap_width, paint_key_cap
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import Size

_HEIGHT = 60
_TALL = 44
_ICON = 20
_GAP = 8
_CAP = 24


class MainButton(QPushButton):
    """Filled with accent; pressed by its key from anywhere, never takes the focus."""

    def __init__(self, icon: str, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._key, self._words = icon, key, words
        self.setProperty("look", "main")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_words(words)

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words

    def show_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(f"{words} {self._key}")
        self.update()

    def sizeHint(self) -> QSize:
        width = metrics_of(font(Size.TITLE, bold=True)).horizontalAdvance(self._words)
        return QSize(width + 4 * _ICON + cap_width(self._key), scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        used = font(Size.TITLE, bold=True)
        width = metrics_of(used).horizontalAdvance(self._words)
        cap = cap_width(self._key) + _GAP
        left = (self.width() - (_ICON + width + cap + 2 * _GAP)) // 2
        middle = self.height() // 2
        paint_icon(painter, self._icon, QRect(left, middle - _ICON // 2, _ICON, _ICON), "on_accent")
        left += _ICON + _GAP
        painter.setFont(used)
        painter.setPen(colour("on_accent"))
        words = QRect(left, 0, width + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        place = QRect(words.right() + _GAP, middle - _CAP // 2, cap, _CAP)
        paint_key_cap(painter, place, self._key, "on_accent")


class TallButton(QPushButton):
    """A plain button high enough for a finger."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(_TALL))
