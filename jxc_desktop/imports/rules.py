"""Rules that a row of goods or of opening stock must keep, beyond what each cell must be."""

from collections.abc import Iterator

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, line_amount, text_of
from jxc_desktop.imports.source import Flaw, Values

TOLERANCE = 1
"""Fen by which an amount may miss quantity × cost without a word."""


def note_missing_price(values: Values) -> Iterator[Flaw]:
    """Goods without a price are taken, and listed."""
    if "retail_price" not in values:
        yield Flaw(
            "retail_price", translate("imports", "没有零售价。以后在商品里补上"), notice=True
        )


def note_selling_below_cost(values: Values) -> Iterator[Flaw]:
    sold, bought = values.get("retail_price"), values.get("purchase_price")
    if isinstance(sold, int) and isinstance(bought, int) and 0 < sold < bought:
        yield Flaw("retail_price", translate("imports", "零售价低于进价。核对一下"), notice=True)


def require_factor(values: Values) -> Iterator[Flaw]:
    """A second unit says nothing without how many base units it holds."""
    if "aux_unit" in values and "factor" not in values and values["aux_unit"] != values.get("unit"):
        yield Flaw("factor", translate("imports", "有辅助单位，没有换算率。填一个数，如 24"))


def check_opening_stock(values: Values) -> Iterator[Flaw]:
    """Less than nothing cannot be opened; a cost of nothing, or one that does not multiply, is worth a look.

    The amount is what counts (domain.md §8.3, 15).
    """
    quantity, cost = values.get("quantity"), values.get("unit_cost")
    amount = values.get("amount")
    if not isinstance(quantity, int):
        return
    if quantity < 0:
        yield Flaw("quantity", translate("imports", "期初数量不能是负数。先查清再填，没有就填 0"))
    elif quantity and not amount and not cost:
        field = "amount" if "amount" in values else "unit_cost"
        yield Flaw(field, translate("imports", "有数量，没有成本。看看是不是赠品"), notice=True)
    if isinstance(cost, int) and isinstance(amount, int) and quantity > 0:
        yield from _mismatch(line_amount(quantity, cost), amount)


def _mismatch(product: int, amount: int) -> Iterator[Flaw]:
    if abs(product - amount) > TOLERANCE:
        text = translate("imports", "数量×单价是 {product}，差 {difference}。以金额为准").format(
            product=text_of(product, MONEY_PLACES),
            difference=text_of(abs(product - amount), MONEY_PLACES),
        )
        yield Flaw("amount", text, notice=True)
