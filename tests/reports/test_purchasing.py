"""Reports of buying beside plain Python over the raw rows: orders, requests, prices, suppliers."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.from_sales import order_shortage, orders_for_shortage
from jxc_desktop.purchase.inspection import Rejection
from jxc_desktop.purchase.invoices import post_purchase_invoice
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.ordering import (
    PurchaseOrderDraft,
    Quoted,
    SupplierQuotationDraft,
    approve_purchase_order,
    approve_supplier_quotation,
)
from jxc_desktop.purchase.requests import (
    RequestDraft,
    RfqDraft,
    approve_purchase_request,
    approve_rfq,
)
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.reports.report import run_report
from jxc_desktop.sales.ordering import approve_sales_order
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import close_order
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.returned import ReturnLine
from tests.reports.conftest import Trade, records, report
from tests.shopkeeping import (
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    fen,
    line,
    pieces,
    price,
    receive,
)

MARCH = ("2026-03-01", "2026-03-31")


def order(session: Session, day: date, supplier: int, *lines: LineDraft, **more: object) -> str:
    draft = PurchaseOrderDraft(day, supplier, MAIN, lines, **more)
    return approve_purchase_order(session, draft, key=new_key()).number


def a_month_of_buying(session: Session) -> dict[str, str]:
    s1, s2 = a_supplier(session, "S01"), a_supplier(session, "S02")
    a = a_product(session, "A", units={"箱": (10, 1)})
    b = a_product(session, "B")
    key = new_key
    wanted = approve_purchase_request(
        session,
        RequestDraft(
            date(2026, 3, 1), MAIN, (line(a, 50), line(b, 6)), date(2026, 3, 20), "春季上新"
        ),
        key=key(),
    ).number
    asked = approve_rfq(
        session, RfqDraft(date(2026, 3, 2), MAIN, (), (s1, s2), source=wanted), key=key()
    ).number

    def offer(supplier: int, terms: Quoted, *lines: LineDraft) -> str:
        draft = SupplierQuotationDraft(
            date(2026, 3, 3), supplier, MAIN, lines, source=asked, terms=(terms,) * len(lines)
        )
        return approve_supplier_quotation(session, draft, key=key()).number

    first = offer(s1, Quoted(5), line(a, 5, "58.00", unit="箱"), line(b, 6, "3.00"))
    second = offer(s2, Quoted(3, pieces(80)), line(a, 50, "5.50"))
    quoted = order(
        session, date(2026, 3, 4), s1, line(a, 5, unit="箱"), source=first, due_day=date(2026, 3, 9)
    )
    late = order(
        session, date(2026, 3, 5), s2, line(b, 20, "3.30"), line(a, 10, "6.00"),
        due_day=date(2026, 3, 10),
    )  # fmt: skip
    dead = order(session, date(2026, 3, 6), s2, line(b, 9, 3), due_day=date(2026, 3, 12))
    came = receive(
        session, s1, [line(a, 3, unit="箱")], source=quoted, day=date(2026, 3, 8),
        rejected=(Rejection(a, pieces(1), "压坏", "箱"),),
    )  # fmt: skip
    rest = receive(session, s1, [line(a, 2, unit="箱")], source=quoted, day=date(2026, 3, 9))
    half = receive(session, s2, [line(b, 20), line(a, 4)], source=late, day=date(2026, 3, 14))
    wrong = receive(session, s2, [line(a, 6)], source=late, day=date(2026, 3, 15))
    reverse_receipt(session, Reversal(wrong.number, "点错", date(2026, 3, 16)), key=key())
    close_order(session, PURCHASE_ORDER, dead, "断货")
    receive(session, s2, [line(a, 5, "9.00")], day=date(2026, 3, 25))
    bill = PurchaseInvoiceDraft(date(2026, 3, 26), s1, "F1", (came.number,))
    post_purchase_invoice(session, bill, key=key())
    back = PurchaseReturnDraft(
        date(2026, 3, 27), s2, MAIN, half.number, (ReturnLine(1, pieces(5)),)
    )
    post_purchase_return(session, back, key=key())
    return {
        "wanted": wanted, "asked": asked, "first": first, "second": second, "quoted": quoted,
        "late": late, "dead": dead, "came": came.number, "rest": rest.number,
    }  # fmt: skip


@pytest.fixture
def trade(new_shop: Callable[..., Database], owner: Actor, dialect: str) -> Trade:
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        numbers = a_month_of_buying(session)
    return Trade(database, owner, numbers)


def test_orders_tell_what_came_what_lacks_and_how_late_it_is(trade: Trade) -> None:
    rows = records(trade.run("purchase_order_status", *MARCH, show="all"))
    n = trade.numbers
    assert [
        (
            r["number"], r["product"], r["ordered"], r["received"], r["left"], r["unbilled"],
            r["late_days"], r["progress"],
        )
        for r in rows
    ] == [
        (n["quoted"], "A", pieces(50), pieces(50), 0, pieces(20), None, "已完成"),
        (n["late"], "B", pieces(20), pieces(20), 0, pieces(20), None, "已完成"),
        (n["late"], "A", pieces(10), pieces(4), pieces(6), pieces(4), 21, "部分执行"),
        (n["dead"], "B", pieces(9), 0, 0, 0, None, "已关闭"),
    ]  # fmt: skip
    [open_row] = records(trade.run("purchase_order_status", *MARCH))
    assert (open_row["product"], open_row["left_amount"]) == ("A", fen(36))
    assert records(trade.run("purchase_order_status", *MARCH, supplier="S01")) == []
    on_order = "SELECT coalesce(sum(on_order), 0) FROM stock_promise"
    with trade.database.reading(trade.owner) as session:
        promised = session.execute(text(on_order)).scalar_one()
    assert sum(r["left"] for r in rows) == promised


def test_requests_tell_what_was_ordered_and_what_of_it_came(trade: Trade) -> None:
    rows = records(trade.run("request_status", *MARCH, show="all"))
    assert [
        (r["product"], r["wanted"], r["ordered"], r["received"], r["left"], r["late_days"], r["purpose"])
        for r in rows
    ] == [
        ("A", pieces(50), pieces(50), pieces(50), 0, None, "春季上新"),
        ("B", pieces(6), 0, 0, pieces(6), 11, "春季上新"),
    ]  # fmt: skip
    [left] = records(trade.run("request_status", *MARCH))
    assert (left["product"], left["progress"]) == ("B", "已审核")


def test_offers_stand_side_by_side_with_the_best_marked(trade: Trade) -> None:
    rows = records(trade.run("quotation_comparison", *MARCH))
    assert [
        (r["product"], r["partner"], r["unit_price"], r["offered_unit"], r["lead_days"], r["mark"])
        for r in rows
    ] == [
        ("A", "S01", price("5.80"), "箱", 5, "最低"),
        ("A", "S02", price("5.50"), "个", 3, "不够起订量"),
        ("B", "S01", price("3.00"), "个", 5, "最低"),
    ]  # fmt: skip
    assert (
        len(records(trade.run("quotation_comparison", number=trade.numbers["asked"], product="B")))
        == 1
    )
    assert records(trade.run("quotation_comparison", number="XJ1")) == []


def test_prices_of_the_period_stand_beside_the_last(trade: Trade) -> None:
    with trade.database.reading(trade.owner) as session:
        paid = session.execute(
            text(
                "SELECT p.code, l.gross, l.base_quantity FROM goods_receipt_line l "
                "JOIN goods_receipt d ON d.id = l.document_id JOIN product p ON p.id = l.product_id "
                "WHERE d.state = 'posted' AND d.reverses_id IS NULL ORDER BY d.day, d.id, l.line_no"
            )
        ).all()
    rows = {r["product"]: r for r in records(trade.run("purchase_prices", *MARCH))}
    for code, row in rows.items():
        prices = [Fraction(g * 10**8, q) for c, g, q in paid if c == code]
        mean = Fraction(
            sum(g for c, g, _q in paid if c == code) * 10**8,
            sum(q for c, _g, q in paid if c == code),
        )
        assert row["times"] == len(prices)
        assert (row["last"], row["lowest"], row["highest"]) == (
            prices[-1], min(prices), max(prices),
        )  # fmt: skip
        assert abs(row["average"] - mean) <= Fraction(1, 2)
        assert abs(row["deviation"] - (prices[-1] / mean - 1) * 10**4) <= 1
    assert rows["A"]["previous"] == price("6.00")
    assert rows["A"]["change"] == 5000
    assert [r["product"] for r in records(trade.run("purchase_prices", *MARCH, show="far"))] == [
        "A"
    ]


def test_suppliers_are_judged_by_days_goods_and_returns(trade: Trade) -> None:
    first, second = records(trade.run("supplier_scores", *MARCH))
    assert (first["partner"], first["due_lines"], first["in_time"], first["late_days"]) == (
        "S01", 1, 10_000, 0,
    )  # fmt: skip
    assert first["refused"] == round(10 / 60 * 10_000)
    assert (first["returned"], first["score"]) == (0, round((10_000 + 8_333 + 10_000) / 3))
    # Of three lines due one came four days late, one not at all, one was closed without coming.
    assert (second["due_lines"], second["in_time"], second["late_days"]) == (3, 0, 15)
    assert second["refused"] == 0
    bought = fen("66.00") + fen("24.00") + fen("45.00")
    assert (second["bought"], second["returned"]) == (bought, round(1650 / bought * 10_000))


def test_nothing_is_overdue_or_judged_ahead_of_today(trade: Trade) -> None:
    """Today is 2026-11-20; the year asked for ends later, and one order is due only in December."""
    with trade.database.transaction(trade.owner) as session:
        s2, b = (
            session.execute(text(f"SELECT id FROM {table} WHERE {column} = :code"), {"code": code})
            for table, column, code in (
                ("partner", "supplier_code", "S02"),
                ("product", "code", "B"),
            )
        )
        order(
            session, date(2026, 11, 20), s2.scalar_one(), line(b.scalar_one(), 1, 3),
            due_day=date(2026, 12, 1),
        )  # fmt: skip
    year = ("2026-01-01", "2026-12-31")
    late = [r["late_days"] for r in records(trade.run("purchase_order_status", *year))]
    assert late == [(date(2026, 11, 20) - date(2026, 3, 10)).days, None]
    [wish] = records(trade.run("request_status", *year))
    assert wish["late_days"] == (date(2026, 11, 20) - date(2026, 3, 20)).days
    [score] = records(trade.run("supplier_scores", *year, supplier="S02"))
    unmet = (4, 255, (date(2026, 11, 20) - date(2026, 3, 12)).days)
    assert (score["due_lines"], score["late_days"]) == (3, (sum(unmet) + 1) // 3)
    assert records(trade.run("supplier_scores", "2026-12-01", "2026-12-31")) == []


def test_what_was_bought_for_customers_is_followed(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    with new_shop("small", dialect).transaction(owner) as session:
        supplier, customer, a = a_supplier(session), a_customer(session), a_product(session)
        receive(session, supplier, [line(a, 2, 5)])
        draft = OrderDraft(
            date(2026, 11, 20), customer, MAIN, (line(a, 7, 9), line(a, 3, 9)), date(2026, 12, 1)
        )
        sold = approve_sales_order(session, draft, key=new_key()).number
        [bought] = order_shortage(session, orders_for_shortage(session, sold).orders, key=new_key())
        receive(session, supplier, [line(a, 3)], source=bought.number)
        result = run_report(session, report("purchase_progress"))
    [row] = records(result)
    assert (row["number"], row["ordered"], row["delivered"], row["bought"], row["received"], row["coming"]) == (
        sold, pieces(10), 0, pieces(8), pieces(3), pieces(5),
    )  # fmt: skip
    assert (row["coming_day"], row["due_day"]) == (date(2026, 12, 1), date(2026, 12, 1))
