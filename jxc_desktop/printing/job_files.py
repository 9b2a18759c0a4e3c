"""Print jobs on disk: one file each, whole or absent, moved to a folder of the day when printed."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.escpos import Charset
from jxc_desktop.printing.files import sync_folder, write_durably
from jxc_desktop.printing.folder import file_stem
from jxc_desktop.printing.job import PrintJob
from jxc_desktop.printing.slip import Roll

SUFFIX = ".job"


@dataclass(frozen=True, slots=True)
class Entry:
    """A job with its story.

    `sending` stands from before a try until its end, so that a try cut short is known afterwards.
    `prints` counts tries that may have reached paper; `tries` counts all. Moments are ms UTC.
    """

    id: str
    created_at: int
    job: PrintJob
    tries: int = 0
    prints: int = 0
    sending: bool = False
    tried_at: int = 0
    reason: str = ""
    finished: bool = False
    dropped: bool = False
    damaged: bool = False

    @property
    def file_name(self) -> str:
        """Sorts by age, and tells number and id even where the content is damaged."""
        return f"{self.created_at:015d}_{self.id}_{file_stem(self.job.number)}{SUFFIX}"

    def settled(self) -> "Entry":
        """The entry after a try that nobody lived to end: it may have printed."""
        return replace(self, sending=False, prints=self.prints + 1) if self.sending else self


class Cipher(Protocol):
    """Keeps what stands in jobs from who steals the computer, where the shop file is encrypted too."""

    def encrypt(self, data: bytes) -> bytes: ...

    def decrypt(self, data: bytes) -> bytes:
        """Raises ValueError for what `encrypt` did not make."""


class _Plain:
    def encrypt(self, data: bytes) -> bytes:
        return data

    def decrypt(self, data: bytes) -> bytes:
        return data


class JobFiles:
    """The spool's folder. Reading never fails for one bad file; writing raises OSError."""

    def __init__(self, folder: Path, cipher: Cipher | None = None) -> None:
        self._cipher = cipher or _Plain()
        self._open = folder / "open"
        self._done = folder / "done"
        self.lock = folder / "spool.lock"

    def write(self, entry: Entry) -> None:
        """Keep `entry` among the open jobs."""
        self._open.mkdir(parents=True, exist_ok=True)
        write_durably(self._open / entry.file_name, self._cipher.encrypt(_packed(entry)))

    def finish(self, entry: Entry, day: date) -> None:
        """Move `entry` to the finished jobs of `day`."""
        folder = self._done / day.isoformat()
        folder.mkdir(parents=True, exist_ok=True)
        (self._open / entry.file_name).replace(folder / entry.file_name)
        sync_folder(folder)
        sync_folder(self._open)

    def find_open(self, id: str) -> Entry | None:
        """The open job `id`."""
        return next(map(self._read, self._open.glob(f"*_{id}_*{SUFFIX}")), None)

    def find_finished(self, id: str) -> Entry | None:
        """The finished job `id`."""
        return next(map(self._read_finished, self._done.glob(f"*/*_{id}_*{SUFFIX}")), None)

    def open(self) -> list[Entry]:
        """All open jobs, oldest first."""
        return list(map(self._read, sorted(self._open.glob(f"*{SUFFIX}"))))

    def finished(self, number: str) -> Iterator[Entry]:
        """Finished jobs of the document `number`, oldest first."""
        pattern = f"*/*_*_{file_stem(number)}{SUFFIX}"
        found = map(
            self._read_finished, sorted(self._done.glob(pattern), key=lambda path: path.name)
        )
        return (entry for entry in found if entry.damaged or entry.job.number == number)

    def forget_before(self, day: date) -> None:
        """Remove the finished jobs of days before `day`."""
        for folder in self._done.glob("*-*-*"):
            if folder.name < day.isoformat():
                shutil.rmtree(folder, ignore_errors=True)

    def _read(self, path: Path) -> Entry:
        try:
            return _unpacked(self._cipher.decrypt(path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError):
            return _damaged(path)

    def _read_finished(self, path: Path) -> Entry:
        """The place says that it is finished, for the move does not rewrite the file."""
        return replace(self._read(path).settled(), finished=True)


def _packed(entry: Entry) -> bytes:
    """A line of JSON, then the bytes of the job."""
    head = asdict(entry)
    del head["job"]["once"], head["job"]["data"]
    once, data = entry.job.once, entry.job.data
    head["once"], head["sha256"] = len(once), sha256(once + data).hexdigest()
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + once + data


def _unpacked(content: bytes) -> Entry:
    line, _, body = content.partition(b"\n")
    head = json.loads(line)
    split = head.pop("once")
    if sha256(body).hexdigest() != head.pop("sha256"):
        raise ValueError("content does not match its checksum")
    fields = head.pop("job")
    roll, charset = fields.pop("roll"), fields.pop("charset")
    job = PrintJob(
        **fields,
        once=body[:split],
        data=body[split:],
        roll=Roll(roll) if roll else None,
        charset=Charset(charset) if charset else None,
    )
    return Entry(**head, job=job)


def _damaged(path: Path) -> Entry:
    """What the name still tells of a file that cannot be read."""
    created, _, rest = path.name.removesuffix(SUFFIX).partition("_")
    id, _, number = rest.partition("_")
    reason = translate("printing", "这个打印任务的文件坏了。按单号重新打印，再删掉它")
    moment = int(created) if created.isdigit() else 0
    job = PrintJob("", number, "", b"")
    return Entry(id, moment, job, reason=reason, damaged=True)
