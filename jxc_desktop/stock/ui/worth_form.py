"""The form of goods with their worth: what goes out by today's average, what comes in as it is assessed."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, line_amount, trimmed
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.queries import cost_prices
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.ui.goods_form import GoodsForm
from jxc_desktop.stock.ui.shown_goods import shown_goods
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.expressions import parse_price
from jxc_desktop.widgets.formats import money_text, price_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel

WORTH, PRICE = "worth", "price"


class WorthForm(GoodsForm):
    """`incoming` says whether goods come in; who may not see cost sees none here either."""

    def __init__(self, pane: Pane, kind: str, choices: PaperChoices, *, incoming: bool) -> None:
        self.incoming, self.seen = incoming, pane.context.may(COST)
        self._costs: dict[int, int] = {}
        self.posted: RowsModel[Any] = RowsModel(self.shown_columns(), pane)
        shown = Grid(self.posted, name=f"{kind}_posted", settings=pane.context.settings)
        negative = choices.settings.allow_negative_stock
        shortage = "" if incoming else "warn" if negative else "bad"
        super().__init__(pane, kind, choices, shown, shortage=shortage, incoming=incoming)
        if self.seen:
            self.filler.filled.connect(self._ask_costs)

    # --- what the form says ---

    @abstractmethod
    def show_purpose(self, view: Any) -> None:
        """Show what a posted document says besides its goods."""

    def shown_columns(self) -> tuple[Column[Any], ...]:
        """The lines of a posted document."""
        return (*shown_goods(), amount_column()) if self.seen else shown_goods()

    def columns(self, goods: Sequence[EntryColumn[Any]]) -> Sequence[EntryColumn[Any]]:
        if not self.seen:
            return goods
        return (
            *goods,
            *((_price(self.price_word()),) if self.incoming else ()),
            self._worth_column(),
        )

    def price_word(self) -> str:
        """What the worth of one unit that comes in is called."""
        return translate("stock", "估价")

    def total_word(self) -> str:
        return self.tr("成本合计") if self.seen else ""

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        super().show_fields(fields)
        if self.seen and fields.get("lines"):
            self._ask_costs_of([line["product"] for line in fields["lines"]])

    def show_view(self, view: Any) -> None:
        super().show_view(view)
        self.show_purpose(view)
        self.posted.set_rows(view.lines)
        if view.total is not None:
            self.big.set_amount(view.total)

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
            translate("stock", "约值") if self.incoming else translate("stock", "约成本"),
            self._worth,
            kind=Kind.MONEY,
            text=lambda fen: "" if fen is None else money_text(fen),
            width=92,
            muted=True,
            sortable=False,
        )


def amount_column() -> Column[Any]:
    """What the goods of a line were worth."""
    return Column[Any](
        "amount", translate("stock", "成本金额"), kind=Kind.MONEY, width=100, sortable=False
    )


def _price(word: str) -> EntryColumn[Any]:
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
        word,
        kind=Kind.PRICE,
        text=lambda value: "" if value is None else price_text(value),
        draft=lambda line: "" if line.price is None else trimmed(line.price, PRICE_PLACES, 2),
        width=84,
        sortable=False,
        edit=edit,
    )
