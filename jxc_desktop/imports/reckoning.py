"""What became of every row of the file, to be looked through after the import and signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.core.i18n import labelled
from jxc_desktop.imports.amending import Amendments
from jxc_desktop.imports.checking import Checked
from jxc_desktop.imports.problems import Problem, shown
from jxc_desktop.imports.table import IDENTITIES, Record, Table


class Fate(StrEnum):
    """What became of a row."""

    WRITTEN = "written"
    THERE = "there"
    """The shop had it already; nothing was changed."""
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class RowFate:
    """One row of the file, named as in the file; `reason` says why it was left out, or what is worth a look."""

    row: int
    code: str
    name: str
    fate: Fate
    reason: str = ""


def reckoning(whole: Table, checked: Checked, amendments: Amendments) -> tuple[RowFate, ...]:
    """The rows of `whole`, the table before rows were left out, in their order."""
    written = frozenset(row.row for row in checked.rows)
    dropped = _first(p for p in amendments.settled if p.row in amendments.left_out)
    noted = _first(checked.notices)
    return tuple(
        RowFate(
            record.row,
            _code(record),
            shown(record.cells.get("name")),
            fate,
            (dropped if fate is Fate.LEFT_OUT else noted).get(record.row, ""),
        )
        for record in whole.records
        if (fate := _fate(record.row, written, amendments))
    )


def _first(problems: Iterable[Problem]) -> dict[int, str]:
    """The first problem of each row."""
    found: dict[int, str] = {}
    for problem in problems:
        told = labelled(problem.column, problem.problem) if problem.column else problem.problem
        found.setdefault(problem.row, told)
    return found


def _fate(row: int, written: frozenset[int], amendments: Amendments) -> Fate:
    if row in written:
        return Fate.WRITTEN
    return Fate.LEFT_OUT if row in amendments.left_out else Fate.THERE


def _code(record: Record) -> str:
    """By what the file calls the row."""
    cells = (record.cells.get(field) for field in (*IDENTITIES, "document"))
    return next((text for cell in cells if (text := shown(cell))), "")
