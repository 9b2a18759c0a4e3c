"""The head of a voucher: its day, how many papers are pinned to it, what the whole is about, and a line of words."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.expressions import plain
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tokens import Size, Space

_DAY, _COUNT = 130, 64


class JournalHeader(QWidget):
    """Reads and shows the fields over the legs."""

    edited = Signal()
    finished = Signal()
    """Enter in the last field."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self.today = pane.context.clock.today
        self.day = DayField(self.today(), today=self.today)
        self.attachments = NumberField(parse=self._count, text=lambda count: str(count or ""))
        self.summary = QLineEdit()
        self.summary.setPlaceholderText(self.tr("不填就用第一行的摘要"))
        self.day.setFixedWidth(_DAY)
        self.attachments.setFixedWidth(_COUNT)
        self.rows = {
            "day": FormRow(self.tr("日期"), self.day),
            "attachments": FormRow(self.tr("附单据数"), self.attachments),
            "summary": FormRow(self.tr("总摘要"), self.summary),
        }
        self.note = Words(size=Size.HINT, tone="text2")
        self.note.setWordWrap(True)
        self._lay_out()
        notice = pane.context.messages.notice
        self.day.day_changed.connect(self._on_edited)
        self.day.refused.connect(notice)
        self.attachments.value_changed.connect(self._on_edited)
        self.attachments.refused.connect(notice)
        self.summary.textEdited.connect(self._on_edited)
        self.summary.returnPressed.connect(self.finished)

    @property
    def chosen_day(self) -> date:
        """The day, today where none can be read."""
        return self.day.day or self.today()

    @property
    def words(self) -> str:
        """What the whole is about."""
        return " ".join(self.summary.text().split())

    def obstacle(self) -> str:
        """What cannot be read as it stands; goes there."""
        if not self.day.settle() or self.day.day is None:
            self.day.setFocus()
            return self.tr("填凭证日期")
        if not self.attachments.settle():
            self.attachments.setFocus()
            return self.tr("附单据数要是整数")
        return ""

    def show_fields(self, day: date, attachments: int, summary: str) -> None:
        """Fill the fields without telling anybody."""
        self.day.set_day(day)
        self.attachments.set_value(attachments or None)
        self.summary.setText(summary)
        self.forgive()

    def set_read_only(self, *, read_only: bool) -> None:
        """A posted voucher takes no typing."""
        for field in (self.day, self.attachments, self.summary):
            field.setReadOnly(read_only)

    def say(self, text: str) -> None:
        """A line of words below the fields; none takes no room."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def mark(self, field: str, reason: str) -> None:
        """Show at a field why it was refused."""
        if field in self.rows:
            self.rows[field].set_error(reason)
            self.rows[field].field.setFocus()

    def forgive(self) -> None:
        """Take the errors away."""
        for row in self.rows.values():
            row.set_error("")

    def _count(self, text: str) -> int:
        digits = plain(text)
        if not digits.isdecimal():
            raise InvalidInput(self.tr("附单据数要是整数"))
        return int(digits)

    def _on_edited(self, *_what: object) -> None:
        self.forgive()
        self.edited.emit()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(Space.FIELD_COLUMN)
        for name, row in self.rows.items():
            fields.addWidget(row, 1 if name == "summary" else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(fields)
        column.addWidget(self.note)
        self.note.hide()
