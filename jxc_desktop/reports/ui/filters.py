"""The strip of what a report is asked: its period, and a field for each of its parameters."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from jxc_desktop.reports.parameters import Option, Parameter
from jxc_desktop.reports.ui.flow import Flow
from jxc_desktop.widgets.filter_bar import PeriodBox
from jxc_desktop.widgets.periods import Period
from jxc_desktop.widgets.tokens import Space

_CHOSEN = frozenset({"choice", "warehouse", "category", "account", "money_account"})
"""Parameters that are chosen from a list; the others are typed."""
_TYPED_WIDTH = 132
_LISTED = 14
"""Letters of an option that a drop-down leaves room for."""


class Filters(QWidget):
    """Fields in the order of the report's parameters; any change asks again."""

    changed = Signal()
    refused = Signal(str)
    """Something typed cannot be, with the reason."""

    def __init__(
        self,
        parameters: Sequence[Parameter],
        options: Mapping[str, Sequence[Option]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.period = PeriodBox(today, "month")
        self.fields: dict[str, QComboBox | QLineEdit] = {}
        self._parameters = {each.name: each for each in parameters}
        self._flow = Flow(Space.ROW, self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._add(self.tr("期间"), self.period)
        for parameter in parameters:
            self._add_field(parameter, options.get(parameter.name, ()))
        self.period.period_changed.connect(self._on_period)
        self.period.refused.connect(self.refused)

    def texts(self) -> dict[str, str]:
        """What stands in the fields, without those that say nothing."""
        found = {name: _said(field) for name, field in self.fields.items()}
        return {name: text for name, text in found.items() if text}

    def missing(self) -> Parameter | None:
        """The first thing that must be said and is not."""
        said = self.texts()
        wanted = (p for p in self._parameters.values() if p.required and p.name not in said)
        return next(wanted, None)

    def show_texts(self, texts: Mapping[str, str], period: Period | None = None) -> None:
        """Set the fields without asking again."""
        if period is not None:
            self.period.blockSignals(True)
            self.period.set_period(period)
            self.period.blockSignals(False)
        for name, field in self.fields.items():
            text = texts.get(name, self._parameters[name].default)
            if isinstance(field, QLineEdit):
                field.setText(text)
            else:
                field.setCurrentIndex(max(field.findData(text), 0))

    def mark(self, name: str) -> None:
        """Go to the field of a parameter whose value was refused."""
        field = self.fields.get(name)
        if field is None:
            return
        field.setProperty("wrong", True)
        field.style().unpolish(field)
        field.style().polish(field)
        field.setFocus()

    def clear_marks(self) -> None:
        """Forget what was refused."""
        for field in self.fields.values():
            if field.property("wrong"):
                field.setProperty("wrong", False)
                field.style().unpolish(field)
                field.style().polish(field)

    def _on_period(self, _period: Period) -> None:
        self.changed.emit()

    def _add_field(self, parameter: Parameter, options: Sequence[Option]) -> None:
        if parameter.ask in _CHOSEN:
            field: QComboBox | QLineEdit = self._drop_down(parameter, options)
        else:
            field = self._line(parameter)
        field.setAccessibleName(parameter.title)
        self.fields[parameter.name] = field
        self._add(parameter.title, field)

    def _drop_down(self, parameter: Parameter, options: Sequence[Option]) -> QComboBox:
        box = QComboBox()
        if not parameter.default:
            box.addItem(self.tr("选一个") if parameter.required else self.tr("全部"), "")
        for value, label in options:
            box.addItem(label, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        longest = max((len(label.encode("gbk", "replace")) for _v, label in options), default=4)
        box.setMinimumContentsLength(min(max(longest, 6), _LISTED))
        box.setCurrentIndex(max(box.findData(parameter.default), 0))
        box.activated.connect(self.changed)
        return box

    def _line(self, parameter: Parameter) -> QLineEdit:
        line = QLineEdit()
        hints = {
            "product": self.tr("编号、名称、拼音"),
            "customer": self.tr("编号、名称、拼音"),
            "supplier": self.tr("编号、名称、拼音"),
            "partner": self.tr("编号或全名"),
        }
        line.setPlaceholderText(hints.get(parameter.ask, ""))
        line.setFixedWidth(_TYPED_WIDTH)
        line.setClearButtonEnabled(True)
        line.returnPressed.connect(self.changed)
        return line

    def _add(self, title: str, field: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("tone", "text2")
        label.setBuddy(field)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, Space.LABEL, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(label)
        row.addWidget(field)
        self._flow.addWidget(pair)


def _said(field: QComboBox | QLineEdit) -> str:
    if isinstance(field, QLineEdit):
        return field.text().strip()
    return str(field.currentData() or "")
