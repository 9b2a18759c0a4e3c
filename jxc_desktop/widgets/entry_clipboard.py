"""Blocks of cells to and from Excel: tabs between cells, line ends between rows, quotes where needed."""

import csv
import io
from collections.abc import Sequence

from jxc_desktop.core.errors import UserError
from jxc_desktop.widgets.columns import Mark, Row
from jxc_desktop.widgets.entry_columns import EntryColumn

_FORMULA = ("=", "+", "-", "@", "\t")
Marks = dict[tuple[int, str], Mark]


def block_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cell texts as Excel takes them from the clipboard."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue().rstrip("\n")


def read_block(text: str) -> list[list[str]]:
    """The cells of a clipboard text; blank rows at the end are dropped."""
    rows = list(csv.reader(io.StringIO(text.rstrip("\r\n")), dialect="excel-tab"))
    return [[cell.strip() for cell in row] for row in rows]


def is_block(text: str) -> bool:
    """Whether a clipboard text is more than one cell."""
    return "\t" in text or "\n" in text.strip("\r\n")


def pasted(
    lines: Sequence[Row],
    block: Sequence[Sequence[str]],
    columns: Sequence[EntryColumn[Row]],
    row: int,
    blank: Row,
) -> tuple[list[Row], frozenset[int], Marks]:
    """The lines after pasting `block` at `row` over `columns`: lines, the rows that are new or changed, marks.

    A cell that cannot be read keeps its old value and is marked with the reason.
    """
    result, touched, marks = list(lines), set(), Marks()
    for place, texts in enumerate(block, start=row):
        if not any(texts):
            continue
        if place >= len(result):
            place = len(result)  # noqa: PLW2901  blank rows in the block leave no holes
            result.append(blank)
        for column, text in zip(columns, texts, strict=False):
            if column.edit is None or not text:
                continue
            try:
                result[place] = column.edit(result[place], text)
            except UserError as error:
                marks[place, column.key] = Mark("bad", error.message)
        touched.add(place)
    return result, frozenset(touched), marks
