"""The rows of a foreign table that mean something, cut into fields.

Left out: blank rows, totals, footers of printed lists, and headers that a list repeats on each page.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from jxc_desktop.imports.cells.texts import plain
from jxc_desktop.imports.grid import Cell, Row, Sheet, Unreadable
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.vocabulary import vocabulary

IDENTITIES = ("code", "product", "partner", "account", "card_no", "barcode")
"""Fields of which a real row has one, so that goods named 小计 stay goods."""

_TOTAL = re.compile(
    r"(本页|本月|本期|本年|累计|全部|页)?(合计|小计|总计|共计|总合计|累计|total|subtotal|grandtotal|sum)([:：(（].*)?",
    re.IGNORECASE,
)
_GROUP_TOTAL = re.compile(r".+(小计|合计)[:：]?")
_FOOTER = re.compile(
    r"(制表|制单|审核|复核|经办|经手|打印|导出|盘点|负责|单位负责|会计|出纳|财务主管|主管|仓管|验收)"
    r"(人|员|人员|时间|日期|单位)?[:：].*|第\d+页.*|共\d+(页|条|行).*|(注|备注|说明|提示)[:：].*|#.*"
)
_OWN_TOTALS = re.compile(r"[`']?\w{0,4}总(交易)?[笔单]数")
"""Begins a second table with nothing but totals, as the bills of wallets end."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of goods, partners or the like; `row` counts from 1 as the user sees it."""

    row: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """`sheet` is the file as it was, `totals` its own sums, to be compared with ours.

    `skipped` rows were neither blank nor data.
    """

    sheet: Sheet
    header: HeaderMap
    records: tuple[Record, ...]
    totals: tuple[Record, ...] = ()
    skipped: int = 0


def read_table(sheet: Sheet, header: HeaderMap, *, kind: str, fill: Collection[str] = ()) -> Table:
    """Cut the rows below `header` into fields.

    A cell merged downwards fills the rows it covers, in the fields of `fill` only: a merged category holds for
    each row, a merged quantity must not be counted twice.
    """
    several = vocabulary(kind).several
    lent = _fillings(sheet, header, fill)
    found: list[Record] = []
    totals: list[Record] = []
    skipped = 0
    for index in range(header.header_row + 1, len(sheet.rows)):
        cells = _cells(sheet.rows[index], header, several)
        if all(_is_blank(cell) for cell in cells.values()):
            continue
        filled = [cell for cell in sheet.rows[index] if not _is_blank(cell)]
        if _OWN_TOTALS.fullmatch(_label(filled[0])):
            skipped += sum(1 for row in sheet.rows[index:] if row)
            break
        if _is_total(filled, cells):
            totals.append(Record(index + 1, cells))
        elif _is_footer(filled, len(sheet.rows[index])) or _repeats_header(cells, header):
            skipped += 1
        else:
            found.append(Record(index + 1, _with_fillings(cells, lent.get(index))))
    return Table(sheet, header, tuple(found), tuple(totals), skipped + len(totals))


def _cells(row: Row, header: HeaderMap, several: Mapping[str, str]) -> dict[str, Cell]:
    return {
        field: _cell(row, columns[0])
        if len(columns) == 1
        else _together([_cell(row, column) for column in columns], several[field])
        for field, columns in header.columns.items()
    }


def _cell(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _together(cells: Sequence[Cell], between: str) -> Cell:
    """Several columns of one field as one cell."""
    filled = [cell for cell in cells if cell is not None]
    broken = [cell for cell in filled if isinstance(cell, Unreadable)]
    if broken or len(filled) <= 1:
        return (broken or filled or [None])[0]
    return between.join(plain(cell) for cell in filled if not isinstance(cell, Unreadable))


def _fillings(sheet: Sheet, header: HeaderMap, fill: Collection[str]) -> dict[int, dict[str, Cell]]:
    """Row → field → the value that a merged cell above lends to it."""
    field_of = {header.columns[field][0]: field for field in fill if field in header.columns}
    lent: dict[int, dict[str, Cell]] = {}
    for span in sheet.merged:
        if (
            span.top <= header.header_row
            or span.left not in field_of
            or span.top >= len(sheet.rows)
        ):
            continue
        value = _cell(sheet.rows[span.top], span.left)
        for index in range(span.top + 1, min(span.bottom + 1, len(sheet.rows))):
            lent.setdefault(index, {})[field_of[span.left]] = value
    return lent


def _with_fillings(cells: dict[str, Cell], lent: Mapping[str, Cell] | None) -> Mapping[str, Cell]:
    for field, value in (lent or {}).items():
        if cells[field] is None:
            cells[field] = value
    return cells


def _is_blank(cell: Cell) -> bool:
    return cell is None or (
        isinstance(cell, str) and not cell.strip("\u200b\ufeff \t\r\n\xa0\u3000")
    )


def _is_total(filled: Sequence[Cell], cells: Mapping[str, Cell]) -> bool:
    """合计 in the first filled cell, or as the name of a row without a code; 饮料小计 beside nothing but numbers."""
    label = _label(filled[0])
    if _TOTAL.fullmatch(label):
        return True
    if _GROUP_TOTAL.fullmatch(label) and filled[1:] and all(map(_is_number, filled[1:])):
        return True
    named = all(_is_blank(cells.get(field)) for field in IDENTITIES)
    return named and bool(_TOTAL.fullmatch(_label(cells.get("name"))))


def _is_footer(filled: Sequence[Cell], width: int) -> bool:
    few = len(filled) <= max(1, width // 2)
    return few and bool(_FOOTER.fullmatch(_label(filled[0])))


def _label(cell: Cell) -> str:
    """A text without its spaces: 合 计 is 合计."""
    return "".join(cell.split()) if isinstance(cell, str) else ""


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) or (
        isinstance(cell, str) and re.fullmatch(r"[-¥￥\d.,\s]+", cell) is not None
    )


def _repeats_header(cells: Mapping[str, Cell], header: HeaderMap) -> bool:
    return all(
        isinstance(cell, str) and cell.split() == header.heading(field).split()
        for field, cell in cells.items()
        if not _is_blank(cell)
    )
