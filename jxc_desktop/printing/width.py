"""How wide text stands on a receipt: columns by East-Asian width, cutting, wrapping, and washing.

A Chinese character and every sign the GBK printer fonts draw full-width (×, ¥ as ￥, ·) take two columns,
ASCII takes one. This agrees with GBK exactly: whatever it encodes in two bytes is two columns wide.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

Measure = Callable[[str], float]
"""The width of one character, in whatever unit the room is given."""

_REPLACED = str.maketrans({"¥": "￥", "\u00a0": " ", "\u2212": "-", "\u2010": "-", "\u2011": "-"})
"""Signs most printer fonts lack, and the sign people mean."""
_SPACES = frozenset("\t\n\r\v\f\u0085\u2028\u2029")
_WIDE = frozenset("WFA")
_ZERO_WIDTH = frozenset(("Mn", "Me"))
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))


def clean(text: str) -> str:
    """`text` as it may go to any paper: composed, one line, without control or formatting characters.

    Names come from imports and strangers; an ESC in one must not open the drawer, and a right-to-left
    mark must not turn an amount around.
    """
    composed = unicodedata.normalize("NFC", text).translate(_REPLACED)
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(
        " " if mark in _SPACES else mark
        for mark in composed
        if mark in _SPACES or unicodedata.category(mark) not in _DROPPED
    )


@lru_cache(maxsize=8192)
def _columns(mark: str) -> int:
    if unicodedata.category(mark) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(mark) in _WIDE else 1


def display_width(text: str) -> int:
    """Columns `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, room: float, width_of: Measure = _columns) -> str:
    """The longest beginning of `text` that fits into `room` (columns, or what `width_of` measures)."""
    used = 0.0
    for index, mark in enumerate(text):
        used += width_of(mark)
        if used > room:
            return text[:index]
    return text


def wrap(text: str, room: float, width_of: Measure = _columns) -> tuple[str, ...]:
    """`text` in lines of at most `room`; breaks at spaces between words, else between characters.

    Never fewer than one line. A character wider than `room` stands alone rather than being lost.
    """
    lines: list[str] = []
    rest = text.rstrip()
    while len(head := cut(rest, room, width_of)) < len(rest):
        head = rest[: _break_at(rest, len(head) or 1)]
        lines.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return (*lines, rest) if rest or not lines else tuple(lines)


def _break_at(text: str, end: int) -> int:
    """Where to break `text` at or before `end`, so that no Latin word or number is split if avoidable."""
    if end >= len(text) or not (_of_word(text[end]) and _of_word(text[end - 1])):
        return end
    start = end
    while start > 0 and _of_word(text[start - 1]):
        start -= 1
    return start or end


def _of_word(mark: str) -> bool:
    return mark.isascii() and not mark.isspace()
