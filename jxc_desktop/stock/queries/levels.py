"""How much of a product lies where, and what all of it is worth."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import CostPool, StockLevel, Warehouse
from jxc_desktop.stock.shares import unit_cost


@dataclass(frozen=True, slots=True)
class WarehouseView:
    """A place where goods lie."""

    id: int
    code: str
    name: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class LevelView:
    """How much of a product lies in one warehouse, in 1e-4 base units."""

    warehouse_id: int
    warehouse: str
    name: str
    quantity: int


@dataclass(frozen=True, slots=True)
class WorthView:
    """What all of a product is worth: value in fen, unit costs 1e-6 yuan (None when there is none)."""

    quantity: int
    value: int
    unit_cost: int | None
    last_cost: int


@needs("stock.view")
def warehouses(session: Session) -> list[WarehouseView]:
    """Every warehouse, disabled ones too, in order of code."""
    w = Warehouse
    query = select(w.id, w.code, w.name, w.disabled).order_by(w.code)
    return [WarehouseView(*row) for row in session.execute(query)]


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


@needs("stock.view")
def levels_of(session: Session, product_id: int) -> list[LevelView]:
    """Where a product lies; warehouses that never saw it are left out."""
    query = (
        select(Warehouse.id, Warehouse.code, Warehouse.name, summed(StockLevel.quantity))
        .join(Warehouse, Warehouse.id == StockLevel.warehouse_id)
        .where(StockLevel.product_id == product_id)
        .group_by(Warehouse.id, Warehouse.code, Warehouse.name)
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
