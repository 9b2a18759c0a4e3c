"""成本由来: the arithmetic behind the cost of the document or product under the hand, each row leads to one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.stock.queries import CostSheet, SheetRow, cost_sheet
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.tokens import RowHeight, Size

_LEAST = 150


class CostSheetDock(Pane):
    """Follows the number of a document in the books, else the product; its subject is either of them."""

    title = str(QT_TR_NOOP("成本由来"))
    icon = "calculator"
    needs = "field.cost_price"
    watches = frozenset({"move", "recost"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.number = ""
        self.product_id: int | None = None
        self.model: RowsModel[SheetRow] = RowsModel(self._columns(), self, style=_style)
        self.grid = Grid(
            self.model,
            name="cost_sheet",
            settings=context.settings,
            row_height=RowHeight.COMPACT,
            header_height=RowHeight.HEADER_COMPACT,
            text_size=Size.HINT,
        )
        self.grid.setAccessibleName(self.heading())
        self.empty = EmptyState(
            self.grid,
            self.tr("打开过了账的单，或光标停在商品上，这里列出成本是怎么算的。"),
            icon_name="calculator",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        self.grid.opened.connect(self._open)
        self.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.grid)

    def attend(self, attention: Mapping[str, Any]) -> None:
        number, product = self.number, self.product_id
        if "number" in attention or "draft" in attention:
            number, product = str(attention.get("number") or ""), None
        if isinstance(attention.get("product"), int):
            product = attention["product"]
        if (number, product) != (self.number, self.product_id):
            self.number, self.product_id = number, product
            self.refresh()

    def show_subject(self, subject: object) -> None:
        """Turn to a document by its number, or to a product by its id."""
        self.number = subject if isinstance(subject, str) else ""
        self.product_id = subject if isinstance(subject, int) else None
        self.refresh()

    def refresh(self) -> None:
        if self.number or self.product_id is not None:
            self.run_read(cost_sheet, self.number, self.product_id, then=self._show, slot="sheet")

    def _columns(self) -> tuple[Column[SheetRow], ...]:
        return (
            Column[SheetRow]("words", self.tr("怎么算的"), width=180, stretch=True, sortable=False),
            Column[SheetRow](
                "amount",
                self.tr("库存增减"),
                kind=Kind.MONEY,
                text=lambda fen: "" if fen is None else money_text(fen),
                width=78,
                sortable=False,
            ),
        )

    def _show(self, sheet: CostSheet) -> None:
        self.subject_changed.emit(sheet.subject)
        self.model.set_rows(sheet.rows)
        self.empty.set_words(self.tr("这张单没有动库存，没有成本。"))

    def _open(self, row: SheetRow) -> None:
        if row.source:
            open_source(self, row.source)
        elif self.product_id is not None:
            self.context.open("product_flow", self.product_id)


def _style(row: SheetRow) -> RowStyle:
    return RowStyle.GROUP if row.strong else RowStyle.NORMAL
