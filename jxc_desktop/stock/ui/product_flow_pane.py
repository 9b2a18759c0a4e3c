"""商品收发明细: how one product came and went, move by move; Enter opens the document behind a move."""

from PySide6.QtCore import QT_TR_NOOP, QPoint
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.catalog.ui.product_search import product_field
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.stock.queries import (
    FlowRow,
    ProductFlow,
    WarehouseView,
    product_flow,
    warehouses,
)
from jxc_desktop.stock.ui.flow_columns import flow_columns, flow_style
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.columns import allowed
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.filter_bar import PeriodBox
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow

_PRODUCT_WIDTH = 240


class ProductFlowPane(Pane):
    """Its subject is a product's id."""

    title = str(QT_TR_NOOP("收发明细"))
    icon = "history"
    needs = "stock.view"
    watches = frozenset({"move", "product"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.product_id: int | None = None
        self.flow: ProductFlow | None = None
        self.headline = Words(self.heading(), Size.TITLE, bold=True)
        self.subject = Words(tone="text2")
        self.product = product_field(self)
        self.period = PeriodBox(context.clock.today, "month")
        self.warehouse = QComboBox()
        self.model: RowsModel[FlowRow] = RowsModel(
            allowed(flow_columns(), context.may), self, style=flow_style
        )
        self.grid = Grid(
            self.model,
            name="product-flow",
            settings=context.settings,
            row_key=lambda row: (row.source, row.place),
        )
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("笔", "", n))
        self.empty = EmptyState(
            self.grid, self.tr("选一种商品看它的收发。"), icon_name="package-search"
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)

    def show_subject(self, subject: object) -> None:
        """Turn to a product by its id."""
        if isinstance(subject, int):
            self.product_id = subject
            self.refresh()

    def refresh(self) -> None:
        if self.product_id is None:
            return
        period, place = self.period.period, self.warehouse.currentData()
        self.run_read(
            product_flow,
            self.product_id,
            period.start,
            period.end,
            place,
            then=self._show,
            slot="flow",
        )

    # --- what can be done ---

    @action(str(QT_TR_NOOP("打开单据")), icon="external-link")
    def open_document(self) -> None:
        """Open the document behind the move under the cursor."""
        row = self.grid.current()
        if row is not None and row.source:
            open_source(self, row.source)

    @action(
        str(QT_TR_NOOP("成本由来")), "Ctrl+Shift+Y", needs="field.cost_price", icon="calculator"
    )
    def open_cost_sheet(self) -> None:
        """Tell how the cost of the move under the cursor came about, or what the product is worth."""
        row = self.grid.current()
        if row is not None:
            self.context.open("cost_sheet", row.source or self.product_id)

    @action(str(QT_TR_NOOP("商品资料")), "Ctrl+Shift+I", icon="package")
    def open_card(self) -> None:
        """Open the card of the product."""
        if self.product_id is not None:
            self.context.open("product", self.product_id)

    @action(str(QT_TR_NOOP("换商品")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the field that holds the product."""
        self.product.setFocus()

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order columns."""
        corner = self.grid.mapToGlobal(QPoint(self.grid.width(), 0))
        ColumnChooser(self.grid.arrangement, self).show_at(corner)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read again."""
        self.refresh()

    # --- how it looks ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(self.headline)
        head.addWidget(self.subject)
        head.addStretch(1)
        head.addWidget(ActionButton(action_named(self, "open_card")))
        question = QHBoxLayout()
        question.setSpacing(Space.ROW)
        self.product.setMaximumWidth(_PRODUCT_WIDTH)
        self.warehouse.setAccessibleName(self.tr("仓库"))
        self.warehouse.addItem(self.tr("全部仓库"), None)
        for widget in (self.product, self.period, self.warehouse):
            question.addWidget(widget, 3 if widget is self.product else 0)
        question.addStretch(1)
        for name, look in (("choose_columns", "quiet"), ("read_again", "")):
            question.addWidget(ActionButton(action_named(self, name), look))
        top = QVBoxLayout()
        top.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        top.setSpacing(Space.BLOCK)
        top.addLayout(head)
        top.addLayout(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        column.addWidget(self._hints())

    def _hints(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(Space.PANE, Space.LABEL, Space.PANE, Space.LABEL)
        row.addWidget(
            KeyHints(
                [
                    ("Enter", self.tr("打开单据")),
                    ("Ctrl+F", self.tr("换商品")),
                    ("Ctrl+C", self.tr("复制所选")),
                ]
            )
        )
        row.addStretch(1)
        return strip

    def _connect(self) -> None:
        self.grid.opened.connect(lambda _row: self.open_document())
        self.product.chosen.connect(self._on_product)
        self.period.period_changed.connect(lambda _period: self.refresh())
        self.period.refused.connect(self.context.messages.error)
        self.warehouse.currentIndexChanged.connect(lambda _place: self.refresh())
        self.run_read(warehouses, then=self._offer, slot="warehouses")

    # --- what comes back ---

    def _offer(self, found: list[WarehouseView]) -> None:
        for place in found:
            self.warehouse.addItem(place.name, place.id)

    def _on_product(self, hit: object) -> None:
        if hit is not None:
            self.show_subject(getattr(hit, "id", None))
            self.grid.setFocus()

    def _show(self, flow: ProductFlow) -> None:
        self.flow = flow
        name = f"{flow.name} {flow.spec}".strip()
        self.headline.setText(name)
        self.subject.setText(self.tr("{code} · 按{unit}").format(code=flow.code, unit=flow.unit))
        self.subject_changed.emit(name)
        self.attention.emit({"product": flow.product_id})
        self.model.set_rows(flow.rows)
        self.totals.set_totals(self._sums(flow), count=len(flow.rows) - 1)

    def _sums(self, flow: ProductFlow) -> dict[str, int]:
        last = flow.rows[-1]
        sums = {
            "in_quantity": flow.in_quantity,
            "out_quantity": flow.out_quantity,
            "left": last.left,
        }
        if last.worth is not None:
            sums["in_amount"] = sum(row.in_amount or 0 for row in flow.rows)
            sums["out_amount"] = sum(row.out_amount or 0 for row in flow.rows)
            sums["worth"] = last.worth
        return sums
