"""The files of the flight recorder: lines of JSON, each sealed by the hash of the one before, forced onto the disk.

A month has a file. A line that a power cut tore is cut off; it was never acknowledged as recorded.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jxc_desktop.core.durable import sync_folder

GENESIS = "0" * 64
_TAIL = 64 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One recorded act: audit row `n` with its hash, and the document it posted, as data."""

    n: int
    at: int
    action: str
    subject: str
    audit: str
    document: Mapping[str, Any] | None
    seal: str


class Tape:
    """The recorder files of one shop in a folder, oldest first by name."""

    def __init__(self, folder: Path, shop: str) -> None:
        self._folder = folder
        self._shop = shop

    @property
    def lock_file(self) -> Path:
        """Held alone by whoever writes."""
        return self._folder / f"{self._shop}.recording"

    def files(self) -> list[Path]:
        """The files, oldest first."""
        return sorted(self._folder.glob(f"{self._shop}-??????.jsonl"))

    def last(self) -> Line | None:
        """The last whole line, or None on an empty tape; a torn end is cut off first."""
        for file in reversed(self.files()):
            if (text := _last_line(file)) is not None:
                return line_of(text)
        return None

    def lines(self) -> Iterator[Line]:
        """Every line, oldest first."""
        for file in self.files():
            with file.open(encoding="utf-8") as opened:
                for text in opened:
                    if text.endswith("\n"):
                        yield line_of(text)

    def broken(self) -> list[int]:
        """The audit numbers of lines that do not follow from the line before."""
        wrong, previous = [], GENESIS
        for line in self.lines():
            if line.seal != seal(previous, content(line)):
                wrong.append(line.n)
            previous = line.seal
        return wrong

    def append(self, month: str, contents: Sequence[Mapping[str, Any]]) -> None:
        """Write lines into the file of `month` (202611), or into a later one there is; returns when they are safe."""
        last = self.last()
        previous = last.seal if last else GENESIS
        texts = []
        for each in contents:
            previous = seal(previous, each)
            texts.append(_text({**each, "seal": previous}) + "\n")
        file = max([*self.files(), self._folder / f"{self._shop}-{month}.jsonl"])
        fresh = not file.exists()
        with file.open("ab") as opened:
            opened.write("".join(texts).encode())
            opened.flush()
            _sync(opened.fileno())
        if fresh:
            sync_folder(self._folder)

    def put_away(self, mark: str) -> None:
        """Rename all files, so that a new tape begins; nothing recorded is deleted."""
        for file in self.files():
            file.rename(file.with_name(f"{file.name}.{mark}"))
        sync_folder(self._folder)


def _sync(handle: int) -> None:
    if hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def content(line: Line) -> dict[str, Any]:
    """What a line seals."""
    return {
        "n": line.n,
        "at": line.at,
        "action": line.action,
        "subject": line.subject,
        "audit": line.audit,
        "document": line.document,
    }


def seal(previous: str, said: Mapping[str, Any]) -> str:
    """SHA-256 of the line before and of what this one says."""
    return hashlib.sha256(f"{previous}{_text(said)}".encode()).hexdigest()


def line_of(text: str) -> Line:
    """A line read back."""
    return Line(**json.loads(text))


def _text(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _last_line(file: Path) -> str | None:
    """The last whole line of a file, found from its end."""
    with file.open("rb+") as opened:
        size = opened.seek(0, os.SEEK_END)
        read = b""
        place = size
        while place > 0 and read.rstrip(b"\n").count(b"\n") < 1:
            place = max(0, place - _TAIL)
            opened.seek(place)
            read = opened.read(size - place)
        whole, newline, torn = read.rpartition(b"\n")
        if torn:
            opened.truncate(size - len(torn))
        if not newline:
            return None
        return whole.rpartition(b"\n")[2].decode()
