"""A serial number that was scanned: which goods it is a piece of."""

from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import ProductAtTill
from jxc_desktop.catalog.queries.till import product_by_code
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import typed_code

_LYING = Statement(
    "SELECT DISTINCT p.code FROM lot l JOIN product p ON p.id = l.product_id AND p.tracking = 'serial' "
    "JOIN stock_level s ON s.product_id = l.product_id AND s.lot_id = l.id AND s.quantity > 0 "
    "WHERE l.code = :code"
)


def piece_lying(session: Session, code: str) -> ProductAtTill | None:
    """The goods that serial number `code` is a piece of, knowing it; None where no piece in stock, or more, bear it."""
    plain = typed_code(code)
    found = _LYING.all(session, code=plain)
    if len(found) != 1:
        return None
    return replace(product_by_code(session, found[0][0]), serial=plain)
