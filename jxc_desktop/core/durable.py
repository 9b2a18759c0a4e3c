"""Files that are really on the disk before anybody is told so.

None of this may touch the file of an open shop: closing any other handle on it drops SQLite's own locks.
"""

import hashlib
import os
import sys
from pathlib import Path

CHUNK = 2**20


def sync_file(path: Path) -> None:
    """Force the content of a file onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force a folder's names onto the disk; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_durably(path: Path, content: bytes) -> None:
    """Put `content` at `path` whole or not at all, and force it onto the disk."""
    draft = path.with_name(path.name + ".tmp")
    draft.write_bytes(content)
    sync_file(draft)
    move_durably(draft, path)


def move_durably(source: Path, target: Path) -> None:
    """Rename within one disk, over whatever is at `target`, and force the new name onto the disk."""
    source.replace(target)
    sync_folder(target.parent)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's content, read back from the file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def remove_with_companions(path: Path) -> None:
    """Remove a database file that nobody uses, and what SQLite leaves beside it."""
    for tail in ("-wal", "-shm", "-journal", ""):
        path.with_name(path.name + tail).unlink(missing_ok=True)
