"""Costing a posting first in, first out: the layers of the pools it holds, and what earlier documents took of them.

A pool is locked before its layers are read, so nobody else touches them meanwhile.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement, among, insert_into
from jxc_desktop.stock.costing import Pool, Step, average_worth
from jxc_desktop.stock.layer_models import LayerPart
from jxc_desktop.stock.layers import (
    NEWEST,
    Costed,
    Layer,
    Layers,
    Part,
    Taken,
    netted,
    still_out,
)

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
_RECOST_PARTS = Statement(
    "SELECT l.source_line, p.pool_id, p.seq, p.layer, d.day, p.quantity, p.amount, p.origin, p.id, m.lot_id "
    "FROM recost_line l JOIN recost r ON r.id = l.document_id "
    "JOIN move m ON m.source = r.number AND m.source_line = l.line_no "
    "JOIN layer_part p ON p.pool_id = m.pool_id AND p.seq = m.seq "
    "LEFT JOIN move d ON d.pool_id = p.pool_id AND d.seq = p.layer WHERE l.source = :source ORDER BY p.id"
)
"""What recosts changed of the layers that the lines of a document moved."""
_OWN_PARTS = Statement(
    "SELECT m.source_line, p.layer, d.day, p.quantity, p.amount, p.origin FROM move m "
    "JOIN layer_part p ON p.pool_id = m.pool_id AND p.seq = m.seq "
    "LEFT JOIN move d ON d.pool_id = p.pool_id AND d.seq = p.layer WHERE m.source = :source ORDER BY p.id"
)


def undone_parts(session: Session, source: str) -> dict[int, tuple[Part, ...]]:
    """The opposite of what each line of document `source` did to layers; empty where the shop keeps none."""
    found: dict[int, tuple[Part, ...]] = {}
    for line, layer, day, quantity, amount, origin in _OWN_PARTS.all(session, source=source):
        part = Part(layer, day or NEWEST, -quantity, -amount, origin)
        found[line] = (*found.get(line, ()), part)
    return found


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
    @property
    def parts(self) -> tuple[Part, ...]: ...


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
        self._recosts = {
            source: _RECOST_PARTS.all(session, source=source) for source in self._earlier
        }
        self._taken: dict[int, Taken] = {}
        self._taken_anew: dict[tuple[str, int, int], list[Taken]] = {}
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
        if step.parts:
            return layers.apply(step.parts)
        if step.mirrors:
            parts = list(self._to_undo(held.id, step))
            costed = layers.mirror(parts, step.quantity, abs(amount or 0))
            return costed.at(amount or 0) if parts and self._changed(step) else costed
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

    def _changed(self, step: Wanted) -> list[Sequence[Any]]:
        """What recosts changed of that line, for the step's lot."""
        if not step.origin:
            return []
        source, line = step.origin
        return [row for row in self._recosts[source] if (row[0], row[9]) == (line, step.lot_id)]

    def _to_undo(self, pool: int, step: Wanted) -> Iterator[Part]:
        """The parts of the move that is mirrored; of a line that was counted anew all at once, with its first."""
        rows = [row for row in self._rows(step) if row[1] == pool and row[11] == step.lot_id]
        changed = [row for row in self._changed(step) if row[1] == pool]
        if not changed:
            yield from (_part(row) for row in rows if row[2] == step.mirrors)
        elif step.mirrors == min(row[2] for row in rows):
            yield from netted(_part(row) for row in (*rows, *changed))

    def _to_come_back(self, pool: int, step: Wanted) -> Iterator[Taken]:
        """What the origin took of the step's lot and what of it has not come back, as this posting knows it."""
        if self._changed(step):
            yield from self._to_come_back_anew(pool, step)
            return
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

    def _to_come_back_anew(self, pool: int, step: Wanted) -> list[Taken]:
        """The same of a line that was counted anew: by its layers as they are now."""
        key = (*(step.origin or ("", 0)), step.lot_id)
        if key not in self._taken_anew:
            rows = [row for row in self._rows(step) if row[11] == step.lot_id]
            changed = self._changed(step)
            back, worth = sum(int(row[9]) for row in rows), sum(int(row[10]) for row in rows)
            taken = still_out(
                netted(_part(row) for row in (*rows, *changed)), rows[0][8], back, worth
            )
            for each in taken:
                each.layer = each.layer if rows[0][1] == pool else None
            self._taken_anew[key] = taken
        return self._taken_anew[key]

    def _own(self, pool: int, step: Wanted) -> int | None:
        """The layer that the origin came in as; 0 where none is left to know of, None where no origin is named."""
        if step.origin is None:
            return None
        for _line, at, seq, layer, _day, quantity, *_rest in self._rows(step):
            if at == pool and seq == layer and quantity > 0:
                return int(layer)
        return 0


def _part(row: Sequence[Any]) -> Part:
    """A part as the journal has it."""
    _line, _pool, _seq, layer, day, quantity, amount, origin, *_rest = row
    return Part(layer, day or NEWEST, quantity, amount, origin)
