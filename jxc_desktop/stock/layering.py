"""Costing a posting first in, first out: the layers of the pools it holds, and what earlier documents took of them.

A pool is locked before its layers are read, so nobody else touches them meanwhile.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement, among, insert_into
from jxc_desktop.stock.costing import Pool, Step, average_worth
from jxc_desktop.stock.layer_models import LayerPart
from jxc_desktop.stock.layers import NEWEST, Costed, Layer, Layers, Part, Taken

_LAYERS = Statement(
    "SELECT l.pool_id, l.seq, m.day, l.quantity, l.value FROM cost_layer l "
    "LEFT JOIN move m ON m.pool_id = l.pool_id AND m.seq = l.seq "
    f"WHERE l.pool_id IN {among('pools')}",
    postgresql="SELECT l.pool_id, l.seq, m.day, l.quantity, l.value FROM cost_layer l "
    "LEFT JOIN move m ON m.pool_id = l.pool_id AND m.seq = l.seq WHERE l.pool_id = ANY(:pools)",
)
_KEEP_LAYER = Statement(
    "INSERT INTO cost_layer (pool_id, seq, quantity, value) VALUES (:pool_id, :seq, :quantity, :value) "
    "ON CONFLICT (pool_id, seq) DO UPDATE SET quantity = excluded.quantity, value = excluded.value",
    changes="cost_layer",
)
_DROP_LAYER = Statement(
    "DELETE FROM cost_layer WHERE pool_id = :pool_id AND seq = :seq", changes="cost_layer"
)
_KEEP_PART = insert_into(LayerPart, ("pool_id", "seq", "layer", "quantity", "amount", "origin"))
_PARTS = Statement(
    "SELECT m.source_line, p.pool_id, p.seq, p.layer, d.day, p.quantity, p.amount, p.origin, p.id, "
    "coalesce((SELECT sum(r.quantity) FROM layer_part r WHERE r.origin = p.id), 0), "
    "coalesce((SELECT sum(r.amount) FROM layer_part r WHERE r.origin = p.id), 0), m.lot_id "
    "FROM move m JOIN layer_part p ON p.pool_id = m.pool_id AND p.seq = m.seq "
    "LEFT JOIN move d ON d.pool_id = p.pool_id AND d.seq = p.layer "
    "WHERE m.source = :source ORDER BY p.id"
)


class Wanted(Protocol):
    """What a step of goods must tell (stock.goods.GoodsStep)."""

    @property
    def product_id(self) -> int: ...
    @property
    def lot_id(self) -> int: ...
    @property
    def quantity(self) -> int: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def fallback(self) -> int: ...
    @property
    def concerns(self) -> int: ...
    @property
    def origin(self) -> tuple[str, int] | None: ...
    @property
    def mirrors(self) -> int: ...


class Held(Protocol):
    """A pool while a posting works on it: `seq` is its last move, `layers` what this module keeps of it there."""

    id: int
    pool: Pool
    seq: int
    layers: Layers | None


class Layering:
    """First in, first out for one posting."""

    def __init__(self, session: Session, pools: Sequence[Held], steps: Iterable[Wanted]) -> None:
        self._session = session
        self._pools = pools
        self._parts: list[tuple[int, int, Part]] = []
        self._earlier = {
            source: _PARTS.all(session, source=source)
            for source in sorted({step.origin[0] for step in steps if step.origin})
        }
        self._taken: dict[int, Taken] = {}
        found: dict[int, list[Layer]] = {held.id: [] for held in pools}
        for pool, seq, day, quantity, value in _LAYERS.all(session, pools=list(found)):
            found[pool].append(Layer(seq, day or NEWEST, quantity, value))
        for held in pools:
            held.layers = Layers(found[held.id], held.pool.last_cost)

    def cost(self, held: Held, step: Wanted) -> Step:
        """What `step` does to its pool, noted for `keep`."""
        if held.layers is None:
            held.layers = Layers((), held.pool.last_cost)
        costed = self._costed(held.layers, held, step)
        told = costed.step
        seq = held.seq + 1
        self._parts += ((held.id, seq, part) for part in costed.parts)
        if told.adjustment and (told.quantity or told.amount):
            seq += 1
        self._parts += ((held.id, seq, part) for part in costed.cures)
        return told

    def keep(self) -> None:
        """Write what the layers are now, and every part that made them so."""
        changed = [
            {"pool_id": held.id, "seq": seq, "quantity": layer.quantity, "value": layer.value}
            for held in self._pools
            if held.layers
            for seq, layer in held.layers.changed.items()
        ]
        _KEEP_LAYER.run_many(self._session, (row for row in changed if row["quantity"]))
        _DROP_LAYER.run_many(self._session, (row for row in changed if not row["quantity"]))
        _KEEP_PART.run_many(
            self._session,
            (
                {
                    "pool_id": pool,
                    "seq": seq,
                    "layer": part.layer,
                    "quantity": part.quantity,
                    "amount": part.amount,
                    "origin": part.origin,
                }
                for pool, seq, part in self._parts
            ),
        )

    def _costed(self, layers: Layers, held: Held, step: Wanted) -> Costed:
        seq, amount = held.seq + 1, step.amount
        if step.mirrors:
            return layers.mirror(
                list(self._to_undo(held.id, step)), step.quantity, abs(amount or 0)
            )
        if amount is not None and step.quantity == 0:
            if step.concerns:
                return layers.bear(amount, step.concerns, own=self._own(held.id, step))
            return layers.revalue(amount)
        if step.quantity < 0:
            if amount is None:
                return layers.issue(seq, -step.quantity, fallback=step.fallback)
            return layers.take_back(seq, -step.quantity, -amount, own=self._own(held.id, step))
        taken = list(self._to_come_back(held.id, step))
        if taken:
            return layers.give_back(seq, step.quantity, taken, fallback=step.fallback)
        if amount is None:
            amount = average_worth(layers.pool, step.quantity, fallback=step.fallback)
        return layers.receive(seq, step.quantity, amount)

    def _rows(self, step: Wanted) -> Iterator[Sequence[Any]]:
        """The parts of the line that `step` names as its origin."""
        if step.origin:
            source, line = step.origin
            yield from (row for row in self._earlier[source] if row[0] == line)

    def _to_undo(self, pool: int, step: Wanted) -> Iterator[Part]:
        for _line, at, seq, layer, day, quantity, amount, origin, *_rest in self._rows(step):
            if (at, seq) == (pool, step.mirrors):
                yield Part(layer, day or NEWEST, quantity, amount, origin)

    def _to_come_back(self, pool: int, step: Wanted) -> Iterator[Taken]:
        """What the origin took of the step's lot and what of it has not come back, as this posting knows it."""
        for (
            _line, at, _seq, layer, day, quantity, amount, _origin, part, back, worth, lot,
        ) in self._rows(step):  # fmt: skip
            if quantity >= 0 or lot != step.lot_id:
                continue
            if part not in self._taken:
                left = -quantity - int(back), -amount - int(worth)
                home = layer if at == pool else None
                self._taken[part] = Taken(part, home, day or NEWEST, -quantity, -amount, *left)
            yield self._taken[part]

    def _own(self, pool: int, step: Wanted) -> int | None:
        """The layer that the origin came in as; 0 where none is left to know of, None where no origin is named."""
        if step.origin is None:
            return None
        for _line, at, seq, layer, _day, quantity, *_rest in self._rows(step):
            if at == pool and seq == layer and quantity > 0:
                return int(layer)
        return 0
