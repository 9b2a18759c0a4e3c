"""The sums of an import beside those of the file, so that nobody has to believe that nothing was lost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from jxc_desktop.imports.cells import number
from jxc_desktop.imports.cells.faults import Clean
from jxc_desktop.imports.checking import Checked
from jxc_desktop.imports.grid import Cell, Row
from jxc_desktop.imports.source import Field, Source
from jxc_desktop.imports.table import Record, Table

_GROUP_WORDS = ("小计", "本页", "subtotal")
"""In the label of a sum that is not the whole table's."""


@dataclass(frozen=True, slots=True)
class ColumnSum:
    """The sums of one column, all scaled by 10**`places`.

    `told` is the file's own 合计, None where it has none; `listed` what its rows add up to. Of that `written` goes into
    the shop, `there` is in it already, `left_out` is not wanted; `changed` is what changed cells made of the rest.
    `uncounted` cells hold no plain number, such as 3箱5瓶.
    """

    heading: str
    places: int
    told: int | None
    listed: int
    written: int
    there: int
    left_out: int
    uncounted: int

    @property
    def changed(self) -> int:
        return self.written + self.there + self.left_out - self.listed

    @property
    def gap(self) -> int:
        """What the file's own sum has more than its rows; not ours to put right."""
        return 0 if self.told is None else self.told - self.listed


def column_sums(
    source: Source, original: Table, table: Table, checked: Checked
) -> tuple[ColumnSum, ...]:
    """The sums of each column that can be added, where `table` is `original` as a person has amended it."""
    fields = {field.name: field for field in source.fields if field.adds}
    return tuple(
        _sums(fields[name], original, table, checked)
        for name in sorted(original.header.columns, key=lambda n: original.header.columns[n])
        if name in fields
    )


def _sums(field: Field, original: Table, table: Table, checked: Checked) -> ColumnSum:
    read = _reader(field)
    written = frozenset(row.row for row in checked.rows)
    kept = frozenset(record.row for record in table.records)
    there = kept - written - checked.bad

    def total(records: Iterable[Record], wanted: Callable[[int], bool]) -> int:
        cells = (record.cells[field.name] for record in records if wanted(record.row))
        return sum(value for cell in cells if isinstance(value := read(cell), int))

    return ColumnSum(
        original.header.heading(field.name),
        field.places or 0,
        _told(original, field, read),
        total(original.records, lambda _row: True),
        total(table.records, written.__contains__),
        total(table.records, there.__contains__),
        total(original.records, lambda row: row not in kept)
        + total(table.records, checked.bad.__contains__),
        sum(not _counts(read, record.cells[field.name]) for record in original.records),
    )


def _reader(field: Field) -> Clean:
    return lru_cache(4096, typed=True)(number(field.places or 0))


def _counts(read: Clean, cell: Cell) -> bool:
    return isinstance(read(cell), int | None)


def _told(table: Table, field: Field, read: Clean) -> int | None:
    """The last 合计 of the file that has a number in the column; 小计 and sums of a page are not the whole."""
    for record in reversed(table.totals):
        value = read(record.cells[field.name])
        if isinstance(value, int) and not _is_part(table.sheet.rows[record.row - 1]):
            return value
    return None


def _is_part(row: Row) -> bool:
    label = next((cell for cell in row if cell is not None), "")
    return any(word in "".join(str(label).casefold().split()) for word in _GROUP_WORDS)
