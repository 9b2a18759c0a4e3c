"""The bar above every list: period, words, drop-downs, and a removable chip for each filter that is set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import labelled
from jxc_desktop.widgets.filter_chip import FilterChip
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.periods import Period, parse_period, period_named, period_names
from jxc_desktop.widgets.tokens import Space

_TYPED = 250


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A drop-down of a list; the first option is the one that filters nothing."""

    key: str
    label: str
    options: tuple[tuple[Any, str], ...]


class PeriodBox(QComboBox):
    """今天 … 本年, or a period typed as `11.1-20`."""

    period_changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self, today: Callable[[], date], start: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("期间"))
        self.setToolTip(self.tr("选一段，或填如 11.1-20"))
        self.setMinimumWidth(176)
        for key, word in period_names().items():
            self.addItem(word, key)
        self._period = period_named(start, today())
        self._show()
        self.activated.connect(self._choose)
        edit = self.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(lambda: self.type_period(self.currentText()))

    @property
    def period(self) -> Period:
        """The period set."""
        return self._period

    def set_period(self, period: Period) -> None:
        """Set a period and tell it when it is another."""
        changed, self._period = period != self._period, period
        self._show()
        if changed:
            self.period_changed.emit(period)

    def _choose(self, place: int) -> None:
        self.set_period(period_named(str(self.itemData(place)), self._today()))

    def type_period(self, text: str) -> None:
        """Set the period that a text names; one that names none is refused in words."""
        if text == str(self._period):
            return
        try:
            self.set_period(parse_period(text, self._today()))
        except UserError as error:
            self.refused.emit(error.message)
            self._show()

    def _show(self) -> None:
        self.setEditText(str(self._period))
        edit = self.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)


_IN_A_DOCK = 2
"""Boxes side by side in a dock."""


class FilterBar(QWidget):
    """Filters combine; `changed` says that one is another. The pane reads `period`, `text` and `value(key)`.

    A `narrow` bar, for docks, has its words in a second line, with the drop-downs that the first has no room for.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        choices: Sequence[FilterChoice] = (),
        *,
        period: str = "month",
        today: Callable[[], date] = date.today,
        placeholder: str = "",
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = {choice.key: choice for choice in choices}
        self._subjects: dict[str, tuple[Any, str]] = {}
        self.period_box = PeriodBox(today, period) if period else None
        self.boxes = {choice.key: self._make_box(choice) for choice in choices}
        self.text_field = QLineEdit()
        self.text_field.setPlaceholderText(placeholder or self.tr("单号、名称、拼音、备注"))
        self.text_field.setAccessibleName(self.tr("筛选"))
        self.text_field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.text_field.setClearButtonEnabled(True)
        self._typed_timer = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed_timer.timeout.connect(self._on_changed)
        self._chip_row = QHBoxLayout()
        self._lay_out(narrow=narrow)
        self._connect()

    @property
    def period(self) -> Period | None:
        """The period, None in a list without one."""
        return self.period_box.period if self.period_box else None

    @property
    def text(self) -> str:
        """The words searched for."""
        return self.text_field.text().strip()

    def value(self, key: str) -> Any:
        """The chosen option of a drop-down, or the value of a subject; None for neither."""
        if key in self.boxes:
            return self.boxes[key].currentData()
        return self._subjects.get(key, (None, ""))[0]

    def set_value(self, key: str, value: Any) -> None:
        """Choose an option of a drop-down."""
        self.boxes[key].setCurrentIndex(self.boxes[key].findData(value))

    def set_subject(self, key: str, label: str, value: Any, text: str) -> None:
        """Filter by something that has no drop-down: 「客户：望湖楼酒店 ×」."""
        self._subjects[key] = (value, labelled(label, text))
        self._on_changed()

    def remove(self, key: str) -> None:
        """Take one filter away."""
        if key == "text":
            self.text_field.clear()
        elif key in self.boxes:
            self.boxes[key].setCurrentIndex(0)
        elif self._subjects.pop(key, None):
            self._on_changed()

    def clear(self) -> None:
        """Take every filter away but the period."""
        for key in self.active():
            self.remove(key)

    def active(self) -> dict[str, str]:
        """The filters that are set and how their chips read, without the period."""
        found = {"text": f"“{self.text}”"} if self.text else {}
        for key, box in self.boxes.items():
            if box.currentIndex() > 0:
                found[key] = labelled(self._choices[key].label, box.currentText())
        return found | {key: words for key, (_, words) in self._subjects.items()}

    def state(self) -> dict[str, Any]:
        """What is set, as the window's settings can keep it under a name; subjects are not kept."""
        chosen = {key: box.currentIndex() for key, box in self.boxes.items()}
        return {"text": self.text, "chosen": chosen, "period": str(self.period or "")}

    def restore(self, state: dict[str, Any]) -> None:
        """Set again what `state` gave; what is no longer there is left out."""
        self.text_field.setText(str(state.get("text", "")))
        for key, place in dict(state.get("chosen", {})).items():
            if key in self.boxes and 0 <= int(place) < self.boxes[key].count():
                self.boxes[key].setCurrentIndex(int(place))
        if self.period_box and state.get("period"):
            self.period_box.type_period(str(state["period"]))

    def focus_text(self) -> None:
        """Ctrl+F."""
        self.text_field.setFocus()
        self.text_field.selectAll()

    def _make_box(self, choice: FilterChoice) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(choice.label)
        for value, word in choice.options:
            box.addItem(word, value)
        return box

    def _lay_out(self, *, narrow: bool) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(Space.ROW)
        if self.period_box:
            row.addWidget(self.period_box)
        first = _IN_A_DOCK - row.count() if narrow else len(self.boxes)
        boxes = list(self.boxes.values())
        for box in boxes[:first]:
            row.addWidget(box)
        words = QHBoxLayout() if narrow else row
        words.setSpacing(Space.ROW)
        for box in boxes[first:]:
            words.addWidget(box)
        words.addWidget(self.text_field, 1)
        self._chip_row.setSpacing(Space.LABEL)
        self._chip_row.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(row)
        if narrow:
            column.addLayout(words)
        column.addLayout(self._chip_row)

    def _connect(self) -> None:
        if self.period_box:
            self.period_box.period_changed.connect(self._on_changed)
            self.period_box.refused.connect(self.refused)
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._on_changed)
        self.text_field.textChanged.connect(lambda _text: self._typed_timer.start())
        self.text_field.returnPressed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._typed_timer.stop()
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        while self._chip_row.count() > 1:
            item = self._chip_row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (key, words) in enumerate(self.active().items()):
            chip = FilterChip(key, words)
            chip.removed.connect(self.remove)
            self._chip_row.insertWidget(place, chip)

    def chips(self) -> list[str]:
        """The words of the chips on screen."""
        items = (self._chip_row.itemAt(place) for place in range(self._chip_row.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [chip.words for chip in widgets if isinstance(chip, FilterChip)]
