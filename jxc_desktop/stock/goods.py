"""What a posting tells of its goods: the steps it wants, and the moves that came of them."""

from dataclasses import dataclass, field

from jxc_desktop.stock.layers import Part

ADJUSTMENT = "true_up"
"""The kind of a move without goods; its other side is cost of sales."""
TRANSFERRED = "transfer"
"""The kind of a move into another warehouse; where that has no pool of its own, goods are only carried."""


@dataclass(frozen=True, slots=True)
class GoodsStep:
    """One line's goods: base `quantity` in (positive) or out (negative).

    `amount` is the worth, signed like the quantity, where it is known (receipts, returns, mirrors); None lets the
    average decide. `fallback` is a unit cost of 1e-6 yuan for goods that never came in.

    With quantity 0, `amount` is a later difference on `concerns` base units that came in once: what of them may still
    lie there bears its share, the rest is the caller's (T15–T17).

    Goods that are only `carried` change their place within their pool, and leave it as it was.

    Where costs go first in, first out, `origin` names the number and line of the document that these goods came by, or
    come back of; `mirrors` is the move of it, by its number in its pool, that is taken back. A recost tells the
    `parts` of each layer that change, for the line that is its origin.
    """

    line_no: int
    product_id: int
    warehouse_id: int
    quantity: int
    amount: int | None = None
    fallback: int = 0
    lot_id: int = 0
    concerns: int = 0
    carried: bool = False
    origin: tuple[str, int] | None = None
    mirrors: int = 0
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """A journal row that still lacks its document's number."""

    line_no: int
    product_id: int
    warehouse_id: int
    lot_id: int
    pool_id: int
    seq: int
    kind: str
    quantity: int
    amount: int


@dataclass(slots=True)
class Goods:
    """What a posting moved: `amount` is the change of stock value in fen, `adjustment` its part without goods."""

    moves: list[PlannedMove] = field(default_factory=list)

    @property
    def amount(self) -> int:
        """Worth of the goods themselves, into stock positive."""
        return sum(move.amount for move in self.moves if move.kind != ADJUSTMENT)

    @property
    def adjustment(self) -> int:
        """Value that moved without goods; negative went to cost of sales."""
        return sum(move.amount for move in self.moves if move.kind == ADJUSTMENT)
