"""A change of prices as it is typed, and the arithmetic that fills one in: by per cent, to a tail digit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jxc_desktop.catalog.drafts import RETAIL
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up

JIAO = 100_000
"""1e-6 yuan."""
YUAN = 10 * JIAO
FEN = YUAN // 100


@dataclass(frozen=True, slots=True)
class PriceChangeLine:
    """What one unit of a product is to cost at a level, 1e-6 yuan; unit "" is the base unit, level "min" the lowest."""

    product_id: int
    price: int
    level: str = RETAIL
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PriceChangeDraft:
    """A change as typed: written on `day`, in force from `effective_day` on."""

    day: date
    effective_day: date
    lines: tuple[PriceChangeLine, ...]
    reason: str = ""
    remark: str = ""


def by_rate(old: int, rate: int) -> int:
    """`old` more by `rate` (1e-4, negative is less), to whole fen and never below 0."""
    return max(div_half_up(old * (ONE + rate), ONE * FEN) * FEN, 0)


def to_tail(price: int, tail: str) -> int:
    """The nearest price with that tail, ties up: "9" is jiao 9 (12.90), "99" is 0.99, "0" whole yuan, "5" jiao 0 or 5.

    Nothing is made free: the result is at least one step.
    """
    if tail not in _TAILS:
        raise InvalidInput(translate("pricing", "尾数可以是 0、5、9、90、99"), field="tail")
    step, offset = _TAILS[tail]
    return max((2 * (price - offset) + step) // (2 * step) * step + offset, offset or step)


_TAILS = {
    "0": (YUAN, 0),
    "5": (5 * JIAO, 0),
    "9": (YUAN, 9 * JIAO),
    "90": (YUAN, 9 * JIAO),
    "99": (YUAN, 99 * FEN),
}


def change_of(old: int | None, new: int) -> int | None:
    """How much more the new price is, in 1e-4 of the old; None without an old one."""
    return div_half_up((new - old) * ONE, old) if old else None


def margin_of(price: int, cost: int | None, net: Callable[[int], int]) -> int | None:
    """The margin over the price without tax, in 1e-4; None where the cost is not known."""
    without_tax = net(price)
    if cost is None or without_tax <= 0:
        return None
    return div_half_up((without_tax - cost) * ONE, without_tax)
