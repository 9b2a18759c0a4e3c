"""Moving weighted average: what goods cost when they go out (domain.md §4.1–4.4).

A pool is the unit of averaging. Value is primary; the unit cost is the exact ratio V/Q and never stored. Three
signs always hold: Q = 0 ⇒ V = 0, Q > 0 ⇒ V ≥ 0, Q < 0 ⇒ V ≤ 0. Goods sold before they came in are costed
provisionally; when they come, the difference (true-up) goes to cost of sales.
"""

from dataclasses import dataclass

from jxc_desktop.core.numbers import div_half_up

UNIT_COST = 10**8
"""Fen per 1e-4 unit times this is 1e-6 yuan per unit."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Quantity (1e-4 units), value (fen) and the last known unit cost (1e-6 yuan)."""

    quantity: int = 0
    value: int = 0
    last_cost: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What one movement did: the pool after it, the goods' signed worth, and what true-up removed.

    `adjustment` is the value that moves without goods: negative when it leaves stock for cost of sales.
    """

    pool: Pool
    quantity: int
    amount: int
    adjustment: int = 0


def unit_cost(value: int, quantity: int) -> int:
    """`value` fen over `quantity` as 1e-6 yuan a unit."""
    return div_half_up(value * UNIT_COST, quantity)


def worth(quantity: int, cost: int) -> int:
    """Fen of `quantity` at a unit cost of 1e-6 yuan."""
    return div_half_up(quantity * cost, UNIT_COST)


def receive(pool: Pool, quantity: int, amount: int) -> Step:
    """Goods in, worth `amount`; earlier sales from empty stock are trued up first (T10–T12)."""
    cover = min(quantity, max(-pool.quantity, 0))
    difference = 0
    if cover:
        actual = amount if cover == quantity else div_half_up(cover * amount, quantity)
        provisional = (
            -pool.value
            if cover == -pool.quantity
            else div_half_up(cover * pool.value, pool.quantity)
        )
        difference = actual - provisional
    after = Pool(
        pool.quantity + quantity, pool.value + amount - difference, unit_cost(amount, quantity)
    )
    return _cured(after, Step(after, quantity, amount, -difference))


def issue(pool: Pool, quantity: int, *, fallback: int = 0) -> Step:
    """Goods out at the average; `fallback` (1e-6 yuan) serves when the pool never knew a cost."""
    last = pool.last_cost
    if 0 < quantity <= pool.quantity:
        last = unit_cost(pool.value, pool.quantity)
        whole = quantity == pool.quantity
        cost = pool.value if whole else div_half_up(quantity * pool.value, pool.quantity)
    elif pool.quantity > 0:
        last = unit_cost(pool.value, pool.quantity)
        cost = pool.value + worth(quantity - pool.quantity, last)
    else:
        last = last or fallback
        cost = worth(quantity, last)
    return Step(Pool(pool.quantity - quantity, pool.value - cost, last), -quantity, -cost)


def average_worth(pool: Pool, quantity: int, *, fallback: int = 0) -> int:
    """Fen that `quantity` is worth now: for goods that come back without a known cost (domain.md §4.4)."""
    if pool.quantity > 0:
        return div_half_up(quantity * pool.value, pool.quantity)
    return worth(quantity, pool.last_cost or fallback)


def take_back(pool: Pool, quantity: int, amount: int) -> Step:
    """Goods out at a worth that is already known: a reversal or a return of what came in (T7–T9)."""
    after = Pool(pool.quantity - quantity, pool.value - amount, pool.last_cost)
    if after.quantity > 0 > after.value:
        average = div_half_up(quantity * pool.value, pool.quantity)
        cure = amount - average
        cured = Pool(after.quantity, after.value + cure, after.last_cost)
        return Step(cured, -quantity, -amount, cure)
    return _cured(after, Step(after, -quantity, -amount))


def revalue(pool: Pool, amount: int) -> Step:
    """Value in or out without goods: the mirror of an earlier adjustment."""
    after = Pool(pool.quantity, pool.value + amount, pool.last_cost)
    return _cured(after, Step(after, 0, amount))


def stock_share(pool: Pool, quantity: int, difference: int) -> int:
    """Fen of a later `difference` on `quantity` that came in, borne by what still lies there (T15–T17).

    The rest was sold and belongs to cost of sales. Of what lies there as much counts as came with that quantity.
    """
    there = min(max(pool.quantity, 0), quantity)
    return div_half_up(difference * there, quantity)


def _cured(after: Pool, step: Step) -> Step:
    """The step with the sign rule restored by a further adjustment where it broke."""
    wanted = after.value
    if after.quantity == 0 or (after.quantity > 0 > after.value):
        wanted = 0
    elif after.quantity < 0 < after.value:
        wanted = -worth(-after.quantity, after.last_cost)
    cure = wanted - after.value
    if cure == 0:
        return step
    cured = Pool(after.quantity, wanted, after.last_cost)
    return Step(cured, step.quantity, step.amount, step.adjustment + cure)
