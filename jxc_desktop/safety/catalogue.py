"""The backups in a folder: each shop file has a manifest beside it that says what it is.

A manifest is written before its backup gets its name, so a manifest without a file is a broken-off attempt.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate

MANIFEST = ".json"
"""Added to a backup's file name."""
DRAFT = ".tmp"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is: bytes and SHA-256 of the file, and the shop at its snapshot.

    `head` and `length` are the end of the audit chain: the order of backups, whatever clocks said. `verified`
    means every check held on the copy; else `problems` tells what did not.
    """

    file: str
    size: int
    sha256: str
    shop: str
    name: str
    schema: int
    fingerprint: str
    head: str
    length: int
    app_version: str
    created_at: int
    reason: str
    verified: bool
    problems: tuple[str, ...] = ()

    def as_json(self) -> bytes:
        """The manifest file's content."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup and its manifest."""

    path: Path
    manifest: Manifest

    def as_json(self) -> dict[str, Any]:
        """One row of the answer of `backup --list`."""
        return {"path": str(self.path), **asdict(self.manifest)}


def manifest_path(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_name(backup.name + MANIFEST)


def manifest_of(backup: Path) -> Manifest | None:
    """What the manifest beside `backup` says, or None without one; raises for one that is no manifest."""
    path = manifest_path(backup)
    if not path.is_file():
        return None
    try:
        said = json.loads(path.read_text("utf-8"))
        known = {field.name for field in fields(Manifest)}
        values = {name: value for name, value in said.items() if name in known}
        return Manifest(**{**values, "problems": tuple(values.get("problems", ()))})
    except (ValueError, TypeError, AttributeError) as error:
        raise ShopFileError(
            translate("safety", "{path} 看不懂，这份备份不能信。换一份").format(path=path)
        ) from error


def backups_in(folder: Path, *, shop: str = "") -> list[Backup]:
    """The finished backups in a folder, oldest first; with `shop` only those of the shop with this uid."""
    if not folder.is_dir():
        raise ShopFileError(
            translate("safety", "找不到备份文件夹 {folder}。插好 U 盘，或换一个文件夹").format(
                folder=folder
            )
        )
    found = []
    for path in folder.glob("*.jxc"):
        manifest = _readable(path)
        if manifest is not None and shop in {"", manifest.shop}:
            found.append(Backup(path, manifest))
    return sorted(found, key=lambda b: (b.manifest.length, b.manifest.created_at, b.path.name))


def _readable(path: Path) -> Manifest | None:
    try:
        return manifest_of(path)
    except ShopFileError:
        return None


def remove(backup: Backup) -> None:
    """Delete a backup; the manifest goes last, so nothing is left that no list shows."""
    backup.path.unlink(missing_ok=True)
    manifest_path(backup.path).unlink(missing_ok=True)
