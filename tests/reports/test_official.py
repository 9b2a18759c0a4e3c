"""The three statements on paper and in Excel as the forms 会小企01表 to 03表 are, row beside row."""

import io

import openpyxl
import pypdfium2
import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.i18n import use_language
from jxc_desktop.reports.export import exported
from jxc_desktop.reports.formulas import lines_of
from jxc_desktop.reports.official import printed_lines
from jxc_desktop.shop.actor import Actor
from tests.reports.conftest import run
from tests.reports.test_statements import BALANCE, INCOME, month

__all__ = ["month"]
MARCH = ("2026-03-01", "2026-03-31")
STATEMENTS = ("balance_sheet", "income_statement", "cash_flow")


def file_of(
    database: Database, owner: Actor, name: str, form: str, *days: str, **filters: str
) -> bytes:
    result = run(database, owner, name, *days, **filters)
    with database.reading(owner) as session:
        return exported(session, result, form)


def sheet_of(database: Database, owner: Actor, name: str, *days: str, **filters: str):
    file = file_of(database, owner, name, "xlsx", *days, **filters)
    return openpyxl.load_workbook(io.BytesIO(file)).active


def pdf_text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        return document[0].get_textpage().get_text_range()


def figures(sheet, column: int, numbers: int) -> dict[int, str]:
    """What one column of figures says by row of the form, blanks and nothing left out."""
    return {
        row[numbers].value: f"{row[column].value:.2f}"
        for row in sheet.iter_rows(min_row=5)
        if isinstance(row[numbers].value, int) and row[column].value
    }


def yuan(rows: dict[int, str]) -> dict[int, str]:
    return {row: f"{float(amount):.2f}" for row, amount in rows.items()}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_row_stands_once_on_its_form(statement: str) -> None:
    printed = [side.row for line in printed_lines(statement) for side in line if side.row]
    assert sorted(printed) == [line.row for line in lines_of(statement)]


def test_the_balance_sheet_has_assets_beside_what_paid_for_them(month, owner: Actor) -> None:
    database, kind = month
    sheet = sheet_of(database, owner, "balance_sheet", *MARCH)
    heads = [cell.value for cell in sheet[4]]
    assert heads == [
        "资产", "行次", "期末余额", "年初余额",
        "负债和所有者权益（或股东权益）", "行次", "期末余额", "年初余额",
    ]  # fmt: skip
    found = figures(sheet, 2, 1) | figures(sheet, 6, 5)
    assert found == yuan(BALANCE[kind])
    beside = {row[1].value: row[5].value for row in sheet.iter_rows(min_row=5)}
    assert (beside[1], beside[11], beside[15], beside[30]) == (31, 41, 44, 53)
    assert sheet.cell(2, 8).value == "会小企01表"
    assert sheet.cell(3, 2).value == "2026年3月31日"


def test_the_flows_have_the_year_so_far_and_the_month(month, owner: Actor) -> None:
    database, kind = month
    sheet = sheet_of(database, owner, "income_statement", *MARCH)
    assert [cell.value for cell in sheet[4]] == ["项目", "行次", "本年累计金额", "本月金额"]
    assert figures(sheet, 2, 1) == figures(sheet, 3, 1) == yuan(INCOME[kind])
    assert sheet.cell(3, 2).value == "2026年3月"
    sheet = sheet_of(database, owner, "cash_flow", *MARCH)
    cash = {1: "5350", 3: "5000", 6: "500", 7: "-150", 20: "-150", 21: "50000", 22: "49850"}
    assert figures(sheet, 3, 1) == yuan(cash)
    quarter = sheet_of(database, owner, "income_statement", "2026-01-01", "2026-03-31")
    assert quarter.cell(4, 4).value == "本期金额"


def test_a_whole_year_beside_the_last_is_the_annual_form(month, owner: Actor) -> None:
    database, kind = month
    year = ("2026-01-01", "2026-12-31")
    sheet = sheet_of(database, owner, "income_statement", *year, compare="last_year")
    assert [cell.value for cell in sheet[4]][2:] == ["本年累计金额", "上年金额"]
    assert sheet.cell(3, 2).value == "2026年度"
    assert figures(sheet, 2, 1) == yuan(INCOME[kind])
    assert figures(sheet, 3, 1) == {}


def test_a_statement_beside_an_earlier_one_stays_a_table(month, owner: Actor) -> None:
    database, _kind = month
    sheet = sheet_of(database, owner, "income_statement", *MARCH, compare="previous")
    assert [cell.value for cell in sheet[3]][:2] == ["行次", "项目"]
    pdf = file_of(database, owner, "balance_sheet", "pdf", *MARCH, compare="previous")
    with pypdfium2.PdfDocument(pdf) as document:
        assert "会小企01表" not in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_paper_is_one_page_in_chinese_whatever_is_spoken(
    month, owner: Actor, statement: str
) -> None:
    database, _kind = month
    use_language("en")
    try:
        text = pdf_text(file_of(database, owner, statement, "pdf", *MARCH))
        titles = [cell.value for cell in sheet_of(database, owner, statement, *MARCH)["A"]]
    finally:
        use_language("zh")
    number = {"balance_sheet": "1", "income_statement": "2", "cash_flow": "3"}[statement]
    assert f"会小企0{number}表" in text
    assert "编制单位：我的店" in text
    first = lines_of(statement)[0].title
    assert first in text
    assert first in [str(title).strip() for title in titles]
    assert "49,850.00" in text or statement == "income_statement"
