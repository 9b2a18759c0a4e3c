"""The same figures as JSON, CSV, xlsx and PDF, and nothing in them that a spreadsheet would run."""

import csv
import io
import json
from collections.abc import Callable

import openpyxl
import pypdfium2
import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.numbers import parse_scaled
from jxc_desktop.features import REPORTS
from jxc_desktop.reports.export import (
    FORMS,
    csv_bytes,
    exported,
    json_bytes,
    pdf_bytes,
    table_of,
    xlsx_bytes,
)
from jxc_desktop.reports.report import Result
from tests.conftest import actor_with
from tests.reports.conftest import Trade
from tests.shopkeeping import a_customer, a_product, deliver, line

FILTERS = {
    "stock_ledger": {"product": "A"},
    "lot_trace": {"lot": "L1"},
    "subsidiary_ledger": {"account": "1405"},
    "customer_statement": {"partner": "C01"},
    "supplier_statement": {"partner": "S01"},
    "multi_column_ledger": {"account": "1405"},
    "quantity_amount_ledger": {"product": "A"},
    "statement_accounts": {"of": "balance_sheet", "row": "1"},
}
NAMES = [report.name for report in REPORTS]

PROMISED = {
    "sales_summary": "key name quantity amount_excl tax_amount amount_incl cost_amount profit margin",
    "gross_profit": "key name quantity amount_excl tax_amount amount_incl cost_amount profit margin",
    "purchase_summary": "key name quantity amount_excl tax_amount amount_incl cost_amount",
    "sales_detail": "number day partner product name quantity price amount_excl tax_amount amount_incl",
    "stock_balance": "product name warehouse lot quantity unit_cost amount",
    "stock_movement_summary": "product name opening_quantity opening_amount in_quantity in_amount "
    "out_quantity out_amount adjust_quantity adjust_amount closing_quantity closing_amount",
    "trial_balance": "account name opening_debit opening_credit period_debit period_credit "
    "closing_debit closing_credit",
    "subsidiary_ledger": "day voucher summary debit credit side balance",
}


def result_of(trade: Trade, name: str) -> Result:
    return trade.run(name, **FILTERS.get(name, {}))


@pytest.mark.parametrize("name", PROMISED)
def test_json_has_the_promised_columns_in_their_order(trade: Trade, name: str) -> None:
    answer = json.loads(json_bytes(result_of(trade, name)))
    assert [column["id"] for column in answer["columns"]] == PROMISED[name].split()
    assert answer["name"] == name
    assert {len(row) for row in answer["rows"]} == {len(answer["columns"])}


@pytest.mark.parametrize("name", NAMES)
def test_json_is_decimal_strings_that_say_the_same(trade: Trade, name: str) -> None:
    result = result_of(trade, name)
    answer = json.loads(json_bytes(result))
    places = {"money": 2, "quantity": 4, "price": 6, "percent": 4}
    shown = [column for column in result.columns if not column.detail]
    for row, told in zip(result.data, answer["rows"], strict=True):
        for column, text in zip(shown, told, strict=True):
            value = row.cells[result.column(column.id)]
            if value is None or column.kind == "count":
                assert text == value
            elif column.kind in {"text", "day"}:
                assert text == str(value)
            else:
                kind = "price" if column.kind == "cost" else column.kind
                assert parse_scaled(text, places[kind]) == value
    for key, text in answer["totals"].items():
        assert text is None or isinstance(text, str | int)
        assert (text is None) == (result.totals[key] is None)


@pytest.mark.parametrize("name", NAMES)
def test_xlsx_holds_typed_numbers_and_the_same_totals(trade: Trade, name: str) -> None:
    result = result_of(trade, name)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(result))).active
    assert sheet["A1"].value == result.title
    rows = list(sheet.iter_rows(values_only=True))
    headed = 4 if any(column.group for column in result.columns) else 3
    body = rows[headed : headed + len(result.rows)]
    for row, written in zip(result.rows, body, strict=True):
        for column, value, cell in zip(result.columns, row.cells, written, strict=True):
            if column.kind == "money" and value not in {None, 0}:
                assert round(cell * 100) == value
                assert isinstance(cell, int | float)
            if column.kind == "text" and value:
                assert cell == value
    if result.totals:
        last = rows[headed + len(result.rows)]
        assert last[0] == "合计"
        for place, column in enumerate(result.columns):
            if column.kind == "money" and result.totals.get(column.id):
                assert round(last[place] * 100) == result.totals[column.id]


@pytest.mark.parametrize("name", NAMES)
def test_pdf_shows_title_shop_and_totals(trade: Trade, name: str) -> None:
    result = result_of(trade, name)
    with pypdfium2.PdfDocument(pdf_bytes(result)) as document:
        words = "".join(page.get_textpage().get_text_range() for page in document)
    assert result.title in words
    assert result.company in words
    assert "owner" in words


@pytest.mark.parametrize("name", NAMES)
def test_csv_reads_back_row_by_row(trade: Trade, name: str) -> None:
    result = result_of(trade, name)
    data = csv_bytes(result)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == len(result.data) + 1
    assert {len(row) for row in rows} == {len(result.columns)}


@pytest.fixture
def trap(new_shop: Callable[..., object], owner: object) -> Trade:
    """A shop whose names are formulas and links."""
    database = new_shop()
    with database.transaction(owner) as session:
        product = a_product(
            session, "=1+1", name='=HYPERLINK("http://x","y")', spec="+1", track_stock=False
        )
        customer = a_customer(session, "@SUM(A1)")
        deliver(session, customer, [line(product, 1, "10.00")], salesperson="-2+3")
    return Trade(database, owner, {})


def test_no_name_becomes_a_formula(trap: Trade) -> None:
    result = trap.run("sales_detail")
    rows = list(csv.reader(io.StringIO(csv_bytes(result).decode("utf-8-sig"))))
    texts = [cell for cell in rows[1] if not cell.replace(".", "").replace("-", "").isdigit()]
    assert not any(cell.startswith(("=", "+", "@", "-")) for cell in texts)
    assert "'=1+1" in rows[1]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(result)))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert not any(cell.hyperlink for cell in cells)
    assert '=HYPERLINK("http://x","y")' in [cell.value for cell in cells]


def test_taking_data_out_needs_the_right(trade: Trade) -> None:
    keeper = actor_with("keeper")
    result = trade.run("stock_balance", actor=keeper)
    with trade.database.reading(keeper) as session:
        for form in ("csv", "xlsx"):
            with pytest.raises(Forbidden):
                exported(session, result, form)
        assert exported(session, result, "json")
        assert exported(session, result, "pdf").startswith(b"%PDF")


def test_sums_of_a_heading_stand_under_their_columns_on_paper(trade: Trade) -> None:
    table = table_of(trade.run("stock_movement_summary"))
    heading = next(row for row in table.rows if row.cells[0] == "饮料")
    assert heading.role == "subtotal"
    assert heading.cells[-1] == "1,667.16"


def test_an_unknown_form_is_refused(trade: Trade) -> None:
    result = trade.run("stock_balance")
    with trade.database.reading(trade.owner) as session, pytest.raises(InvalidInput) as refused:
        exported(session, result, "docx")
    assert refused.value.field == "format"
    assert set(FORMS) == {"json", "csv", "xlsx", "pdf"}
    assert isinstance(session, Session)
