"""The form of goods that are wanted, without prices: by which day, for which warehouse, and how much of what."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.purchase.taken import goods_to_buy, offers_to_buy
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine, line_of, without_blanks
from jxc_desktop.stock.ui.line_columns import empty_line, line_columns
from jxc_desktop.stock.ui.line_filler import LineFiller
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.pane import Pane


class Goods:
    """Reads goods for the lines: what lies in the warehouse and what is on its way, nothing of prices."""

    def __init__(self, warehouse: Callable[[], int | None]) -> None:
        self._warehouse = warehouse

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        return partial(offers_to_buy, text=text, warehouse_id=self._warehouse(), partner_id=None)

    def goods(self, products: Sequence[int]) -> Callable[[Session], Mapping[int, TakenGoods]]:
        return partial(
            goods_to_buy, products=products, warehouse_id=self._warehouse(), partner_id=None
        )


class WishForm(LinesForm):
    """Reads and shows what is wanted; `due_word` names the further day, `kind` the width of columns it remembers."""

    def __init__(
        self, pane: Pane, kind: str, choices: PaperChoices, due_word: str, shown: QWidget
    ) -> None:
        self.warehouse = QComboBox()
        for value, word in choices.warehouses:
            self.warehouse.addItem(word, value)
        self.goods = Goods(self.warehouse.currentData)
        rules = _rules(may_create=pane.context.may("product.edit"))
        self.filler = LineFiller(pane, self.goods, rules)
        columns = line_columns(rules, self.filler.suggest, self.filler.take)
        settings = pane.context.settings
        grid = EntryGrid(columns, empty_line, name=f"{kind}_lines", settings=settings)
        super().__init__(pane, grid, shown)
        grid.setAccessibleName(self.tr("商品行"))
        self.filler.attach(grid)
        self.due = DayField(None, today=self._today)
        self._amends = ""
        self._make_rows(due_word)
        self.lay_out(self.stack, "")
        self._connect()

    # --- what each kind says ---

    @abstractmethod
    def add_own_rows(self) -> None:
        """Further fields of the head."""

    @abstractmethod
    def own_fields(self) -> dict[str, Any]:
        """What is typed in them, without what nobody touched."""

    @abstractmethod
    def show_own(self, fields: Mapping[str, Any]) -> None:
        """Fill them."""

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.grid

    def amends(self) -> str:
        return self._amends

    def fields(self) -> dict[str, Any]:
        due = self.due.day.isoformat() if self.due.day else ""
        own, lines = self.own_fields(), self.kept_lines()
        if not (due or own or lines or self._amends):
            return {}
        return {
            "warehouse": self.warehouse.currentData(),
            "due_day": due,
            "lines": lines,
            "amends": self._amends,
            **own,
        }

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        due = fields.get("due_day")
        self.due.set_day(date.fromisoformat(due) if due else None)
        place = self.warehouse.findData(fields.get("warehouse"))
        self.warehouse.setCurrentIndex(max(place, 0))
        self._amends = fields.get("amends", "")
        self.show_own(fields)
        kept = fields.get("lines", ())
        if kept:
            read = self.goods.goods([line["product"] for line in kept])
            self.place_lines(kept, read, _with_goods)
        else:
            self.start_lines([])

    def show_view(self, view: Any) -> None:
        self.due.set_day(view.due_day)
        self.warehouse.setCurrentIndex(max(self.warehouse.findData(view.warehouse_id), 0))
        self._amends = ""
        self._show_sums([(x.unit, x.quantity) for x in view.lines])

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.due.setReadOnly(locked)
        self.warehouse.setEnabled(not locked)
        self.day.setReadOnly(locked or bool(self._amends))  # the day stands in its number

    def counted(self) -> Sequence[tuple[int, TypedLine]]:
        return without_blanks(self.grid.lines())

    def no_lines(self) -> str:
        return self.tr("还没有商品。在商品格填编号、拼音或扫码")

    def why_not(self, line: TypedLine) -> tuple[str, str]:
        if line.quantity is None:
            return self.tr("没有数量"), "quantity"
        return super().why_not(line)

    def own_obstacle(self) -> str:
        if not self.due.settle():
            return self.tr("有一格还没填好。先改好")
        return super().own_obstacle()

    def read_again(self) -> None:
        self.filler.fill_again()

    def total(self) -> int:
        return 0

    def recount(self) -> None:
        self._show_sums([(line.unit, line.quantity or 0) for _row, line in self.counted()])

    # --- inside ---

    def _make_rows(self, due_word: str) -> None:
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("due_day", due_word, self.due)
        self.add_own_rows()

    def _connect(self) -> None:
        self.warehouse.currentIndexChanged.connect(self.on_edited)
        self.warehouse.currentIndexChanged.connect(lambda _place: self.filler.fill_again())
        self.due.day_changed.connect(self.on_edited)
        self.due.refused.connect(self.pane.context.messages.notice)
        self.grid.code_typed.connect(self.filler.scan)

    def _show_sums(self, goods: Sequence[tuple[str, int]]) -> None:
        """How many lines; how much there is of goods that are counted alike."""
        self.sums.set_line(self.tr("行数"), str(len(goods)))
        units = {unit for unit, _quantity in goods}
        whole = quantity_text(sum(quantity for _unit, quantity in goods))
        told = f"{whole} {units.pop()}" if len(units) == 1 else "—"
        self.sums.set_line(self.tr("数量合计"), told)


def _with_goods(
    kept: Sequence[Mapping[str, Any]], goods: Mapping[int, TakenGoods]
) -> Sequence[TypedLine]:
    return [line_of(line, goods) for line in kept]


def _rules(*, may_create: bool) -> LineRules:
    """Lines that bear no prices."""
    return LineRules(
        terms=lambda: Terms(date.min, includes_tax=True, default_rate=0),
        price_of=_no_price,
        price_mark=lambda _line: None,
        meant_unit=lambda _line: "",
        shortage="",
        last_heading=translate("purchase", "上次进价"),
        may_create=may_create,
        priced=False,
    )


def _no_price(_line: TypedLine, _unit: str) -> int | None:
    return None
