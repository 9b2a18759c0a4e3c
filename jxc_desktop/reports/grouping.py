"""Rows under headings, each heading with the sums of what stands below it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports.report import Cell, Column, Row

Headed = tuple[str, Row]
"""The heading a row belongs under, and the row."""


def under_headings(columns: Sequence[Column], rows: Iterable[Headed]) -> Iterator[Row]:
    """Rows sorted by heading, a group row before each; sums of money, no sums of quantities."""
    none = no_category()

    def place(headed: Headed) -> tuple[bool, str]:
        return headed[0] == none, headed[0]  # what has no heading of its own comes last

    for (_last, heading), group in groupby(sorted(rows, key=place), key=place):
        below = [row for _heading, row in group]
        yield Row(tuple(_cells(columns, heading, below)), role="group")
        yield from below


def no_category() -> str:
    """The heading over goods without a category."""
    return translate("reports", "未分类")


def _cells(columns: Sequence[Column], heading: str, rows: Sequence[Row]) -> Iterator[Cell]:
    products = len({row.cells[0] for row in rows})
    count = translate("reports", "%n 种", "", products)
    said: list[Cell] = [heading, count]
    for place, column in enumerate(columns):
        if column.total and column.kind == "money":
            yield _sum(row.cells[place] for row in rows)
        elif said:
            yield said.pop(0)
        else:
            yield None


def _sum(cells: Iterable[Cell]) -> int | None:
    known = [cell for cell in cells if isinstance(cell, int)]
    return sum(known) if known else None
