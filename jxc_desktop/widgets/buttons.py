"""Buttons that belong to an action: its icon, its word and its key in a cap; and a switch of a few words."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QIcon, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.keycap import CAP_HEIGHT, cap_width, paint_key_cap
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import ICON, RowHeight, Size

_SIDE, _TIGHT = 12, 6
_GAP = 6


class ActionButton(QPushButton):
    """The button of an action; `look` is `main` (filled), `danger`, `quiet` or empty.

    In a crowded bar it gives up its key first, then its icon, never its words; the tooltip still tells the key.
    """

    def __init__(self, action: QAction, look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + self._words() + self._icon_room() + self._key_room()
        return QSize(width, scaled(RowHeight.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _TIGHT + self._words(), scaled(RowHeight.CONTROL))

    def cut_words(self) -> list[str]:
        """Its words, when they have no room."""
        return [self.action.text()] if self.width() < self.minimumSizeHint().width() else []

    @property
    def shows_key(self) -> bool:
        """Whether there is room for the key beside icon and words."""
        return bool(self._key()) and self.width() >= self.sizeHint().width()

    @property
    def shows_icon(self) -> bool:
        """Whether there is room for the icon beside the words."""
        room = self.width() - 2 * _TIGHT - self._words()
        return not self.action.icon().isNull() and room >= self._icon_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        width = self._words()
        shown = width + self.shows_icon * self._icon_room() + self.shows_key * self._key_room()
        left = (self.width() - shown) // 2
        if self.shows_icon:
            place = QRect(left, (self.height() - ICON) // 2, ICON, ICON)
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            self.action.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
            left += ICON + _GAP
        painter.setFont(self._font())
        painter.setPen(colour(self._ink()))
        words = QRect(left, 0, width + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.action.text())
        if self.shows_key:
            height = scaled(CAP_HEIGHT)
            cap = QRect(
                words.right() + _GAP, (self.height() - height) // 2, cap_width(self._key()), height
            )
            paint_key_cap(painter, cap, self._key(), self._tint())

    def _words(self) -> int:
        return metrics_of(self._font()).horizontalAdvance(self.action.text())

    def _icon_room(self) -> int:
        return 0 if self.action.icon().isNull() else ICON + _GAP

    def _key_room(self) -> int:
        return cap_width(self._key()) + _GAP if self._key() else 0

    def _font(self) -> QFont:
        return font(Size.BODY, bold=self.property("look") == "main")

    def _tint(self) -> str:
        if not self.isEnabled():
            return "text3"
        return "on_accent" if self.property("look") == "main" else "text2"

    def _ink(self) -> str:
        look = self.property("look")
        if not self.isEnabled():
            return "mute" if look == "main" else "text3"
        return {"main": "on_accent", "danger": "bad"}.get(look, "text")

    def _key(self) -> str:
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)

    def _follow(self) -> None:
        self.setEnabled(self.action.isEnabled())
        self.setToolTip(self.action.toolTip())
        self.setAccessibleName(self.action.text())
        self.setAccessibleDescription(self.action.toolTip())
        self.updateGeometry()
        self.update()


class IconButton(QToolButton):
    """A button without a word, for ×, …, 列 and 下载 in a bar; its word is tooltip and accessible name."""

    def __init__(self, icon_name: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self.setIcon(icon(icon_name))
        self.setIconSize(QSize(ICON, ICON))
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class _Segment(QPushButton):
    """One word of a switch; ←→ step to its neighbour."""

    stepped = Signal(int)

    def sizeHint(self) -> QSize:
        """Room for the word in bold, which it is when it is chosen."""
        plain, bold = (
            metrics_of(font(Size.BODY, bold=heavy)).horizontalAdvance(self.text())
            for heavy in (False, True)
        )
        return super().sizeHint() + QSize(bold - plain, 0)

    minimumSizeHint = sizeHint

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if arg__1.key() in steps:
            self.stepped.emit(steps[Qt.Key(arg__1.key())])
        else:
            super().keyPressEvent(arg__1)


class Segments(QFrame):
    """A switch of a few words of which one is chosen: 报价 订单 出库 退货. ←→ move."""

    chosen = Signal(str)

    def __init__(
        self,
        words: Sequence[tuple[str, str]],
        *,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`words` are pairs of key and shown word; a `narrow` switch is for docks."""
        super().__init__(parent)
        self.setProperty("look", "segments")
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in words]
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for number, (_, word) in enumerate(words):
            button = _Segment(word)
            button.stepped.connect(self._step)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setProperty("narrow", narrow)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    def needed(self) -> int:
        """Px of width that the words take."""
        for button in self._group.buttons():
            button.ensurePolished()
        return self.sizeHint().width()

    @property
    def current(self) -> str:
        """The key of the chosen word."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose a word by its key."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def set_word(self, key: str, word: str) -> None:
        """Call a choice something else: 错误 7."""
        self._group.button(self._keys.index(key)).setText(word)

    def _step(self, step: int) -> None:
        number = self._group.checkedId() + step
        if 0 <= number < len(self._keys):
            self._group.button(number).setChecked(True)
            self._group.button(number).setFocus()

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[number])
