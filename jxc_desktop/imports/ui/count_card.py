"""A number with its word on a card: 7 行有错误, and what that means below."""

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from jxc_desktop.widgets.formats import count_text
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.tokens import Size, Space

_ICON = 24


class CountCard(QFrame):
    """`word` follows the number; `tint` is the token of the icon."""

    def __init__(self, icon_name: str, tint: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.number = Words("0", Size.TITLE, bold=True)
        self.word = Words(word, tone="text2")
        self.note = Words(size=Size.HINT, tone="text2")
        line = QHBoxLayout()
        line.setSpacing(Space.ROW)
        line.addWidget(self.number)
        line.addWidget(self.word)
        line.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.BLOCK, Space.ROW, Space.BLOCK, Space.ROW)
        grid.setHorizontalSpacing(Space.BLOCK)
        grid.setVerticalSpacing(0)
        self._icon = IconLabel(icon_name, tint, _ICON)
        grid.addWidget(self._icon, 0, 0, 2, 1)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.note, 1, 1)
        grid.setColumnStretch(1, 1)

    def show_count(self, count: int, note: str) -> None:
        """Show a number and what it means."""
        self.number.setText(count_text(count))
        self.note.setText(note)
        self.setAccessibleName(f"{count_text(count)} {self.word.text()}")
        self.setAccessibleDescription(note)
        self.setToolTip(note)

    def set_tight(self, tight: bool) -> None:
        """Where there is little room, only the number and its word."""
        self._icon.setVisible(not tight)
        self.note.setVisible(not tight)


def card_row(*cards: QWidget) -> QHBoxLayout:
    """Cards side by side, all as wide."""
    row = QHBoxLayout()
    row.setSpacing(Space.BLOCK)
    for card in cards:
        row.addWidget(card, 1)
    return row
