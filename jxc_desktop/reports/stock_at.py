"""What lay where on a day and what it was worth: the caches less whatever moved afterwards.

So the question costs what happened since, not what ever happened.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.reports.report import Request
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import CostPool, Move, StockLevel
from jxc_desktop.stock.shares import shares_of, unit_cost
from jxc_desktop.stock.trade import COST

Place = tuple[int, int, int]
"""Product, warehouse, lot."""


@dataclass(frozen=True, slots=True)
class Held:
    """Goods of one product in one place: quantity 1e-4, worth fen, unit cost 1e-6 yuan or None."""

    product_id: int
    warehouse_id: int
    lot_id: int
    quantity: int
    amount: int
    unit_cost: int | None


def quantities_at(session: Session, day: date, products: Any = None) -> dict[Place, int]:
    """1e-4 base units in each place at the end of `day`; `products` is a query of ids, or None for all."""
    s = StockLevel
    held = select(s.product_id, s.warehouse_id, s.lot_id, s.quantity)
    after = _moved_after(day, products, Move.warehouse_id, Move.lot_id, Move.quantity)
    if products is not None:
        held = held.where(s.product_id.in_(products))
    found = {(row[0], row[1], row[2]): row[3] for row in session.execute(held)}
    for product, warehouse, lot, quantity in session.execute(after):
        found[product, warehouse, lot] -= quantity
    return found


def held_at(session: Session, day: date, products: Any = None) -> list[Held]:
    """What every place held at the end of `day` and its share of the worth (decisions 14)."""
    levels: dict[Place, list[tuple[int, int]]] = {}
    for (product, warehouse, lot), quantity in quantities_at(session, day, products).items():
        for scope in (0, warehouse):
            levels.setdefault((product, scope, lot), []).append((warehouse, quantity))
    held: list[Held] = []
    for (product, scope, lot), value in _values_at(session, day, products).items():
        there = levels.get((product, scope, lot), [])
        quantities = [quantity for _warehouse, quantity in there]
        cost = unit_cost(value, sum(quantities))
        shares = shares_of(value, quantities)
        for (warehouse, quantity), amount in zip(there, shares, strict=True):
            held.append(Held(product, warehouse, lot, quantity, amount, cost))
    return held


def held_by_product(
    session: Session, request: Request, asked: Any
) -> dict[int, tuple[int, int | None]]:
    """Quantity and worth of each product on the report's day, in the warehouse asked for; worth for who may see it."""
    warehouse = request.get("warehouse")
    found: dict[int, tuple[int, int | None]] = {}
    if not may(session, COST):
        for (product, place, _lot), there in quantities_at(session, request.to_day, asked).items():
            if warehouse in {None, place}:
                found[product] = (found.get(product, (0, None))[0] + there, None)
        return found
    for each in held_at(session, request.to_day, asked):
        if warehouse in {None, each.warehouse_id}:
            quantity, worth = found.get(each.product_id, (0, 0))
            found[each.product_id] = (quantity + each.quantity, (worth or 0) + each.amount)
    return found


def _values_at(session: Session, day: date, products: Any) -> dict[Place, int]:
    """Fen in each pool (product, warehouse or 0, lot) at the end of `day`."""
    p = CostPool
    pools = select(p.id, p.product_id, p.warehouse_id, p.lot_id, p.value)
    if products is not None:
        pools = pools.where(p.product_id.in_(products))
    after = _moved_after(day, products, Move.pool_id, Move.amount)
    later = {row[1]: row[2] for row in session.execute(after)}
    return {
        (row[1], row[2], row[3]): row[4] - later.get(row[0], 0) for row in session.execute(pools)
    }


def _moved_after(day: date, products: Any, *columns: Any) -> Any:
    """Σ of the last of `columns` over moves after `day`, by product and the other columns.

    Asked product by product, because the index of the moves begins with it.
    """
    *keys, measure = columns
    wanted = products if products is not None else select(Product.id)
    query = select(Move.product_id, *keys, summed(measure))
    query = query.where(Move.product_id.in_(wanted), Move.day > day)
    return query.group_by(Move.product_id, *keys)
