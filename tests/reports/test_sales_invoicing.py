"""开票情况表: every sale of a period once, what invoices say of it, and what they do not."""

from datetime import date

from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.reports.report import Result, run_report
from jxc_desktop.reports.sales_invoicing import REPORT
from jxc_desktop.sales.invoiced import InvoiceSale
from jxc_desktop.sales.invoices import (
    SalesInvoiceDraft,
    post_sales_invoice,
    reverse_sales_invoice,
)
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    receive,
    ring_up,
)


def told(result: Result, *names: str) -> list[tuple[object, ...]]:
    places = [result.column(name) for name in names]
    return [tuple(row.cells[place] for place in places) for row in result.rows]


def test_every_sale_is_told_with_its_invoices(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        goods, one, two = a_product(session), a_customer(session), a_customer(session, "C02")
        receive(session, a_supplier(session), [line(goods, 99, 1)])
        part, whole, gone = (
            deliver(session, customer, [line(goods, 1, gross)]).number
            for customer, gross in ((one, "101.00"), (two, "20.20"), (two, "7.07"))
        )
        reverse_delivery(session, Reversal(gone, "错"), key=new_key())
        shift = open_shift(session, "01", 0)
        tickets = [
            ring_up(session, shift, [line(goods, 1, gross)], cash=gross).number
            for gross in ("3.03", "4.04", "5.05")
        ]

        def invoice(number: str, partner: int | None, *lines: InvoiceSale, **more: str) -> str:
            draft = SalesInvoiceDraft(DAY, partner, number, lines, **more)
            return post_sales_invoice(session, draft, key=new_key()).number

        invoice("S1", one, InvoiceSale(part, fen("50.50")), invoice="special")
        invoice("O1", one, InvoiceSale(part, fen("10.10")))
        invoice("S2", two, InvoiceSale(whole), invoice="special")
        wrong = invoice("O2", one, InvoiceSale(part, fen(1)))
        reverse_sales_invoice(session, Reversal(wrong, "错"), key=new_key())
        invoice(
            "O3", None, InvoiceSale(tickets[0]), InvoiceSale("", fen("2.02"), None, 100), title="甲"
        )
    with any_database.reading(owner) as session:
        result = run_report(session, REPORT)
        assert told(result, "number", "amount_incl", "special", "ordinary", "left", "invoices") == [
            (tickets[0], fen("3.03"), 0, fen("3.03"), 0, "O3"),
            (part, fen("101.00"), fen("50.50"), fen("10.10"), fen("40.40"), "S1、O1"),
            (whole, fen("20.20"), fen("20.20"), 0, 0, "S2"),
            ("无单据", 0, 0, fen("2.02"), 0, "O3"),
            ("零售 2 张", fen("9.09"), 0, 0, fen("9.09"), ""),
        ]  # fmt: skip
        sold = session.execute(text("SELECT sum(credit - debit) FROM leg WHERE account = '5001'"))
        assert result.totals["amount_excl"] == int(sold.scalar_one())
        assert result.totals["left"] == fen("49.49")
        for show, numbers in (
            ("open", [part, "零售 2 张"]),
            ("invoiced", [tickets[0], part, whole, "无单据"]),
        ):
            shown = run_report(session, REPORT, filters={"show": show})
            assert [row[0] for row in told(shown, "number")] == numbers
        of_one = run_report(session, REPORT, filters={"customer": "C01"})
        assert told(of_one, "number", "partner_name") == [(part, "客户C01")]
        assert run_report(session, REPORT, date(2026, 1, 1), date(2026, 1, 31)).rows == ()
