"""The order of prices of a sale, in one place.

Typed by hand, promised to the customer, the last one paid (where the shop recalls it), the customer's level, retail.
What was typed never comes here. The till knows no customers and asks the retail price.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.numbers import div_half_up

PROMISED, LAST, LISTED = "promised", "last", "listed"
Promised = Mapping[str, int]
"""1e-6 yuan by unit that a customer was promised; "" is the base unit."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A price of one unit, 1e-6 yuan, and where it is from."""

    price: int
    source: str


def price_to_ask(
    product: ProductFacts,
    unit: str,
    *,
    promised: Promised,
    last: int | None,
    level: str,
    listed: Callable[[int], int] = lambda price: price,
) -> Asked | None:
    """The price to fill in for one `unit` ("" is the base unit); None where nothing is known.

    Promised and listed prices stand on the list's footing of tax, and `listed` brings them onto the document's;
    `last` stands on the document's already.
    """
    own = promised_price(product, unit, promised)
    if own is not None:
        return Asked(listed(own), PROMISED)
    if last is not None:
        return Asked(last, LAST)
    known = product.price_of(level, unit)
    return None if known is None else Asked(listed(known), LISTED)


def promised_price(product: ProductFacts, unit: str, promised: Promised) -> int | None:
    """What was promised for the unit itself, else the base unit's promise times the factor."""
    plain = "" if unit == product.unit else unit
    if plain in promised:
        return promised[plain]
    if "" not in promised:
        return None
    above, below = product.factor(unit)
    return div_half_up(promised[""] * above, below)
