"""Cost pools while a posting works on them: found or opened, locked in everybody's order, kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement, among
from jxc_desktop.stock.costing import Pool
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.layers import Layers
from jxc_desktop.stock.lot_levels import require_lots_told


@dataclass(slots=True)
class HeldPool:
    """A locked pool while a posting works on it."""

    id: int
    pool: Pool
    seq: int
    layers: Layers | None = None


PoolKey = tuple[int, int, int]
"""Product, warehouse (0 where cost is kept for the whole company) and lot (0 is none)."""
_POOL_COLUMNS = "id, product_id, warehouse_id, lot_id, quantity, value, last_cost, seq"
_POOLS = Statement(
    f"SELECT {_POOL_COLUMNS} FROM cost_pool WHERE product_id IN {among('products')}",
    postgresql=f"SELECT {_POOL_COLUMNS} FROM cost_pool WHERE product_id = ANY(:products) "
    "ORDER BY product_id, warehouse_id, lot_id FOR UPDATE",
)
_POOLS_SEEN = Statement(
    f"SELECT {_POOL_COLUMNS} FROM cost_pool WHERE product_id IN {among('products')}",
    postgresql=f"SELECT {_POOL_COLUMNS} FROM cost_pool WHERE product_id = ANY(:products)",
)
_HOLD_POOLS = Statement(
    "SELECT 1",
    postgresql="SELECT 1 FROM cost_pool WHERE product_id = ANY(:products) "
    "ORDER BY product_id, warehouse_id, lot_id FOR UPDATE",
)
_NEW_POOL = Statement(
    "INSERT INTO cost_pool (product_id, warehouse_id, lot_id, quantity, value, last_cost, seq) "
    "VALUES (:product_id, :warehouse_id, :lot_id, 0, 0, 0, 0) ON CONFLICT DO NOTHING"
)
_KEEP_POOL = Statement(
    "UPDATE cost_pool SET quantity = :quantity, value = :value, last_cost = :last_cost, seq = :seq "
    "WHERE id = :id",
    changes="cost_pool",
)


def hold_pools(session: Session, products: Iterable[int]) -> None:
    """Lock the pools of `products` in everybody's order, before anything is asked about their goods."""
    _HOLD_POOLS.all(session, products=sorted(set(products)))


def pool_key(step: GoodsStep, *, by_warehouse: bool) -> PoolKey:
    """The pool that a step's goods are costed in."""
    return step.product_id, step.warehouse_id if by_warehouse else 0, step.lot_id


def lock_pools(
    session: Session, steps: Sequence[GoodsStep], *, by_warehouse: bool
) -> dict[PoolKey, HeldPool]:
    """The pools of `steps`, locked in product order; those that never were are opened.

    They are opened before any is locked: who held one and waited for another's new pool could be waited for by it.
    """
    wanted = sorted({pool_key(step, by_warehouse=by_warehouse) for step in steps})
    products = sorted({key[0] for key in wanted})
    held = _read_pools(session, products, wanted, _POOLS_SEEN)
    missing = [key for key in wanted if key not in held]
    if missing:
        require_lots_told(session, (key[0] for key in missing if not key[2]))
        names = ("product_id", "warehouse_id", "lot_id")
        _NEW_POOL.run_many(session, (dict(zip(names, key, strict=True)) for key in missing))
    if missing or session.info["dialect"] == "postgresql":
        held = _read_pools(session, products, wanted)
    return held


def seen_pools(
    session: Session, steps: Sequence[GoodsStep], *, by_warehouse: bool
) -> dict[PoolKey, HeldPool]:
    """The pools of `steps` as they are now, not locked; those that never were are empty."""
    wanted = {pool_key(step, by_warehouse=by_warehouse) for step in steps}
    products = sorted({key[0] for key in wanted})
    found = _read_pools(session, products, wanted, _POOLS_SEEN) if wanted else {}
    return {key: found.get(key) or HeldPool(0, Pool(), 0) for key in wanted}


def _read_pools(
    session: Session,
    products: list[int],
    wanted: Iterable[PoolKey],
    question: Statement = _POOLS,
) -> dict[PoolKey, HeldPool]:
    keys = set(wanted)
    found = {}
    for pool_id, product, warehouse, lot, quantity, value, last_cost, seq in question.all(
        session, products=products
    ):
        if (product, warehouse, lot) in keys:
            found[product, warehouse, lot] = HeldPool(
                pool_id, Pool(quantity, value, last_cost), seq
            )
    return found


def keep_pools(session: Session, held: Iterable[HeldPool]) -> None:
    """Write what the pools are now."""
    _KEEP_POOL.run_many(session, (_pool_row(each) for each in held))


def _pool_row(held: HeldPool) -> dict[str, int]:
    pool = held.pool
    return {
        "id": held.id,
        "quantity": pool.quantity,
        "value": pool.value,
        "last_cost": pool.last_cost,
        "seq": held.seq,
    }
