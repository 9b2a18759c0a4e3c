"""The one painter of grid cells: text, number, chip, mark, sub-text, icon, current row and focus box."""

from functools import lru_cache
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jxc_desktop.widgets.chips import CHIP_HEIGHT, chip_width, paint_chip
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.rows_model import Cell, Index, RowsModel, RowStyle
from jxc_desktop.widgets.tokens import FOCUS_WIDTH, ICON, MARK_WIDTH, Size, Space

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_GAP = 8


@lru_cache(maxsize=64)
def metrics_of(used: QFont) -> QFontMetrics:
    """The measures of a font, remembered."""
    return QFontMetrics(used)


class PaintedGrid(Protocol):
    """What the painter asks of the grid it paints."""

    @property
    def rows(self) -> RowsModel[Any]: ...

    @property
    def ruled_columns(self) -> frozenset[int]: ...

    @property
    def first_column(self) -> int: ...

    def current_row(self) -> int: ...

    def is_tinted(self, index: Index, *, selected: bool) -> bool: ...

    def has_focus_box(self, index: Index) -> bool: ...


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a grid; sizes are px of the tokens."""

    def __init__(self, grid: PaintedGrid, parent: QObject, *, size: int = Size.BODY) -> None:
        super().__init__(parent)
        self._grid = grid
        self._size = size
        self.refresh_fonts()

    def refresh_fonts(self) -> None:
        """Take the type of the moment; called when the theme or the type changes."""
        self._plain = font(self._size)
        self._bold = font(self._size, bold=True)
        self._struck = font(self._size, struck=True)
        self._sub = font(max(self._size - 1, Size.CAPTION))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = self._grid.rows.cell(index.row(), index.column())
        return QSize(self.needed(cell, self._grid.rows.row_style(index.row())), scaled(20))

    def needed(self, cell: Cell, style: RowStyle = RowStyle.NORMAL) -> int:
        """Px of width at which nothing of the cell is cut."""
        if cell.chip:
            return chip_width(cell.chip.text) + 2 * Space.CELL
        width = metrics_of(self._font(cell, style)).horizontalAdvance(cell.text) + 2 * Space.CELL
        if cell.sub:
            width += metrics_of(self._sub).horizontalAdvance(cell.sub) + _GAP
        return width + (ICON + _GAP if cell.icon else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = option.rect
        grid, row, column = self._grid, index.row(), index.column()
        cell, style = grid.rows.cell(row, column), grid.rows.row_style(row)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        selected = grid.is_tinted(index, selected=selected)
        painter.save()
        self._paint_ground(painter, place, cell, style, selected=selected)
        self._paint_lines(painter, place, row, column)
        self._paint_words(painter, place.adjusted(Space.CELL, 0, -Space.CELL, -1), cell, style)
        if cell.mark:
            painter.fillRect(
                place.x(), place.y(), MARK_WIDTH, place.height(), colour(cell.mark.tone)
            )
        if grid.has_focus_box(index):
            self._paint_focus(painter, place)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, place: QRect, cell: Cell, style: RowStyle, *, selected: bool
    ) -> None:
        if selected:
            painter.fillRect(place, colour("sel"))
        elif cell.ground:
            painter.fillRect(place, colour(cell.ground))
        elif style is RowStyle.GROUP:
            painter.fillRect(place, colour("sunken"))
        elif style is RowStyle.FRESH:
            painter.fillRect(place, colour("info_bg"))

    def _paint_lines(self, painter: QPainter, place: QRect, row: int, column: int) -> None:
        grid = self._grid
        painter.fillRect(place.x(), place.bottom(), place.width(), 1, colour("grid"))
        if column in grid.ruled_columns:
            painter.fillRect(place.x(), place.y(), 1, place.height(), colour("border"))
        if row == grid.current_row() and column == grid.first_column:
            painter.fillRect(place.x(), place.y(), MARK_WIDTH, place.height(), colour("accent"))

    def _paint_words(self, painter: QPainter, room: QRect, cell: Cell, style: RowStyle) -> None:
        if cell.chip:
            self._paint_chip(painter, room, cell)
            return
        if cell.icon:
            place = QRect(room.x(), room.center().y() - ICON // 2 + 1, ICON, ICON)
            paint_icon(painter, cell.icon, place, cell.icon_tint or cell.tone or "text2")
            room = room.adjusted(ICON + _GAP, 0, 0, 0)
        used = self._font(cell, style)
        muted = style is RowStyle.VOID
        painter.setFont(used)
        painter.setPen(colour("text2" if muted else cell.tone or "text"))
        text, width = cell.text, 0
        if cell.sub or len(text) * used.pixelSize() > room.width():  # hardly a letter is wider
            metrics = metrics_of(used)
            width = metrics.horizontalAdvance(text)
            text = text if width <= room.width() else _cut(metrics, text, room.width())
        painter.drawText(room, _RIGHT if cell.right else _LEFT, text)
        if cell.sub and width + _GAP < room.width():
            self._paint_sub(painter, room, cell, width + _GAP)

    def _paint_sub(self, painter: QPainter, room: QRect, cell: Cell, taken: int) -> None:
        rest = room.adjusted(0, 0, -taken, 0) if cell.right else room.adjusted(taken, 0, 0, 0)
        painter.setFont(self._sub)
        painter.setPen(colour("text2"))
        text = _cut(metrics_of(self._sub), cell.sub, rest.width())
        painter.drawText(rest, _RIGHT if cell.right else _LEFT, text)

    def _paint_chip(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        if cell.chip is None:
            return
        width = min(chip_width(cell.chip.text), room.width())
        height = scaled(CHIP_HEIGHT)
        place = QRect(room.x(), room.y() + (room.height() - height) // 2 + 1, width, height)
        paint_chip(painter, place, cell.chip)

    def _paint_focus(self, painter: QPainter, place: QRect) -> None:
        pen = painter.pen()
        pen.setColor(colour("accent"))
        pen.setWidth(FOCUS_WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _font(self, cell: Cell, style: RowStyle) -> QFont:
        if style is RowStyle.VOID:
            return self._struck
        return self._bold if cell.bold or style is RowStyle.GROUP else self._plain


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
