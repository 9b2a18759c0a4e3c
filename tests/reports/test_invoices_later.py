"""Invoices that come after the goods, in the reports: what is still estimated, what goods sold had really cost."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.invoices import post_purchase_invoice, reverse_purchase_invoice
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.returned import ReturnLine
from tests.reports import truth
from tests.reports.conftest import Trade, records
from tests.shopkeeping import (
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    line,
    pieces,
    price,
    receive,
)


def estimates(session: Session) -> dict[str, str]:
    """Three receipts without invoices, some of it sold, invoiced dearer, sent back before and after, undone."""
    change_setting(session, "purchase_invoices", "invoice")
    a, b = a_product(session, "A"), a_product(session, "B")
    s1, s2, k1 = a_supplier(session, "S01"), a_supplier(session, "S02"), a_customer(session, "C01")
    first = receive(session, s1, [line(a, 100, 8), line(b, 9, "3.33")], day=date(2026, 3, 2))
    second = receive(session, s2, [line(a, 20, 9)], day=date(2026, 3, 5))
    deliver(session, k1, [line(a, 90, 20)], day=date(2026, 3, 6))
    back = PurchaseReturnDraft(
        date(2026, 3, 8), s1, MAIN, first.number, (ReturnLine(2, pieces(2)),)
    )
    post_purchase_return(session, back, key=new_key())

    def bill(day: date, number: str, *lines: InvoiceLine) -> str:
        draft = PurchaseInvoiceDraft(day, s1, number, lines=lines)
        return post_purchase_invoice(session, draft, key=new_key()).number

    kept = bill(
        date(2026, 4, 2), "F1", InvoiceLine(first.number, 1, pieces(60), price("8.55")),
        InvoiceLine(first.number, 2, pieces(3), price(3)),
    )  # fmt: skip
    wrong = bill(date(2026, 4, 3), "F2", InvoiceLine(first.number, 1, None, price(7)))
    undone = Reversal(wrong, "开错", date(2026, 4, 9))
    reverse_purchase_invoice(session, undone, key=new_key())
    rest = bill(date(2026, 4, 10), "F3", InvoiceLine(first.number, 1, None, price("9.10")))
    late = PurchaseReturnDraft(
        date(2026, 4, 12), s1, MAIN, first.number, (ReturnLine(1, pieces(7)),)
    )
    post_purchase_return(session, late, key=new_key())
    return {"first": first.number, "second": second.number, "kept": kept, "rest": rest}


@pytest.fixture(params=["small", "general"])
def trade(
    new_shop: Callable[..., Database], owner: Actor, dialect: str, request: pytest.FixtureRequest
) -> Trade:
    database = new_shop(request.param, dialect)
    with database.transaction(owner) as session:
        numbers = estimates(session)
    return Trade(database, owner, numbers)


def moved(trade: Trade, account: str, first: str, last: str) -> int:
    with trade.database.reading(trade.owner) as session:
        legs = truth.legs(session)
    return sum(d - c for a, day, d, c, _s in legs if a.startswith(account) and first <= day <= last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-01-01", "2026-12-31"), ("2026-03-01", "2026-03-31"), ("2026-04-01", "2026-04-30"),
        ("2026-04-03", "2026-04-03"), ("2026-04-09", "2026-04-12"),
    ],
)  # fmt: skip
def test_the_cost_of_all_sales_is_what_the_books_say(trade: Trade, first: str, last: str) -> None:
    found = trade.run("gross_profit", first, last).totals
    assert found["cost_amount"] == moved(trade, "5401", first, last)


@pytest.mark.parametrize("last", ["2026-03-04", "2026-03-31", "2026-04-05", "2026-12-31"])
def test_what_is_estimated_is_the_balance_of_its_account_on_every_day(
    trade: Trade, last: str
) -> None:
    found = trade.run("estimated_receipts", "2026-01-01", last)
    assert found.totals["estimate"] == -moved(trade, "220202", "2026-01-01", last)


def test_each_line_says_how_much_of_it_waits_since_when(trade: Trade) -> None:
    rows = records(trade.run("estimated_receipts", "2026-01-01", "2026-04-30"))
    assert [(r["number"], r["product"], r["left"], r["age"]) for r in rows] == [
        (trade.numbers["first"], "B", pieces(4), 59),
        (trade.numbers["second"], "A", pieces(20), 56),
    ]
    [row] = records(trade.run("estimated_receipts", "2026-01-01", "2026-04-30", supplier="S02"))
    assert row["partner_name"] == "供应商S02"
    april = trade.run("estimated_receipts", "2026-01-01", "2026-04-02").data
    assert april[0].cells[9] == pieces(40)


def test_without_estimates_all_that_has_no_invoice_can_still_be_seen(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    database = new_shop("small")
    with database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        receive(session, supplier, [line(product, 5, 2)])
        receive(session, supplier, [line(product, 5, 2)], invoice="none")
    trade = Trade(database, owner, {})
    assert trade.run("estimated_receipts").data == []
    [row] = records(trade.run("estimated_receipts", show="all"))
    assert (row["unbilled"], row["estimate"]) == (1000, 0)
