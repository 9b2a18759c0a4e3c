"""组成: what a product is made of, edited in place; at the left, the products that have parts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.lines_of_one_pane import LinesOfOnePane, LinesWords
from jxc_desktop.catalog.ui.product_search import itself, product_field, product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.stock.queries import KitRow, kit_list
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.typed_parts import TypedPart, keep_parts, typed_parts
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_price, parse_quantity
from jxc_desktop.widgets.formats import price_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.search_field import SearchField

EDIT = "product.edit"
_KITS = 300


class PartsPane(LinesOfOnePane):
    """The parts of the product in the field above."""

    title = str(QT_TR_NOOP("组成"))
    icon = "hammer"
    needs = "product.view"
    watches = frozenset({"kit_part", "product"})
    edit_right = EDIT
    grid_name = "kit_parts"
    blank = TypedPart
    read = staticmethod(typed_parts)
    keep = staticmethod(keep_parts)
    usual = "product"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._kits: RowsModel[KitRow] = RowsModel(_kit_columns())
        super().__init__(context, parent)
        self.refresh()

    # --- what the pane says ---

    def said(self) -> LinesWords:
        return LinesWords(
            one=self.tr("成品"),
            choose=self.tr("先选成品，这里是做一个要用的零件。左边是写好组成的。"),
            none=self.tr("还没有写组成。在商品格填零件，写做一个成品用多少。"),
            some=self.tr(
                "{count} 种零件，数量是做一个成品用的。参考成本只在拆卸时分成本，空着按当时的成本。"
            ),
            kept=self.tr("{name} 的组成已保存，改动 {count} 行"),
        )

    def one_field(self) -> SearchField:
        return product_field(self)

    def beside(self) -> QWidget | None:
        self.kits = Grid(self._kits, name="kits", settings=self.context.settings)
        self.kits.setAccessibleName(self.tr("有组成的商品"))
        self.kits.setFixedWidth(_KITS)
        self.kits.activated.connect(lambda _place: self._go_to_kit())
        self.kits.clicked.connect(lambda _place: self._go_to_kit())
        return self.kits

    def columns(self) -> Sequence[EntryColumn[TypedPart]]:
        return _columns(self.suggest, self.take, seen=self.context.may(COST))

    def line_for(self, hit: ProductHit) -> TypedPart:
        return TypedPart(hit.id, hit.code, hit.name, hit.spec, hit.unit)

    # --- what others ask ---

    def refresh(self) -> None:
        super().refresh()
        self.run_read(kit_list, then=self._kits.set_rows, slot="kits")

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDIT, icon="save", obstacle="why_not_saved")
    def save(self) -> None:
        """Keep the parts as they stand."""
        self.keep_now()

    # --- inside ---

    def _go_to_kit(self) -> None:
        row = self.kits.current()
        if row is None:
            return
        if self.dirty:
            self.context.messages.notice(self.tr("改动还没有保存。F12 保存，或 F5 放弃"))
            return
        self.show_subject(row)


def _kit_columns() -> tuple[Column[KitRow], ...]:
    return (
        Column[KitRow]("code", translate("stock", "编号"), kind=Kind.CODE, width=84),
        Column[KitRow](
            "name", translate("stock", "成品"), sub=lambda row: row.spec, width=120, stretch=True
        ),
        Column[KitRow]("parts", translate("stock", "零件数"), kind=Kind.COUNT, width=52),
    )


def _columns(
    suggest: Callable[[str, TypedPart, Answer], None],
    take: Callable[[TypedPart, ProductHit], TypedPart],
    *,
    seen: bool,
) -> tuple[EntryColumn[TypedPart], ...]:
    """Part, unit and quantity; the reference cost for who may see cost."""
    goods = (
        number_column(),
        EntryColumn[TypedPart](
            "product",
            translate("stock", "零件"),
            lambda line: line.name,
            sub=lambda line: line.spec,
            width=200,
            stretch=True,
            sortable=False,
            suggestions=product_suggestions(itself),
            suggest=suggest,
            take=take,
            wants=lambda line: not line.product_id,
            latin=False,
        ),
        EntryColumn[TypedPart](
            "unit", translate("stock", "单位"), width=60, sortable=False, muted=True
        ),
        EntryColumn[TypedPart](
            "quantity",
            translate("stock", "做一个用"),
            kind=Kind.QUANTITY,
            text=lambda value: "" if value is None else quantity_text(value),
            width=92,
            sortable=False,
            edit=_with_quantity,
            wants=lambda line: bool(line.product_id) and not line.quantity,
        ),
    )
    return (*goods, _cost()) if seen else goods


def _cost() -> EntryColumn[Any]:
    return EntryColumn[Any](
        "cost",
        translate("stock", "参考成本"),
        kind=Kind.PRICE,
        text=lambda value: "" if value is None else price_text(value),
        draft=lambda line: "" if line.cost is None else trimmed(line.cost, PRICE_PLACES, 2),
        width=92,
        sortable=False,
        edit=_with_cost,
    )


def _with_quantity(line: TypedPart, text: str) -> TypedPart:
    quantity = parse_quantity(text)
    if quantity <= 0:
        raise InvalidInput(translate("stock", "数量要大于 0"))
    return replace(_known(line), quantity=quantity)


def _with_cost(line: TypedPart, text: str) -> TypedPart:
    cost = parse_price(text) if text.strip() else None
    if cost is not None and cost < 0:
        raise InvalidInput(translate("stock", "单价不能小于 0"))
    return replace(_known(line), cost=cost)


def _known(line: TypedPart) -> TypedPart:
    if not line.product_id:
        raise InvalidInput(translate("stock", "先选商品"))
    return line
