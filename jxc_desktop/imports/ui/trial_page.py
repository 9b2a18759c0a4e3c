"""试算: what will be written, its sums beside those of the file, and the rows as the program has understood them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import clauses, listed, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, text_of, trimmed
from jxc_desktop.imports.cells import Packs
from jxc_desktop.imports.source import CleanRow, Field
from jxc_desktop.imports.sums import ColumnSum
from jxc_desktop.imports.ui.count_card import CountCard, card_row
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import NOTHING, grouped, tax_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_SHOWN = 500
"""Rows shown as they will be written."""


class TrialPage(QWidget):
    """Nothing to do here but look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.write_card = CountCard("file-plus", "ok", self.tr("行要写入"))
        self.there_card = CountCard("file-check", "text2", self.tr("行已有"))
        self.out_card = CountCard("file-x", "text2", self.tr("行排除"))
        self.sum_grid = Grid(RowsModel(_sum_columns(), self))
        self.sum_grid.setAccessibleName(self.tr("合计"))
        EmptyState(self.sum_grid, self.tr("这张表没有可以加总的列。"), icon_name="calculator")
        self.rows_grid: Grid | None = None
        self._lay_out()

    def show_trial(self, looked: LookedOver) -> None:
        """Show what writing would do."""
        checked = looked.checked
        self.write_card.show_count(len(checked.rows), self.tr("写入后可以在列表里改"))
        self.there_card.show_count(checked.unchanged, self.tr("不动它们"))
        self.out_card.show_count(looked.left_out, self.tr("不导入，可以存成清单"))
        self.sum_grid.rows.set_rows(looked.sums)
        self._show_rows(looked)

    def _show_rows(self, looked: LookedOver) -> None:
        if self.rows_grid is not None:
            self._slot.removeWidget(self.rows_grid)
            self.rows_grid.hide()
            self.rows_grid.deleteLater()
        named = {name for row in looked.checked.rows for name in row.values}
        fields = [field for field in looked.source.fields if field.name in named]
        self.rows_grid = Grid(RowsModel(_row_columns(fields)))
        self.rows_grid.rows.setParent(self.rows_grid)
        self.rows_grid.setAccessibleName(self.tr("写进去是这样"))
        self.rows_grid.rows.set_rows(looked.checked.rows[:_SHOWN])
        self._slot.addWidget(self.rows_grid)

    def _lay_out(self) -> None:
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        sums, rows = QVBoxLayout(), self._slot
        sums.addWidget(self.sum_grid)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(Space.BLOCK)
        split.addWidget(_card(self.tr("和原表的合计核对"), "", sums))
        note = self.tr("最多列出 {count} 行").format(count=_SHOWN)
        split.addWidget(_card(self.tr("写进去是这样"), note, rows))
        split.setStretchFactor(1, 2)
        split.setSizes([180, 360])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(Space.BLOCK)
        page.addLayout(card_row(self.write_card, self.there_card, self.out_card))
        page.addWidget(split, 1)


def _card(title: str, note: str, content: QVBoxLayout) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, Space.ROW, 1, 1)
    column.setSpacing(Space.ROW)
    line = QHBoxLayout()
    line.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, 0)
    line.setSpacing(Space.ROW)
    line.addWidget(Words(title, bold=True))
    line.addWidget(Words(note, Size.HINT, tone="text2"))
    line.addStretch(1)
    column.addLayout(line)
    column.addLayout(content, 1)
    return card


# --- sums -----------------------------------------------------------------------------------------


def _sum_columns() -> tuple[Column[ColumnSum], ...]:
    def amount(key: str, heading: str, *, bold: bool = False) -> Column[ColumnSum]:
        return Column(
            key,
            heading,
            lambda each: _number(each, getattr(each, key)),
            right=True,
            width=88,
            bold=bold,
            sortable=False,
        )

    return (
        Column("heading", translate("imports", "列"), width=96, sortable=False),
        amount("told", translate("imports", "原表合计")),
        amount("listed", translate("imports", "各行相加")),
        amount("left_out", translate("imports", "排除")),
        amount("there", translate("imports", "已有")),
        amount("changed", translate("imports", "改动")),
        amount("written", translate("imports", "要写入"), bold=True),
        Column(
            "result",
            translate("imports", "核对"),
            _result,
            kind=Kind.CHIP,
            width=92,
            sortable=False,
        ),
        Column(
            "why", translate("imports", "说明"), remark_on, width=190, stretch=True, sortable=False
        ),
    )


def _number(each: ColumnSum, value: int | None) -> str:
    if value is None:
        return NOTHING
    least = min(each.places, 2) if each.places != QUANTITY_PLACES else 0
    return grouped(trimmed(value, each.places, least))


def _result(each: ColumnSum) -> Chip:
    if each.gap:
        return Chip(translate("imports", "原表不符"), "bad")
    if each.written == each.listed:
        return Chip(translate("imports", "相符"), "ok")
    return Chip(translate("imports", "有差"), "warn")


def remark_on(each: ColumnSum) -> str:
    """What cannot be seen from the numbers: a total of the file that its rows do not make, cells that are no number."""
    parts = []
    if each.gap:
        more = translate("imports", "原表合计多 {amount}")
        less = translate("imports", "原表合计少 {amount}")
        text = more if each.gap > 0 else less
        parts.append(text.format(amount=_number(each, abs(each.gap))))
    if each.uncounted:
        text = translate("imports", "{count} 格没有加")
        parts.append(text.format(count=each.uncounted))
    return clauses(parts)


# --- rows -----------------------------------------------------------------------------------------


def _row_columns(fields: Sequence[Field]) -> tuple[Column[CleanRow], ...]:
    number = Column[CleanRow](
        "row", translate("imports", "行"), kind=Kind.COUNT, width=52, muted=True
    )
    return (number, *(_row_column(field) for field in fields))


def _row_column(field: Field) -> Column[CleanRow]:
    wide = field.name in {"name", "address", "remark"}
    return Column[CleanRow](
        field.name,
        field.title,
        value=lambda row: value_text(field, row.values.get(field.name)),
        width=180 if wide else 116,
        right=field.places is not None or field.name == "tax_rate",
    )


def value_text(field: Field, value: object) -> str:
    """A clean value as people read it; a blank one is nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return translate("imports", "是") if value else translate("imports", "否")
    if isinstance(value, Packs):
        parts = "".join(f"{trimmed(n, QUANTITY_PLACES)}{unit}" for n, unit in value.parts)
        return f"-{parts}" if value.negative else parts
    if isinstance(value, tuple):
        return listed(map(str, value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return _scaled_text(field, value)
    return str(value)


def _scaled_text(field: Field, value: int) -> str:
    if field.name == "tax_rate":
        return tax_text(value)
    if field.places is None:
        return str(value)
    if field.places == 0:
        return text_of(value, 0)
    least = 0 if field.places == QUANTITY_PLACES else 2
    return grouped(trimmed(value, field.places, least))
