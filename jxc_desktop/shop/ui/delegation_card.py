"""Who approves for whom while they are away: two names and two days."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tokens import Space

_DAY = 130


class DelegationCard(QWidget):
    """The fields of a new delegation; `refused` tells of a day that is none."""

    refused = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = context.clock.today
        self.absent, self.deputy = QComboBox(), QComboBox()
        self.first, self.last = DayField(today(), today=today), DayField(today(), today=today)
        self.rows = {
            "absent": FormRow(self.tr("谁不在"), self.absent),
            "deputy": FormRow(self.tr("谁代他审"), self.deputy),
            "first": FormRow(self.tr("从"), self.first),
            "last": FormRow(self.tr("到"), self.last),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.FIELD_COLUMN)
        for each in self.rows.values():
            row.addWidget(each)
        row.addStretch(1)
        for day in (self.first, self.last):
            day.setMinimumWidth(_DAY)
            day.refused.connect(self.refused)

    def offer_people(self, names: tuple[str, ...]) -> None:
        """The login names there are."""
        for box in (self.absent, self.deputy):
            before = box.currentText()
            box.clear()
            box.addItems(names)
            other = 1 if box is self.deputy and len(names) > 1 else 0
            box.setCurrentIndex(box.findText(before) if before in names else other)

    def typed(self) -> tuple[str, str, date, date] | None:
        """Absent, deputy and the days; None while a day is missing."""
        if not (self.first.settle() and self.last.settle()):
            return None
        first, last = self.first.day, self.last.day
        if first is None or last is None:
            return None
        return self.absent.currentText(), self.deputy.currentText(), first, last

    def mark(self, field: str, reason: str) -> bool:
        """Mark the field an error names; "" takes all marks away; False when it is none of these."""
        for each in self.rows.values():
            each.set_error("")
        if field not in self.rows:
            return False
        self.rows[field].set_error(reason)
        self.rows[field].field.setFocus()
        return True
