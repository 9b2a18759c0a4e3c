"""Counting money by notes and coins: pieces typed, amounts reckoned; Enter walks from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from jxc_desktop.pos.shifts import DENOMINATIONS
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.scanner import ScanEdit
from jxc_desktop.widgets.tokens import Size, Space

_MOST = 9999
_FIELD = 88
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteCounter(QWidget):
    """A row for each value; `finished` comes with Enter on the last."""

    counted = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[int, ScanEdit] = {}
        self._amounts = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.BLOCK)
        grid.setVerticalSpacing(6)
        for number, value in enumerate(DENOMINATIONS):
            field, amount = self._field(value), label("0.00", Size.TILL_LINE, right=True)
            amount.setMinimumWidth(scaled(96))
            self.fields[value], self._amounts[value] = field, amount
            grid.addWidget(label(self.name_of(value), Size.TILL_LINE), number, 0)
            grid.addWidget(field, number, 1)
            grid.addWidget(label(self.tr("张"), tone="text2"), number, 2)
            grid.addWidget(amount, number, 3)
        grid.setColumnStretch(0, 1)

    def name_of(self, value: int) -> str:
        """A note or coin as people call it: 100 元, 5 角."""
        if value % 100:
            return self.tr("{jiao} 角").format(jiao=value // 10)
        return self.tr("{yuan} 元").format(yuan=value // 100)

    @property
    def counts(self) -> dict[int, int]:
        """Pieces of each value in fen."""
        return {value: int(field.text() or 0) for value, field in self.fields.items()}

    @property
    def total(self) -> int:
        """Fen of all of it."""
        return sum(value * pieces for value, pieces in self.counts.items())

    def clear(self) -> None:
        """Begin anew."""
        for field in self.fields.values():
            field.clear()
        self._show()

    def freeze(self, on: bool) -> None:
        """Nothing can be changed any more."""
        for field in self.fields.values():
            field.setReadOnly(on)

    def first(self) -> ScanEdit:
        """Where counting begins."""
        return self.fields[DENOMINATIONS[0]]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1} | dict.fromkeys(_ENTERS, 1)
        place = next((n for n, f in enumerate(self.fields.values()) if f.hasFocus()), None)
        if event.key() not in steps or place is None:
            super().keyPressEvent(event)
            return
        place += steps[Qt.Key(event.key())]
        if place >= len(self.fields):
            if event.key() in _ENTERS:
                self.finished.emit()
            return
        field = list(self.fields.values())[max(place, 0)]
        field.setFocus()
        field.selectAll()

    def _field(self, value: int) -> ScanEdit:
        field = ScanEdit()
        field.setValidator(QIntValidator(0, _MOST, field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFont(font(Size.TILL_LINE))
        field.setFixedSize(_FIELD, scaled(32))
        field.setAccessibleName(self.tr("{note} 张数").format(note=self.name_of(value)))
        field.textChanged.connect(self._show)
        return field

    def _show(self) -> None:
        for value, pieces in self.counts.items():
            self._amounts[value].setText(money_text(value * pieces))
        self.counted.emit()
