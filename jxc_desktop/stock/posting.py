"""Moving goods within a posting: lock the pools, cost the steps, keep the caches, write the journal.

`move_goods` locks and costs; its outcome has no name yet, because a document's number is given after the pools
are locked. `record_moves` writes the journal under that number, in the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES, text_of, trimmed
from jxc_desktop.core.sql import Statement, among, insert_into
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock import costing
from jxc_desktop.stock.costing import Pool
from jxc_desktop.stock.layering import Layering
from jxc_desktop.stock.layers import Layers
from jxc_desktop.stock.lot_levels import named_lot, require_lots_told, require_single_pieces
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.months import keep_months

ADJUSTMENT = "true_up"
"""The kind of a move without goods; its other side is cost of sales."""
TRANSFERRED = "transfer"
"""The kind of a move into another warehouse; where that has no pool of its own, goods are only carried."""


@dataclass(frozen=True, slots=True)
class GoodsStep:
    """One line's goods: base `quantity` in (positive) or out (negative).

    `amount` is the worth, signed like the quantity, where it is known (receipts, returns, mirrors); None lets the
    average decide. `fallback` is a unit cost of 1e-6 yuan for goods that never came in.

    With quantity 0, `amount` is a later difference on `concerns` base units that came in once: what of them may still
    lie there bears its share, the rest is the caller's (T15–T17).

    Goods that are only `carried` change their place within their pool, and leave it as it was.

    Where costs go first in, first out, `origin` names the number and line of the document that these goods came by, or
    come back of; `mirrors` is the move of it, by its number in its pool, that is taken back.
    """

    line_no: int
    product_id: int
    warehouse_id: int
    quantity: int
    amount: int | None = None
    fallback: int = 0
    lot_id: int = 0
    concerns: int = 0
    carried: bool = False
    origin: tuple[str, int] | None = None
    mirrors: int = 0


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """A journal row that still lacks its document's number."""

    line_no: int
    product_id: int
    warehouse_id: int
    lot_id: int
    pool_id: int
    seq: int
    kind: str
    quantity: int
    amount: int


@dataclass(slots=True)
class Goods:
    """What a posting moved: `amount` is the change of stock value in fen, `adjustment` its part without goods."""

    moves: list[PlannedMove] = field(default_factory=list)

    @property
    def amount(self) -> int:
        """Worth of the goods themselves, into stock positive."""
        return sum(move.amount for move in self.moves if move.kind != ADJUSTMENT)

    @property
    def adjustment(self) -> int:
        """Value that moved without goods; negative went to cost of sales."""
        return sum(move.amount for move in self.moves if move.kind == ADJUSTMENT)


@dataclass(slots=True)
class _Held:
    """A locked pool while a posting works on it."""

    id: int
    pool: Pool
    seq: int
    layers: Layers | None = None


_Costing = Callable[[_Held, GoodsStep], costing.Step]
"""What a step does to a pool, by the shop's method."""
_PoolKey = tuple[int, int, int]
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
_NEW_POOL = Statement(
    "INSERT INTO cost_pool (product_id, warehouse_id, lot_id, quantity, value, last_cost, seq) "
    "VALUES (:product_id, :warehouse_id, :lot_id, 0, 0, 0, 0) ON CONFLICT DO NOTHING"
)
_KEEP_POOL = Statement(
    "UPDATE cost_pool SET quantity = :quantity, value = :value, last_cost = :last_cost, seq = :seq "
    "WHERE id = :id",
    changes="cost_pool",
)
_LEVELS = Statement(
    "SELECT product_id, warehouse_id, lot_id, quantity FROM stock_level "
    f"WHERE product_id IN {among('products')}",
    postgresql="SELECT product_id, warehouse_id, lot_id, quantity FROM stock_level "
    "WHERE product_id = ANY(:products) ORDER BY product_id, warehouse_id, lot_id FOR UPDATE",
)
_KEEP_LEVEL = Statement(
    "INSERT INTO stock_level (product_id, warehouse_id, lot_id, quantity) "
    "VALUES (:product_id, :warehouse_id, :lot_id, :change) "
    "ON CONFLICT (product_id, warehouse_id, lot_id) "
    "DO UPDATE SET quantity = stock_level.quantity + excluded.quantity",
    changes="stock_level",
)
_MOVE_COLUMNS = (
    "product_id", "warehouse_id", "lot_id", "pool_id", "seq", "day", "kind", "quantity", "amount", "source",
    "source_line", "posted_at",
)  # fmt: skip
_INSERT_MOVE = insert_into(Move, _MOVE_COLUMNS)
_NAMES = Statement(
    "SELECT p.name, p.unit, w.name FROM product p, warehouse w WHERE p.id = :product AND w.id = :warehouse"
)
_NAME = Statement("SELECT name FROM product WHERE id = :product")
_MOVED = Statement(
    "SELECT source_line, product_id, warehouse_id, lot_id, seq, kind, quantity, amount FROM move "
    "WHERE source = :source ORDER BY source_line DESC, id"
)
_RECOSTED = Statement(
    "SELECT l.source_line, l.product_id, l.warehouse_id, l.lot_id, 0, l.part, 0, CAST(sum(l.amount) AS bigint) "
    "FROM recost_line l JOIN recost d ON d.id = l.document_id "
    "WHERE l.source = :source AND d.state IN ('posted', 'reversed') "
    "GROUP BY l.source_line, l.product_id, l.warehouse_id, l.lot_id, l.part HAVING sum(l.amount) <> 0"
)
"""What recosts changed of a document; the part `true_up` is called like the moves it corrects."""


def move_goods(
    session: Session, steps: Sequence[GoodsStep], kind: str, *, allow_negative: bool
) -> Goods:
    """Lock pools and levels in product order, cost `steps` in their order, keep the caches.

    Raises `Refused` naming product, warehouse and what is there when a step takes more than lies there,
    unless `allow_negative`.
    """
    if not steps:
        return Goods()
    settings = settings_of(session)
    by_warehouse = settings.cost_scope == "warehouse"
    held = _lock_pools(session, steps, by_warehouse=by_warehouse)
    _keep_levels(session, steps, allow_negative=allow_negative)
    layering = _layering(session, settings, held, steps)
    cost = layering.cost if layering else _averaged
    goods = Goods()
    for step in steps:
        target = held[_pool_key(step, by_warehouse=by_warehouse)]
        goods.moves.extend(_apply(target, step, kind, cost))
    if layering:
        layering.keep()
    _KEEP_POOL.run_many(session, (_pool_row(pool) for pool in held.values()))
    return goods


def revalue_goods(
    session: Session, steps: Sequence[GoodsStep], kind: str, *, seen_only: bool = False
) -> Goods:
    """Change what goods are worth without moving any: the `amount` of each step, into stock positive.

    The whole of it must leave every pool with a lawful sign; raises `Refused` naming the product where it does not.
    `seen_only` locks and keeps nothing, for showing.
    """
    if not steps:
        return Goods()
    settings = settings_of(session)
    by_warehouse = settings.cost_scope == "warehouse"
    pools = _seen_pools if seen_only else _lock_pools
    held = pools(session, steps, by_warehouse=by_warehouse)
    layering = _layering(session, settings, held, steps)
    goods = Goods()
    for step in steps:
        target = held[_pool_key(step, by_warehouse=by_warehouse)]
        if layering:
            layering.cost(target, step)
        target.pool = replace(target.pool, value=target.pool.value + (step.amount or 0))
        goods.moves.append(_planned(target, step, kind, 0, step.amount or 0))
    for (product, _warehouse, _lot), each in held.items():
        _require_sign(session, product, each)
    if not seen_only:
        if layering:
            layering.keep()
        _KEEP_POOL.run_many(session, (_pool_row(pool) for pool in held.values()))
    return goods


def foresee_goods(session: Session, steps: Sequence[GoodsStep], kind: str) -> Goods:
    """What `move_goods` would do now, for showing: locks and keeps nothing, asks not whether enough lies there."""
    settings = settings_of(session)
    by_warehouse = settings.cost_scope == "warehouse"
    held = _seen_pools(session, steps, by_warehouse=by_warehouse)
    layering = _layering(session, settings, held, steps)
    cost = layering.cost if layering else _averaged
    goods = Goods()
    for step in steps:
        target = held[_pool_key(step, by_warehouse=by_warehouse)]
        goods.moves.extend(_apply(target, step, kind, cost))
    return goods


def mirror_goods(session: Session, source: str, *, allow_negative: bool) -> tuple[Goods, int]:
    """Take back everything that document `source` moved, at exactly its worth (I13), its last line first.

    What recosts changed of it goes too.

    The second value is what was added to stock value beyond the mirror of its own moves, in fen.
    """
    moved = _MOVED.all(session, source=source)
    recosted = _RECOSTED.all(session, source=source)
    one_pool = settings_of(session).cost_scope == "company"
    steps = [
        GoodsStep(
            line, product, warehouse, -quantity,
            amount=-amount, lot_id=lot, carried=one_pool and kind == TRANSFERRED,
            origin=(source, line), mirrors=seq,
        )
        for line, product, warehouse, lot, seq, kind, quantity, amount in (*moved, *recosted)
    ]  # fmt: skip
    goods = move_goods(session, steps, "reversal", allow_negative=allow_negative)
    mirror = -sum(amount for *_rest, amount in moved)
    return goods, goods.amount + goods.adjustment - mirror


def record_moves(session: Session, goods: Goods, *, source: str, day: date) -> None:
    """Write the journal rows under the document's number."""
    posted_at, iso_day = clock_of(session).milliseconds(), day.isoformat()
    _INSERT_MOVE.run_many(
        session,
        (
            {
                "product_id": move.product_id,
                "warehouse_id": move.warehouse_id,
                "lot_id": move.lot_id,
                "pool_id": move.pool_id,
                "seq": move.seq,
                "day": iso_day,
                "kind": move.kind,
                "quantity": move.quantity,
                "amount": move.amount,
                "source": source,
                "source_line": move.line_no,
                "posted_at": posted_at,
            }
            for move in goods.moves
        ),
    )
    keep_months(session, goods.moves, day)


def hold_pools(session: Session, products: list[int]) -> None:
    """Lock the pools of `products` before anything is asked about their lots."""
    _POOLS.all(session, products=products)


def _pool_key(step: GoodsStep, *, by_warehouse: bool) -> _PoolKey:
    return step.product_id, step.warehouse_id if by_warehouse else 0, step.lot_id


def _lock_pools(
    session: Session, steps: Sequence[GoodsStep], *, by_warehouse: bool
) -> dict[_PoolKey, _Held]:
    wanted = sorted({_pool_key(step, by_warehouse=by_warehouse) for step in steps})
    products = sorted({key[0] for key in wanted})
    held = _read_pools(session, products, wanted)
    missing = [key for key in wanted if key not in held]
    if missing:
        require_lots_told(session, (key[0] for key in missing if not key[2]))
        names = ("product_id", "warehouse_id", "lot_id")
        _NEW_POOL.run_many(session, (dict(zip(names, key, strict=True)) for key in missing))
        held = _read_pools(session, products, wanted)
    return held


def _seen_pools(
    session: Session, steps: Sequence[GoodsStep], *, by_warehouse: bool
) -> dict[_PoolKey, _Held]:
    """The pools of `steps` as they are now, not locked; those that never were are empty."""
    wanted = {_pool_key(step, by_warehouse=by_warehouse) for step in steps}
    products = sorted({key[0] for key in wanted})
    found = _read_pools(session, products, wanted, _POOLS_SEEN) if wanted else {}
    return {key: found.get(key) or _Held(0, Pool(), 0) for key in wanted}


def _read_pools(
    session: Session,
    products: list[int],
    wanted: Iterable[_PoolKey],
    question: Statement = _POOLS,
) -> dict[_PoolKey, _Held]:
    keys = set(wanted)
    found = {}
    for pool_id, product, warehouse, lot, quantity, value, last_cost, seq in question.all(
        session, products=products
    ):
        if (product, warehouse, lot) in keys:
            found[product, warehouse, lot] = _Held(pool_id, Pool(quantity, value, last_cost), seq)
    return found


def _layering(
    session: Session, settings: Settings, held: Mapping[_PoolKey, _Held], steps: Sequence[GoodsStep]
) -> Layering | None:
    """The layers of the pools, where costs go first in, first out."""
    if settings.costing != "fifo":
        return None
    return Layering(session, list(held.values()), steps)


def _apply(held: _Held, step: GoodsStep, kind: str, cost: _Costing) -> Iterable[PlannedMove]:
    if step.carried:
        yield _planned(held, step, kind, step.quantity, _carried_worth(held.pool, step))
        return
    outcome = cost(held, step)
    held.pool = outcome.pool
    if outcome.quantity or outcome.amount:
        moved = ADJUSTMENT if outcome.quantity == 0 else kind
        yield _planned(held, step, moved, outcome.quantity, outcome.amount)
    if outcome.adjustment:
        yield _planned(held, step, ADJUSTMENT, 0, outcome.adjustment)


def _averaged(held: _Held, step: GoodsStep) -> costing.Step:
    """What a step does to a pool by the moving average."""
    pool = held.pool
    if step.amount is None and step.quantity > 0:
        amount = costing.average_worth(pool, step.quantity, fallback=step.fallback)
        return costing.receive(pool, step.quantity, amount)
    if step.amount is None:
        return costing.issue(pool, -step.quantity, fallback=step.fallback)
    if step.concerns:
        return costing.revalue(pool, costing.stock_share(pool, step.concerns, step.amount))
    if step.quantity == 0:
        return costing.revalue(pool, step.amount)
    if step.quantity > 0:
        return costing.receive(pool, step.quantity, step.amount)
    return costing.take_back(pool, -step.quantity, -step.amount)


def _carried_worth(pool: Pool, step: GoodsStep) -> int:
    """Fen that go along with the goods, for the papers of both places; those who bring goods back know it."""
    if step.amount is not None:
        return step.amount
    amount = costing.average_worth(pool, abs(step.quantity), fallback=step.fallback)
    return amount if step.quantity > 0 else -amount


def _planned(held: _Held, step: GoodsStep, kind: str, quantity: int, amount: int) -> PlannedMove:
    held.seq += 1
    return PlannedMove(
        step.line_no, step.product_id, step.warehouse_id, step.lot_id, held.id, held.seq, kind, quantity, amount
    )  # fmt: skip


def _pool_row(held: _Held) -> dict[str, int]:
    pool = held.pool
    return {
        "id": held.id,
        "quantity": pool.quantity,
        "value": pool.value,
        "last_cost": pool.last_cost,
        "seq": held.seq,
    }


def _keep_levels(session: Session, steps: Sequence[GoodsStep], *, allow_negative: bool) -> None:
    changes: dict[_PoolKey, int] = {}
    for step in steps:
        key = (step.product_id, step.warehouse_id, step.lot_id)
        changes[key] = changes.get(key, 0) + step.quantity
    going = {
        key: change
        for key, change in changes.items()
        if change < 0 and (key[2] or not allow_negative)
    }
    if going:
        _require_enough(session, going)
    _KEEP_LEVEL.run_many(
        session,
        (
            {"product_id": product, "warehouse_id": warehouse, "lot_id": lot, "change": change}
            for (product, warehouse, lot), change in sorted(changes.items())
        ),
    )
    coming = {key for key, change in changes.items() if key[2] and change > 0}
    if coming:
        require_single_pieces(session, {key[0] for key in coming}, {key[2] for key in coming})


def _require_enough(session: Session, changes: dict[_PoolKey, int]) -> None:
    """Refuse to take more than lies there; a lot is never oversold."""
    products = sorted({key[0] for key in changes})
    there = {
        (p, w, lot): quantity for p, w, lot, quantity in _LEVELS.all(session, products=products)
    }
    for (product, warehouse, lot), change in changes.items():
        on_hand = there.get((product, warehouse, lot), 0)
        if on_hand + change < 0:
            raise _too_little(session, (product, warehouse, lot), on_hand, -change)


def _too_little(session: Session, key: _PoolKey, on_hand: int, wanted: int) -> Refused:
    product, warehouse, lot = key
    name, unit, place = _NAMES.one(session, product=product, warehouse=warehouse)
    return Refused(
        translate(
            "stock", "{place}的 {product} 只有 {there} {unit}，这里要 {wanted}。改数量，或先入库"
        ).format(
            place=place,
            product=name + named_lot(session, lot),
            there=trimmed(on_hand, QUANTITY_PLACES),
            unit=unit,
            wanted=trimmed(wanted, QUANTITY_PLACES),
        ),
        field="lines",
    )


def _require_sign(session: Session, product: int, held: _Held) -> None:
    """Refuse a worth that the sign rule would have to cure (I4), or that the layers cannot bear."""
    pool = held.pool
    lawful = pool.quantity * pool.value >= 0 and (pool.quantity or not pool.value)
    borne = held.layers is None or held.layers.pool.value == pool.value
    if not (lawful and borne):
        [name] = _NAME.one(session, product=product)
        raise Refused(
            translate(
                "stock",
                "{product} 现有 {there}，金额会成为 {value}。没有货就没有成本可调，有货的金额不能小于 0",
            ).format(
                product=name,
                there=trimmed(pool.quantity, QUANTITY_PLACES),
                value=text_of(pool.value, MONEY_PLACES),
            ),
            field="lines",
        )


Moved = dict[int, tuple[int, int]]
"""Quantity and worth by lot; 0 is no lot."""


def moved_by_lot(session: Session, source: str) -> dict[int, Moved]:
    """What each line of document `source` moved of each lot: goods and later recosts, no true-ups."""
    lines: dict[int, Moved] = {}
    for line, _product, _warehouse, lot, _seq, kind, quantity, amount in (
        *_MOVED.all(session, source=source),
        *_RECOSTED.all(session, source=source),
    ):
        if kind == ADJUSTMENT:
            continue
        moved = lines.setdefault(line, {})
        before = moved.get(lot, (0, 0))
        moved[lot] = before[0] + quantity, before[1] + amount
    return lines


def summed(moved: Moved) -> tuple[int, int]:
    """Quantity and worth of all lots together."""
    return sum(quantity for quantity, _ in moved.values()), sum(
        worth for _, worth in moved.values()
    )
