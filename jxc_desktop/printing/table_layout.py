"""How a report falls onto A4: upright or across, widths of columns, rows a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from jxc_desktop.printing.fonts import text_width
from jxc_desktop.printing.table import Table, TableColumn, TableRow
from jxc_desktop.printing.typeset import MM, broken, printable
from jxc_desktop.printing.width import display_width

SIZE = 8.5
LEADING = 10.6
ROW_PADDING = 4.6
CELL_PADDING = 1.2 * MM
MARGIN = 12 * MM
SHORT_SIDE, LONG_SIDE = 210 * MM, 297 * MM
PORTRAIT_COLUMNS = 7
LEAST_TEXT = 14 * MM
MOST_TEXT = 62 * MM
FOOT = 7 * MM

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row with its cells broken into lines."""

    cells: tuple[Lines, ...]
    role: str
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page and where its columns lie, in points; `lefts` has the right edge as its last."""

    width: float
    height: float
    widths: tuple[float, ...]
    lefts: tuple[float, ...]


def sheet_for(table: Table, *, landscape: bool | None = None) -> Sheet:
    """A4 upright for up to seven columns that fit, else across, unless said otherwise."""
    wanted = [_wanted(table, index) for index in range(len(table.columns))]
    if landscape is None:
        room = SHORT_SIDE - 2 * MARGIN
        landscape = len(wanted) > PORTRAIT_COLUMNS or sum(wanted) > room
    width, height = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    widths = _fitted(table.columns, wanted, width - 2 * MARGIN)
    lefts = [MARGIN]
    for each in widths:
        lefts.append(lefts[-1] + each)
    return Sheet(width, height, tuple(widths), tuple(lefts))


def _wanted(table: Table, index: int) -> float:
    """Points that column `index` would like."""
    column = table.columns[index]
    if column.width:
        return column.width * MM
    texts = chain(
        (row.cells[index] for row in table.rows if row.role != "group"),
        table.total[index : index + 1],
    )
    widest = max(map(_rough_width, texts), default=0.0)
    widest = max(widest, _rough_width(column.title)) + 2 * CELL_PADDING
    return widest if column.is_number else min(widest, MOST_TEXT)


def _rough_width(text: str) -> float:
    """About the points that `text` takes, without measuring each outline; digits are 0.56 em."""
    return SIZE * (0.58 * len(text) if text.isascii() else 0.53 * display_width(text))


def _fitted(columns: Sequence[TableColumn], wanted: list[float], room: float) -> list[float]:
    """`wanted` made to fill `room`: text gives first (to a least width), then all alike."""
    texts = [index for index, column in enumerate(columns) if not column.is_number]
    spare = room - sum(wanted)
    if spare < 0:
        wanted = _narrowed(wanted, texts, -spare)
    elif texts:
        whole = sum(wanted[index] for index in texts)
        wanted = [
            width + spare * width / whole if index in texts else width
            for index, width in enumerate(wanted)
        ]
    scale = room / sum(wanted)
    return [width * scale for width in wanted]


def _narrowed(wanted: list[float], texts: list[int], excess: float) -> list[float]:
    give = {index: max(wanted[index] - LEAST_TEXT, 0.0) for index in texts}
    whole = sum(give.values())
    share = min(excess / whole, 1.0) if whole else 0.0
    return [width - share * give.get(index, 0.0) for index, width in enumerate(wanted)]


def set_row(columns: Sequence[TableColumn], sheet: Sheet, row: TableRow) -> SetRow:
    """`row` broken to the widths of the sheet; a group row runs across all of it."""
    if row.role == "group":
        line = printable("  ".join(filter(None, row.cells)))
        return SetRow(((line,),), row.role, LEADING + ROW_PADDING)
    cells = tuple(map(_cell_lines, columns, sheet.widths, row.cells))
    return SetRow(cells, row.role, max(map(len, cells)) * LEADING + ROW_PADDING)


def _cell_lines(column: TableColumn, width: float, text: str) -> Lines:
    room = width - 2 * CELL_PADDING
    text = printable(text)
    # No glyph is twice as wide as the rough guess, so most cells need no measuring.
    if column.is_number or 2 * _rough_width(text) <= room or text_width(text, SIZE) <= room:
        return (text,)
    return broken(text, room, SIZE)


def heading_lines(column: TableColumn, width: float) -> Lines:
    """The title of a column over as many lines as it needs."""
    return broken(printable(column.title), width - 2 * CELL_PADDING, SIZE, bold=True)


def pages(rows: Sequence[SetRow], first: float, later: float) -> Iterator[list[SetRow]]:
    """`rows` on pages with `first` and `later` points of room; a group row never ends a page."""
    page: list[SetRow] = []
    room = first
    for row in rows:
        if page and row.height > room:
            carried = page.pop() if len(page) > 1 and page[-1].role == "group" else None
            yield page
            page = [carried] if carried else []
            room = later - sum(each.height for each in page)
        page.append(row)
        room -= row.height
    yield page
