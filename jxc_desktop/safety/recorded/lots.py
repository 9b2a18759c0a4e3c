"""Of which lots the lines of a document were, as data; shops without lots have none."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.safety.recorded.parts import Data, units

# What is carried from one warehouse to another moves twice; either half tells it.
_LOTS = Statement(
    "SELECT m.source_line, l.code, l.made, l.expiry, p.tracking, "
    "sum(CASE WHEN m.quantity > 0 THEN m.quantity ELSE 0 END), "
    "sum(CASE WHEN m.quantity < 0 THEN -m.quantity ELSE 0 END) "
    "FROM move m JOIN lot l ON l.id = m.lot_id JOIN product p ON p.id = l.product_id "
    "WHERE m.source = :number AND m.quantity <> 0 "
    "GROUP BY m.source_line, l.id, l.code, l.made, l.expiry, p.tracking "
    "ORDER BY m.source_line, min(m.id)"
)


def with_lots(session: Session, number: str, told: Data) -> Data:
    """The document with the lots of each of its lines."""
    for line, code, made, expiry, tracking, came, went in _LOTS.all(session, number=number):
        row: Data = told["lines"][line - 1]
        if tracking == "serial":
            row.setdefault("serials", []).append(code)
        else:
            row.setdefault("lots", []).append(_lot(code, max(came, went), (made, expiry)))
    return told


def _lot(code: str, quantity: int, days: Sequence[object]) -> Data:
    named = zip(("made", "expiry"), days, strict=True)
    told = {name: str(day) for name, day in named if day is not None}
    return {"lot": code, "quantity": units(int(quantity)), **told}
