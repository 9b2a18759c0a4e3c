"""Whether a purchase price is likely a slip: far from the last prices, or right for another unit (采购价格提醒).

A price is far when it differs from each of the last prices by more than the shop's limit. One that would be near them
for another unit of the goods was probably typed for that unit: the price of a case on a line of pieces.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.numbers import ONE, div_half_up


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a price wants a look: how it differs from the nearest of the last prices (1e-4), and that price.

    `unit` is the unit it would fit, "" when it fits none.
    """

    change: int
    last: int
    unit: str = ""


def doubt(
    product: ProductFacts, unit: str, price: int, lasts: Sequence[int], limit: int
) -> Doubt | None:
    """What is doubtful about `price` for one `unit`, beside the last prices of one `unit` (1e-6 yuan)."""
    known = [last for last in lasts if last > 0]
    if not known or price <= 0:
        return None
    nearest = min(known, key=lambda last: Fraction(abs(price - last), last))
    if _near(price, nearest, limit):
        return None
    change = div_half_up((price - nearest) * ONE, nearest)
    return Doubt(change, nearest, _fitting_unit(product, unit, price, known, limit))


def _near(price: int, last: int, limit: int) -> bool:
    return bool(abs(price - last) * ONE <= limit * last)


def _fitting_unit(
    product: ProductFacts, unit: str, price: int, lasts: Sequence[int], limit: int
) -> str:
    """The other unit whose last prices are nearest to `price`, "" when none is near."""
    above, below = product.factor(unit)
    found = []
    for other in (product.unit, *product.factors):
        numerator, denominator = product.factor(other)
        if other == unit or numerator * below == above * denominator:
            continue
        for last in lasts:
            there = div_half_up(last * numerator * below, denominator * above)
            if there > 0 and _near(price, there, limit):
                found.append((div_half_up(abs(price - there) * ONE, there), other))
    return min(found)[1] if found else ""
