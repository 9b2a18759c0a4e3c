"""What each kind of promotion takes off the lines it is given, in fen by line.

Groups are made of the dearest pieces first, so nobody pays for scanning in another order. What a group saves is spread
over all pieces of it in proportion to their worth: one of "three for two" that comes back gives its third back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from jxc_desktop.core.numbers import ONE, QUANTITY_PLACES, div_half_up, line_amount, spread
from jxc_desktop.pricing.promotions.offer import BasketLine, Offer, Part
from jxc_desktop.pricing.promotions.terms import Kind

PIECE: int = 10**QUANTITY_PLACES
Lines = Mapping[int, BasketLine]
"""Lines by their place in the basket."""
Shares = dict[int, int]
"""Fen off by place."""


def shares_of(offer: Offer, lines: Lines) -> Shares:
    """What `offer` takes off these lines; places that get nothing are left out."""
    return {place: off for place, off in _KINDS[offer.kind](offer, lines).items() if off > 0}


def _special(offer: Offer, lines: Lines) -> Shares:
    """特价: the line at the special price, where that is less."""
    return {
        place: line.amount - line_amount(line.count, part.price)
        for place, line in lines.items()
        if (part := _part_of(offer.goods, line)) is not None and part.price is not None
    }


def _percent(offer: Offer, lines: Lines) -> Shares:
    """折扣: a part off every line."""
    return {
        place: div_half_up(line.amount * offer.rate, ONE)
        for place, line in lines.items()
        if offer.buys(line.product_id)
    }


def _n_price(offer: Offer, lines: Lines) -> Shares:
    """几件一价: as many groups of `count` pieces as save something, each for `amount`."""
    pieces = _dear_first(line for line in _of(offer.goods, lines) if _is_whole(line[1]))
    most = sum(line.count for _, line in pieces) // (offer.count * PIECE)

    def saved(groups: int) -> int:
        worth = _first(pieces, groups * offer.count * PIECE)
        return sum(worth.values()) - groups * offer.amount

    groups = _while_it_grows(saved, most)
    return _spread(saved(groups), _first(pieces, groups * offer.count * PIECE))


def _nth(offer: Offer, lines: Lines) -> Shares:
    """买 n 送 m, 第二件半价: of every `count` pieces the `free` cheapest are reduced by `rate`."""
    pieces = _dear_first(line for line in _of(offer.goods, lines) if _is_whole(line[1]))
    groups = sum(line.count for _, line in pieces) // (offer.count * PIECE)
    saved, before = Fraction(0), 0
    for _, line in pieces:
        here = line.count // PIECE
        upto = min(before + here, groups * offer.count)
        reduced = max(_reduced(offer, upto) - _reduced(offer, before), 0)
        saved += Fraction(line.amount * reduced * offer.rate, here * ONE)
        before += here
    worth = _first(pieces, groups * offer.count * PIECE)
    return _spread(div_half_up(saved.numerator, saved.denominator), worth)


def _reduced(offer: Offer, pieces: int) -> int:
    """How many of the first `pieces` are reduced."""
    groups, rest = divmod(pieces, offer.count)
    return groups * offer.free + max(rest - (offer.count - offer.free), 0)


def _bundle(offer: Offer, lines: Lines) -> Shares:
    """组合价: as many whole sets as save something, each for `amount`."""
    parts = [_dear_first(_of((part,), lines)) for part in offer.goods]
    counts = [part.count for part in offer.goods]
    most = min(
        sum(line.count for _, line in rows) // count
        for rows, count in zip(parts, counts, strict=True)
    )

    def worth(sets: int) -> Shares:
        found: Shares = {}
        for rows, count in zip(parts, counts, strict=True):
            found.update(_first(rows, sets * count))
        return found

    def saved(sets: int) -> int:
        return sum(worth(sets).values()) - sets * offer.amount

    sets = _while_it_grows(saved, most)
    return _spread(saved(sets), worth(sets))


def _gift(offer: Offer, lines: Lines) -> Shares:
    """满赠, 买赠: gifts on the ticket cost nothing once enough is bought, once or `each` time."""
    bought = _of(offer.goods, lines)
    gifts = [_dear_first(_of((part,), lines)) for part in offer.gifts]
    given = {place for rows in gifts for place, _ in rows}
    bought = [(place, line) for place, line in bought if place not in given]
    if offer.count:
        times = sum(line.count for _, line in bought) // (offer.count * PIECE)
    else:
        times = sum(line.amount for _, line in bought) // offer.least
    times = times if offer.each else min(times, 1)
    free: Shares = {}
    for rows, part in zip(gifts, offer.gifts, strict=True):
        free.update(_first(rows, times * part.count))
    if not any(free.values()):
        return {}
    return _spread(sum(free.values()), {place: line.amount for place, line in bought} | free)


def _threshold(offer: Offer, lines: Lines) -> Shares:
    """满减, 满折: yuan or a part off all that counts, once enough is bought."""
    counting = {place: line.amount for place, line in _of(offer.goods, lines)}
    whole = sum(counting.values())
    if whole < offer.least or whole <= 0:
        return {}
    if offer.rate:
        off = div_half_up(whole * offer.rate, ONE)
    else:
        off = offer.amount * (whole // offer.least if offer.each and offer.least else 1)
    return _spread(min(off, whole), counting)


_KINDS: Mapping[Kind, Callable[[Offer, Lines], Shares]] = {
    Kind.SPECIAL: _special,
    Kind.PERCENT: _percent,
    Kind.N_PRICE: _n_price,
    Kind.NTH: _nth,
    Kind.BUNDLE: _bundle,
    Kind.GIFT: _gift,
    Kind.THRESHOLD: _threshold,
}

Rows = Sequence[tuple[int, BasketLine]]


def _part_of(parts: Iterable[Part], line: BasketLine) -> Part | None:
    return next((part for part in parts if part.holds(line.product_id)), None)


def _of(parts: Sequence[Part], lines: Lines) -> list[tuple[int, BasketLine]]:
    return [(p, line) for p, line in lines.items() if _part_of(parts, line) is not None]


def _is_whole(line: BasketLine) -> bool:
    """Whether it can be counted; what was weighed has no pieces."""
    return not line.count % PIECE


def _dear_first(rows: Iterable[tuple[int, BasketLine]]) -> Rows:
    return sorted(rows, key=lambda row: (-Fraction(row[1].amount, row[1].count), row[0]))


def _first(rows: Rows, count: int) -> Shares:
    """Fen that the first `count` of the goods are worth, by place."""
    worth: Shares = {}
    for place, line in rows:
        taken = min(line.count, count)
        if taken <= 0:
            break
        worth[place] = div_half_up(line.amount * taken, line.count)
        count -= taken
    return worth


def _while_it_grows(saved: Callable[[int], int], most: int) -> int:
    """The number up to `most` with the most saved: each further one saves less, so its half is searched."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if saved(middle) > saved(middle - 1):
            low = middle
        else:
            high = middle - 1
    return low


def _spread(saved: int, worth: Shares) -> Shares:
    if saved <= 0 or not worth:
        return {}
    return dict(zip(worth, spread(saved, list(worth.values())), strict=True))
