"""Collects what a check finds, in the words of the file."""

from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.source import CleanRow, Flaw, Source
from jxc_desktop.imports.table import Table


class Findings:
    """Collects problems in the words of the file."""

    def __init__(self, source: Source, table: Table) -> None:
        self._source, self._header = source, table.header
        self._problems: list[Problem] = []
        self.bad: set[int] = set()

    def add(self, row: CleanRow, flaw: Flaw) -> None:
        self._problems.append(row.problem(self._header, self._source, flaw))
        if not flaw.notice:
            self.bad.add(row.row)

    def in_order(self) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """Problems, then notices, by row."""
        found = by_row(*self._problems)
        return tuple(p for p in found if not p.notice), tuple(p for p in found if p.notice)


def by_row(*problems: Problem) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda each: each.row))
