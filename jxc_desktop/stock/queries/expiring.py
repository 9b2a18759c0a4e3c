"""Lots that expire soon, or have."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

USUAL_WARNING = 30
"""Days before its expiry from which a lot is told of, where its goods do not say."""
_EXPIRING = Statement(
    "SELECT p.id, p.name, p.spec, p.unit, p.expiry_warn_days, l.code, l.expiry, sum(s.quantity) FROM lot l "
    "JOIN product p ON p.id = l.product_id "
    "JOIN stock_level s ON s.product_id = l.product_id AND s.lot_id = l.id "
    "WHERE l.expiry IS NOT NULL AND s.quantity > 0 "
    "GROUP BY p.id, p.name, p.spec, p.unit, p.expiry_warn_days, l.id, l.code, l.expiry ORDER BY l.expiry, l.id"
)


@dataclass(frozen=True, slots=True)
class ExpiringLot:
    """A lot with `left` days to go (negative: past them); `quantity` in 1e-4 base units over all warehouses."""

    product_id: int
    name: str
    spec: str
    unit: str
    code: str
    left: int
    quantity: int


def expiring_lots(session: Session, today: date) -> list[ExpiringLot]:
    """Lots that lie somewhere and expire within the warning days of their goods, the first at the head."""
    found = []
    for product, name, spec, unit, warn, code, expiry, quantity in _EXPIRING.all(session):
        left = days_left(expiry, today)
        if left is not None and left <= warned_days(warn):
            found.append(ExpiringLot(product, name, spec, unit, code, left, int(quantity)))
    return found


def days_left(expiry: date | str | None, today: date) -> int | None:
    """Days until a lot expires: 0 on its last day, negative after; None for one that keeps for ever."""
    if expiry is None:
        return None
    day = date.fromisoformat(expiry) if isinstance(expiry, str) else expiry
    return (day - today).days


def warned_days(own: int | None) -> int:
    """How many days ahead lots of goods are told of."""
    return USUAL_WARNING if own is None else own
