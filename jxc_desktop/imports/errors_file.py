"""The user's own file given back with a 原因 column, ready to be put right and imported again."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.grid import Cell, Sheet, Unreadable
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.problems import Problem

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as WrittenCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

WRONG, NOTED = "FFFBE3E3", "FFFFF1CC"
"""Colours of a cell with an error, and of one worth a look."""
LONGEST = 32767
"""Characters that a cell can hold."""


def write_errors_file(
    path: Path,
    sheet: Sheet,
    header: HeaderMap,
    problems: Iterable[Problem],
    *,
    only_bad: bool = False,
) -> None:
    """Write `sheet` as xlsx to `path`; `only_bad` leaves out the rows without a problem.

    Every text is written as text, so nothing in it can become a formula. The column 原因 is not read on import.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet(_sheet_name(sheet.name))
    by_row: dict[int, list[Problem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row, []).append(problem)
    width = max((len(row) for row in sheet.rows), default=0)
    for number, row in enumerate(sheet.rows, 1):
        found = by_row.get(number, [])
        below = number > header.header_row + 1
        if below and only_bad and not found:
            continue
        reason = _reason(found) if below else _title(number, header)
        page.append(_row_of(page, row, width, reason, _marks(found, header)))
    book.save(path)


def _title(number: int, header: HeaderMap) -> str:
    return translate("imports", "原因") if number == header.header_row + 1 else ""


def _reason(found: Sequence[Problem]) -> str:
    return "；".join(f"{problem.column}：{problem.problem}" for problem in found)


def _marks(found: Sequence[Problem], header: HeaderMap) -> dict[int, str]:
    """Column → colour."""
    return {
        header.headings.index(problem.column): NOTED if problem.notice else WRONG
        for problem in found
        if problem.column in header.headings
    }


def _row_of(
    page: "WriteOnlyWorksheet",
    row: Sequence[Cell],
    width: int,
    reason: str,
    marks: Mapping[int, str],
) -> list["WrittenCell"]:
    from openpyxl.styles import PatternFill

    cells = [_cell(page, row[column] if column < len(row) else None) for column in range(width)]
    for column, colour in marks.items():
        cells[column].fill = PatternFill("solid", fgColor=colour)
    return [*cells, _cell(page, reason or None)]


def _cell(page: "WriteOnlyWorksheet", value: Cell) -> "WrittenCell":
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, Unreadable):
        value = value.text
    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
    return cell


def _sheet_name(name: str) -> str:
    r"""A name that every spreadsheet takes: no []:*?/\ and at most 31 characters."""
    plain = "".join("_" if character in "[]:*?/\\'" else character for character in name)
    return plain[:31].strip() or "Sheet1"
