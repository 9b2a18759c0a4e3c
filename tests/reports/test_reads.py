"""What a report reads does not grow with documents that it was not asked about."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import MoneyDraft, post_customer_receipt
from jxc_desktop.core.db import Database
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.invoices import post_purchase_invoice
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.requests import RequestDraft, approve_purchase_request
from jxc_desktop.reports.report import run_report
from jxc_desktop.sales.ordering import approve_sales_order
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.returned import ReturnLine
from tests.reports.conftest import report
from tests.shopkeeping import (
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    receive,
)


def a_month_of_trade(session: Session, month: int, product: int, *firms: tuple[int, int]) -> None:
    """Each supplier and customer: wish, order, goods, invoice, sale, return and money."""
    day, key = date(2026, month, 3), new_key
    for supplier, customer in firms:
        wish = approve_purchase_request(
            session, RequestDraft(day, MAIN, (line(product, 9),)), key=key()
        )
        sold = approve_sales_order(
            session, OrderDraft(day, customer, MAIN, (line(product, 4, 9),)), key=key()
        )
        bought = approve_purchase_order(
            session,
            PurchaseOrderDraft(
                day, supplier, MAIN, (line(product, 9, 5),), day, source=wish.number,
                sales_order=sold.number,
            ),
            key=key(),
        )  # fmt: skip
        came = receive(session, supplier, [line(product, 9)], source=bought.number, day=day)
        bill = PurchaseInvoiceDraft(day, supplier, f"F{month}-{supplier}", (came.number,))
        post_purchase_invoice(session, bill, key=key())
        went = deliver(
            session, customer, [line(product, 4, from_line=1)], source=sold.number, day=day
        )
        back = SalesReturnDraft(day, customer, MAIN, went.number, (ReturnLine(1, pieces(1)),))
        post_sales_return(session, back, key=key())
        money = MoneyDraft(day, customer, (Payment(1, fen("20.00")),))
        post_customer_receipt(session, money, key=key())


def rows_read(database: Database, actor: Actor, name: str, **filters: str) -> int:
    """How many rows SQLite hands out for a report on March."""
    count = 0

    def counted(_cursor: object, row: tuple[object, ...]) -> tuple[object, ...]:
        nonlocal count
        count += 1
        return row

    with database.reading(actor) as session:
        driver = session.connection().connection.driver_connection
        driver.row_factory = counted
        march = (date(2026, 3, 1), date(2026, 3, 31))
        assert run_report(session, report(name), *march, filters).rows
        driver.row_factory = None
    return count


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("supplier_scores", {"supplier": "S01"}),
        ("receipts_and_settlements", {"partner": "C01"}),
        ("purchase_order_status", {"supplier": "S01", "show": "all"}),
        ("request_status", {"show": "all"}),
        ("purchase_progress", {"customer": "C01", "show": "all"}),
        ("repeat_customers", {"customer": "C01"}),
        ("sales_order_status", {"customer": "C01", "show": "all"}),
    ],
)
def test_other_months_and_firms_are_not_read(
    database: Database, owner: Actor, name: str, filters: dict[str, str]
) -> None:
    with database.transaction(owner) as session:
        product = a_product(session)
        mine, others = (
            (a_supplier(session, f"S0{i}"), a_customer(session, f"C0{i}")) for i in (1, 2)
        )
        receive(session, mine[0], [line(product, 50, 5)], day=date(2026, 1, 2))
        a_month_of_trade(session, 3, product, mine)
    before = rows_read(database, owner, name, **filters)
    with database.transaction(owner) as session:
        for month in (4, 5, 6):
            a_month_of_trade(session, month, product, mine, others)
        if "supplier" in filters or "customer" in filters or "partner" in filters:
            a_month_of_trade(session, 3, product, others)
    assert rows_read(database, owner, name, **filters) == before
