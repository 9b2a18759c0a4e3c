"""发票登记簿: input tax ties to 22210101, output invoices stand beside what the books owe, red ones are red."""

from datetime import date

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.intake.documents import post_document
from jxc_desktop.reports.invoice_register import REPORT
from jxc_desktop.reports.report import Result, run_report
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import put_setting
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, fen, line, receive

DAY = date(2026, 3, 10)
INVOICE = {"type": "sales_invoice", "day": "2026-03-12", "partner": "C01", "invoice": "special"}


@pytest.fixture
def any_month(any_database: Database, owner: Actor) -> Database:
    """A general taxpayer: a receipt with tax, an expense with tax, a sale invoiced and then half taken back."""
    with any_database.transaction(owner) as session:
        put_setting(session, "taxpayer", "general")
        product = a_product(session)
        supplier, customer = a_supplier(session), a_customer(session)
        receive(session, supplier, [line(product, 10, 100)], day=DAY, price_includes_tax=False)
        sold = deliver(session, customer, [line(product, 2, 113)], day=DAY)
        post_document(session, {
            "key": "e", "type": "expense", "day": "2026-03-11", "account": "bank",
            "lines": [{"account": "5602", "amount": "106.00", "tax": "6.00", "item": "租金"}],
        })  # fmt: skip
        said = {"from": sold.number, "amount": "226.00"}
        post_document(
            session, {**INVOICE, "key": "i", "invoice_number": "24420000000001", "lines": [said]}
        )
    return any_database


def run(database: Database, owner: Actor, **filters: str) -> Result:
    with database.reading(owner) as session:
        return run_report(session, REPORT, date(2026, 3, 1), date(2026, 3, 31), filters)


def test_input_tax_ties_to_the_books(any_month: Database, owner: Actor) -> None:
    result = run(any_month, owner)
    came = [row.cells for row in result.rows if row.cells[8]]
    assert [(cells[7], cells[8]) for cells in came] == [(fen(1130), fen(130)), (fen(106), fen(6))]
    assert (result.totals["input"], result.totals["output"]) == (fen(136), fen(26))
    assert result.proof.holds
    assert "进项税额 136.00，总账 22210101 136.00" in result.proof.text
    assert "发票税额 26.00，账上销项 26.00，差 0.00" in result.proof.text


def test_an_invoice_given_out_stands_with_its_number_and_kind(
    any_month: Database, owner: Actor
) -> None:
    [row] = run(any_month, owner, side="out").rows
    assert (row.cells[1], *row.cells[3:7]) == (
        "销项",
        "专用发票",
        "24420000000001",
        "蓝字",
        "客户C01",
    )
    assert row.cells[7:] == (fen(226), 0, fen(26))


def test_one_side_alone(any_month: Database, owner: Actor) -> None:
    assert {row.cells[1] for row in run(any_month, owner, side="in").rows} == {"进项"}
