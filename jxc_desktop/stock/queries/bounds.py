"""What should lie of a product: its own bounds, and those that a warehouse has of its own."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import StockBound, Warehouse
from jxc_desktop.stock.queries.levels import NOTHING, levels_of

Bounds = tuple[int | None, int | None]
"""The least and the most, 1e-4 base units; None where there is none."""


@dataclass(frozen=True, slots=True)
class BoundView:
    """A warehouse with what it may still promise of a product and its own bounds."""

    warehouse_id: int
    name: str
    quantity: int
    available: int
    least: int | None
    most: int | None


@needs("stock.view")
def bounds_of(session: Session, product_id: int) -> list[BoundView]:
    """Every warehouse in use, in order of code, with what lies there and the bounds of its own."""
    w, bound = Warehouse, StockBound
    query = (
        select(w.id, built_in_column(w.name), bound.min_stock, bound.max_stock)
        .outerjoin(bound, and_(bound.warehouse_id == w.id, bound.product_id == product_id))
        .where(w.disabled.in_([False]))
        .order_by(w.code)
    )
    there = {level.warehouse_id: level for level in levels_of(session, product_id)}
    return [
        BoundView(row[0], row[1], held.quantity, held.available, row[2], row[3])
        for row in session.execute(query)
        for held in [there.get(row[0], NOTHING)]
    ]


def bounds_at(session: Session, products: Any, warehouse_id: int | None) -> dict[int, Bounds]:
    """The bounds of products (a query of ids): in a warehouse its own before theirs; None asks for the company."""
    p, bound = Product, StockBound
    least, most = bound_columns(warehouse_id)
    query = select(p.id, least, most).where(p.id.in_(products))
    if warehouse_id is not None:
        own = and_(bound.product_id == p.id, bound.warehouse_id == warehouse_id)
        query = query.outerjoin(bound, own)
    return {row[0]: (row[1], row[2]) for row in session.execute(query)}


def own_bounds(session: Session, products: Any) -> dict[int, dict[int, Bounds]]:
    """By warehouse and product the bounds that warehouses have of their own."""
    bound = StockBound
    query = select(bound.warehouse_id, bound.product_id, bound.min_stock, bound.max_stock)
    found: dict[int, dict[int, Bounds]] = {}
    for place, product, least, most in session.execute(query.where(bound.product_id.in_(products))):
        found.setdefault(place, {})[product] = (least, most)
    return found


def bound_columns(warehouse_id: int | None) -> tuple[Any, Any]:
    """The least and the most as columns of a query on products that joins the bounds of `warehouse_id`."""
    p, bound = Product, StockBound
    if warehouse_id is None:
        return p.min_stock, p.max_stock
    return func.coalesce(bound.min_stock, p.min_stock), func.coalesce(bound.max_stock, p.max_stock)
