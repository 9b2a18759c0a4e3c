"""What charts are painted with: a course in steps, and bars with a line over them. Colours are those of the moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from jxc_desktop.widgets.chart_scale import Scale, scale_for
from jxc_desktop.widgets.formats import grouped
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import Radius, Size, Space

FEN = 100
_PEN = 2
_DOT = 4
"""Px from the middle of a dot to its edge."""
_BAR = 0.62
"""How much of its place a bar takes."""
_PLAIN = 0.72
"""How strong bars are that do not stand out."""
_GROUND = 0.25
_EVERY = 5
"""Places from one label to the next, counted from the last."""
_NOTHING_YET = 1000
"""Yuan that the scale reaches while every figure is 0."""
_LINE_EVERY = 36
"""Px that two lines of the scale are apart at least."""


@dataclass(frozen=True, slots=True)
class Point:
    """One place on the axis: its label, the bar and the line above it, in fen."""

    label: str
    bar: int
    line: int = 0


class Plot(QWidget):
    """Paints points on the ground of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_points(self, points: Sequence[Point]) -> None:
        """Paint other figures."""
        self.points = tuple(points)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.points:
            self.paint(painter)

    def paint(self, painter: QPainter) -> None:
        """Paint the points, of which there is at least one."""
        raise NotImplementedError


class StepPlot(Plot):
    """A step line over a light ground with a dot at its end."""

    def paint(self, painter: QPainter) -> None:
        room = QRectF(self.rect()).adjusted(_DOT, _DOT, -2 * _DOT, -_DOT)
        low = min(point.bar for point in self.points)
        height = (max(point.bar for point in self.points) - low) or abs(low) or 1
        wide = room.width() / len(self.points)
        steps: list[QPointF] = []
        for place, point in enumerate(self.points):
            up = room.bottom() - room.height() * (0.15 + 0.7 * (point.bar - low) / height)
            steps.append(QPointF(room.left() + place * wide, up))
            steps.append(QPointF(room.left() + (place + 1) * wide, up))
        under = QPolygonF([room.bottomLeft(), *steps, room.bottomRight()])
        ground = colour("series3")
        ground.setAlphaF(_GROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(under)
        painter.setPen(QPen(colour("series1"), _PEN))
        painter.drawPolyline(QPolygonF(steps))
        paint_dot(painter, steps[-1], colour("series1"))


class BarLinePlot(Plot):
    """Bars, a line over them if `lined`, a scale at the left, labels below; the mouse brings a tip for its place.

    `tip` says what stands in it; bars at `marked` places stand out.
    """

    def __init__(
        self, tip: Callable[[int], str], *, lined: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.marked: frozenset[int] = frozenset()
        self.hovered: int | None = None
        self._tip = tip
        self._lined = lined
        self.setFont(font(Size.CAPTION))
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(scaled(400), scaled(160))

    def set_points(self, points: Sequence[Point]) -> None:
        self.hovered = None
        super().set_points(points)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._place_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(font(Size.CAPTION))

    def paint(self, painter: QPainter) -> None:
        scale = self._scale()
        room = self._room(scale)
        self._paint_scale(painter, scale, room)
        self._paint_bars(painter, scale, room)
        self._paint_labels(painter, room)
        if self._lined:
            self._paint_line(painter, scale, room)
        if self.hovered is not None:
            self._paint_tip(painter, room, self.hovered)

    def _hover(self, place: int | None) -> None:
        if place != self.hovered:
            self.hovered = place
            self.update()

    def _place_at(self, x: float) -> int | None:
        room = self._room(self._scale())
        if not self.points or not room.left() <= x < room.right():
            return None
        return int((x - room.left()) / room.width() * len(self.points))

    def _scale(self) -> Scale:
        """Yuan at the left, as many lines as there is room for."""
        figures = [point.bar for point in self.points] or [0]
        if self._lined:
            figures += [point.line for point in self.points]
        least, most = min(figures) // FEN, -(-max(figures) // FEN)
        if not (least or most):
            most = _NOTHING_YET
        return scale_for(least, most, self.height() // scaled(_LINE_EVERY))

    def _room(self, scale: Scale) -> QRectF:
        """Where the bars stand: right of the scale, above the labels."""
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(_said(tick)) for tick in scale.ticks) + Space.ROW
        half = metrics.height() / 2
        below = metrics.height() + Space.LABEL
        return QRectF(self.rect()).adjusted(left, half, -Space.ROW, -below)

    def _middle(self, room: QRectF, place: int) -> float:
        return room.left() + room.width() * (place + 0.5) / len(self.points)

    def _paint_scale(self, painter: QPainter, scale: Scale, room: QRectF) -> None:
        half = self.fontMetrics().height()
        for tick in scale.ticks:
            up = _height(scale, room, tick)
            painter.setPen(QPen(colour("grid"), 1))
            painter.drawLine(QPointF(room.left(), up), QPointF(room.right(), up))
            painter.setPen(colour("text2"))
            beside = QRectF(0, up - half, room.left() - Space.LABEL, 2 * half)
            painter.drawText(beside, _RIGHT, _said(tick))

    def _paint_bars(self, painter: QPainter, scale: Scale, room: QRectF) -> None:
        strong, plain = colour("series1"), colour("series1")
        plain.setAlphaF(_PLAIN)
        wide = room.width() / len(self.points) * _BAR
        ground = _height(scale, room, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, point in enumerate(self.points):
            painter.setBrush(strong if place in self.marked else plain)
            up = _height(scale, room, point.bar / FEN)
            left = self._middle(room, place) - wide / 2
            painter.drawRect(QRectF(left, min(up, ground), wide, abs(ground - up)))

    def _paint_line(self, painter: QPainter, scale: Scale, room: QRectF) -> None:
        course = [
            QPointF(self._middle(room, place), _height(scale, room, point.line / FEN))
            for place, point in enumerate(self.points)
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("series2"), _PEN))
        painter.drawPolyline(QPolygonF(course))
        paint_dot(painter, course[-1], colour("series2"))

    def _paint_labels(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(colour("text2"))
        high = self.fontMetrics().height()
        for place in range(len(self.points) - 1, -1, -_EVERY):
            said = self.points[place].label
            wide = self.fontMetrics().horizontalAdvance(said) + 2
            left = self._middle(room, place) - wide / 2
            below = QRectF(self._inside(left, wide), room.bottom() + Space.LABEL, wide, high)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_tip(self, painter: QPainter, room: QRectF, place: int) -> None:
        middle = self._middle(room, place)
        painter.setPen(QPen(colour("text2"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle, room.top()), QPointF(middle, room.bottom()))
        said = self._tip(place)
        wide = self.fontMetrics().horizontalAdvance(said) + 2 * Space.ROW
        high = self.fontMetrics().height() + Space.ROW
        box = QRectF(self._inside(middle - wide / 2, wide), room.top(), wide, high)
        painter.setPen(colour("border"))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Radius.KEY_CAP, Radius.KEY_CAP)
        painter.setPen(colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def _inside(self, left: float, wide: float) -> float:
        """`left`, moved so far that what is `wide` stands on the widget whole."""
        return max(min(left, self.width() - wide), 0)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_dot(painter: QPainter, middle: QPointF, ink: QColor) -> None:
    """A dot at the end of a course."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(middle, _DOT, _DOT)


def _height(scale: Scale, room: QRectF, value: float) -> float:
    return room.bottom() - room.height() * scale.share(value)


def _said(tick: int) -> str:
    return grouped(str(tick))
