"""First in, first out: which goods go out, and what they cost (domain.md §4.3–4.4).

The goods of a pool lie in layers, one for each arrival, the oldest day first. Goods sold before they came are a
layer below zero at an estimated cost, which the next arrivals settle: the difference (true-up) goes to cost of sales.
Either all layers of a pool hold goods or all lack them; each keeps the signs of a pool (see costing). Goods that come
back go into the layer they left, with its day, so they are the first to go again.

Quantities count 1e-4 units, values and amounts fen, unit costs 1e-6 yuan.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from jxc_desktop.core.numbers import div_half_up, spread
from jxc_desktop.stock.costing import Pool, Step, average_worth, stock_share, unit_cost, worth

NEWEST = "9999-12-31"
"""The day of a layer whose move is not written yet: nothing came later."""


@dataclass(slots=True)
class Layer:
    """What is left of one arrival: `seq` names the move it came by, `day` says how old it is."""

    seq: int
    day: str = NEWEST
    quantity: int = 0
    value: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """What a move added to a layer (positive) or took from it; `origin` is the part that these goods come back of."""

    layer: int
    day: str
    quantity: int
    amount: int
    origin: int | None = None


@dataclass(slots=True)
class Taken:
    """A part of an earlier issue, by its `id`: what it took and how much of that may still come back, all positive.

    `layer` is where it took them; None where that is another pool's.
    """

    id: int
    layer: int | None
    day: str
    quantity: int
    amount: int
    left_quantity: int
    left_amount: int

    def give(self, most: int) -> tuple[int, int]:
        """Quantity and worth that come back of at most `most`; the last takes the remainder (T5, T6)."""
        quantity = min(most, self.left_quantity)
        amount = self.left_amount
        if quantity < self.left_quantity:
            amount = min(amount, div_half_up(quantity * self.amount, self.quantity))
        self.left_quantity -= quantity
        self.left_amount -= amount
        return quantity, amount


@dataclass(slots=True)
class Costed:
    """What one movement did: the parts of its goods, and the parts of what moved without goods."""

    parts: list[Part] = field(default_factory=list)
    cures: list[Part] = field(default_factory=list)
    pool: Pool = field(default_factory=Pool)

    def at(self, amount: int) -> "Costed":
        """The same with goods worth `amount`; what they are worth beyond it moves without goods."""
        rest = sum(part.amount for part in self.parts) - amount
        if rest:
            beside = replace(self.parts[0], quantity=0, amount=rest)
            self.parts.append(replace(beside, amount=-rest))
            self.cures.insert(0, beside)
        return self

    @property
    def step(self) -> Step:
        """The movement as a moving average would tell it."""
        return Step(
            self.pool,
            sum(part.quantity for part in self.parts),
            sum(part.amount for part in self.parts),
            sum(part.amount for part in self.cures),
        )


def netted(parts: Iterable[Part]) -> list[Part]:
    """The parts of one line summed by layer, the oldest layer first; what cancels out is left away."""
    sums: dict[int, Part] = {}
    for part in parts:
        known = sums.get(part.layer, replace(part, quantity=0, amount=0))
        sums[part.layer] = replace(
            known, quantity=known.quantity + part.quantity, amount=known.amount + part.amount
        )
    return [
        part
        for part in sorted(sums.values(), key=lambda each: (each.day, each.layer))
        if part.quantity or part.amount
    ]


def still_out(parts: Iterable[Part], noted: int, back: int, back_worth: int) -> list[Taken]:
    """What an issue took, of which `back` units worth `back_worth` came back already, those of the first parts.

    What comes back from now on is noted under the issue's part `noted`.
    """
    took = [part for part in parts if part.quantity < 0]
    rest = -sum(part.amount for part in took) - back_worth
    left = []
    for part in took:
        gone = min(back, -part.quantity)
        back -= gone
        left.append(-part.quantity - gone)
    found = []
    for place in reversed(range(len(took))):
        part, quantity = took[place], left[place]
        worth = min(rest, -part.amount) if any(left[:place]) else rest
        worth = worth if quantity else 0
        rest -= worth
        found.append(
            Taken(noted, part.layer, part.day, -part.quantity, -part.amount, quantity, worth)
        )
    return found[::-1]


class Layers:
    """The layers of one pool while movements pass; `changed` are those that are not as they were."""

    def __init__(self, layers: Iterable[Layer] = (), last_cost: int = 0) -> None:
        self._open = {layer.seq: layer for layer in layers}
        self._last_cost = last_cost
        self.changed: dict[int, Layer] = {}

    @property
    def pool(self) -> Pool:
        """Quantity and value of all layers, and the last known unit cost."""
        layers = self._open.values()
        quantity, value = sum(each.quantity for each in layers), sum(each.value for each in layers)
        return Pool(quantity, value, self._last_cost)

    @property
    def lawful(self) -> bool:
        """Whether all layers hold goods, or all lack them, each with the sign of its worth (I4)."""
        layers = self._open.values()
        signs = {each.quantity > 0 for each in layers if each.quantity}
        return len(signs) <= 1 and all(
            each.quantity * each.value >= 0 and (each.quantity or not each.value) for each in layers
        )

    @property
    def open(self) -> list[Layer]:
        """The layers, the oldest first."""
        return sorted(self._open.values(), key=lambda layer: (layer.day, layer.seq))

    def receive(self, seq: int, quantity: int, amount: int) -> Costed:
        """Goods in by move `seq`, worth `amount`; earlier sales from empty stock are trued up first."""
        done = Costed()
        self._put(done, Layer(seq), quantity, amount)
        return self._in(done, quantity, amount)

    def issue(self, seq: int, quantity: int, *, fallback: int = 0) -> Costed:
        """Goods out, the oldest first; what is not there costs the last known cost, else `fallback`."""
        done = Costed()
        self._take(done, Layer(seq), quantity, fallback=fallback)
        return self._done(done)

    def give_back(
        self, seq: int, quantity: int, taken: Sequence[Taken], *, fallback: int = 0
    ) -> Costed:
        """Goods of an earlier issue back at what they cost, into the layers they left; the oldest come back first."""
        done, rest = Costed(), quantity
        for each in taken:
            back, amount = each.give(rest)
            if back:
                home = Layer(seq) if each.layer is None else Layer(each.layer, each.day)
                self._put(done, home, back, amount, origin=each.id)
                rest -= back
        if rest:
            amount = average_worth(self.pool, rest, fallback=fallback)
            self._put(done, Layer(seq), rest, amount)
        return self._in(done, quantity, sum(part.amount for part in done.parts))

    def take_back(self, seq: int, quantity: int, amount: int, *, own: int | None = None) -> Costed:
        """Goods out at a known worth: from layer `own` first, then the oldest, at a difference to cost of sales."""
        done = Costed()
        self._take(done, Layer(own or seq), quantity, amount)
        return self._done(done)

    def bear(self, difference: int, quantity: int, *, own: int | None) -> Costed:
        """A later `difference` on `quantity` that came by move `own`: what remains of that layer bears its share.

        Where nobody knows which goods it is about, what lies there bears as much as came with them.
        """
        if own is None:
            return self.revalue(stock_share(self.pool, quantity, difference))
        done, layer = Costed(), self._open.get(own, Layer(own))
        there = Pool(layer.quantity, layer.value)
        self._revalue(done, layer, stock_share(there, quantity, difference))
        return self._done(done)

    def revalue(self, amount: int) -> Costed:
        """Value in or out without goods, over all layers by their value; no more than the signs allow."""
        done, layers = Costed(), self.open
        weights = [abs(each.value) for each in layers]
        if not any(weights):
            weights = [abs(each.quantity) for each in layers]
        for layer, share in zip(layers, spread(amount, weights) if layers else (), strict=True):
            self._revalue(done, layer, share)
        return self._done(done)

    def correct(self, parts: Iterable[Part]) -> Costed:
        """Value alone, into the layers that it went to once, as far as goods of theirs still lie there."""
        done = Costed()
        for part in parts:
            layer = self._open.get(part.layer, Layer(part.layer, part.day))
            self._revalue(done, layer, part.amount)
        return self._done(done)

    def apply(self, parts: Iterable[Part]) -> Costed:
        """Take parts as they are told. Only with all parts of a document are the layers lawful again."""
        done = Costed()
        for part in parts:
            layer = self._open.get(part.layer, Layer(part.layer, part.day))
            self._change(done.parts, layer, part.quantity, part.amount, part.origin)
        done.pool = self.pool
        return done

    def dated(self, seq: int, day: str) -> None:
        """Tell a layer that came by move `seq` how old it is."""
        if seq in self._open:
            self._open[seq].day = day

    def note_cost(self, cost: int) -> None:
        """Take `cost` for the last known unit cost."""
        self._last_cost = cost

    def mirror(self, parts: Sequence[Part], quantity: int, amount: int) -> Costed:
        """Undo a move part by part; the worth of its goods is exactly what it was, whatever happened since."""
        done = Costed()
        goods, cures = [p for p in parts if p.quantity], [p for p in parts if not p.quantity]
        for part in (*reversed(goods), *reversed(cures)):
            home = Layer(part.layer, part.day)
            if part.quantity > 0:
                self._take(done, home, part.quantity, part.amount, origin=part.origin)
            elif part.quantity < 0:
                self._put(done, home, -part.quantity, -part.amount, origin=part.origin)
            else:
                self._revalue(done, self._open.get(part.layer, home), -part.amount)
        return self._in(done, quantity, amount) if quantity > 0 else self._done(done)

    def _put(
        self, done: Costed, home: Layer, quantity: int, amount: int, *, origin: int | None = None
    ) -> None:
        """Settle what was sold before it came, then lay the rest into `home`."""
        for debt in self._in_turn(home, below_zero=True):
            cover = min(quantity, -debt.quantity)
            actual = _share(amount, cover, quantity)
            provisional = _share(-debt.value, cover, -debt.quantity)
            self._change(done.parts, debt, cover, actual, origin)
            self._change(done.cures, debt, 0, provisional - actual)
            quantity, amount = quantity - cover, amount - actual
            if not quantity:
                return
        self._change(done.parts, self._open.get(home.seq, home), quantity, amount, origin)

    def _take(
        self,
        done: Costed,
        home: Layer,
        quantity: int,
        amount: int | None = None,
        *,
        fallback: int = 0,
        origin: int | None = None,
    ) -> None:
        """Take from `home` and then the oldest; without `amount` at their cost, else at that, with cures."""
        for layer in self._in_turn(home, below_zero=False):
            taken = min(quantity, layer.quantity)
            cost = _share(layer.value, taken, layer.quantity)
            if amount is None:
                self._last_cost = unit_cost(layer.value, layer.quantity)
                self._change(done.parts, layer, -taken, -cost, origin)
            else:
                known = _share(amount, taken, quantity)
                if layer.seq == home.seq and taken < layer.quantity and known <= layer.value:
                    cost = known
                self._change(done.parts, layer, -taken, -known, origin)
                self._change(done.cures, layer, 0, known - cost)
                amount -= known
            quantity -= taken
            if not quantity:
                return
        if amount is None:
            self._last_cost = self._last_cost or fallback
            amount = worth(quantity, self._last_cost)
        self._change(done.parts, self._open.get(home.seq, home), -quantity, -amount, origin)

    def _in_turn(self, home: Layer, *, below_zero: bool) -> Iterator[Layer]:
        """The layers that hold goods, or lack them: `home` first, then the oldest."""
        for layer in sorted(
            self._open.values(), key=lambda each: (each.seq != home.seq, each.day, each.seq)
        ):
            if layer.quantity < 0 if below_zero else layer.quantity > 0:
                yield layer

    def _revalue(self, done: Costed, layer: Layer, amount: int) -> None:
        """Change what a layer is worth, as far as its sign allows."""
        if layer.quantity > 0:
            amount = max(amount, -layer.value)
        elif layer.quantity < 0:
            amount = min(amount, -layer.value)
        else:
            amount = 0
        self._change(done.parts, layer, 0, amount)

    def _change(
        self,
        parts: list[Part],
        layer: Layer,
        quantity: int,
        amount: int,
        origin: int | None = None,
    ) -> None:
        """Note a part and let its layer follow; one without goods is open no longer."""
        if not quantity and not amount:
            return
        parts.append(Part(layer.seq, layer.day, quantity, amount, origin))
        layer.quantity += quantity
        layer.value += amount
        self._open[layer.seq] = self.changed[layer.seq] = layer

    def _in(self, done: Costed, quantity: int, amount: int) -> Costed:
        self._last_cost = unit_cost(amount, quantity)
        return self._done(done)

    def _done(self, done: Costed) -> Costed:
        self._open = {seq: layer for seq, layer in self._open.items() if layer.quantity}
        done.pool = self.pool
        return done


def _share(amount: int, part: int, whole: int) -> int:
    """Fen of `part` out of `whole` that is worth `amount`; all of it without rounding."""
    return amount if part == whole else div_half_up(part * amount, whole)
