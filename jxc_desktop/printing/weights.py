"""What a scale on a port says: `ST,GS,+  1.234kg` (耀华, A&D and many others), `S 01.234kg` (顶尖 OS2).

A scale says so many times a second. ST or S is a stable weight, US or U one that moves, OL or F too much.
"""

import re
from dataclasses import dataclass

from jxc_desktop.core.numbers import QUANTITY_PLACES, parse_scaled

KILOGRAM: int = 10**QUANTITY_PLACES
_SAID = re.compile(
    rb"(ST|US|OL|S|U|F)[,\s]*(?:GS|NT|G|N)?[,\s]*([+-]?)\s*(\d{0,6}(?:\.\d{1,4})?)\s*(kg|g)?",
    re.IGNORECASE,
)
_STABLE, _OVER = frozenset({b"ST", b"S"}), frozenset({b"OL", b"F"})


@dataclass(frozen=True, slots=True)
class Reading:
    """1e-4 kilograms on the scale; `stable` once nothing moves any more, `over` when it is too much."""

    weight: int
    stable: bool
    over: bool = False


def reading_of(line: bytes) -> Reading | None:
    """What one line of a scale says; None for what is no weight."""
    found = _SAID.search(line)
    if found is None:
        return None
    state, sign, digits, unit = found.groups()
    if state.upper() in _OVER:
        return Reading(0, stable=False, over=True)
    if not digits.strip(b"."):
        return None
    weight = parse_scaled(digits.decode(), QUANTITY_PLACES)
    if (unit or b"kg").lower() == b"g":
        weight //= 1000
    return Reading(-weight if sign == b"-" else weight, state.upper() in _STABLE)
