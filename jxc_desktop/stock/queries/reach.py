"""Which warehouses a question is about: the one that was named, else all that whoever is at work may see."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.shop.assigned import Assigned, hidden, require_seen
from jxc_desktop.stock.models import Warehouse

Places = frozenset[int] | None
"""Ids of warehouses; None for all there are."""


def places_asked(session: Session, warehouse_id: int | None) -> Places:
    """Raises `Forbidden` for a warehouse that is assigned to others."""
    if warehouse_id is not None:
        require_seen(session, Assigned.WAREHOUSE, warehouse_id, "warehouse")
        return frozenset({warehouse_id})
    unseen = unseen_places(session)
    if not unseen:
        return None
    return frozenset(session.scalars(select(Warehouse.id).where(Warehouse.id.not_in(unseen))))


def unseen_places(session: Session) -> frozenset[int]:
    """Warehouses that are assigned to others."""
    return hidden(session).get(Assigned.WAREHOUSE, frozenset())
