"""Moving goods within a posting: lock the pools, cost the steps, keep the caches, write the journal.

`move_goods` locks and costs; its outcome has no name yet, because a document's number is given after the pools
are locked. `record_moves` writes the journal under that number, in the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES, text_of, trimmed
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock import costing
from jxc_desktop.stock.costing import Pool
from jxc_desktop.stock.goods import ADJUSTMENT, TRANSFERRED, Goods, GoodsStep, PlannedMove
from jxc_desktop.stock.layering import Layering
from jxc_desktop.stock.levels import keep_levels
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.months import keep_months
from jxc_desktop.stock.moved import moved_rows, recosted_rows
from jxc_desktop.stock.pools import (
    HeldPool,
    PoolKey,
    hold_pools,
    keep_pools,
    lock_pools,
    pool_key,
    seen_pools,
)

_Costing = Callable[[HeldPool, GoodsStep], costing.Step]
"""What a step does to a pool, by the shop's method."""
_MOVE_COLUMNS = (
    "product_id", "warehouse_id", "lot_id", "pool_id", "seq", "day", "kind", "quantity", "amount", "source",
    "source_line", "posted_at",
)  # fmt: skip
_INSERT_MOVE = insert_into(Move, _MOVE_COLUMNS)
_NAME = Statement("SELECT name FROM product WHERE id = :product")


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
    held = lock_pools(session, steps, by_warehouse=by_warehouse)
    keep_levels(session, steps, allow_negative=allow_negative)
    layering = _layering(session, settings, held, steps)
    cost = layering.cost if layering else _averaged
    goods = Goods()
    for step in steps:
        target = held[pool_key(step, by_warehouse=by_warehouse)]
        goods.moves.extend(_apply(target, step, kind, cost))
    if layering:
        layering.keep()
    keep_pools(session, held.values())
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
    pools = seen_pools if seen_only else lock_pools
    held = pools(session, steps, by_warehouse=by_warehouse)
    layering = _layering(session, settings, held, steps)
    goods = Goods()
    for step in steps:
        target = held[pool_key(step, by_warehouse=by_warehouse)]
        if layering:
            layering.cost(target, step)
        target.pool = replace(target.pool, value=target.pool.value + (step.amount or 0))
        goods.moves.append(_planned(target, step, kind, 0, step.amount or 0))
    for (product, _warehouse, _lot), each in held.items():
        _require_sign(session, product, each)
    if not seen_only:
        if layering:
            layering.keep()
        keep_pools(session, held.values())
    return goods


def foresee_goods(session: Session, steps: Sequence[GoodsStep], kind: str) -> Goods:
    """What `move_goods` would do now, for showing: locks and keeps nothing, asks not whether enough lies there."""
    settings = settings_of(session)
    by_warehouse = settings.cost_scope == "warehouse"
    held = seen_pools(session, steps, by_warehouse=by_warehouse)
    layering = _layering(session, settings, held, steps)
    cost = layering.cost if layering else _averaged
    goods = Goods()
    for step in steps:
        target = held[pool_key(step, by_warehouse=by_warehouse)]
        goods.moves.extend(_apply(target, step, kind, cost))
    return goods


def mirror_goods(session: Session, source: str, *, allow_negative: bool) -> tuple[Goods, int]:
    """Take back everything that document `source` moved, at exactly its worth (I13), its last line first.

    What recosts changed of it goes too.

    The second value is what was added to stock value beyond the mirror of its own moves, in fen.
    """
    moved = moved_rows(session, source)
    # Before it is asked what recosts changed: one that is under way would be missed.
    hold_pools(session, (row[1] for row in moved))
    settings = settings_of(session)
    # Where there are layers, what was changed of them is mirrored with the goods.
    recosted = () if settings.costing == "fifo" else recosted_rows(session, source)
    one_pool = settings.cost_scope == "company"
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


def _layering(
    session: Session,
    settings: Settings,
    held: Mapping[PoolKey, HeldPool],
    steps: Sequence[GoodsStep],
) -> Layering | None:
    """The layers of the pools, where costs go first in, first out."""
    if settings.costing != "fifo":
        return None
    return Layering(session, list(held.values()), steps)


def _apply(held: HeldPool, step: GoodsStep, kind: str, cost: _Costing) -> Iterable[PlannedMove]:
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


def _averaged(held: HeldPool, step: GoodsStep) -> costing.Step:
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


def _planned(held: HeldPool, step: GoodsStep, kind: str, quantity: int, amount: int) -> PlannedMove:
    held.seq += 1
    return PlannedMove(
        step.line_no, step.product_id, step.warehouse_id, step.lot_id, held.id, held.seq, kind, quantity, amount
    )  # fmt: skip


def _require_sign(session: Session, product: int, held: HeldPool) -> None:
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
    if held.layers is not None and not held.layers.lawful:
        [name] = _NAME.one(session, product=product)
        told = translate(
            "stock", "{product} 后来又进出过，先进先出的各批对不上了，不能红冲。再重算一次"
        )
        raise Refused(told.format(product=name), field="lines")
