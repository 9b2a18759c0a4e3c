"""The form of goods lost or found: why, from which warehouse, and what they cost by today's average."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QComboBox

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, line_amount, trimmed
from jxc_desktop.stock.queries import LossView, cost_prices
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.typed_loss import LossChoices
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.ui.goods_form import GoodsForm, choose
from jxc_desktop.stock.ui.shown_goods import shown_goods
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.expressions import parse_price
from jxc_desktop.widgets.formats import money_text, price_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel

WORTH, PRICE = "worth", "price"


class LossForm(GoodsForm):
    """`gain` says whether goods were found; who may not see cost sees none here either."""

    aliases: ClassVar = {"warehouse_id": "warehouse"}

    def __init__(self, pane: Pane, kind: str, choices: LossChoices, *, gain: bool) -> None:
        self.gain, self.seen = gain, pane.context.may(COST)
        self.reason = QComboBox()
        self._reasons = {reason.id: reason.name for reason in choices.reasons}
        for value, word in self._reasons.items():
            self.reason.addItem(word, value)
        self.unresolved = QCheckBox(translate("stock", "先挂待处理，查明再定"))
        self._costs: dict[int, int] = {}
        self.posted: RowsModel[Any] = RowsModel(_shown(gain=gain, seen=self.seen), pane)
        shown = Grid(self.posted, name=f"{kind}_posted", settings=pane.context.settings)
        negative = choices.papers.settings.allow_negative_stock
        shortage = "" if gain else "warn" if negative else "bad"
        super().__init__(pane, kind, choices.papers, shown, shortage=shortage)
        if self.seen:
            self.filler.filled.connect(self._ask_costs)

    # --- what the form says ---

    def make_rows(self) -> None:
        self.add_row("reason", self.tr("原因"), self.reason)
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("unresolved", self.tr("处理"), self.unresolved)
        self.reason.currentIndexChanged.connect(self.on_edited)
        self.unresolved.toggled.connect(self.on_edited)

    def columns(self, goods: Sequence[EntryColumn[Any]]) -> Sequence[EntryColumn[Any]]:
        if not self.seen:
            return goods
        return (*goods, *((_price(),) if self.gain else ()), self._worth_column())

    def total_word(self) -> str:
        if not self.seen:
            return ""
        return self.tr("成本合计")

    def called(self) -> str:
        return str(self.reason.currentText())

    def own_fields(self) -> dict[str, Any]:
        return {"reason": self.reason.currentData(), "unresolved": self.unresolved.isChecked()}

    def show_own(self, fields: Mapping[str, Any]) -> None:
        choose(self.reason, fields.get("reason"))
        self.unresolved.setChecked(bool(fields.get("unresolved")))

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        super().show_fields(fields)
        if self.seen and fields.get("lines"):
            self._ask_costs_of([line["product"] for line in fields["lines"]])

    def show_view(self, view: LossView) -> None:
        super().show_view(view)
        if self.reason.findData(view.reason_id) < 0:
            self.reason.addItem(view.cause, view.reason_id)
        choose(self.reason, view.reason_id)
        self.unresolved.setChecked(view.unresolved)
        self.posted.set_rows(view.lines)
        if view.total is not None:
            self.big.set_amount(view.total)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.reason.setEnabled(not locked)
        self.unresolved.setEnabled(not locked)

    def total(self) -> int:
        return sum(self._worth(line) or 0 for _row, line in self.counted())

    def recount(self) -> None:
        super().recount()
        self.big.set_amount(self.total())

    # --- what the goods cost now ---

    def _ask_costs(self) -> None:
        self._ask_costs_of([line.product.id for _row, line in self.counted() if line.product])

    def _ask_costs_of(self, products: Sequence[int]) -> None:
        if products:
            self.pane.run_read(cost_prices, products, then=self._take_costs, slot="costs")

    def _take_costs(self, found: dict[int, int]) -> None:
        self._costs = found
        self.grid.amend(lambda line: line.product is not None, lambda line: line)
        if self.typing:
            self.recount()

    def _worth(self, line: TypedLine) -> int | None:
        """Fen of a line: as assessed, else by today's average; None while nothing is known."""
        if line.product is None or line.quantity is None:
            return None
        if line.price is not None:
            return line_amount(line.quantity, line.price)
        cost = self._costs.get(line.product.id)
        base = line.base_quantity
        return None if cost is None or base is None else line_amount(base, cost)

    def _worth_column(self) -> EntryColumn[Any]:
        return EntryColumn[Any](
            WORTH,
            translate("stock", "约值") if self.gain else translate("stock", "约成本"),
            self._worth,
            kind=Kind.MONEY,
            text=lambda fen: "" if fen is None else money_text(fen),
            width=92,
            muted=True,
            sortable=False,
        )


def _price() -> EntryColumn[Any]:
    """What one unit of found goods is assessed at; left empty the average decides."""

    def edit(line: TypedLine, text: str) -> TypedLine:
        if line.product is None:
            raise InvalidInput(translate("stock", "先选商品"))
        price = parse_price(text) if text.strip() else None
        if price is not None and price < 0:
            raise InvalidInput(translate("stock", "单价不能小于 0"))
        return replace(line, price=price, touched=price is not None)

    return EntryColumn[Any](
        PRICE,
        translate("stock", "估价"),
        kind=Kind.PRICE,
        text=lambda value: "" if value is None else price_text(value),
        draft=lambda line: "" if line.price is None else trimmed(line.price, PRICE_PLACES, 2),
        width=84,
        sortable=False,
        edit=edit,
    )


def _shown(*, gain: bool, seen: bool) -> tuple[Column[Any], ...]:
    """The lines of a posted loss or gain."""
    goods = shown_goods()
    if not seen:
        return goods
    amount = Column[Any](
        "amount", translate("stock", "成本金额"), kind=Kind.MONEY, width=100, sortable=False
    )
    tax = Column[Any](
        "tax",
        translate("stock", "转出税额"),
        kind=Kind.MONEY,
        text=lambda fen: money_text(fen) if fen else "",
        width=92,
        sortable=False,
    )
    return (*goods, amount) if gain else (*goods, amount, tax)
