"""The totals of the whole list, pinned under its grid and aligned to its columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jxc_desktop.core.i18n import clauses
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import RowHeight, Size, Space


class TotalsRow(QWidget):
    """Totals by column key, always of the whole filtered set; while several rows are selected, of those.

    `unit` gives the counting word of the list (「张」) for so many; `sum_key` names the money column summed over a
    selection.
    """

    def __init__(
        self,
        grid: Grid,
        *,
        unit: Callable[[int], str] | None = None,
        sum_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._unit = unit or (lambda count: self.tr("行", "", count))
        self._sum_key = sum_key
        self._label, self._tone = "", "text2"
        self._totals: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.arrangement.changed.connect(self.update)
        grid.picked.connect(self._on_picked)

    def set_totals(
        self,
        totals: Mapping[str, Any],
        *,
        count: int | None = None,
        label: str = "",
        tone: str = "text2",
    ) -> None:
        """Show totals (values of the columns' own kind) and the number of rows at the left.

        A column that is not named stays blank: quantities of different units are not added. The total of a column
        that somebody may not see is left out. `tone` names the token of the label.
        """
        self._tone = tone
        columns = {column.key: column for column in self._grid.rows.columns}
        self._totals = {
            key: self._text(columns[key], value) for key, value in totals.items() if key in columns
        }
        self._label = (
            label
            if count is None
            else self.tr("{count} {unit}").format(count=f"{count:,}", unit=self._unit(count))
        )
        self._tell()

    def words(self) -> str:
        """What the row says: the selection's sum while several rows are selected, else the label."""
        count = self._grid.picked_count()
        if count < 2:  # noqa: PLR2004  one selected row is just the current one
            return self._label
        chosen = self.tr("选中 {count} {unit}").format(count=f"{count:,}", unit=self._unit(count))
        rows = self._grid.picked_rows()
        column = next((c for c in self._grid.rows.columns if c.key == self._sum_key), None)
        if column is None or len(rows) != count:
            return chosen
        total = sum(value for row in rows if (value := column.value_of(row)) is not None)
        return f"{chosen} · {money_text(total)}"

    def total_texts(self) -> dict[str, str]:
        """The totals as they read, by column key."""
        return dict(self._totals)

    def sizeHint(self) -> QSize:
        return QSize(100, scaled(RowHeight.HEADER))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunken"))
        painter.fillRect(0, 0, self.width(), 1, colour("border"))
        header, left = self._grid.horizontalHeader(), self._grid.viewport().x()
        first_total = self.width()
        for logical in self._grid.arrangement.shown():
            column = self._grid.rows.columns[logical]
            text = self._totals.get(column.key, "")
            place = QRect(
                left + header.sectionViewportPosition(logical),
                1,
                header.sectionSize(logical),
                self.height() - 1,
            )
            if text:
                first_total = min(first_total, place.x())
                self._paint_total(painter, place, text, right=bool(column.right))
        self._paint_label(painter, first_total)

    def _paint_total(self, painter: QPainter, place: QRect, text: str, *, right: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font(Size.SECONDARY_TOTAL, bold=True))
        painter.setPen(colour("bad" if text.startswith("-") else "text"))
        room = place.adjusted(Space.CELL, 0, -Space.CELL, 0)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(room, flags, text)

    def _paint_label(self, painter: QPainter, until: int) -> None:
        chosen = self._grid.picked_count() > 1
        painter.setFont(font(Size.BODY, bold=chosen))
        painter.setPen(colour("accent" if chosen else self._tone))
        room = QRect(Space.CELL, 1, max(until - Space.CELL, 0), self.height() - 1)
        if chosen:
            width = painter.fontMetrics().horizontalAdvance(self.words()) + Space.CELL
            room.setWidth(width)
            painter.fillRect(0, 1, width + Space.CELL, self.height(), colour("sunken"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.words())

    def _on_picked(self, _rows: Sequence[Any]) -> None:
        self._tell()

    def _tell(self) -> None:
        totals = clauses(
            f"{column.heading} {self._totals[column.key]}"
            for column in self._grid.rows.columns
            if column.key in self._totals
        )
        self.setAccessibleName(self.tr("合计"))
        self.setAccessibleDescription(f"{self.words()} {totals}".strip())
        self.update()

    @staticmethod
    def _text(column: Column[Any], value: Any) -> str:
        text: Callable[[Any], str] | None = column.text
        return str(value) if text is None or isinstance(value, str) else text(value)
