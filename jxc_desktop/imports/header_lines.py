"""Headers of one line and of two: 期初 over 数量 and 金额 means 期初数量 and 期初金额."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from jxc_desktop.imports.grid import Cell, Row, Sheet, Span


def texts_of(row: Row) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else "" if cell is None else str(cell)


def joined(sheet: Sheet, row: int) -> Iterator[tuple[int, list[str]]]:
    """The header read as two lines: `row` with the one below, and the one above with `row`."""
    for upper, lower in ((row, row + 1), (row - 1, row)):
        if upper < 0 or lower >= len(sheet.rows):
            continue
        below = sheet.rows[lower]
        if any(cell is not None and not isinstance(cell, str) for cell in below):
            continue
        groups = _groups(sheet, upper)
        if upper == row and not _fits_under(groups, below):
            continue
        yield lower, [_both(*pair) for pair in zip_longest(groups, texts_of(below), fillvalue="")]


def _fits_under(groups: Sequence[str], below: Row) -> bool:
    """Whether `below` only divides groups of `above`: each of its cells needs a group over several columns."""
    wide = {group for group, after in pairwise((*groups, "")) if group and group == after}
    filled = [column for column, cell in enumerate(below) if cell is not None]
    return bool(filled) and all(
        column < len(groups) and groups[column] in wide for column in filled
    )


def _groups(sheet: Sheet, row: int) -> list[str]:
    """The texts of `row`, each spread over the columns that it heads."""
    texts = texts_of(sheet.rows[row])
    spans = [
        span for span in sheet.merged if span.top <= row <= span.bottom and span.right > span.left
    ]
    if spans:
        return _spread_spans(texts, spans)
    below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else ()
    texts.extend([""] * (len(below) - len(texts)))
    for column in range(1, len(texts)):
        divided = column < len(below) and below[column] is not None
        if not texts[column] and divided and below[column - 1] is not None:
            texts[column] = texts[column - 1]
    return texts


def _spread_spans(texts: list[str], spans: Sequence[Span]) -> list[str]:
    texts.extend([""] * (max(span.right for span in spans) + 1 - len(texts)))
    for span in spans:
        for column in range(span.left, span.right + 1):
            texts[column] = texts[span.left]
    return texts


def _both(upper: str, lower: str) -> str:
    """Two lines of one heading; kept apart by a line break, so that the lower can be read alone."""
    return f"{upper}\n{lower}" if upper and lower else upper or lower
