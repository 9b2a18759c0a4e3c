"""Amounts that are looked at from afar: the total of a document, 应收 at the till, the figures of the dashboard."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.icons import pixmap
from jxc_desktop.widgets.look import colour, font
from jxc_desktop.widgets.tokens import ICON, Size, Space

FLASH = 120
"""Milliseconds that a changed total at the till is tinted."""


class BigAmount(QLabel):
    """An amount in fen as 「¥ 5,240.00」; `flashes` tints it for a moment when it changes."""

    def __init__(
        self,
        size: int = Size.TOTAL,
        *,
        sign: bool = True,
        flashes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = sign
        self._size = size
        self._flashes = flashes
        self._fen: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=FLASH)
        self._timer.timeout.connect(self._colour)
        self.setFont(font(size, bold=True))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_amount(0)

    @property
    def fen(self) -> int | None:
        """The amount shown."""
        return self._fen

    def set_amount(self, fen: int | None, tone: str = "") -> None:
        """Show an amount; screen readers are told politely when it changes."""
        changed, self._fen = fen != self._fen, fen
        text = money_text(fen)
        self.setText(f"¥ {text}" if self._sign and fen is not None else text)
        self.setProperty("tone", tone or ("bad" if fen is not None and fen < 0 else ""))
        if changed and self.isVisible():
            self._announce(text)
            if self._flashes and QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
                self._colour("info_bg")
                self._timer.start()
                return
        self._colour()

    def _colour(self, ground: str = "") -> None:
        palette = self.palette()
        self.setAutoFillBackground(bool(ground))
        if ground:
            palette.setColor(self.backgroundRole(), colour(ground))
        self.setPalette(palette)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setFont(font(self._size, bold=True))

    def _announce(self, text: str) -> None:
        name = f"{self.accessibleName()} {text}".strip()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))


class AmountLines(QWidget):
    """Pairs of a word and an amount, one below the other: 合计, 整单优惠, 其中税额."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(Space.LABEL)
        self._lines: dict[str, QLabel] = {}

    def set_line(self, word: str, text: str, tone: str = "") -> None:
        """Show `text` beside `word`; the first time adds the line."""
        if word not in self._lines:
            self._add(word)
        label = self._lines[word]
        label.setText(text)
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)

    def texts(self) -> dict[str, str]:
        """The amounts as they read, by word."""
        return {word: label.text() for word, label in self._lines.items()}

    def _add(self, word: str) -> None:
        row = len(self._lines)
        name, value = QLabel(word), QLabel()
        name.setProperty("tone", "text2")
        name.setFont(font(Size.HINT))
        name.setBuddy(value)
        value.setAccessibleName(word)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1)
        self._grid.setColumnStretch(1, 1)
        self._lines[word] = value


class FigureCard(QFrame):
    """A card of the dashboard: icon and title, one large figure and a line below it."""

    def __init__(self, title: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self._icon_name = icon_name
        self._icon, self._title = QLabel(), QLabel(title)
        self._title.setProperty("tone", "text2")
        self.figure = QLabel("—")
        self.figure.setFont(font(Size.TOTAL, bold=True))
        self.note, self.aside = QLabel(), QLabel()
        for label in (self.note, self.aside):
            label.setFont(font(Size.HINT))
        self.aside.setProperty("tone", "text2")
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lay_out()

    def set_figure(
        self, text: str, note: str = "", *, tone: str = "text2", aside: str = ""
    ) -> None:
        """Show a figure, a note in a tone, and words at the right."""
        self.figure.setText(text)
        self.note.setText(note)
        self.note.setProperty("tone", tone)
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.aside.setText(aside)
        self.setAccessibleDescription(f"{text} {note} {aside}".strip())
        self._icon.setPixmap(pixmap(self._icon_name, ICON, ratio=self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(Space.ROW)
        head.addWidget(self._icon)
        head.addWidget(self._title)
        head.addStretch(1)
        foot.addWidget(self.note)
        foot.addStretch(1)
        foot.addWidget(self.aside)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        column.setSpacing(Space.LABEL)
        column.addLayout(head)
        column.addWidget(self.figure)
        column.addLayout(foot)
