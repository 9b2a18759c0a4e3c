"""The form of a cost adjustment: goods with what they are worth now, and what they ought to be worth."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QWidget

from jxc_desktop.catalog.ui.product_search import product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, PRICE_PLACES, trimmed
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.stock.queries import AdjustmentView
from jxc_desktop.stock.taken import Offer, offers
from jxc_desktop.stock.typed_adjustment import (
    AdjustmentChoices,
    CostGoods,
    TypedCost,
    cost_goods,
    cost_line,
    found_goods,
)
from jxc_desktop.stock.ui.goods_form import choose, place_box
from jxc_desktop.stock.ui.product_attention import ProductAttention
from jxc_desktop.stock.ui.shown_goods import named_goods
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_money, parse_price
from jxc_desktop.widgets.formats import money_text, price_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel

PRODUCT, AMOUNT, COST = "product", "amount", "unit_cost"


class AdjustmentForm(LinesForm):
    """Either the difference or the right unit cost is typed; the other follows."""

    aliases: ClassVar = {"warehouse_id": "warehouse"}

    def __init__(self, pane: Pane, choices: AdjustmentChoices) -> None:
        self.warehouse = place_box(choices.papers)
        self.account = QComboBox()
        for code, word in choices.accounts:
            self.account.addItem(word, code)
        self.posted: RowsModel[Any] = RowsModel(_shown_columns(), pane)
        settings = pane.context.settings
        grid = EntryGrid(
            _columns(self._suggest), TypedCost, name="adjustment_lines", settings=settings
        )
        shown = Grid(self.posted, name="adjustment_posted", settings=settings)
        super().__init__(pane, grid, shown)
        grid.setAccessibleName(self.tr("要调成本的商品"))
        self.add_row("account", self.tr("对方科目"), self.account)
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.lay_out(self.stack, self.tr("库存金额增减"))
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.grid

    def called(self) -> str:
        return str(self.account.currentText()).partition(" ")[2]

    def fields(self) -> dict[str, Any]:
        lines = self.kept_lines()
        if not lines:
            return {}
        place, account = self.warehouse.currentData(), self.account.currentData()
        return {"warehouse": place, "account": account, "lines": lines}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        choose(self.warehouse, fields.get("warehouse"))
        choose(self.account, fields.get("account"))
        kept = fields.get("lines", ())
        if kept:
            self.place_lines(kept, self._read([line["product"] for line in kept]), _placed)
        else:
            self.start_lines([])

    def show_view(self, view: AdjustmentView) -> None:
        choose(self.warehouse, view.warehouse_id)
        choose(self.account, view.account)
        self.posted.set_rows(view.lines)
        self._show_sums([line.amount or 0 for line in view.lines])

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.warehouse.setEnabled(not locked)
        self.account.setEnabled(not locked)

    def counted(self) -> Sequence[tuple[int, TypedCost]]:
        lines = enumerate(self.grid.lines())
        return [(row, line) for row, line in lines if line.goods is not None]

    def no_lines(self) -> str:
        return self.tr("还没有商品。在商品格填编号、拼音或扫码")

    def why_not(self, line: TypedCost) -> tuple[str, str]:
        if line.typed_amount is None and line.typed_cost is None:
            return self.tr("没有调整金额"), AMOUNT
        return super().why_not(line)

    def total(self) -> int:
        return sum(line.amount or 0 for _row, line in self.counted())

    def recount(self) -> None:
        self._show_sums([line.amount or 0 for _row, line in self.counted()])

    def read_again(self) -> None:
        products = [line.goods.id for _row, line in self.counted() if line.goods]
        if products:
            self.pane.run_read(self._read(products), then=self._fill, slot="worths")

    # --- inside ---

    def _connect(self) -> None:
        self.account.currentIndexChanged.connect(self.on_edited)
        self.warehouse.currentIndexChanged.connect(self.on_edited)
        self.warehouse.currentIndexChanged.connect(lambda _place: self.read_again())
        self.grid.line_taken.connect(self._on_taken)
        ProductAttention(self.pane, self.grid, self.shown, _goods_of)

    def _suggest(self, text: str, _line: TypedCost, then: Answer) -> None:
        read = partial(offers, text=text, warehouse_id=self.warehouse.currentData())
        self.pane.run_read(read, then=then, slot="offers")

    def _read(self, products: Sequence[int]) -> Callable[[Any], dict[int, CostGoods]]:
        place = self.warehouse.currentData()
        return partial(cost_goods, products=products, warehouse_id=place)

    def _on_taken(self, _row: int, offer: Offer) -> None:
        self.pane.run_read(self._read([offer.hit.id]), then=self._fill)

    def _fill(self, goods: Mapping[int, CostGoods]) -> None:
        self.grid.amend(
            lambda line: line.goods is not None and line.goods.id in goods,
            lambda line: replace(line, goods=goods[line.goods.id]),
        )
        if self.typing:
            self.recount()

    def _show_sums(self, amounts: Sequence[int]) -> None:
        self.sums.set_line(self.tr("行数"), str(len(amounts)))
        self.sums.set_line(self.tr("调增"), money_text(sum(x for x in amounts if x > 0)))
        self.sums.set_line(self.tr("调减"), money_text(sum(x for x in amounts if x < 0)))
        self.big.set_amount(sum(amounts))


def _goods_of(line: TypedCost) -> tuple[int, str] | None:
    return (line.goods.id, line.goods.name) if line.goods else None


def _placed(
    kept: Sequence[Mapping[str, Any]], goods: Mapping[int, CostGoods]
) -> Sequence[TypedCost]:
    return [cost_line(line, goods) for line in kept]


def _columns(
    suggest: Callable[[str, TypedCost, Answer], None],
) -> tuple[EntryColumn[TypedCost], ...]:
    """# 商品 单位 现存 库存金额 单位成本 调整金额 调整后单位成本."""
    return (
        number_column(),
        _product(suggest),
        EntryColumn[TypedCost](
            "unit",
            translate("stock", "单位"),
            lambda line: line.goods.unit if line.goods else "",
            width=46,
            muted=True,
            sortable=False,
        ),
        _figure(
            "held",
            translate("stock", "现存"),
            lambda line: line.there.quantity if line.there else None,
            quantity_text,
            Kind.QUANTITY,
        ),
        _figure(
            "worth",
            translate("stock", "库存金额"),
            lambda line: line.there.value if line.there else None,
            money_text,
            Kind.MONEY,
        ),
        _figure(
            "cost_now",
            translate("stock", "单位成本"),
            lambda line: line.unit_cost,
            price_text,
            Kind.PRICE,
        ),
        _amount(),
        _new_cost(),
    )


def _product(suggest: Callable[[str, TypedCost, Answer], None]) -> EntryColumn[TypedCost]:
    return EntryColumn[TypedCost](
        PRODUCT,
        translate("stock", "商品"),
        lambda line: line.goods.name if line.goods else "",
        sub=lambda line: line.goods.spec if line.goods else "",
        width=170,
        stretch=True,
        sortable=False,
        suggestions=product_suggestions(lambda offer: offer.hit),
        suggest=suggest,
        take=lambda _line, offer: TypedCost(found_goods(offer.hit)),
        row_of=_row_of,
        wants=lambda line: line.goods is None,
        latin=False,
    )


def _row_of(offer: Offer, lines: Sequence[TypedCost]) -> int | None:
    rows = (row for row, line in enumerate(lines) if line.goods and line.goods.id == offer.hit.id)
    return next(rows, None)


def _figure(
    key: str,
    heading: str,
    value: Callable[[TypedCost], int | None],
    text: Callable[[int], str],
    kind: Kind,
) -> EntryColumn[TypedCost]:
    return EntryColumn[TypedCost](
        key,
        heading,
        value,
        kind=kind,
        text=lambda found: "" if found is None else text(found),
        width=92,
        muted=True,
        sortable=False,
    )


def _amount() -> EntryColumn[TypedCost]:
    """The difference; typing it forgets a unit cost that was typed."""

    def edit(line: TypedCost, text: str) -> TypedCost:
        amount = parse_money(text) if text.strip() else None
        return replace(_chosen(line), typed_amount=amount, typed_cost=None)

    return EntryColumn[TypedCost](
        AMOUNT,
        translate("stock", "调整金额"),
        lambda line: line.amount,
        kind=Kind.MONEY,
        text=lambda fen: "" if fen is None else _signed(fen),
        draft=lambda line: "" if line.amount is None else trimmed(line.amount, MONEY_PLACES, 2),
        width=100,
        sortable=False,
        edit=edit,
        wants=lambda line: line.goods is not None and line.amount is None,
        mark=_mark,
    )


def _new_cost() -> EntryColumn[TypedCost]:
    """What a unit ought to cost; typing it forgets a difference that was typed."""

    def edit(line: TypedCost, text: str) -> TypedCost:
        cost = parse_price(text) if text.strip() else None
        if cost is not None and cost < 0:
            raise InvalidInput(translate("stock", "单位成本不能小于 0"))
        return replace(_chosen(line), typed_cost=cost, typed_amount=None)

    return EntryColumn[TypedCost](
        COST,
        translate("stock", "调整后成本"),
        lambda line: line.new_cost,
        kind=Kind.PRICE,
        text=lambda value: "" if value is None else price_text(value),
        draft=lambda line: "" if line.new_cost is None else trimmed(line.new_cost, PRICE_PLACES, 2),
        width=100,
        sortable=False,
        edit=edit,
    )


def _chosen(line: TypedCost) -> TypedCost:
    if line.goods is None:
        raise InvalidInput(translate("stock", "先选商品"))
    return line


def _mark(line: TypedCost) -> Mark | None:
    if line.there is None:
        return None
    if line.there.quantity == 0:
        return Mark(
            "bad", translate("stock", "没有库存可调成本。先入库；按批次管理的货不能在这里调")
        )
    if line.amount is not None and line.there.quantity * (line.there.value + line.amount) < 0:
        return Mark("bad", translate("stock", "调减得比库存金额还多。最多减到 0"))
    return None


def _signed(fen: int) -> str:
    return f"+{money_text(fen)}" if fen > 0 else money_text(fen)


def _shown_columns() -> tuple[Column[Any], ...]:
    """The lines of a posted adjustment."""

    def figure(key: str, heading: str, kind: Kind, text: Callable[[int], str]) -> Column[Any]:
        return Column[Any](
            key,
            heading,
            kind=kind,
            text=lambda value: "" if value is None else text(value),
            width=100,
            sortable=False,
        )

    return (
        *named_goods(),
        figure("held", translate("stock", "当时现存"), Kind.QUANTITY, quantity_text),
        figure("worth", translate("stock", "当时金额"), Kind.MONEY, money_text),
        figure("unit_cost", translate("stock", "单位成本"), Kind.PRICE, price_text),
        figure("amount", translate("stock", "调整金额"), Kind.MONEY, _signed),
        figure("new_cost", translate("stock", "调整后成本"), Kind.PRICE, price_text),
    )
