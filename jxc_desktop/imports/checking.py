"""Checks a whole table before anything is written: cells, rows, repeats within the file, and what the shop has."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean, Fault
from jxc_desktop.imports.findings import Findings, by_row
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.known import against_shop
from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.repeats import note_like_names, without_repeats
from jxc_desktop.imports.source import CleanRow, Field, Flaw, Lookup, Source
from jxc_desktop.imports.table import Record, Table

REMEMBERED = 4096
"""Cells of a column whose cleaning is remembered: units, categories and prices repeat a lot."""


@dataclass(frozen=True, slots=True)
class Checked:
    """`rows` are to be written; `unchanged` were there already; `bad` rows have the `problems`."""

    read: int
    rows: tuple[CleanRow, ...]
    unchanged: int
    bad: frozenset[int]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]

    def with_flaws(
        self, source: Source, header: HeaderMap, flaws: Iterable[tuple[CleanRow, Flaw]]
    ) -> "Checked":
        """The same with what was found later; rows with flaws are no longer to be written."""
        more = [row.problem(header, source, flaw) for row, flaw in flaws]
        wrong = {problem.row for problem in more if not problem.notice}
        return replace(
            self,
            rows=tuple(row for row in self.rows if row.row not in wrong),
            bad=self.bad | wrong,
            problems=by_row(*self.problems, *(p for p in more if not p.notice)),
            notices=by_row(*self.notices, *(p for p in more if p.notice)),
        )

    def without(self, places: Collection[int]) -> "Checked":
        """The same without those of its rows that are there already."""
        rows = tuple(row for place, row in enumerate(self.rows) if place not in places)
        return replace(self, rows=rows, unchanged=self.unchanged + len(self.rows) - len(rows))


def check(source: Source, table: Table, lookup: Lookup | None = None) -> Checked:
    """All that is right and all that is wrong with `table`; nothing is written, nobody is asked twice.

    Raises `InvalidInput` when a column is missing altogether.
    """
    source.require_columns(table.header)
    found = Findings(source, table)
    clean = list(_cleaned(source, table, found))
    kept = without_repeats(source, clean, found)
    note_like_names(source, kept, found)
    fresh, unchanged = against_shop(source, kept, lookup, found)
    return Checked(
        len(table.records), tuple(fresh), unchanged, frozenset(found.bad), *found.in_order()
    )


def _cleaned(source: Source, table: Table, found: Findings) -> Iterator[CleanRow]:
    cleaners = _cleaners(source, table)
    required = frozenset(field.name for field in source.fields if field.required)
    for record in table.records:
        row, flaws = _clean_row(record, cleaners, required)
        if not flaws:
            flaws = [flaw for rule in source.rules for flaw in rule(row.values)]
        for flaw in flaws:
            found.add(row, flaw)
        if row.row not in found.bad:
            yield row


def _cleaners(source: Source, table: Table) -> dict[str, Clean]:
    """Field → its cleaner, in the order of the file's columns."""
    fields = {field.name: field for field in source.fields}
    columns = sorted(table.header.columns.items(), key=lambda each: each[1])
    return {
        name: lru_cache(REMEMBERED, typed=True)(_cleaner(fields[name], table))
        for name, _ in columns
        if name in fields
    }


def _cleaner(field: Field, table: Table) -> Clean:
    if field.by_column is None:
        return field.clean
    cells = (record.cells[field.name] for record in table.records)
    return field.by_column(table.header.heading(field.name), cells)


def _clean_row(
    record: Record, cleaners: Mapping[str, Clean], required: frozenset[str]
) -> tuple[CleanRow, list[Flaw]]:
    values: dict[str, object] = {}
    flaws: list[Flaw] = []
    for name, clean in cleaners.items():
        value = clean(record.cells[name])
        if isinstance(value, Fault):
            flaws.append(Flaw(name, value.problem, value.suggestion))
        elif value is not None:
            values[name] = value
        elif name in required:
            flaws.append(Flaw(name, translate("imports", "必填，空着。填上，或去掉这一行")))
    return CleanRow(record.row, values, record.cells), flaws
