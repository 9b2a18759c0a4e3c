"""Tells a scanner from a person by the rhythm of keys (domain.md §6.7); knows no Qt.

A person needs more than 30 ms a key, a scanner less than 10. All times are milliseconds.
"""

import unicodedata
from dataclasses import dataclass, field
from enum import Enum

GROUP_SEPARATOR = "\x1d"
"""Parts the fields of a GS1 code; the only control character a code may hold."""
_TWO_GAPS = 3


@dataclass(frozen=True, slots=True)
class BurstRule:
    """When keys are a scan. Each shop may set it for its scanner."""

    least: int = 4
    """Characters of the shortest code that ends with Enter or Tab."""
    least_silent: int = 8
    """Characters of the shortest code that ends with silence: a person may roll four keys."""
    most: int = 128
    mean_gap: int = 35
    longest_gap: int = 80
    silence: int = 120
    """After this much silence a code without Enter is complete."""
    trailing: int = 100
    """Within this time after a code another Enter, Tab or line feed belongs to it."""
    duplicate: int = 150
    """The same code begun again within this time is the trigger bouncing; 0 lets all pass."""


class Verdict(Enum):
    """What the keys so far are."""

    OPEN = "open"
    SCAN = "scan"
    TYPED = "typed"


@dataclass(slots=True)
class Burst:
    """The keys that came one after another without a long gap."""

    rule: BurstRule = field(default_factory=BurstRule)
    _text: list[str] = field(default_factory=list)
    _first: int = 0
    _last: int = 0

    @property
    def text(self) -> str:
        """The characters so far."""
        return "".join(self._text)

    @property
    def first(self) -> int:
        """When the first key came."""
        return self._first

    @property
    def last(self) -> int:
        """When the last key came."""
        return self._last

    def __len__(self) -> int:
        return len(self._text)

    def continues(self, moment: int) -> bool:
        """Whether a key at `moment` belongs to this burst."""
        return bool(self._text) and 0 <= moment - self._last <= self.rule.longest_gap

    def add(self, character: str, moment: int) -> None:
        """Take one more character."""
        if not self._text:
            self._first = moment
        self._text.append(character)
        self._last = moment

    def clear(self) -> None:
        """Begin anew."""
        self._text.clear()

    def verdict(self, *, ended: bool = False, silent: bool = False) -> Verdict:
        """What the keys are: so far, `ended` by Enter or Tab, or `silent` for long enough."""
        count = len(self._text)
        fast = count > 1 and self._last - self._first <= self.rule.mean_gap * (count - 1)
        if ended or silent:
            least = self.rule.least_silent if silent else self.rule.least
            return Verdict.SCAN if fast and least <= count <= self.rule.most else Verdict.TYPED
        if count > self.rule.most or (count >= _TWO_GAPS and not fast):
            return Verdict.TYPED
        return Verdict.OPEN


def is_code_character(text: str) -> bool:
    """Whether a key's text can be part of a code."""
    return len(text) == 1 and (text.isprintable() or text == GROUP_SEPARATOR)


def normal_code(text: str) -> str:
    """A scanned text as it is looked up: half-width, without control characters and outer blanks."""
    plain = unicodedata.normalize("NFKC", text).replace("。", ".")
    return "".join(c for c in plain if is_code_character(c)).strip(" ")
