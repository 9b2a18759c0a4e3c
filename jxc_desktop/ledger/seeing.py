"""Which documents whoever is at work may see: none of a customer or a warehouse that is assigned to others.

A document names them in columns of these names, whatever its kind; so one rule is enough for all.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Session

from jxc_desktop.shop.assigned import Assigned, hidden, require_seen

_COLUMNS = {
    "partner_id": Assigned.CUSTOMER,
    "warehouse_id": Assigned.WAREHOUSE,
    "from_warehouse_id": Assigned.WAREHOUSE,
    "to_warehouse_id": Assigned.WAREHOUSE,
}


def seen(session: Session, model: Any) -> list[ColumnElement[bool]]:
    """The conditions under which a document of `model` may be seen; none in a shop that assigns nothing."""
    unseen = hidden(session)
    if not unseen:
        return []
    columns = [
        (getattr(model, name), unseen[what])
        for name, what in _COLUMNS.items()
        if what in unseen and hasattr(model, name)
    ]
    return [or_(column.is_(None), column.not_in(refs)) for column, refs in columns]


def require_all_seen(session: Session, header: Mapping[str, Any]) -> None:
    """Raise `Forbidden` when a document's header names what is assigned to others."""
    if not hidden(session):
        return
    for name, what in _COLUMNS.items():
        ref = header.get(name)
        if ref is not None:
            require_seen(session, what, ref, name.removesuffix("_id"))
