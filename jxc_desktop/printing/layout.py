"""Setting a slip into lines of a given number of columns, once for every kind of printer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.slip import (
    Align,
    Barcode,
    Cell,
    Cut,
    Drawer,
    Element,
    Feed,
    Line,
    Paragraph,
    Qr,
    Row,
    Rule,
    Slip,
)
from jxc_desktop.printing.width import clean, display_width, wrap


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in its room on a line: from column `start`, `columns` wide."""

    text: str
    start: int
    columns: int
    align: Align = "left"

    @property
    def offset(self) -> int:
        """The column where the text begins."""
        spare = max(self.columns - display_width(self.text), 0)
        shift = {"left": 0, "right": spare, "centre": spare // 2}[self.align]
        return self.start + shift


@dataclass(frozen=True, slots=True)
class TextLine:
    """A set line; a big one has half as many columns, each twice as wide and high."""

    pieces: tuple[Piece, ...]
    bold: bool = False
    big: bool = False

    @property
    def text(self) -> str:
        """The line padded with spaces, as a printer with fixed columns takes it."""
        line = ""
        for piece in self.pieces:
            line += " " * max(piece.offset - display_width(line), 0) + piece.text
        return line


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A line across all columns."""

    double: bool = False


Set = TextLine | RuleLine | Barcode | Qr | Feed | Cut | Drawer


@on_paper
def lay_out(slip: Slip, columns: int) -> tuple[Set, ...]:
    """One copy of `slip` in lines of `columns`; washed of control characters."""
    return tuple(part for element in _whole(slip) for part in _set(element, columns))


def _whole(slip: Slip) -> Iterator[Element]:
    if slip.title:
        yield Line(slip.title, bold=True, big=True, centred=True)
    if slip.reprint:
        yield Line(reprint_text(slip.reprint), bold=True, centred=True)
    yield from slip.elements


@on_paper
def reprint_text(count: int | str) -> str:
    """The mark of a repeated print, so that no second paper passes for the first."""
    return translate("printing", "*** 补打 第{count}次 ***").format(count=count)


def _set(element: Element, columns: int) -> Iterator[Set]:
    match element:
        case Line():
            yield from _set_line(element, columns)
        case Row():
            yield from _set_row(element, columns)
        case Paragraph():
            yield from _set_paragraph(element, columns)
        case Rule():
            yield RuleLine(element.double)
        case Barcode():
            yield replace(element, text=clean(element.text))
        case Qr():
            yield replace(element, caption="")
            yield from _set_paragraph(Paragraph(element.caption, "centre"), columns)
        case _:
            yield element


def _set_line(line: Line, columns: int) -> Iterator[TextLine]:
    room = columns // 2 if line.big else columns
    left, right = clean(line.left), clean(line.right)
    if not right:
        for text in wrap(left, room):
            piece = Piece(text, 0, room, "centre" if line.centred else "left")
            yield TextLine((piece,), line.bold, line.big)
        return
    yield from _set_pair(left, right, line, room)


def _set_pair(left: str, right: str, line: Line, room: int) -> Iterator[TextLine]:
    """`left` wraps; `right` stands on its last line, or below when there is no room beside it."""
    *above, last = wrap(left, room)
    for text in above:
        yield TextLine((Piece(text, 0, room),), line.bold, line.big)
    used = display_width(last)
    if used and used + 1 + display_width(right) <= room:
        pieces = (Piece(last, 0, used), Piece(right, used, room - used, "right"))
        yield TextLine(pieces, line.bold, line.big)
        return
    if used:
        yield TextLine((Piece(last, 0, room),), line.bold, line.big)
    for text in wrap(right, room):
        yield TextLine((Piece(text, 0, room, "right"),), line.bold, line.big)


def _set_row(row: Row, columns: int) -> Iterator[TextLine]:
    widths = _cell_widths(row.cells, columns)
    texts = [wrap(clean(cell.text), width) for cell, width in zip(row.cells, widths, strict=True)]
    for index in range(max(map(len, texts), default=0)):
        yield TextLine(tuple(_pieces_of(row.cells, widths, texts, index)), row.bold)


def _pieces_of(
    cells: tuple[Cell, ...], widths: list[int], texts: list[tuple[str, ...]], index: int
) -> Iterator[Piece]:
    start = 0
    for cell, width, lines in zip(cells, widths, texts, strict=True):
        if index < len(lines) and lines[index]:
            yield Piece(lines[index], start, width, cell.align)
        start += width


def _cell_widths(cells: tuple[Cell, ...], columns: int) -> list[int]:
    """Fixed widths as asked; open ones share the rest, the first taking the odd column."""
    spare = columns - sum(cell.columns for cell in cells)
    open_cells = sum(cell.columns == 0 for cell in cells)
    if spare < 2 * open_cells:
        raise ValueError(f"row of {columns - spare} columns leaves no room on {columns}")
    share, odd = divmod(spare, open_cells) if open_cells else (0, 0)
    widths = []
    for cell in cells:
        widths.append(cell.columns or share + odd)
        odd = odd if cell.columns else 0
    return widths


def _set_paragraph(paragraph: Paragraph, columns: int) -> Iterator[TextLine]:
    if not paragraph.text:
        return
    for passage in paragraph.text.splitlines():
        for text in wrap(clean(passage), columns):
            yield TextLine((Piece(text, 0, columns, paragraph.align),), paragraph.bold)
