"""The flight recorder: what was posted, kept a second time on another disk, after COMMIT and before printing.

It follows the audit chain, so whatever a full disk or a pulled stick kept from it is recorded the next time. On
start it says whether the shop file lost something that was already acknowledged.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database, clock_of
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.locks import only_one
from jxc_desktop.core.sql import Statement
from jxc_desktop.safety.media import told_in_words
from jxc_desktop.safety.recorded import act_as_data
from jxc_desktop.safety.tape import Line, Tape
from jxc_desktop.shop.actor import authorize
from jxc_desktop.shop.audit import head_of
from jxc_desktop.shop.settings import settings_of

START = "recorder.start"
_AFTER = Statement(
    "SELECT id, at, action, object, hash FROM audit WHERE id > :last ORDER BY id LIMIT :most"
)
_HASH = Statement("SELECT hash FROM audit WHERE id = :id")
_MOST = 500
PATIENCE = 2.0
"""Seconds to wait for another program that records the same shop."""


class Standing(StrEnum):
    """How the tape stands to the shop: `AHEAD` means the shop lost what the tape still has."""

    EMPTY = "empty"
    EQUAL = "equal"
    BEHIND = "behind"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The standing, and the recorded documents that the shop does not have (oldest first)."""

    standing: Standing
    lost: tuple[Line, ...] = ()


class Recorder:
    """Records one shop onto a tape in `folder`."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database
        with database.reading() as session:
            uid = session.execute(text("SELECT uid FROM shop")).scalar_one()
        self.tape = Tape(folder, str(uid)[:8])

    def catch_up(self) -> int:
        """Record every audit row that the tape lacks; returns how many. Raises `ShopFileError` for the disk.

        Nothing is added to a tape that is ahead of the shop: that must be looked at first.
        """
        with self._alone():
            count = 0
            with self._database.reading() as session:
                while rows := list(self._missing(session)):
                    self.tape.append(_month(session), rows)
                    count += len(rows)
        return count

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with told_in_words(self._folder):
            self._folder.stat()
            with only_one(self.tape.lock_file, _busy(), patience=PATIENCE):
                yield

    def _missing(self, session: Session) -> Iterator[dict[str, Any]]:
        last = self.tape.last()
        if last is None:
            yield _start_line(session)
            return
        if not _knows(session, last):
            raise ShopFileError(
                translate("safety", "黑匣子里有账套没有的单据。先看清楚，再决定补录还是重新开始")
            )
        for n, at, action, subject, sealed in _AFTER.all(session, last=last.n, most=_MOST):
            yield {
                "n": n,
                "at": at,
                "action": action,
                "subject": subject,
                "audit": sealed,
                "document": act_as_data(session, action, subject, n),
            }

    def compare(self) -> Comparison:
        """How the tape stands to the shop; call it on start, before anything is posted."""
        with told_in_words(self._folder), self._database.reading() as session:
            last = self.tape.last()
            if last is None:
                return Comparison(Standing.EMPTY)
            if _knows(session, last):
                length, _ = head_of(session)
                return Comparison(Standing.BEHIND if last.n < length else Standing.EQUAL)
            return Comparison(Standing.AHEAD, tuple(self._lost(session)))

    def _lost(self, session: Session) -> Iterator[Line]:
        for line in self.tape.lines():
            if line.document is not None and not _knows(session, line):
                yield line

    def begin_anew(self, actor: object) -> None:
        """Put the tape away and begin another at the shop's present state, after a restore was settled."""
        with self._database.reading(actor) as session:
            authorize(session, "backup.restore")
        with self._alone():
            self.tape.put_away(f"{self._database.clock.milliseconds()}")
        self.catch_up()


def recorder_of(database: Database) -> Recorder | None:
    """The recorder of a shop; None where it has no place."""
    folder = recording_folder(database)
    return Recorder(folder, database) if folder else None


def recording_folder(database: Database) -> Path | None:
    """Where a shop is recorded: its second place for backups, or else its first; None without either."""
    with database.reading() as session:
        settings = settings_of(session)
    folder = settings.backup_second_folder or settings.backup_folder
    return Path(folder) if folder else None


def _knows(session: Session, line: Line) -> bool:
    """Whether the shop has the audit row of a line, with the same hash."""
    row = _HASH.first(session, id=line.n)
    return row is not None and row[0] == line.audit


def _start_line(session: Session) -> dict[str, Any]:
    """A tape begins at the present end of the audit chain; what was before lies in backups."""
    length, head = head_of(session)
    return {
        "n": length,
        "at": clock_of(session).milliseconds(),
        "action": START,
        "subject": "",
        "audit": head,
        "document": None,
    }


def _month(session: Session) -> str:
    return clock_of(session).today().strftime("%Y%m")


def _busy() -> str:
    return translate("safety", "黑匣子正被别的程序写")
