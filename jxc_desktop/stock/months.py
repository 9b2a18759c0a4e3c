"""What each product moved in each month, kept while posting, so that a report need not read years of moves.

A move is one of three parts: goods in, goods out, or worth without goods (adjustment). A reversal lessens the part
of what it takes back, so a month's in and out read as on paper, with red papers negative.
"""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.periods import month_of

REVERSAL = "reversal"
"""The kind of a move that takes another back."""
IS_IN = "((quantity > 0 AND kind <> 'reversal') OR (quantity < 0 AND kind = 'reversal'))"
"""SQL: whether a move is goods in; what is neither that nor without goods is goods out."""
_IS_OUT = f"(quantity <> 0 AND NOT {IS_IN})"


def _sum_of(measure: str, condition: str, sign: str = "") -> str:
    return f"CAST(sum(CASE WHEN {condition} THEN {sign}{measure} ELSE 0 END) AS bigint)"


MONTHS_OF_MOVES = (
    "SELECT substr(day, 1, 7) AS month, product_id, warehouse_id, "
    + ", ".join(
        f"{_sum_of(measure, condition, sign)} AS {name}"
        for name, measure, condition, sign in (
            ("in_quantity", "quantity", IS_IN, ""),
            ("in_amount", "amount", IS_IN, ""),
            ("out_quantity", "quantity", _IS_OUT, "-"),
            ("out_amount", "amount", _IS_OUT, "-"),
            ("adjust_amount", "amount", "quantity = 0", ""),
        )
    )
    + " FROM move GROUP BY substr(day, 1, 7), product_id, warehouse_id"
)
"""SQL: every month as the moves themselves make it."""

_PARTS = ("in_quantity", "in_amount", "out_quantity", "out_amount", "adjust_amount")
_KEEP = Statement(
    "INSERT INTO stock_month (month, product_id, warehouse_id, in_quantity, in_amount, out_quantity, "
    "out_amount, adjust_amount) VALUES (:month, :product_id, :warehouse_id, :in_quantity, :in_amount, "
    ":out_quantity, :out_amount, :adjust_amount) ON CONFLICT (month, product_id, warehouse_id) DO UPDATE SET "
    + ", ".join(f"{part} = stock_month.{part} + excluded.{part}" for part in _PARTS),
    changes="stock_month",
)


class Moved(Protocol):
    """What a month must know of a move: quantity and worth, into stock positive."""

    @property
    def product_id(self) -> int: ...
    @property
    def warehouse_id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def quantity(self) -> int: ...
    @property
    def amount(self) -> int: ...


def keep_months(session: Session, moves: Sequence[Moved], day: date) -> None:
    """Add `moves` to the months they fall in; their pools are locked, so no other posting holds these rows."""
    sums: dict[tuple[int, int], dict[str, int]] = {}
    for move in moves:
        parts = sums.setdefault((move.product_id, move.warehouse_id), dict.fromkeys(_PARTS, 0))
        _add(parts, move)
    month = month_of(day)
    _KEEP.run_many(
        session,
        (
            {"month": month, "product_id": product, "warehouse_id": warehouse, **parts}
            for (product, warehouse), parts in sorted(sums.items())
        ),
    )


def _add(month: dict[str, int], move: Moved) -> None:
    if move.quantity == 0:
        month["adjust_amount"] += move.amount
    elif (move.quantity > 0) != (move.kind == REVERSAL):
        month["in_quantity"] += move.quantity
        month["in_amount"] += move.amount
    else:
        month["out_quantity"] -= move.quantity
        month["out_amount"] -= move.amount
