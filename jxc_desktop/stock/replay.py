"""Moves of goods counted anew in the order of their days: what each ought to have been worth (domain.md §4.4).

What came in keeps its worth; what went out at the average gets the average of its day; what takes its worth from
another line (a return, a reversal, goods in from another warehouse) follows that line. Pools of one product are
walked together, because transfers carry value from one to the other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.stock import costing
from jxc_desktop.stock.costing import Pool, Step
from jxc_desktop.stock.layers import Part


class Worth(StrEnum):
    """Where an event's worth comes from."""

    GIVEN = "given"
    AVERAGE = "average"
    MIRROR = "mirror"
    SHARE = "share"
    FOLLOWED = "followed"
    KEPT = "kept"


_SHARES = frozenset({Worth.SHARE, Worth.FOLLOWED})
"""Goods that come back of an issue, and goods that follow one into another warehouse."""


@dataclass(slots=True)
class Event:
    """One line's goods in one pool, or value alone (quantity 0), as the books have it: into stock positive.

    `goods` fen is what they are worth, `loose` what was trued up beside them. `origin` is the event whose worth a
    mirror or a share takes.

    Where costs go first in, first out, `number` is that of its first move in the pool, and `parts` what it did to each
    layer by the books, `part` the id of the first; earlier recosts changed it where it is `recosted`.
    """

    pool: int
    day: date
    seq: int
    quantity: int
    goods: int
    loose: int = 0
    worth: Worth = Worth.GIVEN
    origin: "Event | None" = None
    new_goods: int = 0
    new_loose: int = 0
    back: int = 0
    """Base units that shares took of it so far."""
    back_worth: int = 0
    amended: int = 0
    """Fen that earlier recosts changed of its goods."""
    number: int = 0
    parts: list[Part] = field(default_factory=list)
    new_parts: list[Part] = field(default_factory=list)
    part: int | None = None
    recosted: bool = False

    @property
    def booked_cost(self) -> int:
        """The unit cost it was posted at, 1e-6 yuan: for goods of which nothing else is known, before any recost."""
        return costing.unit_cost(self.goods - self.amended, self.quantity)

    @property
    def change(self) -> tuple[int, int]:
        """Fen by which goods and loose differ from the books."""
        return self.new_goods - self.goods, self.new_loose - self.loose


Replay = Callable[[Sequence[Event], date], None]
"""Sets `new_goods` and `new_loose` of events of one product; those before the day stay as the books have them."""


def by_average(events: Sequence[Event], start: date) -> None:
    """Moving average, in the order of day and posting."""
    pools: dict[int, Pool] = {}
    for event in sorted(events, key=lambda each: (each.day, each.seq)):
        pool = pools.get(event.pool, Pool())
        if event.day < start or event.worth is Worth.KEPT:
            pools[event.pool] = _as_booked(pool, event)
        else:
            step = _counted(pool, event)
            event.new_goods, event.new_loose = step.amount, step.adjustment
            pools[event.pool] = step.pool
        _note_share(event)


def _as_booked(pool: Pool, event: Event) -> Pool:
    event.new_goods, event.new_loose = event.goods, event.loose
    quantity = pool.quantity + event.quantity
    value = pool.value + event.goods + event.loose
    return Pool(quantity, value, _last_cost(pool, event))


def _last_cost(pool: Pool, event: Event) -> int:
    """The last known unit cost after an event that stays as it is."""
    if event.quantity > 0 and event.worth is not Worth.KEPT:
        return costing.unit_cost(event.goods, event.quantity)
    if event.quantity < 0 < pool.quantity:
        return costing.unit_cost(pool.value, pool.quantity)
    return pool.last_cost


def _counted(pool: Pool, event: Event) -> Step:
    if event.worth is Worth.MIRROR and event.origin is not None:
        return _mirrored(pool, event, event.origin)
    if event.quantity == 0:
        return costing.revalue(pool, event.goods)
    goods = _known_worth(pool, event)
    if goods is None:
        return costing.issue(pool, -event.quantity, fallback=event.booked_cost)
    return _moved(pool, event.quantity, goods)


def _moved(pool: Pool, quantity: int, goods: int) -> Step:
    if quantity == 0:
        return costing.revalue(pool, goods)
    if quantity > 0:
        return costing.receive(pool, quantity, goods)
    return costing.take_back(pool, -quantity, -goods)


def _known_worth(pool: Pool, event: Event) -> int | None:
    """Fen of the goods where the average does not decide."""
    if event.worth in _SHARES and event.origin is not None:
        return _share(event, event.origin)
    if event.worth is not Worth.AVERAGE:
        return event.goods
    if event.quantity > 0:
        return costing.average_worth(pool, event.quantity, fallback=event.booked_cost)
    return None


def _share(event: Event, origin: Event) -> int:
    """The part of its origin's worth, the other way; the last takes the remainder (T5, T6)."""
    if origin.back + event.quantity == -origin.quantity:
        return -origin.new_goods - origin.back_worth
    return div_half_up(event.quantity * -origin.new_goods, -origin.quantity)


def _note_share(event: Event) -> None:
    """What came back of an origin, and what of that was taken back again."""
    origin = event.origin
    if origin is not None and event.worth in _SHARES:
        origin.back += event.quantity
        origin.back_worth += event.new_goods
    elif origin is not None and origin.worth in _SHARES and origin.origin is not None:
        origin.origin.back += event.quantity
        origin.origin.back_worth -= origin.new_goods


def _mirrored(pool: Pool, event: Event, origin: Event) -> Step:
    """What the origin did, the other way; a red document's goods stay its original's, the rest stands beside them."""
    step = _moved(pool, event.quantity, -origin.new_goods)
    value = step.amount + step.adjustment
    if origin.new_loose:
        rest = costing.revalue(step.pool, -origin.new_loose)
        step, value = rest, value + rest.amount + rest.adjustment
    return Step(step.pool, event.quantity, event.goods, value - event.goods)
