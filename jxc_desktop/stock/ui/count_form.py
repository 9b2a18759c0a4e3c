"""The form of a count: what is to be counted where, the box that scans go into, and the lines counted so far."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.stock.count_grammar import is_ahead
from jxc_desktop.stock.counting import SKIP, ZERO, goods_in_scope
from jxc_desktop.stock.queries import CountView
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.typed_count import (
    CountChoices,
    CountGoods,
    TypedCount,
    goods_of,
    line_of,
)
from jxc_desktop.stock.ui.count_columns import (
    SEES_BOOKS,
    count_columns,
    counted_columns,
)
from jxc_desktop.stock.ui.count_filler import POST, CountFiller
from jxc_desktop.stock.ui.goods_form import choose, place_box
from jxc_desktop.stock.ui.product_attention import ProductAttention
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.scanner import ScanEdit
from jxc_desktop.widgets.tokens import Space

ALL, CATEGORY, CHOSEN = "all", "category", "chosen"


class CountForm(LinesForm):
    """Every scan adds one to its line; each line keeps its moment and what the books said then."""

    aliases: ClassVar = {"warehouse_id": "warehouse"}

    def __init__(self, pane: Pane, choices: CountChoices) -> None:
        self.warehouse = place_box(choices.papers)
        self.scope, self.category, self.rest = _boxes(choices)
        self.blind = QCheckBox(translate("stock", "盲盘（不看账面数）"))
        self.box = ScanEdit()
        self._scope: frozenset[int] = frozenset()
        self.filler = CountFiller(pane, self.warehouse.currentData, self.blind.isChecked)
        clock, settings = pane.context.clock, pane.context.settings
        seen = pane.context.may(COST)
        self.posted: RowsModel[Any] = RowsModel(counted_columns(clock.zone, seen=seen), pane)
        columns = count_columns(self.filler.suggest, clock.zone)
        grid = EntryGrid(columns, TypedCount, name="count_lines", settings=settings)
        shown = Grid(self.posted, name="count_posted", settings=settings)
        super().__init__(pane, grid, shown)
        grid.setAccessibleName(self.tr("盘点的商品"))
        self._make_rows()
        self.lay_out(self._middle(), "")
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.box

    def called(self) -> str:
        return str(self.warehouse.currentText())

    def fields(self) -> dict[str, Any]:
        lines = self.kept_lines()
        if not lines:
            return {}
        return {
            "warehouse": self.warehouse.currentData(),
            "scope": self.scope.currentData(),
            "category": self.category.currentData() if self._of_category() else None,
            "blind": self.blind.isChecked(),
            "rest": self.rest.currentData(),
            "lines": lines,
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        choose(self.warehouse, fields.get("warehouse"))
        choose(self.scope, fields.get("scope", ALL))
        choose(self.category, fields.get("category"))
        choose(self.rest, fields.get("rest", ""))
        self.blind.setChecked(bool(fields.get("blind")))
        self.box.clear()
        self.filler.begin()
        kept = fields.get("lines", ())
        if kept:
            products = [line["product"] for line in kept if line["product"] is not None]
            self.place_lines(kept, partial(goods_of, products=products), _placed)
        else:
            self.start_lines([])
        self._show_blind()
        self._ask_scope()

    def show_view(self, view: CountView) -> None:
        choose(self.warehouse, view.warehouse_id)
        choose(self.scope, view.scope)
        choose(self.category, view.category_id)
        self.blind.setChecked(view.blind)
        self.posted.set_rows(view.lines)
        different = sum(1 for line in view.lines if line.difference_quantity)
        worth = "—" if view.amount is None else money_text(view.amount)
        self._show_sums(self._kinds(len(view.lines)), self._kinds(different), "—", worth)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self._bar.setVisible(not locked)
        self.scope.setEnabled(not locked)
        self._enable_blind()
        self._enable_by_scope()
        # What was counted lies in one warehouse.
        self.warehouse.setEnabled(not locked and not self.grid.lines())
        self.rows["rest"].setVisible(not locked)

    def counted(self) -> Sequence[tuple[int, TypedCount]]:
        lines = enumerate(self.grid.lines())
        return [(row, line) for row, line in lines if line.goods is not None]

    def no_lines(self) -> str:
        return self.tr("还没有盘一种商品。扫码，或在商品格填编号、拼音")

    def own_obstacle(self) -> str:
        said = super().own_obstacle()
        if said:
            return said
        lines = [line for _row, line in self.counted()]
        waiting = sum(1 for line in lines if line.waits)
        if waiting:
            told = self.tr("还有 {count} 种要复盘。数完再过账，或再按 F8 放弃复盘")
            return told.format(count=waiting)
        if not any(line.counted is not None for line in lines):
            return self.no_lines()
        left = len(self.left())
        if left and not self.rest.currentData():
            self.rest.setFocus()
            told = self.tr("还有 {count} 种有账面数的没盘。继续盘，或选没盘到的不动还是算 0")
            return told.format(count=left)
        return ""

    def total(self) -> int:
        return 0

    def recount(self) -> None:
        lines = [line for _row, line in self.counted() if line.counted is not None]
        done, left = len(lines), len(self.left())
        chosen = self.scope.currentData() == CHOSEN
        told = self._kinds(done) if chosen else f"{done} / {done + left}"
        different = self._kinds(sum(1 for line in lines if line.difference))
        seen = "—" if self.blind.isChecked() else different
        self._show_sums(told, seen, "—" if chosen else self._kinds(left), "—")
        self.warehouse.setEnabled(self.typing and not self.grid.lines())
        self._enable_blind()

    def read_again(self) -> None:
        self._ask_scope()

    # --- what the pane asks ---

    def left(self) -> frozenset[int]:
        """Products that the books know here and nobody counted yet."""
        lines = self.grid.lines()
        done = {line.goods.id for line in lines if line.goods and line.counted is not None}
        return self._scope - done

    def choose_goods(self) -> None:
        """What is counted is what stands in the lines."""
        choose(self.scope, CHOSEN)

    def take_scan(self, code: str) -> None:
        """A scan: `3*` in the box stands ahead of it, anything else there is left."""
        text = self.box.text()
        if is_ahead(text):
            self.box.clear()
            self.filler.take(text.strip() + code)
        else:
            self.filler.take(code)

    # --- inside ---

    def _on_box(self) -> None:
        text = self.box.text()
        self.box.clear()
        self.filler.take(text)

    def _make_rows(self) -> None:
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("scope", self.tr("范围"), self.scope)
        self.add_row("category", self.tr("类别"), self.category)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("rest", self.tr("没盘到的"), self.rest)
        self.add_row("blind", self.tr("方式"), self.blind)

    def _middle(self) -> QWidget:
        """The box above the lines."""
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        self.box.setPlaceholderText(
            self.tr("扫一下加 1；3* 再扫加 3；12* 回车把刚扫的定为 12；也可输编号回车")
        )
        self.box.setAccessibleName(self.tr("扫码或输入编号"))
        bar.addWidget(self.box)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(self._bar)
        column.addWidget(self.stack, 1)
        return middle

    def _connect(self) -> None:
        self.box.returnPressed.connect(self._on_box)
        self.filler.attach(self.grid)
        ProductAttention(self.pane, self.grid, self.shown, self._goods_of)
        for box in (self.warehouse, self.scope, self.category):
            box.currentIndexChanged.connect(lambda _place: self._on_scope())
        self.rest.currentIndexChanged.connect(self.on_edited)
        self.blind.toggled.connect(lambda _on: self._show_blind())
        self.blind.toggled.connect(self._on_blind)

    def _of_category(self) -> bool:
        return bool(self.scope.currentData() == CATEGORY)

    def _on_scope(self) -> None:
        if not self._filling:
            self._ask_scope()
            self.on_edited()

    def _ask_scope(self) -> None:
        scope = self.scope.currentData()
        self._enable_by_scope()
        category = self.category.currentData() if scope == CATEGORY else None
        place = self.warehouse.currentData()
        read = partial(goods_in_scope, warehouse_id=place, scope=scope, category_id=category)
        self.pane.run_read(read, then=self._take_scope, slot="scope")

    def _enable_by_scope(self) -> None:
        scope = self.scope.currentData()
        self.category.setEnabled(self.typing and scope == CATEGORY)
        self.rest.setEnabled(self.typing and scope != CHOSEN)

    def _kinds(self, count: int) -> str:
        return self.tr("{count} 种").format(count=count)

    def _show_sums(self, done: str, different: str, left: str, worth: str) -> None:
        self.sums.set_line(self.tr("已盘"), done)
        self.sums.set_line(self.tr("有差异"), different)
        self.sums.set_line(self.tr("没盘到"), left)
        self.sums.set_line(self.tr("差异金额"), worth)

    def _take_scope(self, found: frozenset[int]) -> None:
        self._scope = found
        if self.typing:
            self.recount()

    def _show_blind(self) -> None:
        hidden = SEES_BOOKS if self.blind.isChecked() else frozenset()
        self.grid.arrangement.leave_away(hidden)

    def _on_blind(self, *_on: object) -> None:
        if not self._filling:
            self.filler.show_books()
            self.on_edited()

    def _enable_blind(self) -> None:
        """What was begun blind, only who may post it looks at."""
        begun = self.blind.isChecked() and bool(self.grid.lines())
        self.blind.setEnabled(self.typing and (not begun or self.pane.context.may(POST)))

    def _goods_of(self, line: TypedCount) -> tuple[int, str] | None:
        """What the docks beside are told; they would show who counts blind what the books say."""
        if line.goods is None or self.blind.isChecked():
            return None
        return line.goods.id, line.goods.name


def _placed(
    kept: Sequence[Mapping[str, Any]], goods: Mapping[int, CountGoods]
) -> Sequence[TypedCount]:
    return [line_of(line, goods) for line in kept]


def _boxes(choices: CountChoices) -> tuple[QComboBox, QComboBox, QComboBox]:
    """Scope, category, and what becomes of goods that nobody counted."""
    scope, category, rest = QComboBox(), QComboBox(), QComboBox()
    scope.addItem(translate("stock", "全场"), ALL)
    scope.addItem(translate("stock", "一个类别"), CATEGORY)
    scope.addItem(translate("stock", "选定的商品"), CHOSEN)
    for number, path in choices.categories:
        category.addItem(path, number)
    rest.addItem(translate("stock", "都要盘完"), "")
    rest.addItem(translate("stock", "不动"), SKIP)
    rest.addItem(translate("stock", "算 0"), ZERO)
    return scope, category, rest
