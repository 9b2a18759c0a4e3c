"""What a document moved, line by line, and what later recosts changed of it."""

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.stock.goods import ADJUSTMENT

_MOVED = Statement(
    "SELECT source_line, product_id, warehouse_id, lot_id, seq, kind, quantity, amount FROM move "
    "WHERE source = :source ORDER BY source_line DESC, id"
)
_RECOSTED = Statement(
    "SELECT l.source_line, l.product_id, l.warehouse_id, l.lot_id, 0, l.part, 0, CAST(sum(l.amount) AS bigint) "
    "FROM recost_line l JOIN recost d ON d.id = l.document_id "
    "WHERE l.source = :source AND d.state IN ('posted', 'reversed') "
    "GROUP BY l.source_line, l.product_id, l.warehouse_id, l.lot_id, l.part HAVING sum(l.amount) <> 0"
)
"""What recosts changed of a document; the part `true_up` is called like the moves it corrects."""
Moved = dict[int, tuple[int, int]]
"""Quantity and worth by lot; 0 is no lot."""


def moved_rows(session: Session, source: str) -> list[Row]:
    """Line, product, warehouse, lot, number in the pool, kind, quantity and worth of each move, the last line first."""
    return _MOVED.all(session, source=source)


def recosted_rows(session: Session, source: str) -> list[Row]:
    """What recosts changed, as moves without goods; numbered 0, because the moves are the recosts' own."""
    return _RECOSTED.all(session, source=source)


def moved_by_lot(session: Session, source: str) -> dict[int, Moved]:
    """What each line of document `source` moved of each lot: goods and later recosts, no true-ups."""
    lines: dict[int, Moved] = {}
    for line, _product, _warehouse, lot, _seq, kind, quantity, amount in (
        *moved_rows(session, source),
        *recosted_rows(session, source),
    ):
        if kind == ADJUSTMENT:
            continue
        moved = lines.setdefault(line, {})
        before = moved.get(lot, (0, 0))
        moved[lot] = before[0] + quantity, before[1] + amount
    return lines


def summed(moved: Moved) -> tuple[int, int]:
    """Quantity and worth of all lots together."""
    return sum(quantity for quantity, _ in moved.values()), sum(
        worth for _, worth in moved.values()
    )
