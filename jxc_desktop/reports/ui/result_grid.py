"""A finished report as a grid with its totals underneath."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.reports.report import Column as Declared
from jxc_desktop.reports.report import Result, Row
from jxc_desktop.reports.texts import text_for_people, texts_of_totals
from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.tokens import RowHeight, Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow
from jxc_desktop.widgets.ui_settings import UiSettings

_KINDS = {
    "text": Kind.TEXT,
    "day": Kind.DAY,
    "money": Kind.MONEY,
    "quantity": Kind.QUANTITY,
    "price": Kind.PRICE,
    "cost": Kind.COST,
    "percent": Kind.PERCENT,
    "count": Kind.COUNT,
}
_MEASURED = 300
"""Rows whose texts decide how wide a column begins."""
_WIDEST = 400
_LEAST = {"money": 66, "quantity": 44, "day": 66}
"""Px that columns take even where their figures are short, so that they keep their places."""
_STRETCHES = ("name", "summary", "partner_name", "cashier")
"""Columns that take the room that is left over, the first that is there."""


class ResultGrid(QWidget):
    """One report's rows; it stays while the columns stay, so that the user's widths and cursor do too."""

    opened = Signal(object)
    """A row was opened: Enter or double click."""
    row_changed = Signal(object)

    def __init__(self, result: Result, settings: UiSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.declared = result.columns
        self.model: RowsModel[Row] = RowsModel(_columns(result), style=_style)
        self.grid = Grid(
            self.model,
            name=f"report.{result.report.name}",
            settings=settings,
            row_height=RowHeight.REPORT,
            row_key=lambda row: row.cells[:2],
        )
        self.totals = TotalsRow(
            self.grid, unit=lambda n: self.tr("行", "", n), sum_key=_sum_key(result)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        self.grid.opened.connect(self.opened)
        self.grid.row_changed.connect(self.row_changed)
        self.setFocusProxy(self.grid)
        self.grid.setAccessibleName(result.title)

    def fits(self, result: Result) -> bool:
        """Whether `result` can be shown by the columns that stand here, as wide as they are."""
        if self.declared != result.columns:
            return False
        wanted = zip(_columns(result), self.model.columns, strict=True)
        return all(new.width <= old.width and new.sortable == old.sortable for new, old in wanted)

    def show_result(self, result: Result) -> None:
        """Show other rows of the same columns."""
        self.model.set_rows(result.rows)
        count = len(result.data)
        rows = f"{count:,} {self.tr('行', '', count)}"
        said = self.tr("合计  {rows}").format(rows=rows)
        told = {c.id: v for c, v in self._totals(result) if v}
        self.totals.set_totals(told, label=said if result.totals else rows)
        self.totals.setVisible(bool(result.rows))

    def _totals(self, result: Result) -> list[tuple[Declared, str]]:
        texts = texts_of_totals(result) or ("",) * len(result.columns)
        pairs = zip(result.columns, texts, strict=True)
        return [(column, text) for column, text in pairs if column.id in result.totals]


def _columns(result: Result) -> list[Column[Row]]:
    stretched = next((n for n in _STRETCHES if any(c.id == n for c in result.columns)), "")
    sortable = _sortable(result)
    return [
        Column(
            declared.id,
            declared.title,
            partial(_value, place),
            _KINDS[declared.kind],
            width=_width(result, place),
            text=partial(text_for_people, declared),
            muted=declared.kind == "cost" or declared.id in {"product", "account"},
            group=declared.group,
            stretch=declared.id == stretched,
            sortable=sortable,
        )
        for place, declared in enumerate(result.columns)
    ]


def _value(place: int, row: Row) -> Any:
    return row.cells[place]


def _sortable(result: Result) -> bool:
    """Headings, subtotals and running balances hold only in the order they were made in."""
    running = any(column.id.startswith("balance") for column in result.columns)
    return not running and all(row.role == "row" for row in result.rows)


def _sum_key(result: Result) -> str:
    """The money to add over a selection: the last that has a total, where no row is a sum itself."""
    if not _sortable(result):
        return ""
    money = [c.id for c in result.columns if c.kind == "money" and c.total]
    return money[-1] if money else ""


def _width(result: Result, place: int) -> int:
    """Wide enough for the heading, the first rows and the total."""
    declared = result.columns[place]
    body, bold = metrics_of(font(Size.BODY)), metrics_of(font(Size.SECONDARY_TOTAL, bold=True))
    texts = (text_for_people(declared, row.cells[place]) for row in result.rows[:_MEASURED])
    widest = max((body.horizontalAdvance(text) for text in texts), default=0)
    heading = metrics_of(font(Size.HINT, bold=True)).horizontalAdvance(declared.title)
    total = result.totals.get(declared.id)
    summed = bold.horizontalAdvance(text_for_people(declared, total))
    least = _LEAST.get(declared.kind, 0)
    return min(max(widest + Space.LABEL, heading, summed, least), _WIDEST) + 2 * Space.CELL + 2


def _style(row: Row) -> RowStyle:
    return RowStyle.NORMAL if row.role == "row" else RowStyle.GROUP
