"""When the shop was last backed up and drilled, and what went wrong when it was not."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database, clock_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.safety.catalogue import Backup
from jxc_desktop.safety.drill import Drilled
from jxc_desktop.safety.models import BackupLog
from jxc_desktop.safety.schedule import LastRun
from jxc_desktop.shop.audit import head_of, record

DRILL = "drill"
_COLUMNS = (
    "at", "reason", "folder", "file", "size", "digest", "verified", "problem", "length",
)  # fmt: skip
_INSERT = insert_into(BackupLog, _COLUMNS)
_SELECT = "SELECT at, reason, folder, file, size, digest, verified, problem, length FROM backup_log"
_LAST = Statement(f"{_SELECT} WHERE file <> '' AND reason <> '{DRILL}' ORDER BY id DESC LIMIT 1")
_LAST_DRILL = Statement(f"{_SELECT} WHERE reason = '{DRILL}' ORDER BY id DESC LIMIT 1")
_LATEST = Statement(f"{_SELECT} ORDER BY id DESC LIMIT :most")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at a backup or a drill; `file` is "" when it failed for `problem`.

    `at` is ms UTC, `size` bytes, `length` how long the audit chain was afterwards.
    """

    at: int
    reason: str
    folder: str
    file: str
    size: int
    digest: str
    verified: bool
    problem: str
    length: int

    @property
    def run(self) -> LastRun:
        """As the schedule sees it."""
        return LastRun(self.at, self.length)


def note_success(database: Database, backup: Backup, *, actor: object) -> None:
    """Keep what was backed up where, and chain an audit row."""
    said = backup.manifest
    with database.transaction(actor) as session:
        record(session, "backup.make", said.file, sha256=said.sha256, reason=said.reason)
        _note(
            session,
            reason=said.reason,
            folder=str(backup.path.parent),
            file=said.file,
            size=said.size,
            digest=said.sha256,
            verified=said.verified,
            problem="\n".join(said.problems),
        )


def note_failure(
    database: Database, folder: Path, reason: str, problem: str, *, actor: object
) -> None:
    """Keep why there is no backup, so that the window can say so until there is one."""
    with database.transaction(actor) as session:
        _note(session, reason=reason, folder=str(folder), problem=problem)


def note_drill(database: Database, drilled: Drilled, *, actor: object) -> None:
    """Keep that a backup was restored for practice, and what came of it."""
    with database.transaction(actor) as session:
        record(session, "backup.drill", drilled.backup.name, ok=drilled.ok)
        _note(
            session,
            reason=DRILL,
            folder=str(drilled.backup.parent),
            file=drilled.backup.name,
            verified=drilled.ok,
            problem="\n".join(drilled.problems),
        )


def _note(session: Session, **values: Any) -> None:
    nothing = {"file": "", "size": 0, "digest": "", "verified": False, "problem": ""}
    at = clock_of(session).milliseconds()
    _INSERT.run(session, **{**nothing, **values}, at=at, length=head_of(session)[0])


def last_backup(session: Session) -> Attempt | None:
    """The last backup that was made, or None when there never was one."""
    return _attempt(_LAST.first(session))


def last_backup_at(session: Session) -> int | None:
    """When the last backup was made, ms UTC; None when there never was one."""
    last = last_backup(session)
    return None if last is None else last.at


def last_drill(session: Session) -> Attempt | None:
    """The last restore drill, or None."""
    return _attempt(_LAST_DRILL.first(session))


def attempts(session: Session, *, most: int = 100) -> list[Attempt]:
    """The last attempts, newest first, made and failed, drills too."""
    return [found for row in _LATEST.all(session, most=most) if (found := _attempt(row))]


def _attempt(row: tuple[Any, ...] | None) -> Attempt | None:
    if row is None:
        return None
    at, reason, folder, file, size, digest, verified, problem, length = row
    return Attempt(at, reason, folder, file, size, digest, bool(verified), problem, length)
