"""Returns in the reports: they lessen sales and purchases, and the cost of all sales stays what 5401 moved."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    MoneyDraft,
    PurposeDraft,
    SpendingDraft,
    post_customer_receipt,
    post_expense,
    post_supplier_payment,
    reverse_customer_receipt,
)
from jxc_desktop.core.db import Database
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    post_purchase_return,
    reverse_purchase_return,
)
from jxc_desktop.sales.returns import (
    SalesReturnDraft,
    post_sales_return,
    reverse_sales_return,
)
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.reports import truth
from tests.reports.conftest import Trade, records
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    receive,
)

CASH, BANK = 1, 2
YEAR = ("2026-01-01", "2026-12-31")


def back_and_forth(session: Session) -> dict[str, str]:
    """Bought, sold, brought back, sent back (dearer and cheaper than it had come), paid, and some of it undone."""
    a, b = a_product(session, "A"), a_product(session, "B")
    service = a_product(session, "F", track_stock=False)
    s1, k1 = a_supplier(session, "S01"), a_customer(session, "C01")
    day = date(2026, 3, 2)
    r1 = receive(session, s1, [line(a, 100, 10), line(b, 50, "3.33"), line(service, 2, 9)], day=day)
    receive(session, s1, [line(a, 50, 16)], day=day, invoice="ordinary")
    d1 = deliver(
        session, k1, [line(a, 80, 20), line(b, 7, 5), line(service, 1, 30)], day=date(2026, 3, 3),
        salesperson="小王",
    )  # fmt: skip
    some = (ReturnLine(1, pieces(9)), ReturnLine(2, pieces(1)), ReturnLine(3, pieces(1)))
    brought = SalesReturnDraft(date(2026, 4, 1), k1, 1, d1.number, some)
    sb = post_sales_return(session, brought, key=new_key())
    free = SalesReturnDraft(
        date(2026, 4, 2), k1, 1, lines=(line(b, 2, 4),), payments=(Payment(CASH, 800),)
    )
    wrong = post_sales_return(session, free, key=new_key())
    reverse_sales_return(session, Reversal(wrong.number, "错", date(2026, 5, 2)), key=new_key())
    sent = PurchaseReturnDraft(
        date(2026, 4, 5), s1, 1, r1.number, tuple(ReturnLine(n, pieces(1)) for n in (1, 2, 3))
    )
    pb = post_purchase_return(session, sent, key=new_key())
    dearer = PurchaseReturnDraft(
        date(2026, 4, 6), s1, 1, lines=(line(a, 3, 40),), invoice="ordinary"
    )
    post_purchase_return(session, dearer, key=new_key())
    wrong = post_purchase_return(session, sent, key=new_key())
    reverse_purchase_return(session, Reversal(wrong.number, "错", date(2026, 4, 7)), key=new_key())
    got = MoneyDraft(date(2026, 4, 8), k1, (Payment(BANK, fen(500)),), cash_discount=fen(2))
    wrong = post_customer_receipt(session, got, key=new_key())
    reverse_customer_receipt(session, Reversal(wrong.number, "错", date(2026, 4, 9)), key=new_key())
    post_customer_receipt(session, got, key=new_key())
    post_supplier_payment(
        session, MoneyDraft(date(2026, 4, 9), s1, (Payment(BANK, fen(300)),)), key=new_key()
    )
    rent = SpendingDraft(date(2026, 4, 10), BANK, (PurposeDraft("5602", fen(100)),))
    post_expense(session, rent, key=new_key())
    return {"r1": r1.number, "d1": d1.number, "sb": sb.number, "pb": pb.number}


@pytest.fixture(params=["small", "general"])
def trade(
    new_shop: Callable[..., Database], owner: Actor, dialect: str, request: pytest.FixtureRequest
) -> Trade:
    database = new_shop(request.param, dialect)
    with database.transaction(owner) as session:
        numbers = back_and_forth(session)
    return Trade(database, owner, numbers)


def moved(trade: Trade, account: str, first: str, last: str) -> int:
    """Debits less credits of an account from its legs, in fen."""
    with trade.database.reading(trade.owner) as session:
        legs = truth.legs(session)
    return sum(d - c for a, day, d, c, _s in legs if a.startswith(account) and first <= day <= last)


@pytest.mark.parametrize(
    ("first", "last"), [YEAR, ("2026-04-01", "2026-04-30"), ("2026-04-06", "2026-04-06")]
)
def test_sales_less_returns_are_what_the_books_say(trade: Trade, first: str, last: str) -> None:
    found = trade.run("sales_summary", first, last).totals
    assert found["amount_excl"] == -moved(trade, "5001", first, last) - moved(
        trade, "5051", first, last
    )
    assert found["cost_amount"] == moved(trade, "5401", first, last)
    assert found == {
        k: v for k, v in trade.run("gross_profit", first, last).totals.items() if k in found
    }


def test_every_line_that_came_back_is_listed_with_who_had_sold_it(trade: Trade) -> None:
    rows = records(trade.run("sales_detail", "2026-04-01", "2026-04-01"))
    assert [(r["number"], r["channel"], r["person"], r["product"], r["quantity"]) for r in rows] == [
        (trade.numbers["sb"], "批发退货", "小王", "A", -9_0000),
        (trade.numbers["sb"], "批发退货", "小王", "B", -1_0000),
        (trade.numbers["sb"], "批发退货", "小王", "F", -1_0000),
    ]  # fmt: skip
    with trade.database.reading(trade.owner) as session:
        lines = truth.sold_lines(session, *YEAR)
    of_king = trade.run("sales_summary", *YEAR, by="salesperson").data
    wanted = sum(each.net for each in lines if each.person == "小王")
    assert {row.cells[0]: row.cells[5] for row in of_king}["小王"] == wanted


def test_purchases_are_less_what_was_sent_back(trade: Trade) -> None:
    rows = {r["key"]: r for r in records(trade.run("purchase_summary", *YEAR))}
    assert rows["A"]["quantity"] == (100 + 50 - 1 - 3) * 10000
    assert rows["B"]["quantity"] == (50 - 1) * 10000
    whole = trade.run("purchase_summary", *YEAR).totals
    detail = trade.run("purchase_detail", *YEAR).totals
    assert {name: detail[name] for name in ("amount_excl", "tax_amount", "amount_incl", "cost_amount")} == {
        name: whole[name] for name in ("amount_excl", "tax_amount", "amount_incl", "cost_amount")
    }  # fmt: skip
    assert whole["amount_incl"] == -moved(trade, "2202", *YEAR) + fen(300)


def test_debts_by_partner_follow_returns_and_money(trade: Trade) -> None:
    [customer] = records(trade.run("receivable_summary", *YEAR))
    [supplier] = records(trade.run("payable_summary", *YEAR))
    assert customer["closing"] == moved(trade, "1122", *YEAR)
    assert supplier["closing"] == -moved(trade, "2202", *YEAR)
    [april] = records(trade.run("receivable_summary", "2026-04-01", "2026-04-30"))
    assert april["increase"] == -(9 * 2000 + 500 + 3000)
    assert (april["decrease"], april["discount"]) == (fen(500), fen(2))


def test_the_cash_journal_names_who_paid_and_what_for(trade: Trade) -> None:
    rows = records(trade.run("cash_journal", "2026-04-01", "2026-04-30", account="bank"))
    said = [(r["summary"], r["income"], r["outgo"]) for r in rows if r["number"]]
    assert [row[1:] for row in said] == [
        (50000, 0), (50000, 0), (-50000, 0), (0, 30000), (0, 10000),
    ]  # fmt: skip
    assert "客户C01" in said[0][0]
    assert "供应商S01" in said[3][0]
    assert rows[-1]["balance"] == moved(trade, "1002", *YEAR)


def test_whoever_may_not_see_cost_sees_none_of_returns_either(trade: Trade) -> None:
    columns = {c.id for c in trade.run("sales_summary", *YEAR, actor=actor_with("sales")).columns}
    assert columns & {"cost_amount", "profit", "margin"} == set()
    net = trade.run("sales_summary", *YEAR).totals["amount_excl"]
    assert trade.run("sales_summary", *YEAR, actor=actor_with("sales")).totals["amount_excl"] == net
