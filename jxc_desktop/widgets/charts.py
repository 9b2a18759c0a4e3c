"""Charts; behind each lies its table (T).

They are painted here: a library for charts brings numpy and wakes every class of Qt, a fifth of the window's memory and
half a second of its start, for two drawings.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jxc_desktop.widgets.chart_plots import BarLinePlot, Plot, Point, StepPlot
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight


class Chart(QWidget):
    """A plot and, under the key T, the table it is painted from."""

    def __init__(
        self,
        name: str,
        plot: Plot,
        columns: Sequence[Column[Point]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.plot = plot
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table = Grid(RowsModel(columns, self), row_height=RowHeight.COMPACT)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.plot)
        self._pages.addWidget(self.table)

    @property
    def shows_table(self) -> bool:
        """Whether the table is in front."""
        return self._pages.currentWidget() is self.table

    @property
    def points(self) -> tuple[Point, ...]:
        """What is painted."""
        return self.plot.points

    def set_points(self, points: Sequence[Point]) -> None:
        """Paint other figures."""
        self.plot.set_points(points)
        self.table.rows.set_rows(self.points)
        self.setAccessibleDescription(self._summary())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T:
            self._pages.setCurrentIndex(0 if self.shows_table else 1)
        else:
            super().keyPressEvent(event)

    def _summary(self) -> str:
        if not self.points:
            return ""
        first, last = self.points[0], self.points[-1]
        return f"{first.label} {money_text(first.bar)} … {last.label} {money_text(last.bar)}"


class Spark(Chart):
    """A step line over a light ground with a dot at its end: the course of a price."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        columns = (
            Column[Point]("label", "", stretch=True),
            Column[Point]("bar", name, kind=Kind.MONEY),
        )
        super().__init__(name, StepPlot(), columns, parent)
        self.setFixedHeight(72)


class BarLine(Chart):
    """Bars with a line over them: sales and profit by day. No word for the line, no line."""

    def __init__(self, name: str, bar: str, line: str = "", parent: QWidget | None = None) -> None:
        columns = [
            Column[Point]("label", "", stretch=True),
            Column[Point]("bar", bar, kind=Kind.MONEY),
        ]
        if line:
            columns.append(Column[Point]("line", line, kind=Kind.MONEY))
        self._words = (bar, line)
        self.bars = BarLinePlot(self.tip_for, lined=bool(line))
        super().__init__(name, self.bars, columns, parent)
        self.setMinimumHeight(160)

    def set_points(self, points: Sequence[Point], marked: Sequence[int] = ()) -> None:
        """Paint other figures; the bars `marked` (week-ends, today) stand out."""
        self.bars.marked = frozenset(marked)
        super().set_points(points)

    def tip_for(self, place: int) -> str:
        """What the tip over a bar says."""
        point = self.points[place]
        bar, line = self._words
        share = f"  {line} {money_text(point.line)}" if line else ""
        return f"{point.label}  {bar} {money_text(point.bar)}{share}"
