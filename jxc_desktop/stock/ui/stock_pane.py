"""库存: what lies where, in the dock at the left; Enter shows how it came and went."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TR_NOOP, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import category_tree
from jxc_desktop.stock.queries import (
    StockFilter,
    StockRow,
    StockSum,
    WarehouseView,
    stock_list,
    stock_sum,
    warehouses,
)
from jxc_desktop.widgets.actions import action, build_actions
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.columns import Column, Kind, allowed
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.filter_bar import FilterBar, FilterChoice
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow

COST = "field.cost_price"
_FIGURE = 56
Choices = tuple[list[WarehouseView], dict[int, str]]


class StockPane(Pane):
    """Every product with its level; the docks of evidence follow the row under the cursor."""

    title = str(QT_TR_NOOP("库存"))
    icon = "warehouse"
    needs = "stock.view"
    watches = frozenset({"move", "product", "stock_promise", "stock_bound"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.filters = self._filters()
        self.model = PagedModel(allowed(self._columns(), context.may), self._fetch, self)
        self.grid = Grid(
            self.model, name="stock", settings=context.settings, row_key=lambda row: row.product_id
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("种", "", n))
        self.empty = EmptyState(
            self.grid,
            self.tr("还没有商品。先建商品，再写采购入库单或期初库存。"),
            icon_name="package",
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.model.reload()

    def wanted(self) -> StockFilter:
        """What is asked for now."""
        value = self.filters.value
        return StockFilter(
            text=self.filters.text,
            warehouse_id=value("warehouse"),
            category_id=value("category"),
            state=value("state") or "",
        )

    # --- what can be done ---

    @action(str(QT_TR_NOOP("收发明细")), icon="history")
    def open_flow(self) -> None:
        """Show how the product under the cursor came and went."""
        row = self.grid.current()
        if row is not None:
            self.context.open("product_flow", row.product_id)

    @action(str(QT_TR_NOOP("商品资料")), "Ctrl+Return", icon="package")
    def open_card(self) -> None:
        """Open the card of the product under the cursor."""
        row = self.grid.current()
        if row is not None:
            self.context.open("product", row.product_id)

    @action(str(QT_TR_NOOP("仓库上下限")), icon="warehouse")
    def open_bounds(self) -> None:
        """Show what should lie of the product under the cursor in each warehouse."""
        row = self.grid.current()
        if row is not None:
            self.context.open("stock_bound", row.product_id)

    @action(str(QT_TR_NOOP("某日库存")), icon="calendar-check", needs="report.stock")
    def open_day(self) -> None:
        """Show what lay there on any day, of the warehouse and category chosen."""
        boxes = self.filters.boxes
        chosen = {
            name: boxes[name].currentText()
            for name in ("warehouse", "category")
            if self.filters.value(name) is not None
        }
        self.context.open("report", {"report": "stock_balance", "filters": chosen})

    @action(str(QT_TR_NOOP("筛选")), "Ctrl+F", icon="list-filter")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.filters.focus_text()

    @action(str(QT_TR_NOOP("清除筛选")), icon="funnel")
    def clear_filters(self) -> None:
        """Show everything again."""
        self.filters.clear()

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order columns."""
        corner = self.grid.mapToGlobal(QPoint(self.grid.width(), 0))
        ColumnChooser(self.grid.arrangement, self).show_at(corner)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the list again."""
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filters.active():
            self.clear_filters()
            self.grid.setFocus()
            return
        super().keyPressEvent(event)

    # --- how it looks ---

    def _filters(self) -> FilterBar:
        states = (
            ("", self.tr("全部")),
            ("there", self.tr("有货")),
            ("none", self.tr("缺货")),
            ("negative", self.tr("负数")),
            ("low", self.tr("低于下限")),
        )
        return FilterBar(
            (
                FilterChoice("warehouse", self.tr("仓库"), ((None, self.tr("全部仓库")),)),
                FilterChoice("category", self.tr("类别"), ((None, self.tr("全部类别")),)),
                FilterChoice("state", self.tr("状态"), states),
            ),
            period="",
            placeholder=self.tr("编号、名称、规格、拼音"),
            narrow=True,
        )

    def _columns(self) -> tuple[Column[StockRow], ...]:
        def column(key: str, heading: str, **more: object) -> Column[StockRow]:
            return Column[StockRow](key, heading, sortable=False, **more)  # type: ignore[arg-type]

        return (
            column("product", self.tr("编号"), kind=Kind.CODE, hidden=True),
            column("name", self.tr("商品"), sub=lambda row: row.spec, stretch=True),
            column("category", self.tr("类别"), width=92, muted=True, hidden=True),
            column(
                "quantity",
                self.tr("现存"),
                kind=Kind.QUANTITY,
                tone=_tone,
                width=_FIGURE,
            ),
            column("unit", self.tr("单位"), width=42, muted=True),
            column("allocated", self.tr("占用"), kind=Kind.QUANTITY, hidden=True),
            column("on_order", self.tr("在途"), kind=Kind.QUANTITY, hidden=True),
            column(
                "available",
                self.tr("可用"),
                kind=Kind.QUANTITY,
                tone=lambda row: "bad" if row.available < 0 else "",
                width=_FIGURE,
            ),
            column("min_stock", self.tr("下限"), kind=Kind.QUANTITY, hidden=True),
            column("max_stock", self.tr("上限"), kind=Kind.QUANTITY, hidden=True),
            column("retail_price", self.tr("零售价"), kind=Kind.PRICE, hidden=True),
            column("unit_cost", self.tr("成本单价"), kind=Kind.COST, needs=COST, hidden=True),
            column("value", self.tr("金额"), kind=Kind.MONEY, needs=COST, hidden=True),
        )

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(Space.DOCK, Space.DOCK, Space.DOCK, Space.DOCK)
        top.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.text_field.returnPressed.connect(self.grid.setFocus)
        self.grid.opened.connect(lambda _row: self.open_flow())
        self.grid.row_changed.connect(self._on_row)
        self.run_read(_choices, then=self._offer, slot="choices")

    # --- what comes back ---

    def _fetch(self, request: Request[StockRow], take: Callable[[Page[StockRow]], None]) -> object:
        return self.run_read(_page, self.wanted(), request, then=partial(self._arrived, take))

    def _arrived(
        self, take: Callable[[Page[StockRow]], None], found: tuple[Page[StockRow], StockSum | None]
    ) -> None:
        page, whole = found
        take(page)
        if whole is not None:
            self._show_sum(whole)

    def _offer(self, found: Choices) -> None:
        places, categories = found
        for place in places:
            if place.transit or not place.disabled:
                self.filters.boxes["warehouse"].addItem(place.name, place.id)
        for category, path in categories.items():
            self.filters.boxes["category"].addItem(path, category)

    def _show_sum(self, whole: StockSum) -> None:
        narrowed = bool(self.filters.active())
        self.empty.set_filtered(self.tr("没有符合筛选的商品。") if narrowed else "")
        if whole.value is None:
            self.totals.set_totals({}, count=whole.count)
            return
        words = self.tr("{count} {unit} · 库存金额 {value}").format(
            count=f"{whole.count:,}",
            unit=self.tr("种", "", whole.count),
            value=money_text(whole.value),
        )
        self.totals.set_totals({}, label=words)

    def _on_row(self, row: StockRow | None) -> None:
        if row is not None:
            self.attention.emit({"product": row.product_id})


def _page(
    session: Session, wanted: StockFilter, request: Request[StockRow]
) -> tuple[Page[StockRow], StockSum | None]:
    """A page, and when the list is read anew what the whole of it comes to."""
    whole = None if request.counted else stock_sum(session, wanted)
    after = request.after.product if request.after else None
    skip = request.offset if request.after is None else 0
    rows = stock_list(session, wanted, after, request.limit, skip=skip)
    return Page(rows, None if whole is None else whole.count), whole


def _choices(session: Session) -> Choices:
    known = category_tree(session)
    paths = {category: known.path(category) for category in known.names}
    return warehouses(session), dict(sorted(paths.items(), key=lambda each: each[1]))


def _tone(row: StockRow) -> str:
    if row.quantity < 0:
        return "bad"
    if row.min_stock is not None and row.available < row.min_stock:
        return "warn"
    return "" if row.quantity else "text3"
