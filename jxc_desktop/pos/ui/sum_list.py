"""Words with amounts at their right, one below the other; the same labels serve whatever is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from jxc_desktop.pos.ui.labels import label, set_tone
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.tokens import Size, Space


@dataclass(frozen=True, slots=True)
class Sum:
    """A word and its amount; `tone` colours both."""

    word: str
    amount: str = ""
    tone: str = ""
    bold: bool = False


class SumList(QWidget):
    """Grows as far as needed and hides what is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(Space.ROW)
        self._grid.setColumnStretch(0, 1)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What is shown."""
        shown = [row for row in self._rows if not row[0].isHidden()]
        return [(word.text(), amount.text()) for word, amount in shown]

    def show_sums(self, sums: Sequence[Sum]) -> None:
        """Show other sums."""
        while len(self._rows) < len(sums):
            self._add()
        for number, (word, amount) in enumerate(self._rows):
            for part in (word, amount):
                part.setVisible(number < len(sums))
            if number < len(sums):
                self._fill(word, amount, sums[number])

    def _fill(self, word: QLabel, amount: QLabel, each: Sum) -> None:
        word.setText(each.word)
        amount.setText(each.amount)
        set_tone(word, each.tone or "text2")
        set_tone(amount, each.tone)
        for part in (word, amount):
            part.setFont(font(Size.CARD_TITLE, bold=each.bold))

    def _add(self) -> None:
        number = len(self._rows)
        word, amount = label(), label(right=True)
        self._grid.addWidget(word, number, 0)
        self._grid.addWidget(amount, number, 1)
        self._rows.append((word, amount))
