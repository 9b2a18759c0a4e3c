"""When the shop was last backed up, and what went wrong when it was not."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database, clock_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.safety.catalogue import Backup
from jxc_desktop.safety.models import BackupLog
from jxc_desktop.shop.audit import record

_COLUMNS = ("at", "reason", "folder", "file", "size", "digest", "verified", "problem")
_INSERT = insert_into(BackupLog, _COLUMNS)
_LAST = Statement(
    "SELECT at, reason, folder, file, size, digest, verified, problem FROM backup_log "
    "WHERE file <> '' ORDER BY id DESC LIMIT 1"
)
_LATEST = Statement(
    "SELECT at, reason, folder, file, size, digest, verified, problem FROM backup_log "
    "ORDER BY id DESC LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at a backup; `file` is "" when it failed for `problem`. `at` is ms UTC, `size` bytes."""

    at: int
    reason: str
    folder: str
    file: str
    size: int
    digest: str
    verified: bool
    problem: str


def note_success(database: Database, backup: Backup, *, actor: object) -> None:
    """Keep what was backed up where, and chain an audit row."""
    said = backup.manifest
    with database.transaction(actor) as session:
        _INSERT.run(
            session,
            at=clock_of(session).milliseconds(),
            reason=said.reason,
            folder=str(backup.path.parent),
            file=said.file,
            size=said.size,
            digest=said.sha256,
            verified=said.verified,
            problem="\n".join(said.problems),
        )
        record(session, "backup.make", said.file, sha256=said.sha256, reason=said.reason)


def note_failure(
    database: Database, folder: Path, reason: str, problem: str, *, actor: object
) -> None:
    """Keep why there is no backup, so that the window can say so until there is one."""
    with database.transaction(actor) as session:
        _INSERT.run(
            session,
            at=clock_of(session).milliseconds(),
            reason=reason,
            folder=str(folder),
            file="",
            size=0,
            digest="",
            verified=False,
            problem=problem,
        )


def last_backup(session: Session) -> Attempt | None:
    """The last backup that was made, or None when there never was one."""
    row = _LAST.first(session)
    return None if row is None else _attempt(row)


def attempts(session: Session, *, most: int = 100) -> list[Attempt]:
    """The last attempts, newest first, made and failed."""
    return [_attempt(row) for row in _LATEST.all(session, most=most)]


def _attempt(row: tuple[object, ...]) -> Attempt:
    at, reason, folder, file, size, digest, verified, problem = row
    return Attempt(
        int(str(at)),
        str(reason),
        str(folder),
        str(file),
        int(str(size)),
        str(digest),
        bool(verified),
        str(problem),
    )
