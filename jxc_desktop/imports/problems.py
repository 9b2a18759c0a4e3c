"""What an import has to say: problems by row and column, and the result as the machine interface promises it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jxc_desktop.imports.cells.texts import plain
from jxc_desktop.imports.grid import Cell, Unreadable


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` counts from 1 as in the file, `column` is the file's own heading, `value` what stands there.

    `suggestion` is a value that would be right. A `notice` is worth a look but holds nothing up. `at` is the column
    counted from 0, None where the file has no such column.
    """

    row: int
    column: str
    value: str
    problem: str
    suggestion: str | None = None
    notice: bool = False
    at: int | None = None

    def as_json(self) -> dict[str, object]:
        return {
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "problem": self.problem,
        }


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Rows read from the file, written to the shop, and skipped (already there, or wrong and left out)."""

    read: int
    written: int
    skipped: int
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    refused: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "read": self.read,
            "written": self.written,
            "skipped": self.skipped,
            "problems": [problem.as_json() for problem in self.problems],
            "notices": [notice.as_json() for notice in self.notices],
        }


def shown(cell: Cell) -> str:
    """A cell as the user sees it in the file."""
    if cell is None:
        return ""
    if isinstance(cell, Unreadable):
        return cell.text
    return str(cell) if isinstance(cell, date) else plain(cell)
