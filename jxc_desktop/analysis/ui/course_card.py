"""销售与毛利: the course of sales as bars and of profit as a line, over a week, a month or the year."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.analysis.dashboard import Course
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.buttons import Segments
from jxc_desktop.widgets.chart_plots import Point
from jxc_desktop.widgets.charts import BarLine
from jxc_desktop.widgets.formats import money_text, percent_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import colour
from jxc_desktop.widgets.tokens import ICON, Radius, Size, Space

_SATURDAY = 5
_LEAST = 180


class CourseCard(QFrame):
    """The chart is made when the first figures come, so that it never holds up the window's first picture."""

    span_chosen = Signal(str)

    def __init__(self, *, profit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.profit = profit
        self.chart: BarLine | None = None
        self.course: Course | None = None
        self._beside = True
        name = self.tr("销售与毛利") if profit else self.tr("销售")
        self.setAccessibleName(name)
        self.title = Words(name, Size.CARD_TITLE, bold=True)
        self.sums = Words(tone="text2")
        self.spans = Segments(
            [("week", self.tr("7 天")), ("month", self.tr("30 天")), ("year", self.tr("本年"))]
        )
        self.spans.choose("month")
        self.spans.chosen.connect(self.span_chosen)
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_course(self, course: Course, today: date) -> None:
        """Draw other figures."""
        self.course = course
        chart = self.chart or self._make_chart()
        points, marked = [], []
        for place, each in enumerate(course.points):
            points.append(Point(_label(each.day, course, today), each.net, each.profit or 0))
            if each.day == today or (not course.monthly and each.day.weekday() >= _SATURDAY):
                marked.append(place)
        chart.set_points(points, marked)
        self.sums.setText(self._sums(course))
        self._place_sums()

    def minimumSizeHint(self) -> QSize:
        """As wide as the heading without the sums, which stand below it where there is no more room."""
        height = _LEAST if self._beside else super().minimumSizeHint().height()
        return QSize(self._heading_width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sums()

    def _heading_width(self) -> int:
        margins = self._column.contentsMargins()
        sums = self.sums.sizeHint().width() + Space.ROW if self._beside else 0
        return self._head.sizeHint().width() - sums + margins.left() + margins.right()

    def _place_sums(self) -> None:
        """Beside the heading where there is room, else below it."""
        room = self.width() - self._heading_width()
        beside = room >= self.sums.sizeHint().width() + Space.ROW
        if beside == self._beside:
            return
        self._beside = beside
        if beside:
            self._head.insertWidget(self._head.indexOf(self.spans) - 1, self.sums)
        else:
            self._column.insertWidget(1, self.sums)

    def _make_chart(self) -> BarLine:
        bar, line = self.tr("净销售额"), self.tr("毛利") if self.profit else ""
        self.chart = BarLine(self.title.text(), bar, line)
        self._column.addWidget(self.chart, 1)
        return self.chart

    def _sums(self, course: Course) -> str:
        whole = course.whole
        words = self.tr("合计 {net}").format(net=money_text(whole.net))
        if whole.profit is None:
            return words
        return self.tr("{sales}  毛利 {profit}  毛利率 {margin}").format(
            sales=words,
            profit=money_text(whole.profit),
            margin=percent_text(whole.margin, 1),
        )

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(self.title)
        head.addSpacing(Space.LABEL)
        legend = [("series1", self.tr("净销售额（元）"))]
        if self.profit:
            legend.append(("series2", self.tr("毛利（元）")))
        for tint, word in legend:
            head.addWidget(_Swatch(tint))
            head.addWidget(Words(word, Size.HINT, tone="text2"))
        head.addStretch(1)
        head.addWidget(self.sums)
        head.addSpacing(Space.LABEL)
        head.addWidget(self.spans)
        self._column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        self._column.setSpacing(Space.ROW)
        self._column.addLayout(head)


class _Swatch(QWidget):
    """The colour of a series in the legend."""

    def __init__(self, tint: str) -> None:
        super().__init__()
        self._tint = tint
        self.setFixedSize(ICON - 4, ICON - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour(self._tint))
        painter.setPen(colour(self._tint))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), Radius.KEY_CAP, Radius.KEY_CAP)


def _label(day: date, course: Course, today: date) -> str:
    if course.monthly:
        return f"{day:%Y-%m}"
    return translate("analysis", "今天") if day == today else f"{day:%m-%d}"
