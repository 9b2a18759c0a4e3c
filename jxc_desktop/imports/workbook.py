"""Reads one workbook inside the child process of `sandbox`: nothing here may be trusted by the parent.

Imports little and late, for each import opens with a fresh interpreter.
"""

import contextlib
import datetime
import os
import pickle
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

CHUNK = 2000
"""Rows in one message."""
EXACT = 10**15
"""From here on a binary float no longer holds every digit that a spreadsheet shows."""


def serve(path: str, answer: Connection, memory: int, seconds: int) -> None:
    """Send the sheets of `path` as messages: ("sheet", …), ("rows", …), …, ("end",) or ("error", kind).

    `memory` is in bytes, `seconds` of processor time; both hold where the system knows such limits.
    """
    _silence()
    _limit(memory, seconds)
    from python_calamine import CalamineError, PasswordError

    try:
        for message in _messages(path):
            answer.send_bytes(pickle.dumps(message, protocol=5))
        answer.send_bytes(pickle.dumps(("end",), protocol=5))
    except PasswordError:
        answer.send_bytes(pickle.dumps(("error", "password"), protocol=5))
    except MemoryError:
        answer.send_bytes(pickle.dumps(("error", "large"), protocol=5))
    except (CalamineError, ValueError, OSError, KeyError):
        answer.send_bytes(pickle.dumps(("error", "damaged"), protocol=5))
    finally:
        answer.close()


def _silence() -> None:
    """A parser that dies must not write over the program's own message."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, stream)


def _limit(memory: int, seconds: int) -> None:
    if sys.platform == "win32":
        return  # no such limits; the parent watches
    import resource

    for kind, amount in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS knows RLIMIT_AS but may refuse to set it; the parent watches there too.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, amount))


def _messages(path: str) -> Iterator[tuple[Any, ...]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    from jxc_desktop.imports.broken_cells import broken_cells

    with load_workbook(path) as book:
        broken = broken_cells(path)
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            hidden = about.visible != SheetVisibleEnum.Visible
            yield ("sheet", about.name, hidden, sheet.merged_cell_ranges or [])
            yield from _rows(sheet)
            yield ("broken", broken.get(about.name, []))


def _rows(sheet: "CalamineSheet") -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """The rows in chunks; the columns before the first filled one are put back."""
    left = (None,) * (sheet.start[1] if sheet.start else 0)
    chunk: list[tuple[Any, ...]] = []
    for row in sheet.iter_rows():
        chunk.append(_row(left, row))
        if len(chunk) == CHUNK:
            yield ("rows", chunk)
            chunk = []
    yield ("rows", chunk)


def _row(left: tuple[None, ...], row: list[Any]) -> tuple[Any, ...]:
    filled = len(row)
    while filled and row[filled - 1] == "":
        filled -= 1
    return (*left, *map(_cell, row[:filled])) if filled else ()


def _cell(value: Any) -> Any:
    """Calamine's value as ours: "" is nothing, 12.0 is 12, midnight is a day, a duration is text."""
    if value == "" and isinstance(value, str):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return int(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    if isinstance(value, datetime.time | datetime.timedelta):
        return str(value)
    return value
