"""What the window does about backups by itself: each minute, on start, on resume, on closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.core.copying import Progress
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.safety.backup import Order, make_backup
from jxc_desktop.safety.backup_log import last_backup, last_drill, note_drill, note_failure
from jxc_desktop.safety.catalogue import Backup
from jxc_desktop.safety.drill import Drilled, drill
from jxc_desktop.safety.media import told_in_words
from jxc_desktop.safety.schedule import Reason, drill_due, due
from jxc_desktop.safety.second_place import carry
from jxc_desktop.safety.thinning import thin
from jxc_desktop.shop.audit import head_of
from jxc_desktop.shop.settings import Settings, settings_of


@dataclass(frozen=True, slots=True)
class Done:
    """What an automatic round did: the backup, the drill, and sentences about what failed."""

    backup: Backup | None = None
    drilled: Drilled | None = None
    problems: tuple[str, ...] = ()


def back_up_when_due(
    database: Database,
    invariants: Sequence[Invariant],
    *,
    actor: object,
    closing: bool = False,
) -> Done:
    """Make the backup that is due, carry it to the second place, drill once a month; never raises `UserError`."""
    with database.reading(actor) as session:
        settings, last = settings_of(session), last_backup(session)
        length, drilled = head_of(session)[0], last_drill(session)
    now = database.clock.milliseconds()
    reason = due(now, last.run if last else None, length, settings, closing=closing)
    if reason is None:
        return Done()
    done = _made(database, reason, settings, invariants, actor)
    if done.backup is None or closing or not drill_due(now, drilled.at if drilled else None):
        return done
    return _drilled(database, done, done.backup, invariants, actor)


def back_up_before(
    database: Database,
    reason: str,
    invariants: Sequence[Invariant],
    *,
    actor: object,
    progress: Progress | None = None,
) -> Backup | None:
    """The backup that a large change wants first; None where nobody has chosen a folder for backups.

    Raises `UserError` when it cannot be made: whoever asked decides whether to go on without.
    """
    with database.reading(actor) as session:
        folder = settings_of(session).backup_folder
    if not folder:
        return None
    return make_backup(database, Order(Path(folder), reason, progress), invariants, actor=actor)


def _made(
    database: Database,
    reason: Reason,
    settings: Settings,
    invariants: Sequence[Invariant],
    actor: object,
) -> Done:
    folder, second = Path(settings.backup_folder), settings.backup_second_folder
    try:
        backup = make_backup(database, Order(folder, reason), invariants, actor=actor)
    except UserError as error:
        return Done(problems=(error.message,))
    problems = list(backup.manifest.problems)
    if second:
        try:
            _carry(database, backup, Path(second), settings)
        except UserError as error:
            note_failure(database, Path(second), reason, error.message, actor=actor)
            problems.append(error.message)
    return Done(backup, problems=tuple(problems))


def _carry(database: Database, backup: Backup, folder: Path, settings: Settings) -> None:
    carry(backup, folder)
    with told_in_words(folder):
        thin(folder, backup.manifest.shop, settings.backup_keep_bytes, database.clock)


def _drilled(
    database: Database, done: Done, backup: Backup, invariants: Sequence[Invariant], actor: object
) -> Done:
    try:
        drilled = drill(
            backup.path.parent, invariants, clock=database.clock, shop=backup.manifest.shop
        )
    except UserError as error:
        return Done(done.backup, None, (*done.problems, error.message))
    note_drill(database, drilled, actor=actor)
    return Done(done.backup, drilled, (*done.problems, *drilled.problems))
