"""Units: how many decimals a quantity takes, and conversions that are exact or refused (I10)."""

from collections.abc import Sequence
from fractions import Fraction

from jxc_desktop.core.numbers import QUANTITY_PLACES

DEFAULT_UNIT = "个"
WEIGHED_PLACES = 3
"""Kilograms to the gram, metres to the millimetre (decisions 19)."""
MEASURED = frozenset({"千克", "公斤", "kg", "斤", "市斤", "米", "m"})
"""Units that are measured, not counted; compared without case."""


def default_places(unit: str, *, weighed: bool = False) -> int:
    """The decimals that a quantity of goods sold by `unit` takes unless told otherwise."""
    return WEIGHED_PLACES if weighed or unit.casefold() in MEASURED else 0


def fits(quantity: int, places: int) -> bool:
    """Whether `quantity` (1e-4) has no more than `places` decimals."""
    return quantity % int(10 ** (QUANTITY_PLACES - places)) == 0


def to_base(quantity: int, numerator: int, denominator: int, places: int) -> int | None:
    """`quantity` (1e-4) of a unit in base units; None where it is inexact or finer than `places`."""
    base, rest = divmod(quantity * numerator, denominator)
    return None if rest or not fits(base, places) else base


def in_packs(
    quantity: int, units: Sequence[tuple[str, int, int]], base: str
) -> tuple[tuple[int, str], ...]:
    """`quantity` (1e-4 base units) told in whole larger units first: 29 瓶 → ((1, 箱), (5, 瓶)), counts 1e-4.

    `units` are (name, numerator, denominator); only units of more than one base unit are used.
    """
    parts: list[tuple[int, str]] = []
    rest, sign = abs(quantity), 1 if quantity >= 0 else -1
    one = 10**QUANTITY_PLACES
    for name, numerator, denominator in sorted(
        units, key=lambda u: Fraction(u[1], u[2]), reverse=True
    ):
        if numerator <= denominator:
            continue
        whole = rest * denominator // (numerator * one)
        taken, inexact = divmod(whole * numerator * one, denominator)
        if whole and not inexact:
            parts.append((sign * whole * one, name))
            rest -= taken
    if rest or not parts:
        parts.append((sign * rest, base))
    return tuple(parts)
