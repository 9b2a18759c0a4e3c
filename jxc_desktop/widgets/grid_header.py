"""Headers of grids: one line, or two where columns stand in groups (期初 | 数量 金额)."""

from PySide6.QtCore import QItemSelection, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QHeaderView, QWidget

from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

_ARROW = 12


class GridHeader(QHeaderView):
    """Headings in text2 on sunken ground; a heading without room gives way to its short form."""

    def __init__(self, height: int = RowHeight.HEADER, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = height
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(self._height))

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        column = self._column(logicalIndex)
        words = metrics_of(font(Size.HINT)).horizontalAdvance(column.heading)
        return QSize(words + 2 * Space.CELL, scaled(self._height))

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Headings look the same whatever is selected below them: nothing is to be painted anew."""
        return QRegion()

    def heading_for(self, logical: int) -> str:
        """The heading that fits the section: the full one, the short one, or that cut off."""
        column, metrics = self._column(logical), metrics_of(font(Size.HINT))
        room = self.sectionSize(logical) - 2 * Space.CELL - self._arrow_room(logical)
        if metrics.horizontalAdvance(column.heading) <= room:
            return column.heading
        return metrics.elidedText(column.short, Qt.TextElideMode.ElideRight, max(room, 0))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("border"))
        self._paint_heading(painter, rect, logicalIndex)
        painter.restore()

    def _paint_heading(self, painter: QPainter, place: QRect, logical: int) -> None:
        column = self._column(logical)
        room = place.adjusted(Space.CELL, 0, -Space.CELL, -1)
        painter.setFont(font(Size.HINT))
        painter.setPen(colour("text2"))
        arrow = self._arrow_room(logical)
        if arrow:
            self._paint_arrow(painter, room, right=bool(column.right))
            room = room.adjusted(0, 0, -arrow, 0)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self.heading_for(logical))

    def _paint_arrow(self, painter: QPainter, room: QRect, *, right: bool) -> None:
        del right
        descending = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        place = QRect(
            room.right() - _ARROW + 1, room.center().y() - _ARROW // 2 + 1, _ARROW, _ARROW
        )
        paint_icon(painter, "chevron-down" if descending else "chevron-up", place, "accent")

    def _arrow_room(self, logical: int) -> int:
        shown = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical
        return _ARROW + 2 if shown else 0

    def _column(self, logical: int) -> Column[object]:
        model = self.model()
        if not isinstance(model, RowsModel):
            raise TypeError("a grid's header reads a RowsModel")
        return model.columns[logical]


class GroupedHeader(GridHeader):
    """A header of two lines: over neighbouring columns of one group stands the group's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowHeight.HEADER_TWO_LINES, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not self._column(logicalIndex).group:
            super().paintSection(painter, rect, logicalIndex)
            return
        painter.save()
        painter.setClipRect(rect)
        upper = QRect(rect.x(), rect.y(), rect.width(), rect.height() // 2)
        lower = QRect(rect.x(), upper.bottom() + 1, rect.width(), rect.height() - upper.height())
        painter.fillRect(rect, colour("sunken"))
        self._paint_heading(painter, lower, logicalIndex)
        self._paint_group(painter, upper, logicalIndex)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("border"))
        painter.restore()

    def neighbours(self, logical: int) -> list[int]:
        """The shown columns that stand beside `logical` in its group, from left to right."""
        group, start = self._column(logical).group, self.visualIndex(logical)
        shown = [self.logicalIndex(place) for place in range(self.count())]
        shown = [index for index in shown if not self.isSectionHidden(index)]
        left = right = shown.index(self.logicalIndex(start))
        while left > 0 and self._column(shown[left - 1]).group == group:
            left -= 1
        while right + 1 < len(shown) and self._column(shown[right + 1]).group == group:
            right += 1
        return shown[left : right + 1]

    def _paint_group(self, painter: QPainter, place: QRect, logical: int) -> None:
        members = self.neighbours(logical)
        left = self.sectionViewportPosition(members[0])
        width = sum(self.sectionSize(index) for index in members)
        whole = QRect(left, place.y(), width, place.height())
        painter.fillRect(left, place.bottom(), width, 1, colour("border"))
        painter.fillRect(left, place.y(), 1, self.height(), colour("border"))
        painter.setFont(font(Size.HINT, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, self._column(logical).group)
