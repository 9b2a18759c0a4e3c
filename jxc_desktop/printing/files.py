"""Writing a small file so that after a power cut it is there whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """`data` at `path`, on the disk when this returns. Raises OSError and leaves what was there."""
    partial = path.with_name(f"{path.name}.tmp")
    try:
        with partial.open("wb") as target:
            target.write(data)
            target.flush()
            os.fsync(target.fileno())
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable; Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
