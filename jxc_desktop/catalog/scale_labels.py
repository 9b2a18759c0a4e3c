"""From what a scale's label says to what is sold: a quantity of the goods' own unit, and a price that keeps the amount.

Both on the label: the weight is the quantity. The amount alone: it is divided by the price, to the goods' decimals
(T24). The label's amount is kept to the fen: where quantity times price misses it, the price gives way.
"""

from dataclasses import dataclass

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    div_half_up,
    line_amount,
)
from jxc_desktop.shop.scale_rules import ScaleLabel

KILOGRAM_HOLDS = {
    "千克": 1, "公斤": 1, "kg": 1, "斤": 2, "市斤": 2, "两": 20, "市两": 20, "克": 1000, "g": 1000,
}  # fmt: skip
"""How many of a unit weigh a kilogram; units that are none are taken as what the scale weighs by."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """So much of the goods, 1e-4 of their unit, at a price of 1e-6 yuan; None where the goods have none."""

    quantity: int
    price: int | None


def weighed(label: ScaleLabel, name: str, unit: str, places: int, price: int | None) -> Weighed:
    """What `label` sells of goods called `name`; raises `InvalidInput` for a label that says nothing to sell."""
    if 0 in {label.weight, label.amount}:
        raise InvalidInput(
            translate("catalog", "{product} 的秤标签上是 0。放上秤重称，再打一张").format(
                product=name
            )
        )
    if label.weight is None and not price:
        raise InvalidInput(
            translate("catalog", "{product} 没有零售价，标签上的金额折不成重量。先定零售价").format(
                product=name
            ),
            field="price",
        )
    quantity = _quantity(label, unit, places, price or 0)
    if label.amount is None:
        return Weighed(quantity, price)
    if price is not None and line_amount(quantity, price) == label.amount:
        return Weighed(quantity, price)
    fen = 10 ** (PRICE_PLACES - MONEY_PLACES)
    return Weighed(quantity, div_half_up(label.amount * fen * 10**QUANTITY_PLACES, quantity))


def in_unit(weight: int, unit: str) -> int:
    """1e-4 kilograms as 1e-4 of a unit."""
    return weight * KILOGRAM_HOLDS.get(unit.casefold(), 1)


def _quantity(label: ScaleLabel, unit: str, places: int, price: int) -> int:
    """1e-4 of the unit; an amount that is less than the smallest quantity is that quantity."""
    if label.weight is not None:
        return in_unit(label.weight, unit)
    step = 10 ** (QUANTITY_PLACES - places)
    fen = 10 ** (PRICE_PLACES - MONEY_PLACES)
    amount = (label.amount or 0) * fen
    return max(div_half_up(amount * 10**places, price), 1) * int(step)
