"""Quantities of a style's variants in one go: its last axis across, the others down, by keys alone."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.catalog.queries import VariantView
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.tokens import Size, Space

_CELL = 84
Place = tuple[int, int]
_STEPS: Mapping[int, Place] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class MatrixEntry(QDialog):
    """Asks how many of each variant; Enter goes on, F12 takes them, Esc takes none."""

    taken = Signal(object)
    """Product → quantity in 1e-4 base units, of the variants that were given one."""

    def __init__(
        self,
        title: str,
        variants: Sequence[VariantView],
        there: Mapping[int, int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.fields: dict[Place, NumberField] = {}
        self._products: dict[Place, int] = {}
        self.sum = Words(tone="text2")
        self._lay_out(title, variants, there)
        self._tell_sum()

    @property
    def quantities(self) -> dict[int, int]:
        """What was typed, by product."""
        return {
            self._products[place]: field.value
            for place, field in self.fields.items()
            if field.value is not None and field.value > 0
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12:
            self._take()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk; the fields and what they lie in would keep them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key())
            if step is not None:
                self._step(*step)
                return True
        return super().eventFilter(watched, event)

    # --- inside ---

    def _lay_out(
        self, title: str, variants: Sequence[VariantView], there: Mapping[int, int]
    ) -> None:
        cells = QWidget()
        grid = QGridLayout(cells)
        grid.setSpacing(Space.ROW)
        rows = list(dict.fromkeys(" ".join(each.values[:-1]) for each in variants))
        columns = list(dict.fromkeys(each.values[-1] for each in variants))
        for place, name in enumerate(columns, 1):
            grid.addWidget(Words(name, bold=True), 0, place, Qt.AlignmentFlag.AlignCenter)
        for place, name in enumerate(rows, 1):
            grid.addWidget(Words(name, bold=True), place, 0)
        for each in variants:
            row, column = rows.index(" ".join(each.values[:-1])), columns.index(each.values[-1])
            self._products[row, column] = each.id
            self.fields[row, column] = self._field(each, there.get(each.id))
            grid.addWidget(self.fields[row, column], row + 1, column + 1)
        grid.setRowStretch(len(rows) + 1, 1)
        grid.setColumnStretch(len(columns) + 1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(cells)
        hint = self.tr("灰的数是可用库存。方向键走格，Enter 下一格，F12 添到单里。")
        column_of = QVBoxLayout(self)
        column_of.addWidget(Words(title, Size.TITLE, bold=True))
        column_of.addWidget(scroll, 1)
        column_of.addWidget(self.sum)
        column_of.addWidget(Words(hint, Size.HINT, tone="text2"))
        column_of.addWidget(self._buttons())
        if self.fields:
            self.fields[min(self.fields)].setFocus()

    def _field(self, variant: VariantView, there: int | None) -> NumberField:
        field = NumberField(
            parse=parse_quantity, text=lambda value: "" if value is None else quantity_text(value)
        )
        field.setFixedWidth(_CELL)
        field.setAccessibleName(" ".join(variant.values))
        field.setEnabled(not variant.disabled)
        if there is not None:
            field.setPlaceholderText(quantity_text(there))
        field.installEventFilter(self)
        field.value_changed.connect(lambda _value: self._tell_sum())
        return field

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        take = box.addButton(self.tr("添到单里") + "  F12", QDialogButtonBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("不添"), QDialogButtonBox.ButtonRole.RejectRole)
        take.setProperty("look", "main")
        take.setAutoDefault(False)
        leave.setAutoDefault(False)
        take.clicked.connect(self._take)
        leave.clicked.connect(self.reject)
        return box

    def _here(self) -> Place | None:
        focused = self.focusWidget()
        return next((place for place, field in self.fields.items() if field is focused), None)

    def _step(self, down: int, right: int) -> None:
        """The next field that way which can be typed into."""
        here = self._here()
        while here is not None:
            here = (here[0] + down, here[1] + right)
            if here not in self.fields:
                return
            if self.fields[here].isEnabled():
                self.fields[here].setFocus()
                return

    def _go_on(self) -> None:
        """The next field in reading order; the button behind the last."""
        here = self._here()
        order = [place for place in sorted(self.fields) if self.fields[place].isEnabled()]
        if here is None:
            return
        if self.fields[here].settle():
            after = [place for place in order if place > here]
            if after:
                self.fields[after[0]].setFocus()
            else:
                self._take()

    def _take(self) -> None:
        if all(field.settle() for field in self.fields.values()):
            self.accept()
            self.taken.emit(self.quantities)

    def _tell_sum(self) -> None:
        total = sum(self.quantities.values())
        said = self.tr("{count} 种，共 {total}")
        self.sum.setText(said.format(count=len(self.quantities), total=quantity_text(total)))


def ask_quantities(
    parent: QWidget, title: str, variants: Sequence[VariantView], there: Mapping[int, int]
) -> MatrixEntry:
    """Open the question over `parent`."""
    entry = MatrixEntry(title, variants, there, parent)
    entry.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entry.open()
    return entry
