"""Proving a backup before it is put back, on a private copy.

A backup is a file from outside, so nothing in it is believed: not its name, not its size, not its triggers.
"""

import struct
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.creation import SCHEMA_VERSION
from jxc_desktop.core.db import APPLICATION_ID, Database
from jxc_desktop.core.durable import CHUNK, sha256_of, sync_file
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.migrations.upgrade import upgrade_file
from jxc_desktop.safety.catalogue import Manifest, manifest_of
from jxc_desktop.safety.media import told_in_words
from jxc_desktop.safety.proof import Proof, prove
from jxc_desktop.safety.soundness import structural_problems

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Examined:
    """A proven private copy of a backup, open to be looked at and to be put back.

    `manifest` is None when there is none beside the backup; `problems` are rules that its books break.
    """

    source: Path
    copy: Path
    proof: Proof
    manifest: Manifest | None

    @property
    def problems(self) -> tuple[str, ...]:
        return self.proof.problems


@contextmanager
def examined(
    source: Path, invariants: Sequence[Invariant], *, clock: Clock, near: Path | None = None
) -> Iterator[Examined]:
    """Prove the backup `source` on a copy in a private folder (beside `near`), gone when the block ends.

    Raises `ShopFileError` naming what is wrong with it; broken rules of the books are told in `problems`.
    """
    manifest = _require_likely(source)
    with told_in_words(near or Path(tempfile.gettempdir())):
        private = tempfile.TemporaryDirectory(dir=near, prefix=".jxc-")
    with private as folder:
        copy = Path(folder) / "restore.jxc"
        with told_in_words(Path(folder)):
            _copy_file(source, copy)
        _require_same(source, copy, manifest)
        _require_sound(source, copy)
        upgrade_file(copy)
        proof = prove(copy, invariants, clock)
        if proof.damage:
            raise _refused(source, proof.damage[0])
        _require_told_truth(source, proof, manifest)
        yield Examined(source, copy, proof, manifest)


def _require_likely(source: Path) -> Manifest | None:
    """What can be told without reading more than a page: refuses what is no shop file at all."""
    if source.is_symlink() or not source.is_file():
        raise ShopFileError(translate("safety", "没有备份文件 {path}").format(path=source))
    with told_in_words(source.parent), source.open("rb") as file:
        header = file.read(_HEADER)
    size = source.stat().st_size
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise _refused(source, translate("safety", "这不是进销存账套"))
    (page,) = struct.unpack(">H", header[16:18])
    (pages,) = struct.unpack(">I", header[28:32])
    version, application = (
        *struct.unpack(">I", header[60:64]),
        *struct.unpack(">I", header[68:72]),
    )
    if application != APPLICATION_ID:
        raise _refused(source, translate("safety", "这不是进销存账套"))
    if version > SCHEMA_VERSION:
        said = translate("safety", "它是更新版本的程序写的（第 {version} 版），先升级本程序")
        raise _refused(source, said.format(version=version))
    if size != pages * (65536 if page == 1 else page):
        raise _refused(source, translate("safety", "文件不完整或多出内容"))
    manifest = manifest_of(source)
    if manifest is None and _has_content(source.with_name(source.name + "-wal")):
        raise _refused(source, translate("safety", "它还开着或没有关好，不是做完的备份"))
    if manifest is not None and manifest.size != size:
        raise _refused(source, translate("safety", "大小和备份时不一样"))
    return manifest


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _copy_file(source: Path, copy: Path) -> None:
    with source.open("rb") as old, copy.open("wb") as new:
        while chunk := old.read(CHUNK):
            new.write(chunk)
    sync_file(copy)


def _require_same(source: Path, copy: Path, manifest: Manifest | None) -> None:
    if manifest is not None and sha256_of(copy) != manifest.sha256:
        raise _refused(source, translate("safety", "内容和备份时不一样，已损坏或被改过"))


def _require_sound(source: Path, copy: Path) -> None:
    database = Database(copy)
    try:
        with database.raw() as connection:
            problems = structural_problems(connection)
    finally:
        database.close()
    if problems:
        raise _refused(source, problems[0])


def _require_told_truth(source: Path, proof: Proof, manifest: Manifest | None) -> None:
    if manifest is None or manifest.schema != proof.version:
        return
    if (manifest.shop, manifest.head, manifest.length) != (proof.shop, proof.head, proof.length):
        raise _refused(source, translate("safety", "它不是清单里写的那份备份"))


def _refused(source: Path, problem: str) -> ShopFileError:
    return ShopFileError(
        translate("safety", "{path} 不能用：{problem}。换一份备份").format(
            path=source, problem=problem
        )
    )


def totals_of(database: Database) -> dict[str, int]:
    """What a person compares before replacing: documents, moves, entries, stock value and cash in fen."""
    questions = {
        "moves": "SELECT count(*) FROM move",
        "entries": "SELECT count(*) FROM entry",
        "products": "SELECT count(*) FROM product",
        "stock_value": "SELECT coalesce(sum(value), 0) FROM cost_pool",
        "audit": "SELECT length FROM audit_head",
    }
    with database.reading() as session:
        return {name: int(session.execute(text(q)).scalar_one()) for name, q in questions.items()}
