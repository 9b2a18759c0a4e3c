"""Charts by pyqtgraph, which is imported when the first one is made; behind each lies its table (T)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import grouped, money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import colour, font, scaled, tokens
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size

_BAR = 0.62
_EVERY = 5
_MARGIN = 18
"""Px at the right, so that the last label is whole."""
_FEN = 100
_NOTHING_YET = 1000
"""Yuan that the axis reaches while every figure is 0."""
_LOOKS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


@dataclass(frozen=True, slots=True)
class Point:
    """One place on the axis: its label, the bar and the line above it, in fen."""

    label: str
    bar: int
    line: int = 0


class Chart(QWidget):
    """A plot and, under the key T, the table it is drawn from. Follows the theme."""

    def __init__(
        self, name: str, columns: Sequence[Column[Point]], parent: QWidget | None = None
    ) -> None:
        self.points: tuple[Point, ...] = ()
        self._drawn_in: object = None
        super().__init__(parent)
        import pyqtgraph

        self._graph = pyqtgraph
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot: Any = pyqtgraph.PlotWidget()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.hideButtons()
        self.table = Grid(RowsModel(columns, self), row_height=RowHeight.COMPACT)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.plot)
        self._pages.addWidget(self.table)

    @property
    def shows_table(self) -> bool:
        """Whether the table is in front."""
        return self._pages.currentWidget() is self.table

    def set_points(self, points: Sequence[Point]) -> None:
        """Draw other figures."""
        self.points = tuple(points)
        self.table.rows.set_rows(self.points)
        self.setAccessibleDescription(self._summary())
        self.draw()

    def draw(self) -> None:
        """Draw `points` in the colours of the moment."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T:
            self._pages.setCurrentIndex(0 if self.shows_table else 1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS and self.points and self._drawn_in != _looks():
            self.draw()

    def _clear(self) -> None:
        self._drawn_in = _looks()
        self.plot.clear()
        self.plot.setBackground(colour("surface"))

    def _summary(self) -> str:
        if not self.points:
            return ""
        first, last = self.points[0], self.points[-1]
        return f"{first.label} {money_text(first.bar)} … {last.label} {money_text(last.bar)}"


def _looks() -> object:
    """What a drawing depends on besides its points; one change of theme tells each widget several times."""
    return tokens(), scaled(0)


class Spark(Chart):
    """A step line over a light ground with a dot at its end: the course of a price."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        columns = (
            Column[Point]("label", "", stretch=True),
            Column[Point]("bar", name, kind=Kind.MONEY),
        )
        super().__init__(name, columns, parent)
        for side in ("left", "bottom"):
            self.plot.hideAxis(side)
        self.setFixedHeight(72)

    def draw(self) -> None:
        self._clear()
        if not self.points:
            return
        heights = [point.bar / _FEN for point in self.points]
        places = [place for edge in range(1, len(heights)) for place in (edge, edge)]
        places = [0, *places, len(heights)]
        steps = [height for height in heights for _ in (0, 1)]
        low, high = min(heights), max(heights)
        room = (high - low or abs(high) or 1) * 0.2
        ground = colour("series3")
        ground.setAlphaF(0.25)
        self.plot.plot(places, steps, pen=None, fillLevel=low - room, brush=QBrush(ground))
        self.plot.plot(places, steps, pen=self._graph.mkPen(colour("series1"), width=2))
        self._draw_dot(places[-1], heights[-1])
        self.plot.setRange(xRange=(0, places[-1]), yRange=(low - room, high + room), padding=0.03)

    def _draw_dot(self, place: int, height: float) -> None:
        ink = QBrush(colour("series1"))
        self.plot.plot(
            [place], [height], pen=None, symbol="o", symbolSize=8, symbolPen=None, symbolBrush=ink
        )


class BarLine(Chart):
    """Bars with a line over them: sales and profit by day; the last bar is named. No word for the line, no line."""

    def __init__(self, name: str, bar: str, line: str = "", parent: QWidget | None = None) -> None:
        columns = [
            Column[Point]("label", "", stretch=True),
            Column[Point]("bar", bar, kind=Kind.MONEY),
        ]
        if line:
            columns.append(Column[Point]("line", line, kind=Kind.MONEY))
        super().__init__(name, columns, parent)
        self._words = (bar, line)
        self._tip: Any = None
        self._guide: Any = None
        self.marked: frozenset[int] = frozenset()
        self.plot.scene().sigMouseMoved.connect(self._point_at)
        self.setMinimumHeight(160)

    def set_points(self, points: Sequence[Point], marked: Sequence[int] = ()) -> None:
        """Draw other figures; the bars `marked` (week-ends, today) stand out."""
        self.marked = frozenset(marked)
        super().set_points(points)

    def tip_for(self, place: int) -> str:
        """What the tip over a bar says."""
        point = self.points[place]
        bar, line = self._words
        share = f"  {line} {money_text(point.line)}" if line else ""
        return f"{point.label}  {bar} {money_text(point.bar)}{share}"

    def draw(self) -> None:
        self._clear()
        if not self.points:
            return
        places = list(range(len(self.points)))
        self._draw_bars(places)
        if self._words[1]:
            self._draw_line(places)
        self._style_axes(places)
        self._add_tip()

    def _draw_line(self, places: Sequence[int]) -> None:
        self.plot.plot(
            places,
            [point.line / _FEN for point in self.points],
            pen=self._graph.mkPen(colour("series2"), width=2),
            symbol="o",
            symbolSize=[7 if place == places[-1] else 0 for place in places],
            symbolPen=None,
            symbolBrush=QBrush(colour("series2")),
        )

    def _draw_bars(self, places: Sequence[int]) -> None:
        plain, strong = colour("series1"), colour("series1")
        plain.setAlphaF(0.72)
        brushes = [QBrush(strong if place in self.marked else plain) for place in places]
        heights = [point.bar / _FEN for point in self.points]
        bars = self._graph.BarGraphItem(
            x=places, height=heights, width=_BAR, brushes=brushes, pen=self._graph.mkPen(None)
        )
        self.plot.addItem(bars)

    def _style_axes(self, places: Sequence[int]) -> None:
        ticks = [(place, self.points[place].label) for place in places[::-_EVERY][::-1]]
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setTextPen(colour("text2"))
            axis.setPen(self._graph.mkPen(None))
            axis.setTickFont(font(Size.CAPTION))
            axis.setStyle(tickLength=0, maxTickLevel=0)
            axis.setZValue(-1)
        bottom = self.plot.getAxis("bottom")
        bottom.setTicks([ticks])
        bottom.setTickPen(self._graph.mkPen(None))
        bottom.setStyle(hideOverlappingLabels=False)
        self.plot.getAxis("left").tickStrings = _tick_strings
        self.plot.getAxis("left").setTickPen(self._graph.mkPen(colour("grid")))
        self.plot.showGrid(y=True, alpha=1)
        self.plot.getPlotItem().layout.setContentsMargins(0, 4, _MARGIN, 0)
        self.plot.setXRange(-0.5, len(places), padding=0)
        if any(point.bar or point.line for point in self.points):
            self.plot.enableAutoRange(axis="y")
        else:
            self.plot.setYRange(0, _NOTHING_YET, padding=0)

    def _add_tip(self) -> None:
        pen = self._graph.mkPen(colour("text2"), style=Qt.PenStyle.DashLine)
        self._guide = self._graph.InfiniteLine(angle=90, pen=pen)
        self._guide.hide()
        self._tip = self._graph.TextItem(
            color=colour("text"), fill=colour("raised"), border=colour("border"), anchor=(0.5, 0)
        )
        self._tip.hide()
        for item in (self._guide, self._tip):
            self.plot.addItem(item, ignoreBounds=True)

    def _point_at(self, position: Any) -> None:
        if not self.points or self._tip is None:
            return
        box = self.plot.getViewBox()
        place = round(box.mapSceneToView(position).x())
        inside = 0 <= place < len(self.points)
        self._tip.setVisible(inside)
        self._guide.setVisible(inside)
        if inside:
            self._guide.setPos(place)
            self._tip.setText(self.tip_for(place))
            self._tip.setPos(place, box.viewRange()[1][1])


def _tick_strings(values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
    return [grouped(f"{value:.0f}") for value in values]
