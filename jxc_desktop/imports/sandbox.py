"""Runs the workbook parser in a child process with little memory and little time, and trusts none of it.

POSIX limits bind the child from inside; on every system the parent also watches its memory and the clock. A fresh
interpreter (spawn) works the same on all systems and in a frozen bundle, whose start calls
`multiprocessing.freeze_support()`.
"""

import contextlib
import datetime
import io
import multiprocessing
import pickle
import time
from collections.abc import Generator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.grid import Cell, Row, Sheet, Span, Unreadable
from jxc_desktop.imports.refusals import no_spreadsheet, too_large
from jxc_desktop.imports.workbook import serve

MEMORY = 512 * 1024 * 1024
LEAST_SECONDS = 5
SECONDS_PER_MIB = 3
GLANCE = 0.05
"""Seconds between two looks at the child's memory."""


def read_workbook(path: Path, size: int) -> tuple[Sheet, ...]:
    """The sheets of an xlsx, xlsb, ods or xls file of `size` bytes; `InvalidInput` when it cannot be read."""
    seconds = LEAST_SECONDS + SECONDS_PER_MIB * size // (1024 * 1024)
    sheets: list[Sheet] = []
    with contextlib.closing(_messages(path, seconds)) as messages:
        for message in messages:
            match message:
                case ("sheet", str(name), bool(hidden), list(merged)):
                    about = (name, hidden, tuple(Span(*top, *bottom) for top, bottom in merged))
                    rows: list[Row] = []
                case ("rows", list(chunk)):
                    rows.extend(chunk)
                case ("broken", list(broken)):
                    sheets.append(Sheet(about[0], _with_broken(rows, broken), about[1], about[2]))
                case ("error", str(kind)):
                    raise _error(kind, path.name)
    return tuple(sheets)


def _with_broken(rows: list[Row], broken: list[tuple[int, int, str]]) -> tuple[Row, ...]:
    """Put what calamine read as blank back into its place."""
    for row, column, text in broken:
        if row >= len(rows):
            rows.extend([()] * (row + 1 - len(rows)))
        cells: list[Cell] = list(rows[row])
        cells.extend([None] * (column + 1 - len(cells)))
        if cells[column] is None:
            cells[column] = Unreadable(text)
        rows[row] = tuple(cells)
    return tuple(rows)


def _messages(path: Path, seconds: int) -> Generator[tuple[Any, ...]]:
    """What the child says, ending with ("end",); or ("error", kind) when it dies, hangs or grows."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=serve, args=(str(path), theirs, MEMORY, seconds), daemon=True)
    child.start()
    theirs.close()
    try:
        yield from _heard(ours, child, time.monotonic() + seconds)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


def _heard(ours: Connection, child: SpawnProcess, deadline: float) -> Generator[tuple[Any, ...]]:
    while True:
        while not ours.poll(GLANCE):
            if time.monotonic() > deadline or _grown(child):
                yield ("error", "large")
                return
        try:
            message = _Plain(io.BytesIO(ours.recv_bytes())).load()
        except (EOFError, OSError, pickle.UnpicklingError):
            yield ("error", "large" if _starved(child) else "damaged")
            return
        yield message
        if message[0] in {"end", "error"}:
            return


def _grown(child: SpawnProcess) -> bool:
    import psutil

    with contextlib.suppress(psutil.Error):
        return int(psutil.Process(child.pid).memory_info().rss) > MEMORY
    return False


def _starved(child: SpawnProcess) -> bool:
    """Whether the child ended by a signal: out of memory aborts it, out of processor time kills it."""
    child.join(LEAST_SECONDS)
    return child.exitcode is not None and child.exitcode < 0


class _Plain(pickle.Unpickler):
    """Takes numbers, texts, lists and days, and builds nothing else, whatever the child may send."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in {"date", "datetime"}:
            return getattr(datetime, name)
        raise pickle.UnpicklingError(name)


def _error(kind: str, name: str) -> InvalidInput:
    if kind == "large":
        return too_large(name)
    if kind == "password":
        return InvalidInput(
            translate("imports", "{name} 有密码。在表格软件里去掉密码，另存后再导入").format(
                name=name
            )
        )
    return no_spreadsheet(name)
