"""Which backups to keep: many young ones, few old ones, within a budget of space.

Ages are counted in backups, not on the clock: "daily 14" means the newest of each of the last fourteen days that
have one, so a clock that jumps deletes nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

LAST_VERIFIED = 3
"""As many of the newest verified backups are never dropped."""


@dataclass(frozen=True, slots=True)
class Tier:
    """Keep the newest backup of each of the last `count` spans."""

    name: str
    count: int
    span: Callable[[datetime], object]


TIERS = (
    Tier("hourly", 24, lambda at: (at.date(), at.hour)),
    Tier("daily", 14, lambda at: at.date()),
    Tier("weekly", 8, lambda at: at.isocalendar()[:2]),
    Tier("monthly", 24, lambda at: (at.year, at.month)),
    Tier("yearly", 10, lambda at: at.year),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup as retention sees it; the sequence given to `dropped` is oldest first."""

    at: datetime
    size: int
    verified: bool


def dropped(backups: Sequence[Kept], budget: int) -> list[int]:
    """Places in `backups` (oldest first) of those to delete, so that the rest fit `budget` bytes if they can."""
    safe = set(_last_verified(backups))
    finest = _finest_tiers(backups)
    out = {place for place in range(len(backups)) if place not in finest and place not in safe}
    spare = [place for place in finest if place not in safe]
    spare.sort(key=lambda place: (-finest[place], place))
    size = sum(backup.size for place, backup in enumerate(backups) if place not in out)
    for place in spare:
        if size <= budget:
            break
        out.add(place)
        size -= backups[place].size
    return sorted(out)


def tier_of(backups: Sequence[Kept], place: int) -> str:
    """The name of the finest tier that keeps a backup, "" for one that none keeps."""
    tier = _finest_tiers(backups).get(place)
    return "" if tier is None else TIERS[tier].name


def _last_verified(backups: Sequence[Kept]) -> list[int]:
    return [place for place, backup in enumerate(backups) if backup.verified][-LAST_VERIFIED:]


def _finest_tiers(backups: Sequence[Kept]) -> dict[int, int]:
    """The finest tier that keeps each kept backup, by its place."""
    finest: dict[int, int] = {}
    for number, tier in enumerate(TIERS):
        spans: set[object] = set()
        for place in reversed(range(len(backups))):
            span = tier.span(backups[place].at)
            if span in spans:
                continue
            if len(spans) == tier.count:
                break
            spans.add(span)
            finest.setdefault(place, number)
    return finest
