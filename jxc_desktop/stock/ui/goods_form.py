"""The form of goods that move without a firm: a warehouse, and how much of what, typed or scanned."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.taken import Offer, TakenGoods, offers, taken_goods
from jxc_desktop.stock.typed_paper import TypedLine, line_of, without_blanks
from jxc_desktop.stock.ui.line_columns import empty_line, leave_unused, line_columns
from jxc_desktop.stock.ui.line_filler import GoodsReader, LineFiller
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.stock.ui.product_attention import ProductAttention
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.pane import Pane


class GoodsThere:
    """Reads goods for the lines: what lies in a warehouse, nothing of prices."""

    def __init__(self, warehouse: Callable[[], int | None]) -> None:
        self._warehouse = warehouse

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        return partial(offers, text=text, warehouse_id=self._warehouse())

    def goods(self, products: Sequence[int]) -> Callable[[Session], Mapping[int, TakenGoods]]:
        return partial(taken_goods, products=products, warehouse_id=self._warehouse())


class GoodsForm(LinesForm):
    """Reads and shows goods of a warehouse.

    `kind` names the columns whose widths are remembered, `shortage` is the tone of a line that takes too much;
    `may_create` offers new goods where none is found; goods kept by lot must tell theirs where they are `incoming`.
    """

    def __init__(
        self,
        pane: Pane,
        kind: str,
        choices: PaperChoices,
        shown: QWidget,
        *,
        shortage: str = "",
        may_create: bool = False,
        incoming: bool = False,
    ) -> None:
        self.warehouse = place_box(choices)
        self.goods = self.reader()
        rules = _rules(shortage, may_create=may_create, lots_come=incoming)
        self._away: frozenset[str] | None = None
        self.filler = LineFiller(pane, self.goods, rules)
        columns = line_columns(rules, self.filler.suggest, self.filler.take)
        settings = pane.context.settings
        grid = EntryGrid(self.columns(columns), empty_line, name=f"{kind}_lines", settings=settings)
        super().__init__(pane, grid, shown)
        grid.setAccessibleName(self.tr("商品行"))
        self.filler.attach(grid)
        self.make_rows()
        self.lay_out(self.stack, self.total_word())
        self._connect()

    # --- what each kind says ---

    @abstractmethod
    def make_rows(self) -> None:
        """The fields of the head, in order."""

    @abstractmethod
    def own_fields(self) -> dict[str, Any]:
        """What is typed in the kind's own fields."""

    @abstractmethod
    def show_own(self, fields: Mapping[str, Any]) -> None:
        """Fill them."""

    def reader(self) -> GoodsReader:
        """Where what is known of goods comes from."""
        return GoodsThere(self.warehouse.currentData)

    def columns(self, goods: Sequence[EntryColumn[Any]]) -> Sequence[EntryColumn[Any]]:
        """The columns of the lines."""
        return goods

    def total_word(self) -> str:
        """What the sum of the document is called; "" for one without."""
        return ""

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.grid

    def fields(self) -> dict[str, Any]:
        lines = self.kept_lines()
        if not lines:
            return {}
        return {"warehouse": self.warehouse.currentData(), "lines": lines, **self.own_fields()}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        choose(self.warehouse, fields.get("warehouse"))
        self.show_own(fields)
        kept = fields.get("lines", ())
        if kept:
            self.place(kept)
        else:
            self.start_lines([])

    def show_view(self, view: Any) -> None:
        choose(self.warehouse, view.warehouse_id)
        self.show_quantities([(x.unit, x.quantity) for x in view.lines])

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.warehouse.setEnabled(not locked)

    def counted(self) -> Sequence[tuple[int, TypedLine]]:
        return without_blanks(self.grid.lines())

    def no_lines(self) -> str:
        return self.tr("还没有商品。在商品格填编号、拼音或扫码")

    def why_not(self, line: TypedLine) -> tuple[str, str]:
        if line.quantity is None:
            return self.tr("没有数量"), "quantity"
        return super().why_not(line)

    def read_again(self) -> None:
        self.filler.fill_again()

    def total(self) -> int:
        return 0

    def recount(self) -> None:
        self.show_quantities([(line.unit, line.quantity or 0) for _row, line in self.counted()])
        self._leave_away()

    # --- for the forms ---

    def place(self, kept: Sequence[Mapping[str, Any]]) -> None:
        """Show kept lines as soon as their goods are read."""
        read = self.goods.goods([line["product"] for line in kept])
        self.place_lines(kept, read, _with_goods)

    def show_quantities(self, goods: Sequence[tuple[str, int]]) -> None:
        """How many lines; how much there is of goods that are counted alike."""
        self.sums.set_line(self.tr("行数"), str(len(goods)))
        units = {unit for unit, _quantity in goods}
        whole = quantity_text(sum(quantity for _unit, quantity in goods))
        told = f"{whole} {units.pop()}" if len(units) == 1 else "—"
        self.sums.set_line(self.tr("数量合计"), told)

    # --- inside ---

    def _leave_away(self) -> None:
        """No line of goods kept by lot, no column for lots."""
        self._away = leave_unused(self.grid, frozenset(), self._away)

    def _connect(self) -> None:
        self.warehouse.currentIndexChanged.connect(self.on_edited)
        self.warehouse.currentIndexChanged.connect(lambda _place: self.filler.fill_again())
        self.grid.code_typed.connect(self.filler.scan)
        self.filler.missing.connect(self._tell_missing)
        self.filler.filled.connect(self._leave_away)
        ProductAttention(self.pane, self.grid, self.shown, _goods_of)

    def _tell_missing(self, code: str) -> None:
        said = self.tr("没有这个条码 {code}。新建商品，或看看是不是扫了箱码")
        self.pane.context.messages.notice(said.format(code=code))


def place_box(choices: PaperChoices) -> QComboBox:
    """A choice of warehouses."""
    box = QComboBox()
    for value, word in choices.warehouses:
        box.addItem(word, value)
    return box


def choose(box: QComboBox, value: object) -> None:
    """Show a value of a choice, its first one where it is unknown."""
    box.setCurrentIndex(max(box.findData(value), 0))


def _goods_of(line: TypedLine) -> tuple[int, str] | None:
    return (line.product.id, line.product.name) if line.product else None


def _with_goods(
    kept: Sequence[Mapping[str, Any]], goods: Mapping[int, TakenGoods]
) -> Sequence[TypedLine]:
    return [line_of(line, goods) for line in kept]


def _rules(shortage: str, *, may_create: bool, lots_come: bool) -> LineRules:
    """Lines that bear no prices."""
    return LineRules(
        terms=lambda: Terms(date.min, includes_tax=True, default_rate=0),
        price_of=lambda line, _unit: line.price,
        price_mark=lambda _line: None,
        meant_unit=lambda _line: "",
        shortage=shortage,
        last_heading=translate("stock", "上次进价"),
        may_create=may_create,
        priced=False,
        by_lot=True,
        lots_come=lots_come,
    )
