"""What a person changes about a foreign table before it is written: cells put right, rows left out.

The file stays as it is. Each step gives new `Amendments`, so that going back is taking the ones before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.grid import Cell, Row, Sheet
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.table import Table, read_table

Place = tuple[int, int]
"""Row counted from 1 as the user sees it, column from 0."""


@dataclass(frozen=True, slots=True)
class Amendments:
    """`cells` hold what stands in a place now; `left_out` rows are not imported.

    Both remember the problems that there were, to be listed as dealt with.
    """

    cells: Mapping[Place, Cell] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    settled: tuple[Problem, ...] = ()

    def with_cells(self, cells: Mapping[Place, Cell], settled: Iterable[Problem]) -> "Amendments":
        """Other contents in some places; `settled` are the problems that they are meant to end."""
        fresh = [p for p in settled if (p.row, p.at) not in self._settled_places()]
        return replace(self, cells={**self.cells, **cells}, settled=(*self.settled, *fresh))

    def without(self, rows: Iterable[int], settled: Iterable[Problem]) -> "Amendments":
        """Some rows more are left out, with the problems they had."""
        out = self.left_out | set(rows)
        fresh = [p for p in settled if p not in self.settled]
        return replace(self, left_out=out, settled=(*self.settled, *fresh))

    def with_rows(self, rows: Iterable[int]) -> "Amendments":
        """Some rows take part again, their cells as they were changed."""
        back = frozenset(rows)
        kept = tuple(p for p in self.settled if p.row not in back or (p.row, p.at) in self.cells)
        return replace(self, left_out=self.left_out - back, settled=kept)

    def _settled_places(self) -> frozenset[tuple[int, int | None]]:
        return frozenset((problem.row, problem.at) for problem in self.settled)


NONE = Amendments()


def by_hand(row: int) -> Problem:
    """What stands in the list for a row that nothing was wrong with."""
    return Problem(row, "", "", translate("imports", "这一行没有问题，是手工排除的"), notice=True)


def amended_sheet(sheet: Sheet, amendments: Amendments) -> Sheet:
    """`sheet` with the changed cells; rows keep their numbers."""
    if not amendments.cells:
        return sheet
    rows = list(sheet.rows)
    for (number, column), cell in amendments.cells.items():
        rows[number - 1] = _with_cell(rows[number - 1], column, cell)
    return replace(sheet, rows=tuple(rows))


def amended_table(
    sheet: Sheet, header: HeaderMap, source: Source, amendments: Amendments = NONE
) -> Table:
    """The records of `sheet` as they are to be imported: with the changed cells, without the rows left out."""
    changed = amended_sheet(sheet, amendments)
    table = read_table(changed, header, kind=source.kind, fill=source.fill_down)
    kept = tuple(r for r in table.records if r.row not in amendments.left_out)
    return replace(table, records=kept)


def _with_cell(row: Row, column: int, cell: Cell) -> Row:
    cells = [*row, *[None] * (column + 1 - len(row))]
    cells[column] = cell
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)
