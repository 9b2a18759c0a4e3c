"""The three statements as the forms 会小企01表, 02表 and 03表 print them (小企业会计准则 annex), on one page each.

`resources/statements/official_forms.csv` says what stands on which side and line; headings and indents are the form's.
A statement held against an earlier one is no such form, but for the year's own: it shows last year beside this one.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.core.paths import resource
from jxc_desktop.printing.form import A4, Field, Form, FormColumn, FormPaper
from jxc_desktop.reports.comparison import LAST_YEAR, NONE
from jxc_desktop.reports.formulas import lines_of
from jxc_desktop.reports.report import Request, Result
from jxc_desktop.widgets.formats import money_text

BALANCE_SHEET = "balance_sheet"
PAPER = replace(A4, side_margin=10.0)
_INDENT = "　"
_ASSETS = 36.0
"""Millimetres for the items of the left side; what the right side has to say is longer."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Printed:
    """One side of a printed line: row `row` of the statement, or a heading, or nothing."""

    row: int | None
    title: str


Sides = tuple[Printed, ...]
"""A printed line: one side, or two of the balance sheet."""


@dataclass(frozen=True, slots=True)
class Official:
    """A statement laid out: what stands above it, its columns of figures, its lines, and its figures by row.

    `figures` are fen by row, one for each of `columns`.
    """

    title: str
    number: str
    company: str
    when: str
    made_by: str
    columns: tuple[str, str]
    lines: tuple[Sides, ...]
    figures: Mapping[int, tuple[int, int]]
    warning: str = ""

    @property
    def sides(self) -> int:
        """How many sides a line has."""
        return len(self.lines[0])


@cache
def printed_lines(statement: str) -> tuple[Sides, ...]:
    """The lines of a form, top to bottom."""
    path = resource("statements", "official_forms.csv")
    titles = {line.row: line.title for line in lines_of(statement)}
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["statement"] == statement]
    sides = [
        [_printed(row, titles) for row in side]
        for _name, side in groupby(rows, lambda r: r["side"])
    ]
    return tuple(zip(*sides, strict=True))


def _printed(row: Mapping[str, str], titles: Mapping[int, str]) -> Printed:
    if not row["row"]:
        return Printed(None, row["heading"])
    number = int(row["row"])
    return Printed(number, _INDENT * int(row["indent"]) + titles[number])


@on_paper
def official(result: Result) -> Official | None:
    """The statement as its form; None where it is held against an earlier one that the form does not have."""
    name, request = result.report.name, result.request
    annual = name != BALANCE_SHEET and _is_year(request) and request.get("compare") == LAST_YEAR
    if request.get("compare") not in (None, NONE) and not annual:
        return None
    first, second = (2, 4) if annual else (2, 3)
    proof = result.proof
    return Official(
        title=_titles()[name],
        number=_numbers()[name],
        company=result.company,
        when=_when(name, request),
        made_by=result.made_by,
        columns=_columns(name, request, annual=annual),
        lines=printed_lines(name),
        figures={
            int(str(row.cells[0])): (int(str(row.cells[first])), int(str(row.cells[second])))
            for row in result.rows
        },
        warning="" if proof is None or proof.holds else proof.text,
    )


def _titles() -> dict[str, str]:
    return {
        BALANCE_SHEET: translate("reports", "资产负债表"),
        "income_statement": translate("reports", "利润表"),
        "cash_flow": translate("reports", "现金流量表"),
    }


def _numbers() -> dict[str, str]:
    return {
        BALANCE_SHEET: translate("reports", "会小企01表"),
        "income_statement": translate("reports", "会小企02表"),
        "cash_flow": translate("reports", "会小企03表"),
    }


def _columns(name: str, request: Request, *, annual: bool) -> tuple[str, str]:
    if name == BALANCE_SHEET:
        return translate("reports", "期末余额"), translate("reports", "年初余额")
    year = translate("reports", "本年累计金额")
    if annual:
        return year, translate("reports", "上年金额")
    if _is_month(request):
        return year, translate("reports", "本月金额")
    return year, translate("reports", "本期金额")


def _when(name: str, request: Request) -> str:
    first, last = request.from_day, request.to_day
    if name == BALANCE_SHEET:
        said = translate("reports", "{year}年{month}月{day}日")
        return said.format(year=last.year, month=last.month, day=last.day)
    if _is_year(request):
        return translate("reports", "{year}年度").format(year=last.year)
    if _is_month(request):
        return translate("reports", "{year}年{month}月").format(year=last.year, month=last.month)
    return translate("reports", "{first} 至 {last}").format(first=first, last=last)


def _is_month(request: Request) -> bool:
    """Whether the period is one whole month."""
    first, last = request.from_day, request.to_day
    return first.day == 1 and _ends_month(last) and first.replace(day=last.day) == last


def _is_year(request: Request) -> bool:
    """Whether the period is one whole year."""
    year = request.to_day.year
    return (request.from_day, request.to_day) == (date(year, 1, 1), date(year, 12, 31))


def _ends_month(day: date) -> bool:
    return (day + _DAY).day == 1


@on_paper
def official_paper(_session: Session, result: Result) -> tuple[Form, FormPaper] | None:
    """The form on A4; None where the result is no form."""
    found = official(result)
    return None if found is None else (_form(found), PAPER)


def _form(found: Official) -> Form:
    def cells(side: Printed) -> tuple[str, ...]:
        figures = found.figures[side.row] if side.row is not None else (0, 0)
        number = "" if side.row is None else str(side.row)
        return side.title, number, *(money_text(fen) if fen else "" for fen in figures)

    return Form(
        company="",
        title=found.title,
        columns=_form_columns(found),
        rows=tuple(tuple(text for side in line for text in cells(side)) for line in found.lines),
        header=(
            (
                Field(translate("reports", "编制单位"), found.company, 2.2),
                Field("", found.when, 1.6),
                Field("", found.number, 0.9),
                Field(translate("reports", "单位"), translate("reports", "元"), 0.7),
            ),
        ),
        signatures=(
            Field(translate("reports", "单位负责人")),
            Field(translate("reports", "会计机构负责人")),
            Field(translate("reports", "制表人"), found.made_by),
        ),
        notes=(found.warning,) if found.warning else (),
    )


def _form_columns(found: Official) -> tuple[FormColumn, ...]:
    names = side_titles(found.sides)
    numbers, money = (8.0, 23.0) if len(names) > 1 else (12.0, 36.0)
    return tuple(
        column
        for place, name in enumerate(names, 1)
        for column in (
            FormColumn(name, 0.0 if place == len(names) else _ASSETS),
            FormColumn(translate("reports", "行次"), numbers, "centre"),
            *(FormColumn(title, money, "right") for title in found.columns),
        )
    )


def side_titles(sides: int) -> Sequence[str]:
    """What the items of each side are called."""
    if sides == 1:
        return (translate("reports", "项目"),)
    return translate("reports", "资产"), translate("reports", "负债和所有者权益（或股东权益）")
