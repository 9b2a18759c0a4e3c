"""Moves of goods counted anew first in, first out: which arrivals each issue ought to have taken (domain.md §4.3).

The layers of a pool live through the moves in the order of days, by the same rules as when they were posted
(stock.layers). What came in late changes which goods went, so beside its worth each line gets other parts.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jxc_desktop.stock.costing import average_worth, unit_cost
from jxc_desktop.stock.layers import Costed, Layers, Part, Taken, netted, still_out
from jxc_desktop.stock.replay import Event, Worth

_ONE = 0
"""The part under which everything that came back is noted, of an issue that stays as it is booked."""


def by_layers(events: Sequence[Event], start: date) -> None:
    """First in, first out, in the order of day and posting; sets the `new_parts` of events as well."""
    walk = _Walk(start)
    for event in sorted(events, key=lambda each: (each.day, each.seq)):
        walk.pass_by(event)


class _Walk:
    """The pools on their way through the events, and what came back of each issue."""

    def __init__(self, start: date) -> None:
        self._start = start
        self._pools: dict[int, Layers] = defaultdict(Layers)
        self._back: dict[tuple[int, int], tuple[int, int]] = defaultdict(lambda: (0, 0))

    def pass_by(self, event: Event) -> None:
        """Let the pool of an event live through it."""
        if event.worth is Worth.KEPT:
            event.new_goods, event.new_loose = event.goods, event.loose
            return
        layers = self._pools[event.pool]
        if self._booked(event):
            _as_booked(layers, event)
        else:
            _anew(event, self._costed(layers, event))
        layers.dated(event.number, event.day.isoformat())
        self._note_back(event)

    def _booked(self, event: Event) -> bool:
        return event.day < self._start

    def _costed(self, layers: Layers, event: Event) -> Costed:
        origin, number, quantity = event.origin, event.number, event.quantity
        if event.worth is Worth.MIRROR and origin is not None:
            return layers.mirror(origin.new_parts, quantity, abs(origin.new_goods))
        if quantity == 0:
            return layers.correct(event.parts)
        if event.worth is Worth.SHARE and origin is not None:
            taken = self._still_out(origin, event.pool)
            return layers.give_back(number, quantity, taken, fallback=event.booked_cost)
        if event.worth is Worth.FOLLOWED and origin is not None:
            return layers.receive(number, quantity, -origin.new_goods)
        if event.worth is Worth.AVERAGE and quantity < 0:
            return layers.issue(number, -quantity, fallback=event.booked_cost)
        if event.worth is Worth.AVERAGE:
            amount = average_worth(layers.pool, quantity, fallback=event.booked_cost)
            return layers.receive(number, quantity, amount)
        if quantity < 0:
            return layers.take_back(number, -quantity, -event.goods, own=_own(event))
        return layers.receive(number, quantity, event.goods)

    def _still_out(self, sale: Event, pool: int) -> list[Taken]:
        """What of an issue has not come back yet, as a posting would find it."""
        if self._booked(sale):
            taken = still_out(sale.new_parts, _ONE, *self._back[id(sale), _ONE])
        else:
            taken = [
                self._taken(sale, place)
                for place, part in enumerate(sale.new_parts)
                if part.quantity < 0
            ]
        for each in taken:
            each.layer = each.layer if sale.pool == pool else None
        return taken

    def _taken(self, sale: Event, place: int) -> Taken:
        part, (back, worth) = sale.new_parts[place], self._back[id(sale), place]
        left = -part.quantity - back, -part.amount - worth
        return Taken(place, part.layer, part.day, -part.quantity, -part.amount, *left)

    def _note_back(self, event: Event) -> None:
        """What came back of an issue, or did not after all; each part under the one it came of."""
        sale = _sale_of(event)
        if sale is None:
            return
        for part in event.new_parts:
            place = _ONE if self._booked(sale) else part.origin
            if place is not None:
                back, worth = self._back[id(sale), place]
                self._back[id(sale), place] = back + part.quantity, worth + part.amount


def _as_booked(layers: Layers, event: Event) -> None:
    event.new_goods, event.new_loose = event.goods, event.loose
    event.new_parts = netted(event.parts) if event.recosted else list(event.parts)
    layers.apply(event.new_parts)
    if event.quantity:
        layers.note_cost(unit_cost(event.goods, event.quantity))


def _anew(event: Event, costed: Costed) -> None:
    step, day = costed.step, event.day.isoformat()
    event.new_parts = [
        replace(part, day=day) if part.layer == event.number else part
        for part in (*costed.parts, *costed.cures)
    ]
    event.new_goods, event.new_loose = step.amount, step.adjustment
    if event.worth is Worth.MIRROR:
        # A red document's goods stay its original's, the rest stands beside them.
        event.new_goods = event.goods
        event.new_loose = step.amount + step.adjustment - event.goods


def _sale_of(event: Event) -> Event | None:
    """The issue of which an event's goods came back, or no longer come back."""
    if event.worth is Worth.SHARE:
        return event.origin
    origin = event.origin
    return origin.origin if origin is not None and origin.worth is Worth.SHARE else None


def _own(event: Event) -> int | None:
    """The layer that goods sent back came in as; 0 where none is left to know of, None where no origin is named."""
    origin = event.origin
    if origin is None:
        return None
    came = origin.pool == event.pool and any(
        part.layer == origin.number and part.quantity > 0 for part in origin.new_parts
    )
    return origin.number if came else 0


def change_of(event: Event) -> tuple[Part, ...]:
    """By how much each layer differs from what the event is booked to have done to it.

    What came back of an issue is noted under a part of that issue, as its own parts are.
    """
    sale = _sale_of(event)
    noted = sale.part if sale is not None else None
    undone = [replace(part, quantity=-part.quantity, amount=-part.amount) for part in event.parts]
    return tuple(replace(part, origin=noted) for part in netted((*event.new_parts, *undone)))
