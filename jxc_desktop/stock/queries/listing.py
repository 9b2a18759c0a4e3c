"""The list of products with what lies there, page by page."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Category, Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.models import CostPool, StockBound, StockLevel, StockPromise
from jxc_desktop.stock.queries.bounds import bound_columns
from jxc_desktop.stock.queries.reach import Places, places_asked
from jxc_desktop.stock.shares import unit_cost
from jxc_desktop.stock.trade import COST, PAGE


@dataclass(frozen=True, slots=True)
class StockFilter:
    """What the stock list shows; `text` is looked for in code, name, spec and pinyin initials.

    `state` is "" for all, "there", "none", "negative" or "low" (less available than the least stock).
    """

    text: str = ""
    warehouse_id: int | None = None
    category_id: int | None = None
    state: str = ""
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class StockRow:
    """A product in the stock list: what lies there, is promised, is on its way (1e-4 base units).

    `value` and `unit_cost` are None for who may not see cost.
    """

    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    category: str
    quantity: int
    allocated: int
    on_order: int
    min_stock: int | None
    max_stock: int | None
    retail_price: int | None
    unit_cost: int | None
    value: int | None

    @property
    def available(self) -> int:
        """What may still be promised."""
        return self.quantity - self.allocated


@dataclass(frozen=True, slots=True)
class StockSum:
    """The whole filtered set: how many products, what they are worth in fen."""

    count: int
    value: int | None


@needs("stock.view")
def stock_list(
    session: Session,
    wanted: StockFilter,
    after: str | None = None,
    limit: int = PAGE,
    *,
    skip: int = 0,
) -> list[StockRow]:
    """A page of products with what lies there, in order of code; `after` is the last code seen."""
    query = _list_query(session, wanted, cost=may(session, COST))
    if after is not None:
        query = query.where(Product.code > after)
    query = query.order_by(Product.code).offset(skip or None).limit(limit)
    return [_stock_row(row) for row in session.execute(query)]


@needs("stock.view")
def stock_sum(session: Session, wanted: StockFilter) -> StockSum:
    """Count and worth of all products that the filter lets through."""
    rows = _list_query(session, wanted, cost=may(session, COST)).subquery()
    if "pool_value" not in rows.c:
        return StockSum(session.scalar(select(func.count()).select_from(rows)) or 0, None)
    worth = [_stock_row(row).value or 0 for row in session.execute(select(rows))]
    return StockSum(len(worth), sum(worth))


@needs("stock.view")
def low_stock(
    session: Session, warehouse_id: int | None = None, limit: int = PAGE
) -> list[StockRow]:
    """Products of which less is available than their least stock, in order of code."""
    return stock_list(session, StockFilter(warehouse_id=warehouse_id, state="low"), limit=limit)


def _list_query(session: Session, wanted: StockFilter, *, cost: bool) -> Select[*tuple[Any, ...]]:
    """Products with the level asked for and, for who may see it, the pool they are valued by."""
    places, place = places_asked(session, wanted.warehouse_id), wanted.warehouse_id
    quantity = _there(StockLevel.quantity, StockLevel, places)
    allocated = _there(StockPromise.allocated, StockPromise, places)
    columns: list[Any] = [
        Product.id, Product.code, Product.name, Product.spec, Product.unit,
        func.coalesce(Category.name, ""), quantity.label("quantity"),
        allocated.label("allocated"),
        _there(StockPromise.on_order, StockPromise, places).label("on_order"),
        *bound_columns(place), Product.retail_price,
    ]  # fmt: skip
    if cost:
        columns += [
            _pooled(CostPool.quantity, places).label("pool_quantity"),
            _pooled(CostPool.value, places).label("pool_value"),
        ]
    query = select(*columns).outerjoin(Category, Category.id == Product.category_id)
    if place is not None:
        own = and_(StockBound.product_id == Product.id, StockBound.warehouse_id == place)
        query = query.outerjoin(StockBound, own)
    return query.where(*_stock_conditions(wanted, quantity, allocated))


def _there(column: Any, table: Any, places: Places) -> ColumnElement[int]:
    """Σ of a column of levels or promises of the product, in these warehouses."""
    query = select(summed(column)).where(table.product_id == Product.id)
    if places is not None:
        query = query.where(table.warehouse_id.in_(places))
    return query.correlate(Product).scalar_subquery()


def _pooled(column: Any, places: Places) -> ColumnElement[int]:
    """Of the pools that value these warehouses: their own, and the company's (warehouse 0)."""
    query = select(summed(column)).where(CostPool.product_id == Product.id)
    if places is not None:
        query = query.where(CostPool.warehouse_id.in_([0, *places]))
    return query.correlate(Product).scalar_subquery()


def _stock_conditions(
    wanted: StockFilter, quantity: ColumnElement[int], allocated: ColumnElement[int]
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [Product.track_stock.in_([True])]
    if not wanted.disabled:
        conditions.append(or_(Product.disabled.in_([False]), quantity != 0))
    if wanted.category_id is not None:
        conditions.append(Product.category_id.in_(_with_children(wanted.category_id)))
    states = {
        "there": quantity > 0,
        "none": quantity <= 0,
        "negative": quantity < 0,
        "low": _runs_short(wanted.warehouse_id, quantity - allocated),
    }
    if wanted.state:
        conditions.append(states[wanted.state])
    conditions.extend(_says(word) for word in wanted.text.split())
    return conditions


def _runs_short(warehouse_id: int | None, available: ColumnElement[int]) -> ColumnElement[bool]:
    """Less than its least; in the whole company also where one warehouse has less than its own least."""
    if warehouse_id is not None:
        least: ColumnElement[int] = bound_columns(warehouse_id)[0]
        return available < least
    bound, level, promise = StockBound, StockLevel, StockPromise
    lies, kept = (
        select(summed(column))
        .where(table.product_id == bound.product_id, table.warehouse_id == bound.warehouse_id)
        .correlate(bound)
        .scalar_subquery()
        for column, table in ((level.quantity, level), (promise.allocated, promise))
    )
    short = select(bound.product_id).where(
        bound.product_id == Product.id, lies - kept < bound.min_stock
    )
    somewhere: ColumnElement[bool] = short.correlate(Product).exists()
    return or_(available < Product.min_stock, somewhere)


def _with_children(category_id: int) -> Select[int]:
    """A category and all below it."""
    tree = select(Category.id).where(Category.id == category_id).cte("tree", recursive=True)
    tree = tree.union_all(select(Category.id).join(tree, Category.parent_id == tree.c.id))
    return select(tree.c.id)


def _says(word: str) -> ColumnElement[bool]:
    places = (Product.code, Product.name, Product.spec, Product.pinyin)
    return or_(*(place.icontains(word, autoescape=True) for place in places))


def _stock_row(row: Any) -> StockRow:
    if "pool_value" not in row._fields:
        return StockRow(*(*row, None, None))
    *goods, pool_quantity, pool_value = row
    quantity = row.quantity
    whole = quantity == pool_quantity
    value = pool_value if whole else _share(quantity, pool_quantity, pool_value)
    return StockRow(*(*goods, unit_cost(pool_value, pool_quantity), value))


def _share(quantity: int, pool_quantity: int, pool_value: int) -> int:
    """What a warehouse's part of a company pool is worth (decisions 14, without the remainder)."""
    return div_half_up(quantity * pool_value, pool_quantity) if pool_quantity else 0
