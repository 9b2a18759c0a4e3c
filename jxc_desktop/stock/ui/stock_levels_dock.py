"""分仓库存: where the product under the hand lies, in a dock beside the document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.stock.queries import LevelView, levels_of, product_words
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size
from jxc_desktop.widgets.totals_row import TotalsRow

_LEAST = 150
_FIGURE, _PLACE = 48, 52


@dataclass(frozen=True, slots=True)
class _Found:
    """A product and where it lies."""

    product_id: int
    name: str
    unit: str
    levels: tuple[LevelView, ...]


class StockLevelsDock(Pane):
    """Follows the product of whatever has the hand; an answer older than the cursor is dropped."""

    title = str(QT_TR_NOOP("分仓库存"))
    icon = "warehouse"
    needs = "stock.view"
    watches = frozenset({"move", "stock_promise"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.product_id: int | None = None
        self.model: RowsModel[LevelView] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            row_height=RowHeight.COMPACT,
            header_height=RowHeight.HEADER_COMPACT,
            text_size=Size.HINT,
            row_key=lambda row: row.warehouse_id,
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid)
        self.empty = EmptyState(
            self.grid, self.tr("光标停在商品上，这里就有它在各仓的数量。"), icon_name="warehouse"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        self.grid.opened.connect(lambda _row: self._open_flow())
        self.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.grid)

    def attend(self, attention: Mapping[str, Any]) -> None:
        product = attention.get("product")
        if isinstance(product, int) and product != self.product_id:
            self.product_id = product
            self.refresh()

    def refresh(self) -> None:
        if self.product_id is not None:
            self.run_read(_find, self.product_id, then=self._show, slot="levels")

    def _columns(self) -> tuple[Column[LevelView], ...]:
        return (
            Column[LevelView]("name", self.tr("仓库"), width=_PLACE, stretch=True, sortable=False),
            self._quantity("quantity", self.tr("现存")),
            self._quantity("allocated", self.tr("占用")),
            self._quantity("on_order", self.tr("在途")),
            self._quantity("available", self.tr("可用"), bold=True),
        )

    @staticmethod
    def _quantity(key: str, heading: str, *, bold: bool = False) -> Column[LevelView]:
        return Column[LevelView](
            key, heading, kind=Kind.QUANTITY, width=_FIGURE, bold=bold, sortable=False
        )

    def _show(self, found: _Found) -> None:
        self.subject_changed.emit(found.name)
        self.model.set_rows(found.levels)
        self.empty.set_words(self.tr("没有进过货，也没有在途，各仓都没有。"))
        whole = {
            key: quantity_text(sum(getattr(level, key) for level in found.levels))
            for key in ("quantity", "allocated", "on_order", "available")
        }
        self.totals.set_totals(whole, label=self.tr("合计（{unit}）").format(unit=found.unit))

    def _open_flow(self) -> None:
        if self.product_id is not None:
            self.context.open("product_flow", self.product_id)


def _find(session: Session, product_id: int) -> _Found:
    name, unit = product_words(session, product_id)
    return _Found(product_id, name, unit, tuple(levels_of(session, product_id)))
