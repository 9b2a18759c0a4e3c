"""What a basket gets of the promotions in force.

First the goods: a line is in one promotion at most, a higher priority goes first, and among equal ones the lines are
dealt out so that the customer pays least. Then the ticket: what is left may earn all reductions that go together, or
one of the others, whichever has the higher priority and then takes off more. The same basket always gets the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, product
from math import prod

from jxc_desktop.pricing.promotions.kinds import Shares, shares_of
from jxc_desktop.pricing.promotions.offer import NOTHING, Basket, BasketLine, Offer, Outcome, Taken
from jxc_desktop.pricing.promotions.terms import Kind

MOST_WAYS = 256
"""Ways to deal out lines that are all tried; past them the best of several starts is bettered line by line."""
_ALONE = frozenset({Kind.SPECIAL, Kind.PERCENT})
"""Kinds that look at one line by itself."""
Dealt = dict[int, Offer | None]
"""Which promotion each line is in, by its place."""


def reckon(offers: Iterable[Offer], basket: Basket) -> Outcome:
    """What the basket gets; the offers that are not for it take no part."""
    able = sorted((o for o in offers if o.is_for(basket)), key=lambda o: (-o.priority, o.id))
    lines = {p: x for p, x in enumerate(basket.lines) if not x.by_hand and x.amount > 0}
    if not able or not lines:
        return NOTHING
    size = len(basket.lines)
    goods = list(_goods(able, lines, size))
    left = {
        p: replace(x, amount=x.amount - sum(t.shares[p] for t in goods)) for p, x in lines.items()
    }
    ticket = _ticket([o for o in able if o.kind == Kind.THRESHOLD], left, size)
    return Outcome((*goods, *ticket))


def _goods(able: Sequence[Offer], lines: Mapping[int, BasketLine], size: int) -> Iterator[Taken]:
    """The promotions of goods, class by class of priority."""
    free = dict(lines)
    offers = [offer for offer in able if offer.kind != Kind.THRESHOLD]
    for _, equal in groupby(offers, key=lambda offer: offer.priority):
        for offer, shares in _best(list(equal), free):
            yield _taken(offer, shares, size)
            for place in shares:
                del free[place]


def _ticket(offers: Sequence[Offer], left: Mapping[int, BasketLine], size: int) -> Sequence[Taken]:
    """The one choice of ticket promotions: all that go together, or one by itself."""
    together = list(_together([o for o in offers if o.stacks], left, size))
    rank = max((o.priority for o in offers if o.stacks), default=0)
    choices = [(rank, together)] if together else []
    choices += [
        (offer.priority, [_taken(offer, shares, size)])
        for offer in offers
        if not offer.stacks and (shares := shares_of(offer, left))
    ]
    if not choices:
        return ()
    return max(choices, key=lambda choice: (choice[0], sum(t.total for t in choice[1])))[1]


def _together(
    offers: Sequence[Offer], left: Mapping[int, BasketLine], size: int
) -> Iterator[Taken]:
    """Each looks at what the goods came to; none takes more than the ones before have left."""
    rest = {place: line.amount for place, line in left.items()}
    for offer in offers:
        shares = {p: min(off, rest[p]) for p, off in shares_of(offer, left).items() if rest[p] > 0}
        for place, off in shares.items():
            rest[place] -= off
        if shares:
            yield _taken(offer, shares, size)


def _taken(offer: Offer, shares: Shares, size: int) -> Taken:
    return Taken(offer.id, offer.name, tuple(shares.get(place, 0) for place in range(size)))


# --- which promotion each line is in ---


def _best(
    offers: Sequence[Offer], lines: Mapping[int, BasketLine]
) -> Iterator[tuple[Offer, Shares]]:
    """What promotions of equal priority take off, dealt out so that most is saved."""
    dealt: Dealt = {}
    for group in _apart(offers, lines):
        dealt.update(_dealt(offers, {place: lines[place] for place in group}))
    yield from _reckoned(offers, lines, dealt)


def _reckoned(
    offers: Sequence[Offer], lines: Mapping[int, BasketLine], dealt: Dealt
) -> Iterator[tuple[Offer, Shares]]:
    for offer in offers:
        mine = {place: lines[place] for place, own in dealt.items() if own is offer}
        if mine and (shares := shares_of(offer, mine)):
            yield offer, shares


def _apart(offers: Sequence[Offer], lines: Mapping[int, BasketLine]) -> list[list[int]]:
    """Lines in heaps that have no promotion of several lines in common."""
    heaps: list[set[int]] = []
    for offer in offers:
        together = {p for p, line in lines.items() if offer.takes(line.product_id)}
        alone = offer.kind in _ALONE
        for heap in [{place} for place in together] if alone else [together]:
            touching = [other for other in heaps if other & heap]
            heaps = [other for other in heaps if not other & heap]
            heaps.append(heap.union(*touching))
    return [sorted(heap) for heap in heaps if heap]


def _dealt(offers: Sequence[Offer], lines: Mapping[int, BasketLine]) -> Dealt:
    """The best dealing of one heap: every way where there are few, else by bettering."""
    choices = {place: _choices(offers, place, line) for place, line in lines.items()}
    if prod(len(each) for each in choices.values()) <= MOST_WAYS:
        ways = (dict(zip(choices, way, strict=True)) for way in product(*choices.values()))
        return max(ways, key=lambda way: _saved(offers, lines, way))
    return _bettered(offers, lines, choices)


def _choices(offers: Sequence[Offer], place: int, line: BasketLine) -> list[Offer | None]:
    """The promotions that a line may be in; of those that look at it alone only the best.

    A line more never makes a group save less, so nothing is lost by being in the only one there is.
    """
    able = [offer for offer in offers if offer.takes(line.product_id)]
    groups: list[Offer | None] = [offer for offer in able if offer.kind not in _ALONE]
    alone = [(shares_of(o, {place: line}).get(place, 0), o) for o in able if o.kind in _ALONE]
    off, best = max(alone, key=lambda each: each[0], default=(0, None))
    return [*groups, best] if off else groups or [None]


def _saved(offers: Sequence[Offer], lines: Mapping[int, BasketLine], dealt: Dealt) -> int:
    return sum(sum(shares.values()) for _, shares in _reckoned(offers, lines, dealt))


def _bettered(
    offers: Sequence[Offer],
    lines: Mapping[int, BasketLine],
    choices: Mapping[int, Sequence[Offer | None]],
) -> Dealt:
    """From everything in its first choice, and everything in its last, one line at a time to the better."""
    best: Dealt = {}
    most = -1
    for end in (0, -1):
        dealt = {place: each[end] for place, each in choices.items()}
        saved, before = _saved(offers, lines, dealt), -1
        while saved > before:
            before = saved
            for place, each in choices.items():
                if len(each) > 1:
                    tries = [{**dealt, place: choice} for choice in each]
                    dealt = max(tries, key=lambda way: _saved(offers, lines, way))
            saved = _saved(offers, lines, dealt)
        if saved > most:
            best, most = dealt, saved
    return best
