"""When a backup is due, decided without a clock or a timer of its own.

The window asks every minute, on start, on resume and on closing. What was run last is kept in the shop, so a PC
that slept or was off catches up, and a clock that was set back does not silence the backups.
"""

from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.shop.settings import Settings

HOUR = 3_600_000
DAY = 24 * HOUR
LATE_AFTER = 26 * HOUR
"""A shop whose last backup is older shows it on its lamp."""
DRILL_EVERY = 30 * DAY


class Reason(StrEnum):
    """Why a backup is made by itself."""

    SCHEDULED = "scheduled"
    ON_CLOSE = "on_close"


@dataclass(frozen=True, slots=True)
class LastRun:
    """When a backup was last made (ms UTC) and the length of the audit chain then; nothing happened since if equal."""

    at: int
    length: int


def due(
    now: int, last: LastRun | None, length: int, settings: Settings, *, closing: bool = False
) -> Reason | None:
    """Why a backup should be made now, or None. `now` ms UTC, `length` of the audit chain now.

    Nothing is due without a folder, or while nothing happened since the last backup.
    """
    if not settings.backup_folder:
        return None
    if last is not None and last.length == length:
        return None
    if closing:
        return Reason.ON_CLOSE if settings.backup_on_close else None
    if last is None or not 0 <= now - last.at < settings.backup_every_hours * HOUR:
        return Reason.SCHEDULED
    return None


def drill_due(now: int, last_drill: int | None) -> bool:
    """Whether the newest backup should be restored for practice again."""
    return last_drill is None or not 0 <= now - last_drill < DRILL_EVERY


class Lamp(StrEnum):
    """What the backup lamp of the status bar says."""

    NEVER = "never"
    LATE = "late"
    UNVERIFIED = "unverified"
    FRESH = "fresh"


def lamp(now: int, last: int | None, *, verified: bool) -> Lamp:
    """The state of the backups: `last` is when the last was made (ms UTC)."""
    if last is None:
        return Lamp.NEVER
    if not 0 <= now - last < LATE_AFTER:
        return Lamp.LATE
    return Lamp.FRESH if verified else Lamp.UNVERIFIED
