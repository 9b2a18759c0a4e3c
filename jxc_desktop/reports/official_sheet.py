"""A statement's form as an Excel sheet that prints on one page: ruled, with figures that can be reckoned with."""

import io
from decimal import Decimal
from typing import TYPE_CHECKING

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.core.numbers import MONEY_PLACES
from jxc_desktop.reports.official import Official, Printed, official, side_titles
from jxc_desktop.reports.report import Result

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MONEY = "#,##0.00;[Red]-#,##0.00;"
"""Nothing is blank, as on the form."""
_A4 = 9
_CELLS = 4
"""Cells of a side: item, number of the row, two figures."""
_WIDTHS = {1: (52, 7, 20, 20), 2: (30, 6, 16, 16)}


@on_paper
def official_sheet(result: Result) -> bytes | None:
    """The form; None where the result is no form."""
    import xlsxwriter

    found = official(result)
    if found is None:
        return None
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        book.set_properties({"title": found.title, "company": found.company})
        _Drawn(book, book.add_worksheet(found.title), found).write()
    return target.getvalue()


class _Drawn:
    """One sheet being written, top to bottom."""

    def __init__(self, book: "Workbook", sheet: "Worksheet", found: Official) -> None:
        self._sheet, self._found = sheet, found
        self._width = found.sides * _CELLS
        ruled = {"border": 1, "valign": "vcenter"}
        self._title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        self._centre = book.add_format({"align": "center"})
        self._right = book.add_format({"align": "right"})
        self._heading = book.add_format({**ruled, "bold": True, "align": "center"})
        self._text = book.add_format({**ruled, "text_wrap": True})
        self._number = book.add_format({**ruled, "align": "center"})
        self._money = book.add_format({**ruled, "num_format": _MONEY})

    def write(self) -> None:
        self._set_up()
        self._write_head()
        for y, line in enumerate(self._found.lines, 4):
            for place, side in enumerate(line):
                self._write_side(y, place * _CELLS, side)
        self._write_foot(4 + len(self._found.lines))

    def _set_up(self) -> None:
        for place in range(self._width):
            width = _WIDTHS[self._found.sides][place % _CELLS]
            self._sheet.set_column(place, place, width)
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.4, right=0.4)
        self._sheet.center_horizontally()
        self._sheet.fit_to_pages(1, 1)
        if self._found.sides > 1:
            self._sheet.set_landscape()

    def _write_head(self) -> None:
        found, sheet, last = self._found, self._sheet, self._width - 1
        sheet.merge_range(0, 0, 0, last, found.title, self._title)
        sheet.write_string(1, last, found.number, self._right)
        company = translate("reports", "编制单位：{company}").format(company=found.company)
        sheet.write_string(2, 0, company)
        sheet.merge_range(2, 1, 2, last - 1, found.when, self._centre)
        sheet.write_string(2, last, translate("reports", "单位：元"), self._right)
        for place, name in enumerate(side_titles(found.sides)):
            titles = (name, translate("reports", "行次"), *found.columns)
            for offset, title in enumerate(titles):
                sheet.write_string(3, place * _CELLS + offset, title, self._heading)
        sheet.freeze_panes(4, 0)

    def _write_side(self, y: int, x: int, side: Printed) -> None:
        self._sheet.write_string(y, x, side.title, self._text)
        if side.row is None:
            self._blank(y, x + 1, self._number)
            self._blank(y, x + 2, self._money)
            self._blank(y, x + 3, self._money)
            return
        self._sheet.write_number(y, x + 1, side.row, self._number)
        for offset, fen in enumerate(self._found.figures[side.row], 2):
            amount = Decimal(fen).scaleb(-MONEY_PLACES)
            self._sheet.write_number(y, x + offset, amount, self._money)

    def _blank(self, y: int, x: int, look: "Format") -> None:
        self._sheet.write_blank(y, x, None, look)

    def _write_foot(self, y: int) -> None:
        last = self._width - 1
        self._sheet.write_string(y, 0, translate("reports", "单位负责人："))
        self._sheet.write_string(y, last // 2, translate("reports", "会计机构负责人："))
        made = translate("reports", "制表人：{person}").format(person=self._found.made_by)
        self._sheet.write_string(y, last, made, self._right)
        if self._found.warning:
            self._sheet.write_string(y + 1, 0, self._found.warning)
