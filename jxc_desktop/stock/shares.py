"""What the goods of one warehouse are worth when cost is averaged over the whole company (decisions 14)."""

from collections.abc import Sequence

from jxc_desktop.core.numbers import div_half_up

_FEN_PER_UNIT = 10**8
"""Turns fen / 1e-4 units into 1e-6 yuan a unit."""


def shares_of(value: int, quantities: Sequence[int]) -> list[int]:
    """`value` fen of a pool by the quantities that lie in each place; Σ = value.

    Each gets its share of V / Q, the remainder goes to the largest. Where the quantities cancel out, the largest
    bears all there is.
    """
    if not quantities:
        return []
    whole = sum(quantities)
    shares = [div_half_up(value * each, whole) if whole else 0 for each in quantities]
    largest = max(range(len(quantities)), key=lambda i: (abs(quantities[i]), -i))
    shares[largest] += value - sum(shares)
    return shares


def unit_cost(amount: int, quantity: int) -> int | None:
    """1e-6 yuan a base unit of `amount` fen over `quantity` 1e-4 units; None over nothing."""
    return div_half_up(amount * _FEN_PER_UNIT, quantity) if quantity else None
