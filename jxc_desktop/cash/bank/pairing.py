"""Which statement lines and legs of the books are the same money: what is sure, and what a person must choose from.

Pairs have the same fen on the same side and lie at most `NEAR` days apart. They are sure where nothing else fits
either of them: first by words (a number or a firm that the line names), then of the same day, then within the days.
What a till took in a day arrives in one sum: a line that is the sum of one day's tickets is sure in the same way.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine

NEAR = 7
"""Days between the bank and the books."""
TICKETS = frozenset({"pos_sale", "pos_return"})
"""What the till takes: it arrives summed up by day."""
SHORTEST_WORD = 3
"""Letters of a firm's name that are enough to know it by."""

Legs = tuple[OpenLeg, ...]
Fits = Callable[[OpenLine, Legs], bool]


@dataclass(frozen=True, slots=True)
class Pairing:
    """`sure` are lines with the legs they are; `choices` are open lines with all that each may be."""

    sure: tuple[tuple[OpenLine, Legs], ...]
    choices: Mapping[int, tuple[Legs, ...]]


def paired(lines: Sequence[OpenLine], legs: Sequence[OpenLeg], near: int = NEAR) -> Pairing:
    """Pair what can only be one thing; the rest is offered by line."""
    free_lines = {line.id: line for line in lines if not line.opening}
    free_legs = {leg.key: leg for leg in legs}
    reach = timedelta(days=near)
    sure: list[tuple[OpenLine, Legs]] = []
    for fits in (_named, _same_day, _near):
        for line, bundle in _only_ones(free_lines.values(), free_legs.values(), reach, fits):
            sure.append((line, bundle))
            del free_lines[line.id]
            for leg in bundle:
                del free_legs[leg.key]
    left = _candidates(free_lines.values(), free_legs.values(), reach)
    return Pairing(tuple(sure), {line: tuple(found) for line, found in left.items()})


def _only_ones(
    lines: Iterable[OpenLine], legs: Iterable[OpenLeg], reach: timedelta, fits: Fits
) -> list[tuple[OpenLine, Legs]]:
    """Lines that one bundle fits, while no leg of it is in a bundle that fits another line too."""
    known = {line.id: line for line in lines}
    found = {
        line: [bundle for bundle in bundles if fits(known[line], bundle)]
        for line, bundles in _candidates(known.values(), legs, reach).items()
    }
    wanted: dict[tuple[int, int], int] = defaultdict(int)
    for bundles in found.values():
        for key in {leg.key for bundle in bundles for leg in bundle}:
            wanted[key] += 1
    return [
        (known[line], bundles[0])
        for line, bundles in found.items()
        if len(bundles) == 1 and all(wanted[leg.key] == 1 for leg in bundles[0])
    ]


def _candidates(
    lines: Iterable[OpenLine], legs: Iterable[OpenLeg], reach: timedelta
) -> dict[int, list[Legs]]:
    """For each line every leg, and every day's tickets together, that have its fen and lie near."""
    by_amount: dict[int, list[Legs]] = defaultdict(list)
    for bundle in _bundles(list(legs)):
        by_amount[sum(leg.amount for leg in bundle)].append(bundle)
    found: dict[int, list[Legs]] = {}
    for line in lines:
        near = [b for b in by_amount.get(line.amount, ()) if abs(line.day - b[0].day) <= reach]
        if near:
            found[line.id] = near
    return found


def _bundles(legs: Sequence[OpenLeg]) -> list[Legs]:
    """Each leg alone, and the tickets of a day that has several."""
    by_day: dict[object, list[OpenLeg]] = defaultdict(list)
    for leg in legs:
        if leg.kind in TICKETS:
            by_day[leg.day].append(leg)
    days = [tuple(tickets) for tickets in by_day.values() if len(tickets) > 1]
    return [*((leg,) for leg in legs), *days]


def _named(line: OpenLine, bundle: Legs) -> bool:
    """Whether the line names the document, or its firm."""
    if len(bundle) > 1:
        return False
    [leg] = bundle
    firm = leg.partner if len(leg.partner) >= SHORTEST_WORD else ""
    return bool((leg.number and leg.number in line.words) or (firm and firm in line.words))


def _same_day(line: OpenLine, bundle: Legs) -> bool:
    return line.day == bundle[0].day


def _near(_line: OpenLine, _bundle: Legs) -> bool:
    """Candidates are near."""
    return True


def opening_legs(line: OpenLine, legs: Iterable[OpenLeg]) -> Legs:
    """The legs that what lay in the bank at first stands for: all before that day, and the books' own opening."""
    return tuple(
        leg
        for leg in legs
        if leg.day < line.day or (leg.kind == "opening_balance" and leg.day == line.day)
    )
