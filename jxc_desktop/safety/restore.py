"""Putting a proven backup back: the present state is kept first, then replaced in one transaction.

The shop at any moment is the old one or the restored one. A present file that is damaged is moved aside with
everything SQLite keeps beside it, never overwritten.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.copying import copy_in
from jxc_desktop.core.creation import schema_version
from jxc_desktop.core.db import Database
from jxc_desktop.core.durable import move_durably, sync_file
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.locks import ShopLock
from jxc_desktop.core.place import require_safe_place
from jxc_desktop.safety.backup import BEFORE_RESTORE, Order, make_backup
from jxc_desktop.safety.catalogue import Backup, manifest_path
from jxc_desktop.safety.examine import Examined
from jxc_desktop.safety.load import load_into
from jxc_desktop.safety.media import told_in_words
from jxc_desktop.safety.proof import prove
from jxc_desktop.safety.soundness import structural_problems
from jxc_desktop.safety.verify import findings_of
from jxc_desktop.shop.actor import authorize, elsewhere
from jxc_desktop.shop.audit import head_of, record

_COMPANIONS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a backup is put back: a shop file (new or present) or a PostgreSQL URL.

    The present state is backed up to `folder` first. `lock` is the caller's own share in the file, if it has one.
    `accept_problems` takes books that break a rule, when a person said so.
    """

    target: Path | str
    folder: Path
    lock: ShopLock | None = None
    clock: Clock = field(default_factory=Clock)
    accept_problems: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: `kept` is the backup of the state before, `aside` where a damaged file went."""

    shop: str
    kept: Backup | None = None
    aside: Path | None = None


@dataclass(frozen=True, slots=True)
class _Before:
    """The shop that is replaced: the end of its audit chain, and where it is kept."""

    length: int = 0
    head: str = ""
    kept: Backup | None = None
    aside: Path | None = None


def put_back(
    backup: Examined, place: Place, invariants: Sequence[Invariant], *, actor: object
) -> Restored:
    """Make the shop at `place` what the backup holds, with an audit row that names the chain it replaces.

    Nobody else may have the shop file open; close your own `Database` first. On PostgreSQL others wait to write.
    """
    if backup.problems and not place.accept_problems:
        raise ShopFileError(
            translate("safety", "{path} 里的账不平：{problem}").format(
                path=backup.source, problem=backup.problems[0]
            )
        )
    actor = elsewhere(actor)
    _require_right(backup, actor)
    if "://" in str(place.target):
        return _into_database(backup, place, invariants, actor)
    return _into_file(backup, Path(place.target), place, invariants, actor)


def _require_right(backup: Examined, actor: object) -> None:
    copy = Database(backup.copy)
    try:
        with copy.reading(actor) as session:
            authorize(session, "backup.restore")
    finally:
        copy.close()


def _into_file(
    backup: Examined, path: Path, place: Place, invariants: Sequence[Invariant], actor: object
) -> Restored:
    require_safe_place(path)
    _require_no_backup(path, backup.source)
    with told_in_words(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        with (place.lock or ShopLock(path)).alone():
            before = _keep(path, place, invariants, actor)
            _chain(backup, before, place.clock, actor)
            if before.kept is None:
                _clear_companions(path)
                _settle(backup.copy, path)
            else:
                _replace(backup.copy, path)
            _require_sound(path, invariants, place, before)
    return Restored(str(path), before.kept, before.aside)


def _require_no_backup(path: Path, source: Path) -> None:
    """Refuse to write over a backup, and over the very one that comes back."""
    if manifest_path(path).exists() or (path.exists() and path.samefile(source)):
        raise ShopFileError(
            translate("safety", "{path} 是一份备份，不能覆盖。恢复到另一个文件").format(path=path)
        )


def _keep(path: Path, place: Place, invariants: Sequence[Invariant], actor: object) -> _Before:
    """Back the present shop up, or move it aside when it is too damaged for that."""
    if not path.exists():
        return _Before()
    if _is_damaged(path):
        return _Before(aside=_move_aside(path, place.clock))
    database = Database(path, clock=place.clock)
    try:
        kept = make_backup(database, Order(place.folder, BEFORE_RESTORE), invariants, actor=actor)
        with database.reading() as session:
            length, head = head_of(session)
    finally:
        database.close()
    return _Before(length, head, kept)


def _is_damaged(path: Path) -> bool:
    database = Database(path)
    try:
        with database.raw() as connection:
            return bool(structural_problems(connection))
    except ShopFileError:
        return True
    finally:
        database.close()


def _move_aside(path: Path, clock: Clock) -> Path:
    aside = path.with_name(f"{path.name}.damaged-{clock.local(clock.milliseconds()):%Y%m%d-%H%M%S}")
    for tail in _COMPANIONS:
        companion = path.with_name(path.name + tail)
        if companion.exists():
            companion.replace(aside.with_name(aside.name + tail))
    move_durably(path, aside)
    return aside


def _settle(copy: Path, path: Path) -> None:
    """Lay the copy at `path`, whole or not at all; it may come from another disk."""
    draft = path.with_name(path.name + ".tmp")
    try:
        shutil.copyfile(copy, draft)
        sync_file(draft)
        move_durably(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _clear_companions(path: Path) -> None:
    """A write-ahead log without its file belongs to a shop that is gone; it must not reach the new one."""
    for tail in _COMPANIONS:
        path.with_name(path.name + tail).unlink(missing_ok=True)


def _chain(backup: Examined, before: _Before, clock: Clock, actor: object) -> None:
    """Write into the copy what is about to happen, so that it happens together with the rest."""
    copy = Database(backup.copy, clock=clock)
    try:
        with copy.transaction(actor) as session:
            record(
                session,
                "shop.restore",
                backup.source.name,
                backup_head=backup.proof.head,
                replaced_head=before.head,
                replaced_length=before.length,
                kept=before.kept.manifest.file if before.kept else "",
            )
    finally:
        copy.close()


def _replace(copy: Path, path: Path) -> None:
    database = Database(path)
    try:
        with database.raw() as connection:
            copy_in(copy, connection)
    finally:
        database.close()


def _require_sound(
    path: Path, invariants: Sequence[Invariant], place: Place, before: _Before
) -> None:
    proof = prove(path, invariants, place.clock)
    problems = proof.damage or (() if place.accept_problems else proof.problems)
    if problems:
        raise _failed(problems[0], before)


def _failed(problem: str, before: _Before) -> ShopFileError:
    kept = before.kept.path if before.kept else before.aside
    return ShopFileError(
        translate("safety", "恢复后检查不过：{problem}。恢复前的账套在 {kept}").format(
            problem=problem, kept=kept
        )
    )


def _keep_database(
    database: Database, place: Place, invariants: Sequence[Invariant], actor: object
) -> _Before:
    if schema_version(database) is None:
        return _Before()
    kept = make_backup(database, Order(place.folder, BEFORE_RESTORE), invariants, actor=actor)
    with database.reading() as session:
        return _Before(*head_of(session), kept)


def _into_database(
    backup: Examined, place: Place, invariants: Sequence[Invariant], actor: object
) -> Restored:
    database = Database(place.target, clock=place.clock)
    try:
        with database.alone():
            before = _keep_database(database, place, invariants, actor)
            _chain(backup, before, place.clock, actor)
            load_into(database, backup.copy)
        with database.reading() as session:
            problems = findings_of(session, invariants).problems
    finally:
        database.close()
    if problems and not place.accept_problems:
        raise _failed(problems[0], before)
    return Restored(database.url.render_as_string(hide_password=True), before.kept)
