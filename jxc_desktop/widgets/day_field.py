"""A field for a day, typed as people write days or chosen from a month page."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language
from jxc_desktop.widgets.expressions import parse_day
from jxc_desktop.widgets.formats import day_text
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.labels import repolish
from jxc_desktop.widgets.look import colour
from jxc_desktop.widgets.scanner import ScanEdit


class DayField(ScanEdit):
    """A day as text: `20`, `11.20`, `+7`, 今天; ↑↓ move by a day, the calendar opens with F4."""

    day_changed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        day: date | None = None,
        *,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._day = day
        self.setText("" if day is None else day_text(day))
        opener = QAction(icon("calendar"), self.tr("日历"), self)
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self.settle)

    @property
    def day(self) -> date | None:
        """The day held."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Hold a day without telling anybody."""
        self._day = day
        self.setText("" if day is None else day_text(day))
        self.setProperty("wrong", False)

    def settle(self) -> bool:
        """Take what is typed; False when it is no day, which is said and marked."""
        try:
            day = parse_day(self.text(), self._today()) if self.text().strip() else None
        except UserError as error:
            self._mark(wrong=True)
            self.refused.emit(error.message)
            return False
        self._mark(wrong=False)
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit(day)
        return True

    def open_calendar(self) -> "CalendarPopup":
        """Choose the day from a month page."""
        popup = CalendarPopup(self._day or self._today(), self)
        popup.chosen.connect(self._choose)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        return popup

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        elif event.key() in steps and self.settle() and self._day and not self.isReadOnly():
            self._choose(date.fromordinal(self._day.toordinal() + steps[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self.selectAll()

    def _choose(self, day: date) -> None:
        self.set_day(day)
        self._mark(wrong=False)
        self.day_changed.emit(day)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            repolish(self)


class CalendarPopup(QFrame):
    """A month page; Enter or a click chooses."""

    chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        spoken = (
            QLocale.Language.Chinese if language() == SOURCE_LANGUAGE else QLocale.Language.English
        )
        self.calendar.setLocale(QLocale(spoken))
        self._dress()
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.calendar.setFocus()

    def _dress(self) -> None:
        """The arrows and week-ends come in Qt's own black and red."""
        for name, symbol in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            button = self.calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(icon(symbol))
        plain = QTextCharFormat()
        plain.setForeground(colour("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
