"""A finished report as an Excel sheet: typed numbers, two-line headings, frozen heading, totals.

Texts are never taken for formulas or links. Numbers are written as decimals, so no figure passes through a float.
"""

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from jxc_desktop.core.numbers import MONEY_PLACES, PRICE_PLACES, QUANTITY_PLACES, RATE_PLACES
from jxc_desktop.printing.width import display_width
from jxc_desktop.reports.report import Cell, Column, Result, Row
from jxc_desktop.reports.texts import (
    filter_texts,
    period_text,
    text_for_people,
    texts_of_totals,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MEASURED = 200
"""Rows whose texts decide the widths."""
LEAST_WIDTH, MOST_WIDTH = 6, 40
SHEET_NAME_LENGTH = 31
TITLE_ROWS = 2

_PLACES = {
    "money": MONEY_PLACES,
    "quantity": QUANTITY_PLACES,
    "price": PRICE_PLACES,
    "cost": PRICE_PLACES,
    "percent": RATE_PLACES,
    "count": 0,
}
_FORMATS = {
    "text": "@",
    "day": "yyyy-mm-dd",
    "money": "#,##0.00;[Red]-#,##0.00",
    "quantity": "#,##0.####;[Red]-#,##0.####",
    "price": "#,##0.00####",
    "cost": "#,##0.0000",
    "percent": "0.0%;[Red]-0.0%",
    "count": "#,##0",
}
_LOOKS: dict[str, dict[str, Any]] = {
    "row": {},
    "group": {"bold": True, "bg_color": "#EEF1F4"},
    "subtotal": {"bold": True},
    "total": {"bold": True, "bg_color": "#E4E9EE", "top": 1},
}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_bytes(result: Result) -> bytes:
    """`result` as one sheet."""
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": result.title, "company": result.company})
        sheet = book.add_worksheet(_sheet_name(result.title))
        _Sheet(book, sheet, result).write()
    return target.getvalue()


def _sheet_name(title: str) -> str:
    kept = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)
    return kept[:SHEET_NAME_LENGTH].strip("' ") or "1"


class _Sheet:
    """One sheet being written, top to bottom; `_y` is where the next row goes."""

    def __init__(self, book: "Workbook", sheet: "Worksheet", result: Result) -> None:
        self._book, self._sheet, self._result = book, sheet, result
        self._looks: dict[tuple[str, str], Format] = {}
        self._y = 0

    def write(self) -> None:
        self._set_up()
        self._write_title()
        self._write_headings()
        for row in self._result.rows:
            self._write_row(row.role, row.cells)
        if self._result.totals:
            self._write_totals()

    def _set_up(self) -> None:
        sheet = self._sheet
        for place, width in enumerate(_widths(self._result)):
            sheet.set_column(place, place, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N")

    def _write_title(self) -> None:
        bold = self._book.add_format({"bold": True, "font_size": 14})
        self._sheet.write_string(0, 0, self._result.title, bold)
        said = [self._result.company, period_text(self._result), *filter_texts(self._result)]
        self._sheet.write_string(1, 0, "    ".join(said))
        self._y = TITLE_ROWS

    def _write_headings(self) -> None:
        columns = self._result.columns
        look = {"bold": True, "bg_color": "#E4E9EE", "border": 1, "align": "center"}
        heading = self._book.add_format({**look, "valign": "vcenter", "text_wrap": True})
        if any(column.group for column in columns):
            self._write_groups(columns, heading)
            self._y += 1
        for place, column in enumerate(columns):
            self._sheet.write_string(self._y, place, column.title, heading)
        self._y += 1
        self._sheet.freeze_panes(self._y, _frozen_columns(columns))
        self._sheet.repeat_rows(TITLE_ROWS, self._y - 1)

    def _write_groups(self, columns: Sequence[Column], heading: "Format") -> None:
        place = 0
        for group, below in groupby(columns, key=lambda column: column.group):
            count = len(list(below))
            if group and count > 1:
                self._sheet.merge_range(self._y, place, self._y, place + count - 1, group, heading)
            else:
                for each in range(place, place + count):
                    self._sheet.write_string(self._y, each, group, heading)
            place += count

    def _write_row(self, role: str, cells: Sequence[Cell]) -> None:
        for place, (column, value) in enumerate(zip(self._result.columns, cells, strict=True)):
            self._write_cell(place, role, column, value)
        self._y += 1

    def _write_totals(self) -> None:
        result = self._result
        for place, (column, text) in enumerate(
            zip(result.columns, texts_of_totals(result), strict=True)
        ):
            if column.id in result.totals:
                self._write_cell(place, "total", column, result.totals[column.id])
            else:
                self._sheet.write_string(self._y, place, text, self._look("total", "text"))
        self._y += 1

    def _write_cell(self, place: int, role: str, column: Column, value: Cell) -> None:
        look = self._look(role, column.kind)
        if value is None or (column.matrix and value == 0):
            self._sheet.write_blank(self._y, place, None, look)
        elif isinstance(value, int) and column.kind in _PLACES:
            number = Decimal(value).scaleb(-_PLACES[column.kind])
            self._sheet.write_number(self._y, place, number, look)
        elif isinstance(value, str | int):
            self._sheet.write_string(self._y, place, str(value), self._look(role, "text"))
        else:
            self._sheet.write_datetime(self._y, place, value, look)

    def _look(self, role: str, kind: str) -> "Format":
        key = role, kind
        if key not in self._looks:
            self._looks[key] = self._book.add_format({"num_format": _FORMATS[kind], **_LOOKS[role]})
        return self._looks[key]


def _frozen_columns(columns: Sequence[Column]) -> int:
    """The columns that say what a row is: those before the first number, at most two."""
    leading = 0
    for column in columns[:2]:
        if column.kind not in {"text", "day"}:
            break
        leading += 1
    return leading


def _widths(result: Result) -> Iterator[float]:
    """Wide enough for the heading and the first rows, within reason."""
    measured: list[Row] = list(islice(result.rows, MEASURED))
    for place, column in enumerate(result.columns):
        texts = [column.title, *(text_for_people(column, row.cells[place]) for row in measured)]
        if column.id in result.totals:
            texts.append(text_for_people(column, result.totals[column.id]))
        widest = max(map(display_width, texts))
        yield min(max(widest + 2, LEAST_WIDTH), MOST_WIDTH)
