"""Amounts that are looked at from afar: the total of a document, 应收 at the till, the figures of the dashboard."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.look import colour
from jxc_desktop.widgets.tokens import Size, Space

FLASH = 120
"""Milliseconds that a changed total at the till is tinted."""


class BigAmount(Words):
    """An amount in fen as 「¥ 5,240.00」; with `flashes` it is tinted for a moment when it changes."""

    def __init__(
        self,
        size: int = Size.TOTAL,
        *,
        sign: bool = True,
        flashes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", size, bold=True, parent=parent)
        self._sign = sign
        self._flashes = flashes
        self._fen: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=FLASH)
        self._timer.timeout.connect(self._tint)
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
        self.set_tone(tone or ("bad" if fen is not None and fen < 0 else ""))
        if changed and self.isVisible():
            self._announce(text)
            if self._flashes and QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
                self._tint("info_bg")
                self._timer.start()

    def _tint(self, ground: str = "") -> None:
        self.setAutoFillBackground(bool(ground))
        palette = self.palette()
        palette.setColor(self.backgroundRole(), colour(ground or "surface"))
        self.setPalette(palette)

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
        self._lines: dict[str, Words] = {}

    def set_line(self, word: str, text: str, tone: str = "") -> None:
        """Show `text` beside `word`; the first time adds the line."""
        if word not in self._lines:
            self._add(word)
        self._lines[word].setText(text)
        self._lines[word].set_tone(tone)

    def texts(self) -> dict[str, str]:
        """The amounts as they read, by word."""
        return {word: label.text() for word, label in self._lines.items()}

    def _add(self, word: str) -> None:
        row = len(self._lines)
        name, value = Words(word, Size.HINT, tone="text2"), Words()
        name.setBuddy(value)
        value.setAccessibleName(word)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
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
        self.figure = Words("—", Size.TOTAL, bold=True)
        self.note = Words(size=Size.HINT)
        self.aside = Words(size=Size.HINT, tone="text2")
        self._lay_out(IconLabel(icon_name), Words(title, tone="text2"))

    def set_figure(
        self, text: str, note: str = "", *, tone: str = "text2", aside: str = ""
    ) -> None:
        """Show a figure, a note in a tone, and words at the right."""
        self.figure.setText(text)
        self.note.setText(note)
        self.note.set_tone(tone)
        self.aside.setText(aside)
        self.setAccessibleDescription(f"{text} {note} {aside}".strip())

    def _lay_out(self, symbol: QWidget, title: QWidget) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(Space.ROW)
        head.addWidget(symbol)
        head.addWidget(title)
        head.addStretch(1)
        foot.addWidget(self.note)
        foot.addStretch(1)
        foot.addWidget(self.aside)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.BLOCK)
        column.setSpacing(Space.LABEL)
        column.addLayout(head)
        column.addWidget(self.figure)
        column.addLayout(foot)
