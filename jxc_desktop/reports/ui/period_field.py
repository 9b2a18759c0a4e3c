"""The field for a period: a drop-down of named ones in which any other can be typed."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.reports.ui.period import (
    Span,
    named_periods,
    period_named,
    period_text,
    read_period,
)


class PeriodField(QComboBox):
    """Holds a period; a text that is none is marked and told."""

    changed = Signal()
    """Another period was chosen or typed."""
    refused = Signal(str)
    """What was typed is no period, with the reason."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._span = period_named("month", today)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("期间"))
        for key, word in named_periods().items():
            self.addItem(word, key)
        self.setMinimumContentsLength(24)
        self.show_span(self._span)
        self.activated.connect(self._choose)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._read)

    @property
    def span(self) -> Span:
        """The first and last day."""
        return self._span

    def show_span(self, span: Span) -> None:
        """Hold a period without telling anybody."""
        self._span = span
        self.setCurrentIndex(-1)
        self.setEditText(period_text(*span))
        self._mark(wrong=False)

    def _choose(self, place: int) -> None:
        self.show_span(period_named(str(self.itemData(place)), self._today))
        self.changed.emit()

    def _read(self) -> None:
        text = self.currentText()
        if text == period_text(*self._span):
            self._mark(wrong=False)
            return
        try:
            span = read_period(text, self._today)
        except InvalidInput as error:
            self._mark(wrong=True)
            self.refused.emit(error.message)
            return
        self.show_span(span)
        self.changed.emit()

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
