"""Making a backup: one snapshot beside the working shop, proven on the copy before it gets its name.

A copy whose file is damaged is thrown away: the shop itself is damaged then. One whose books break a rule is
kept, marked unverified: it is what the shop holds, and no backup at all would be worse.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from jxc_desktop import __version__
from jxc_desktop.core.copying import Progress
from jxc_desktop.core.db import Database
from jxc_desktop.core.durable import (
    move_durably,
    remove_with_companions,
    sha256_of,
    sync_file,
    write_durably,
)
from jxc_desktop.core.errors import ShopFileError, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.locks import only_one
from jxc_desktop.safety.backup_log import note_failure, note_success
from jxc_desktop.safety.catalogue import (
    DRAFT,
    MANIFEST,
    Backup,
    Manifest,
    manifest_path,
)
from jxc_desktop.safety.media import Free, free_bytes, require_room, told_in_words
from jxc_desktop.safety.proof import prove
from jxc_desktop.safety.snapshot import shop_bytes, write_snapshot
from jxc_desktop.safety.thinning import thin
from jxc_desktop.shop.actor import authorize
from jxc_desktop.shop.settings import settings_of

ROOM_TENTHS = 22
"""Free space wanted before beginning, in tenths of the shop's size."""
MANUAL = "manual"
BEFORE_RESTORE = "before_restore"
CHOSEN = frozenset({MANUAL, BEFORE_RESTORE})
"""Reasons whose folder a person has just named, so that it is made; others miss a stick that is not there."""
MOST_PROBLEMS = 20


class DamagedShop(ShopFileError):
    """The shop's own file is damaged, so that no copy of it can be sound."""


@dataclass(frozen=True, slots=True)
class Order:
    """Where a backup goes and why it is made; `free` tells the free bytes of a folder."""

    folder: Path
    reason: str = MANUAL
    progress: Progress | None = None
    free: Free = field(default=free_bytes)


@dataclass(frozen=True, slots=True)
class _Shop:
    uid: str
    name: str
    keep_bytes: int


def make_backup(
    database: Database, order: Order, invariants: Sequence[Invariant], *, actor: object
) -> Backup:
    """Back the shop up and return the proven backup; people may go on working meanwhile.

    Raises `ShopFileError` in one sentence when the folder is full, gone or read-only, and leaves nothing there.
    Either outcome is kept in the backup log. A person's own order needs the right, automatic ones do not.
    """
    shop = _shop_of(database, order, actor)
    try:
        with told_in_words(order.folder), only_one(_lock_file(database, shop), _already()):
            backup = _made(database, order, invariants, shop)
    except UserError as error:
        note_failure(database, order.folder, order.reason, error.message, actor=actor)
        raise
    note_success(database, backup, actor=actor)
    with told_in_words(order.folder):
        thin(order.folder, shop.uid, shop.keep_bytes, database.clock)
    return backup


def _shop_of(database: Database, order: Order, actor: object) -> _Shop:
    with database.reading(actor) as session:
        if order.reason == MANUAL:
            authorize(session, "backup.make")
        uid = session.execute(text("SELECT uid FROM shop")).scalar_one()
        settings = settings_of(session)
        return _Shop(uid, settings.name, settings.backup_keep_bytes)


def _made(database: Database, order: Order, invariants: Sequence[Invariant], shop: _Shop) -> Backup:
    if order.reason in CHOSEN:
        order.folder.mkdir(parents=True, exist_ok=True)
    require_room(order.folder, shop_bytes(database) * ROOM_TENTHS // 10, order.free)
    _sweep(order.folder, shop)
    path = _free_name(database, order.folder, shop)
    draft = path.with_name(path.name + DRAFT)
    try:
        write_snapshot(database, draft, progress=order.progress)
        manifest = _proven(database, draft, invariants, order, shop)
        write_durably(manifest_path(path), manifest.as_json())
        move_durably(draft, path)
        _require_same(path, manifest)
    except BaseException:
        for leftover in (draft, path):
            remove_with_companions(leftover)
        manifest_path(path).unlink(missing_ok=True)
        raise
    return Backup(path, manifest)


def _proven(
    database: Database, draft: Path, invariants: Sequence[Invariant], order: Order, shop: _Shop
) -> Manifest:
    """The manifest of a copy, after every check was made on it."""
    proof = prove(draft, invariants, database.clock)
    if proof.damage:
        raise DamagedShop(
            translate("safety", "备份没有做成：{problem}。用最近一次好的备份恢复").format(
                problem=proof.damage[0]
            )
        )
    sync_file(draft)
    return Manifest(
        file=draft.name.removesuffix(DRAFT),
        size=draft.stat().st_size,
        sha256=sha256_of(draft),
        shop=shop.uid,
        name=shop.name,
        schema=proof.version,
        fingerprint=proof.fingerprint,
        head=proof.head,
        length=proof.length,
        app_version=__version__,
        created_at=database.clock.milliseconds(),
        reason=order.reason,
        verified=not proof.problems,
        problems=proof.problems[:MOST_PROBLEMS],
    )


def _require_same(path: Path, manifest: Manifest) -> None:
    """Read the backup back from the disk and compare it with what was written."""
    if path.stat().st_size != manifest.size or sha256_of(path) != manifest.sha256:
        raise ShopFileError(
            translate("safety", "{folder} 读回来的和写进去的不一样，这个盘坏了。换一个").format(
                folder=path.parent
            )
        )


def _free_name(database: Database, folder: Path, shop: _Shop) -> Path:
    now = database.clock.local(database.clock.milliseconds())
    stem = f"{_prefix(shop)}{now:%Y%m%d-%H%M%S}"
    names = (f"{stem}{tail}.jxc" for tail in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(p for p in (folder / name for name in names) if not manifest_path(p).exists())


def _prefix(shop: _Shop) -> str:
    plain = re.sub(r"[^\w-]+", "_", shop.name)[:40].strip("_") or "shop"
    return f"{plain}-{shop.uid[:8]}-"


def _sweep(folder: Path, shop: _Shop) -> None:
    """Remove what a killed backup of this shop left; the lock says that none is running."""
    for draft in folder.glob(f"*-{shop.uid[:8]}-*.jxc{DRAFT}*"):
        draft.unlink(missing_ok=True)
    for manifest in folder.glob(f"*-{shop.uid[:8]}-*.jxc{MANIFEST}"):
        if not manifest.with_name(manifest.name.removesuffix(MANIFEST)).exists():
            manifest.unlink()


def _lock_file(database: Database, shop: _Shop) -> Path:
    if database.path is not None:
        return database.path.with_name(database.path.name + ".backup")
    return Path(tempfile.gettempdir()) / f"jxc-{shop.uid}.backup"


def _already() -> str:
    return translate("safety", "正在备份，等它做完")
