"""Movements: of a document, of a product."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.models import Move, Warehouse
from jxc_desktop.stock.queries.reach import places_asked
from jxc_desktop.stock.trade import COST


@dataclass(frozen=True, slots=True)
class MoveView:
    """One movement: quantity in (positive) or out, amount in fen or None for who may not see cost.

    `lot` is its lot or serial number, "" for goods without any.
    """

    day: date
    kind: str
    source: str
    source_line: int
    product: str
    name: str
    warehouse: str
    quantity: int
    amount: int | None
    lot: str = ""


@needs("stock.view")
def moves_of(session: Session, number: str) -> list[MoveView]:
    """What a document moved, in posting order; true-ups are cost and shown only with that right."""
    cost = may(session, COST)
    query = _moves(Move.source == number).order_by(Move.id)
    rows = [_move(row, cost=cost) for row in session.execute(query)]
    return [row for row in rows if cost or row.quantity]


@needs("stock.view")
def moves_of_product(
    session: Session,
    product_id: int,
    from_day: date,
    to_day: date,
    warehouse_id: int | None = None,
) -> list[MoveView]:
    """How a product moved in a period, in order of day and posting."""
    cost = may(session, COST)
    conditions = [Move.product_id == product_id, Move.day.between(from_day, to_day)]
    places = places_asked(session, warehouse_id)
    if places is not None:
        conditions.append(Move.warehouse_id.in_(places))
    query = _moves(and_(*conditions)).order_by(Move.day, Move.id)
    rows = [_move(row, cost=cost) for row in session.execute(query)]
    return [row for row in rows if cost or row.quantity]


def level_before(
    session: Session, product_id: int, day: date, warehouse_id: int | None = None
) -> tuple[int, int | None]:
    """Quantity and worth (None without the right) of a product at the beginning of `day`."""
    cost = may(session, COST)
    columns = [summed(Move.quantity), *([summed(Move.amount)] if cost else [])]
    query = select(*columns).where(Move.product_id == product_id, Move.day < day)
    places = places_asked(session, warehouse_id)
    if places is not None:
        query = query.where(Move.warehouse_id.in_(places))
    row = session.execute(query).one()
    return row[0], row[1] if cost else None


def _moves(condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Move.day, Move.kind, Move.source, Move.source_line, Product.code, Product.name,
            Warehouse.code, Move.quantity, Move.amount, func.coalesce(Lot.code, ""),
        )
        .join(Product, Product.id == Move.product_id)
        .join(Warehouse, Warehouse.id == Move.warehouse_id)
        .outerjoin(Lot, Lot.id == Move.lot_id)
        .where(condition)
    )  # fmt: skip


def _move(row: Sequence[Any], *, cost: bool) -> MoveView:
    return MoveView(*(*row[:8], row[8] if cost else None, row[9]))
