"""The demonstration's own arithmetic, in exact yuan, beside the program's: nothing here is the program's."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")
NOTES = (100_00, 50_00, 20_00, 10_00, 5_00, 1_00, 50, 10)
"""Notes and coins in fen, from the largest, as a cashier counts them."""


def half_up(amount: Decimal) -> Decimal:
    """To whole fen, half a fen up."""
    return amount.quantize(FEN, ROUND_HALF_UP)


def yuan(amount: int) -> Decimal:
    """Fen as yuan."""
    return Decimal(amount).scaleb(-2)


def fen(amount: Decimal) -> int:
    """Yuan as fen."""
    return int(amount.scaleb(2))


def shown(amount: int) -> str:
    """Fen as people write them."""
    return f"{yuan(amount):.2f}"


def pieces_of(amount: int) -> Iterator[int]:
    """How many of each of `NOTES` make up an amount in fen."""
    for value in NOTES:
        count, amount = divmod(amount, value)
        yield count


def summed(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of amounts in yuan."""
    return sum(amounts, Decimal(0))
