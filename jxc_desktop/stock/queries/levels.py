"""How much of a product lies where, and what all of it is worth."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, Subquery, func, literal, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.assigned import Assigned, holders_of
from jxc_desktop.stock.models import CostPool, StockLevel, StockPromise, Warehouse
from jxc_desktop.stock.queries.reach import unseen_places
from jxc_desktop.stock.shares import unit_cost


@dataclass(frozen=True, slots=True)
class WarehouseView:
    """A place where goods lie; the `transit` one holds what is on its way between others."""

    id: int
    code: str
    name: str
    disabled: bool
    transit: bool


@dataclass(frozen=True, slots=True)
class PlaceView(WarehouseView):
    """A warehouse with how many kinds of goods lie there, and the users it is assigned to (none: everybody's)."""

    goods: int
    users: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Availability:
    """What of a product lies there, is promised to customers, and is on its way; 1e-4 base units (domain.md §1.2)."""

    quantity: int = 0
    allocated: int = 0
    on_order: int = 0

    @property
    def available(self) -> int:
        """What may still be promised: what lies there less what is promised already."""
        return self.quantity - self.allocated


NOTHING = Availability()


@dataclass(frozen=True, slots=True)
class LevelView(Availability):
    """How much of a product lies in one warehouse."""

    warehouse_id: int = 0
    warehouse: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class WorthView:
    """What all of a product is worth: value in fen, unit costs 1e-6 yuan (None when there is none)."""

    quantity: int
    value: int
    unit_cost: int | None
    last_cost: int


@needs("stock.view")
def warehouses(session: Session) -> list[WarehouseView]:
    """Every warehouse that is not assigned to others, disabled ones too, in order of code."""
    w = Warehouse
    query = select(w.id, w.code, built_in_column(w.name), w.disabled, w.transit).order_by(w.code)
    query = query.where(w.id.not_in(unseen_places(session)))
    return [WarehouseView(*row) for row in session.execute(query)]


@needs("stock.view")
def places(session: Session) -> list[PlaceView]:
    """Every warehouse that is not assigned to others, with what lies there, in order of code."""
    w, level = Warehouse, StockLevel
    kinds = func.count(level.product_id.distinct()).label("goods")
    goods = select(level.warehouse_id, kinds)
    goods = goods.where(level.quantity != 0).group_by(level.warehouse_id)
    lies = goods.subquery()
    query = select(w.id, w.code, w.name, w.disabled, w.transit, func.coalesce(lies.c.goods, 0))
    query = query.outerjoin(lies, lies.c.warehouse_id == w.id).order_by(w.code)
    query = query.where(w.id.not_in(unseen_places(session)))
    found = [PlaceView(*row) for row in session.execute(query)]
    return [
        replace(place, users=holders_of(session, Assigned.WAREHOUSE, place.id)) for place in found
    ]


def warehouse_named(session: Session, code: str) -> WarehouseView:
    """The warehouse with this code."""
    for view in warehouses(session):
        if view.code == code:
            return view
    raise NotFound(translate("stock", "没有仓库 {code}。核对仓库编号").format(code=code))


def on_hand(session: Session, product_id: int, warehouse_id: int | None = None) -> int:
    """1e-4 base units of a product in one warehouse, or in all."""
    query = select(summed(StockLevel.quantity)).where(StockLevel.product_id == product_id)
    if warehouse_id is not None:
        query = query.where(StockLevel.warehouse_id == warehouse_id)
    return session.scalar(query) or 0


def on_hand_of(
    session: Session, products: Iterable[int] | Select[int], warehouse_id: int | None = None
) -> dict[int, int]:
    """Like `on_hand` for several products at once (ids, or a query of ids); those never moved are missing."""
    wanted = products if isinstance(products, Select) else list(products)
    query = select(StockLevel.product_id, summed(StockLevel.quantity))
    query = query.where(StockLevel.product_id.in_(wanted))
    if warehouse_id is not None:
        query = query.where(StockLevel.warehouse_id == warehouse_id)
    rows = session.execute(query.group_by(StockLevel.product_id))
    return {row[0]: row[1] for row in rows}


def available_of(
    session: Session, products: Iterable[int] | Select[int], warehouse_id: int | None = None
) -> dict[int, Availability]:
    """What may be promised of several products at once (ids, or a query of ids); those never seen are missing."""
    wanted = products if isinstance(products, Select) else list(products)
    places = promised_levels(StockLevel.product_id.in_(wanted), StockPromise.product_id.in_(wanted))
    query = select(places.c.product_id, *sums_of(places)).group_by(places.c.product_id)
    if warehouse_id is not None:
        query = query.where(places.c.warehouse_id == warehouse_id)
    return {row[0]: Availability(*row[1:]) for row in session.execute(query)}


def promises_by_place(
    session: Session, products: Any = None
) -> dict[tuple[int, int], Availability]:
    """What is promised and on its way by product and warehouse; `products` is a query of ids, None for all."""
    p = StockPromise
    query = select(p.product_id, p.warehouse_id, p.allocated, p.on_order)
    query = query.where((p.allocated != 0) | (p.on_order != 0))
    if products is not None:
        query = query.where(p.product_id.in_(products))
    rows = session.execute(query)
    return {(row[0], row[1]): Availability(0, row[2], row[3]) for row in rows}


def promised_levels(levels: Any, promises: Any) -> Subquery:
    """Levels and promises as rows of one table, each narrowed by its own condition; to be summed."""
    level, promise, nothing = StockLevel, StockPromise, literal(0)
    there = select(
        level.product_id, level.warehouse_id, level.quantity,
        nothing.label("allocated"), nothing.label("on_order"),
    )  # fmt: skip
    promised = select(
        promise.product_id, promise.warehouse_id, nothing, promise.allocated, promise.on_order
    )
    return union_all(there.where(levels), promised.where(promises)).subquery("places")


def sums_of(places: Subquery) -> tuple[Any, Any, Any]:
    """What lies there, is promised and is on its way, summed."""
    columns = places.c.quantity, places.c.allocated, places.c.on_order
    first, second, third = map(summed, columns)
    return first, second, third


@needs("stock.view")
def levels_of(session: Session, product_id: int) -> list[LevelView]:
    """Where a product lies or is awaited; warehouses that never saw it are left out."""
    level, promise = StockLevel.product_id, StockPromise.product_id
    places = promised_levels(level == product_id, promise == product_id)
    place = (Warehouse.id, Warehouse.code, built_in_column(Warehouse.name))
    query = (
        select(*sums_of(places), *place)
        .join(Warehouse, Warehouse.id == places.c.warehouse_id)
        .where(Warehouse.id.not_in(unseen_places(session)))
        .group_by(*place)
        .order_by(Warehouse.code)
    )
    return [LevelView(*row) for row in session.execute(query)]


@needs("field.cost_price")
def worth_of(session: Session, product_id: int) -> WorthView:
    """What all of a product is worth now."""
    query = select(
        summed(CostPool.quantity), summed(CostPool.value), func.max(CostPool.last_cost)
    ).where(CostPool.product_id == product_id)
    quantity, value, last_cost = session.execute(query).one()
    return WorthView(quantity, value, unit_cost(value, quantity), last_cost or 0)


@needs("field.cost_price")
def cost_prices(session: Session, products: Iterable[int]) -> dict[int, int]:
    """What a base unit of each product costs now, 1e-6 yuan: its average, else its last cost; others are missing."""
    query = (
        select(
            CostPool.product_id,
            summed(CostPool.quantity),
            summed(CostPool.value),
            func.max(CostPool.last_cost),
        )
        .where(CostPool.product_id.in_(list(products)))
        .group_by(CostPool.product_id)
    )
    found = {}
    for product, quantity, value, last in session.execute(query):
        cost = unit_cost(value, quantity) or last
        if cost is not None:
            found[product] = cost
    return found


@needs("field.cost_price")
def stock_value(session: Session) -> int:
    """Fen that everything in stock is worth; equals account 1405."""
    return session.scalar(select(summed(CostPool.value))) or 0
