"""Copying a SQLite shop while it is in use: one snapshot, through SQLite's own backup interface."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jxc_desktop.core.db import connect
from jxc_desktop.core.durable import remove_with_companions, sync_file, sync_folder

PAGES_A_STEP = 2048
Progress = Callable[[int, int], None]
"""Told how many of how many pages are done."""


def copy_out(source: Any, target: Path, *, progress: Progress | None = None) -> None:
    """Write one snapshot of an open shop (driver connection) to a new file, forced onto the disk.

    The read transaction keeps the snapshot still, so the copy never starts over beside a busy writer.
    """
    remove_with_companions(target)
    copy = connect(target)
    try:
        copy.execute("PRAGMA journal_mode = OFF").fetchone()
        copy.execute("PRAGMA synchronous = OFF")
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _steps(source, copy, progress)
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
        copy.close()
    sync_file(target)
    sync_folder(target.parent)


def copy_in(source: Path, target: Any) -> None:
    """Replace everything in an open shop (driver connection) by the file `source`, in one transaction."""
    copy = connect(source)
    try:
        _steps(copy, target, None)
    finally:
        copy.close()


def _steps(source: Any, target: Any, progress: Progress | None) -> None:
    def told(_status: int, left: int, whole: int) -> None:
        if progress is not None:
            progress(whole - left, whole)

    source.backup(target, pages=PAGES_A_STEP, progress=told)
