"""What the disk was told, in order, read from strace; and the images that a power cut could leave of it.

Data that was not synced may be dropped, kept in part, or torn at a sector; a name made, removed or changed may be
lost together with all later ones, until the folder was synced.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = (
    "openat,open,creat,write,pwrite64,writev,pwritev,ftruncate,fallocate,fsync,fdatasync,"
    "unlink,unlinkat,rename,renameat,renameat2"
)
SECTOR = 512
_LINE = re.compile(r"^(\d+) +(.*)$", re.DOTALL)
_CALL = re.compile(r"^(\w+)\((.*)\) += (-?\d+|\?)", re.DOTALL)
_FD = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


def strace(log: Path) -> tuple[str, ...]:
    """The words before a command that record what it asks of the disk."""
    return ("strace", "-f", "-y", "-xx", "-s", "4194304", "-e", f"trace={CALLS}", "-o", str(log))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the disk was told; `path` is absolute, `data` what was written at `offset`."""

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""
    other: str = ""


def read_trace(log: Path, folder: Path) -> list[Event]:
    """The events under `folder` and what was said on standard output, in order of completion."""
    here = str(folder)
    events = [event for line in _whole_lines(log) for event in _events(line)]
    return [e for e in events if e.kind == "say" or e.path.startswith(here)]


def _whole_lines(log: Path) -> Iterator[str]:
    """Calls, with those that strace tells in two parts put together where they end."""
    begun: dict[str, str] = {}
    for raw in log.read_text("ascii", "replace").splitlines():
        found = _LINE.match(raw)
        if not found:
            continue
        process, text = found.groups()
        if text.endswith("<unfinished ...>"):
            begun[process] = text.removesuffix("<unfinished ...>").rstrip()
        elif text.startswith("<... "):
            yield begun.pop(process, "") + text.partition("resumed>")[2]
        else:
            yield text


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _events(line: str) -> Iterator[Event]:
    found = _CALL.match(line)
    if not found or found[3].startswith(("-", "?")):
        return
    call, arguments, result = found.groups()
    texts = [_bytes(text) for text, _cut in _TEXT.findall(arguments)]
    fd = _FD.match(arguments)
    path = _name(fd[2]) if fd else ""
    if call in {"write", "pwrite64"} and fd:
        if fd[1] == "1":
            yield Event("say", "", data=texts[0])
        else:
            written = texts[0][: int(result)]
            assert len(written) == int(result), (
                f"strace cut a write short: {len(written)} of {result}"
            )
            offset = int(arguments.rsplit(",", 1)[1]) if call == "pwrite64" else -1
            yield Event("write", path, offset, written)
    elif call == "ftruncate":
        yield Event("truncate", path, int(arguments.rsplit(",", 1)[1]))
    elif call in {"fsync", "fdatasync"}:
        yield Event("sync", path)
    elif call in {"open", "openat", "creat"} and "O_CREAT" in arguments:
        yield Event("create", _opened(line))
    elif call in {"unlink", "unlinkat"}:
        yield Event("unlink", texts[-1].decode())
    elif call.startswith("rename"):
        yield Event("rename", texts[0].decode(), other=texts[1].decode())
    elif call in {"writev", "pwritev", "fallocate"} and path.endswith((".jxc", "-wal")):
        raise AssertionError(f"a call the recorder does not know: {line[:200]}")


def _name(shown: str) -> str:
    """A path as -y shows it, hexadecimal under -xx."""
    return _bytes(shown).decode() if shown.startswith("\\x") else shown


def _opened(line: str) -> str:
    return _name(line.rsplit("<", 1)[1].rstrip(">\n "))


@dataclass
class Disk:
    """Files as they surely are (`durable`) and what was told since the last sync of each."""

    durable: dict[str, bytes]
    pending: dict[str, list[Event]] = field(default_factory=dict)
    names: list[Event] = field(default_factory=list)
    said: bytes = b""

    def hear(self, event: Event) -> None:
        """Take in the next event."""
        match event.kind:
            case "say":
                self.said += event.data
            case "write" | "truncate":
                self.pending.setdefault(event.path, []).append(event)
            case "sync":
                self._sync(event.path)
            case "create" if event.path in self._known():
                return
            case _:
                self.names.append(event)

    def _known(self) -> set[str]:
        known = set(self.durable)
        for event in self.names:
            _rename(known, event)
        return known

    def _sync(self, path: str) -> None:
        if Path(path).suffix or path in self.pending or path in self.durable:
            content = self.durable.get(path, b"")
            for event in self.pending.pop(path, []):
                content = _applied(content, event)
            if path in self._known():
                self.durable[path] = content
        else:
            for event in self.names:
                _carry_out(self.durable, event)
            self.names.clear()

    def image(self, choice: random.Random) -> dict[str, bytes]:
        """One state that a power cut now could leave."""
        files = dict(self.durable)
        for event in self.names[: choice.randint(0, len(self.names))]:
            _carry_out(files, event)
        for path, events in self.pending.items():
            if path in files:
                for event in _survivors(events, choice):
                    files[path] = _applied(files[path], event)
        return files


def _survivors(events: list[Event], choice: random.Random) -> list[Event]:
    way = choice.choice(["none", "prefix", "subset", "torn", "all"])
    if way == "none":
        return []
    if way == "all":
        return events
    if way == "subset":
        return [event for event in events if choice.random() < 0.5]
    kept = events[: choice.randint(0, len(events))]
    if way == "torn" and kept and kept[-1].kind == "write":
        last = kept[-1]
        sectors = choice.randint(0, len(last.data) // SECTOR)
        kept = [*kept[:-1], Event("write", last.path, last.offset, last.data[: sectors * SECTOR])]
    return kept


def _applied(content: bytes, event: Event) -> bytes:
    if event.kind == "truncate":
        return content[: event.offset].ljust(event.offset, b"\0")
    offset = len(content) if event.offset < 0 else event.offset
    grown = content.ljust(offset, b"\0")
    return grown[:offset] + event.data + grown[offset + len(event.data) :]


def _rename(known: set[str], event: Event) -> None:
    if event.kind in {"unlink", "rename"}:
        known.discard(event.path)
    known.add(event.other or event.path) if event.kind != "unlink" else None


def _carry_out(files: dict[str, bytes], event: Event) -> None:
    if event.kind == "create":
        files.setdefault(event.path, b"")
    elif event.kind == "unlink":
        files.pop(event.path, None)
    else:
        files[event.other] = files.pop(event.path, b"")
