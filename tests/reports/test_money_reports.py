"""Reports of money: ages, statements, settlements, accounts and expenses agree with the books on any day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.debt_book import debt_book
from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    PromiseDraft,
    PurposeDraft,
    SettlementDraft,
    SpendingDraft,
    TransferDraft,
    note_promise,
    post_advance_receipt,
    post_bad_debt,
    post_customer_receipt,
    post_expense,
    post_money_transfer,
    post_other_income,
    post_settlement,
    post_supplier_payment,
    reverse_customer_receipt,
)
from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.words import amount_in_words
from jxc_desktop.reports.export import exported
from jxc_desktop.reports.report import Result
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import TODAY, actor_with
from tests.printing.pdf import text_of_page
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
BOOKED = Statement(
    "SELECT coalesce(sum(l.debit - l.credit), 0) FROM leg l JOIN partner p ON p.id = l.partner_id "
    "WHERE l.account = :account AND l.day <= :day AND (p.customer_code = :code OR p.supplier_code = :code)"
)
FIRST = date(2026, 3, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def paid(session: Session, when: date, partner: int, amount: str, **more: object) -> str:
    draft = MoneyDraft(when, partner, (Payment(BANK, fen(amount)),), **more)
    return post_customer_receipt(session, draft, key=new_key()).number


def a_quarter(session: Session) -> dict[str, str]:
    """Two customers and a supplier of March: on credit, back, paid, ahead, met, handed on, given up."""
    slow = a_customer(session, "C01", credit_days=10, credit_limit=fen(250))
    quick, firm = a_customer(session, "C02"), a_supplier(session, "S01", credit_days=30)
    a = a_product(session, "A", spec="500ml")
    receive(session, firm, [line(a, 500, 2, tax_rate=0)], day=day(1), price_includes_tax=True)
    first = deliver(session, slow, [line(a, 10, 20)], day=day(1))
    second = deliver(session, slow, [line(a, 5, 20), line(a, 1, "0.50")], day=day(8))
    paid(session, day(5), slow, "150", cash_discount=fen(5))
    back = SalesReturnDraft(day(9), slow, 1, second.number, (ReturnLine(1, pieces(1)),))
    post_sales_return(session, back, key=new_key())
    wrong = paid(session, day(10), slow, "33")
    reverse_customer_receipt(session, Reversal(wrong, "没到账", day(12)), key=new_key())
    ahead = AdvanceDraft(day(11), slow, (Payment(CASH, fen(60)),))
    early = post_advance_receipt(session, ahead, key=new_key())
    met = SettlementDraft(day(20), SettlementMode.ADVANCE_RECEIPT, slow, amount=fen(20))
    post_settlement(session, met, key=new_key())
    over = SettlementDraft(day(21), SettlementMode.TRANSFER, slow, quick, fen(15))
    post_settlement(session, over, key=new_key())
    lost = BadDebtDraft(day(25), BadDebtMode.WRITE_OFF, quick, fen(15), "找不到人")
    post_bad_debt(session, lost, key=new_key())
    pays = MoneyDraft(day(28), firm, (Payment(BANK, fen(400)),), cash_discount=fen(3))
    post_supplier_payment(session, pays, key=new_key())
    rent = (PurposeDraft("5602", fen(300), "租金"), PurposeDraft("5601", fen(20), "运输费"))
    for when in (day(2), day(33)):
        post_expense(session, SpendingDraft(when, BANK, rent), key=new_key())
    scrap = SpendingDraft(day(3), CASH, (PurposeDraft("5051", fen(8)),))
    post_other_income(session, scrap, key=new_key())
    post_money_transfer(session, TransferDraft(day(4), BANK, CASH, fen(70), fen(1)), key=new_key())
    note_promise(session, PromiseDraft(slow, date(2026, 11, 30), "月底一起付"))
    return {"first": first.number, "second": second.number, "early": early.number}


@pytest.fixture
def trade(any_database: Database, owner: Actor) -> Trade:
    with any_database.transaction(owner) as session:
        return Trade(any_database, owner, a_quarter(session))


def booked(trade: Trade, account: str, code: str, until: date) -> int:
    with trade.database.reading(trade.owner) as session:
        return int(BOOKED.one(session, account=account, code=code, day=until)[0])


def as_of(trade: Trade, name: str, until: date, **filters: str) -> Result:
    return trade.run(name, "2026-01-01", until.isoformat(), **filters)


@pytest.mark.parametrize("number", [1, 5, 7, 9, 10, 11, 12, 20, 21, 25, 31])
@pytest.mark.parametrize("age", ["due", "document"])
def test_ages_are_what_the_books_say_on_any_day(trade: Trade, number: int, age: str) -> None:
    result = as_of(trade, "ar_ageing", day(number), age=age)
    assert result.proof is not None
    assert result.proof.holds
    for row in records(result):
        spans = [v for k, v in row.items() if k == "not_due" or str(k).startswith("days_")]
        assert sum(spans) == row["balance"] == booked(trade, "1122", row["partner"], day(number))
        assert row["advance"] == -booked(trade, "220301", row["partner"], day(number))


def test_ages_count_from_the_due_day_or_the_document(trade: Trade) -> None:
    # Day 1: 200.00 due on day 11; 155.00 of it settled on day 5. Day 8: 100.50 due on day 18.
    [row] = records(as_of(trade, "ar_ageing", day(12)))
    assert (row["not_due"], row["days_1_30"]) == (fen("80.50"), fen(45))
    assert (row["advance"], row["credit_limit"], row["over_limit"]) == (fen(60), fen(250), None)
    assert row["promise"] == date(2026, 11, 30)
    [row] = records(as_of(trade, "ar_ageing", day(12), age="document"))
    assert row["days_0_30"] == fen("125.50")
    assert "not_due" not in row
    [row] = records(as_of(trade, "ar_ageing", day(60)))
    assert (row["days_31_60"], row["balance"]) == (fen("90.50"), fen("90.50"))


def test_what_we_owe_ages_too(trade: Trade) -> None:
    [row] = records(as_of(trade, "ap_ageing", day(40)))
    assert (row["partner"], row["days_1_30"], row["balance"]) == ("S01", fen(597), fen(597))
    assert "credit_limit" not in row


def test_a_statement_tells_every_document_with_its_goods(trade: Trade) -> None:
    result = trade.run("customer_statement", "2026-03-05", "2026-03-31", partner="C01")
    rows = records(result)
    assert (rows[0]["summary"], rows[0]["balance"]) == ("期初余额", fen(200))
    documents = [
        (row["number"][:4], row["increase"], row["decrease"], row["discount"], row["balance"])
        for row in rows[1:]
        if row["balance"] is not None
    ]
    assert documents == [
        ("SKD2", 0, fen(150), fen(5), fen(45)),
        ("XSCK", fen("100.50"), 0, 0, fen("145.50")),
        ("XSTH", fen(-20), 0, 0, fen("125.50")),
        ("SKD2", 0, fen(33), 0, fen("92.50")),
        ("YSK2", 0, fen(60), 0, fen("32.50")),
        ("SKD2", 0, fen(-33), 0, fen("65.50")),
        ("HX20", 0, fen(15), 0, fen("50.50")),
    ]
    goods = [row for row in rows if row["balance"] is None]
    assert [(g["summary"].strip(), g["quantity"], g["price"], g["amount"]) for g in goods] == [
        ("商品A 500ml", pieces(5), 20_000000, fen(100)),
        ("商品A 500ml", pieces(1), 500000, fen("0.50")),
        ("商品A 500ml", pieces(-1), 20_000000, fen(-20)),
    ]
    end = booked(trade, "1122", "C01", day(31)) + booked(trade, "220301", "C01", day(31))
    assert result.totals["balance"] == end == fen("50.50")


def test_a_statement_without_goods_is_shorter_and_says_the_same(trade: Trade) -> None:
    short = trade.run("customer_statement", partner="C01", goods="no")
    whole = trade.run("customer_statement", partner="C01")
    assert len(short.rows) < len(whole.rows)
    assert short.totals == whole.totals


def test_a_suppliers_statement_hides_prices_from_who_may_not_see_them(trade: Trade) -> None:
    result = trade.run("supplier_statement", partner="S01")
    end = -(booked(trade, "220201", "S01", day(31)) + booked(trade, "1123", "S01", day(31)))
    assert result.totals["balance"] == end == fen(597)
    lines = records(trade.run("supplier_statement", actor=actor_with("treasurer"), partner="S01"))
    [bought] = [row for row in lines if str(row["summary"]).startswith("  ")]
    assert (bought["price"], bought["amount"], bought["quantity"]) == (None, None, pieces(500))


def test_the_paper_of_a_statement_bears_the_end_in_words_and_room_for_both_stamps(
    trade: Trade,
) -> None:
    result = trade.run("customer_statement", "2026-03-01", "2026-03-31", partner="C01")
    with trade.database.reading(trade.owner) as session:
        pdf = exported(session, result, "pdf")
    text = text_of_page(pdf)
    for words in (
        "客户对账单",
        amount_in_words(fen("50.50")),
        "我方盖章",
        "对方盖章",
        "商品A 500ml",
    ):
        assert words in text


def test_each_money_document_tells_what_it_settled(trade: Trade) -> None:
    rows = records(trade.run("receipts_and_settlements", "2026-03-01", "2026-03-31"))
    first = trade.numbers["first"]
    [receipt] = [r for r in rows if r["type"] == "收款单" and r["settled"] == first]
    assert (receipt["amount"], receipt["discount"], receipt["settled_amount"]) == (
        fen(155), fen(5), fen(155),
    )  # fmt: skip
    [met] = [r for r in rows if r["type"] == "核销单" and r["settled"] == trade.numbers["early"]]
    assert met["settled_amount"] == fen(20)
    [ahead] = [r for r in rows if r["type"] == "预收款单"]
    assert (ahead["accounts"], ahead["advance"], ahead["settled"]) == ("现金", fen(60), "")
    only = records(trade.run("receipts_and_settlements", type="bad_debt", partner="C02"))
    assert [(r["type"], r["settled_amount"]) for r in only] == [("坏账单", fen(15))]


def test_accounts_open_move_and_close(trade: Trade) -> None:
    rows = {
        r["account"]: r for r in records(trade.run("money_account_summary", "2026-03-03", "2026-03-31"))
    }  # fmt: skip
    assert (rows["bank"]["opening"], rows["bank"]["income"], rows["bank"]["outgo"]) == (
        fen(-320), fen(150), fen(471),
    )  # fmt: skip
    assert rows["cash"]["closing"] == fen(8 + 70 + 60)


def test_expenses_by_item_and_month(trade: Trade) -> None:
    result = trade.run("expense_summary", "2026-03-01", "2026-04-30")
    rows = {(r["account"], r["item"]): r for r in records(result)}
    rent = rows["5602", "租金"]
    assert (rent["2026-03"], rent["2026-04"], rent["total"]) == (fen(300), fen(300), fen(600))
    assert rows["5603", "手续费"]["total"] == fen(1)
    assert rows["5711", "坏账损失"]["total"] == fen(15)
    assert result.totals["total"] == sum(r["total"] for r in rows.values())
    [scrap] = records(trade.run("other_income_summary", "2026-03-01", "2026-04-30"))
    assert (scrap["account"], scrap["total"], scrap["share"]) == ("5051", fen(8), 10_000)


def test_expenses_by_person_department_and_project(trade: Trade) -> None:
    with trade.database.transaction(trade.owner) as session:
        spent = PurposeDraft(
            "5602", fen(7), "租金", employee="小王", department="门市", project="开业"
        )
        post_expense(session, SpendingDraft(day(2), CASH, (spent,)), key=new_key())
    for by, name in (("employee", "小王"), ("department", "门市"), ("project", "开业")):
        rows = {(r["account"], r["item"]): r for r in records(trade.run("expense_summary", by=by))}
        assert rows["5602", name]["total"] == fen(7)
        assert rows["5602", ""]["total"] == fen(600)


def test_debts_by_firm_tell_discounts_apart(trade: Trade) -> None:
    rows = {r["partner"]: r for r in records(trade.run("receivable_summary"))}
    assert rows["C01"]["discount"] == fen(5)
    assert rows["C01"]["decrease"] == fen(150 + 20 + 15)
    [supplier] = records(trade.run("payable_summary"))
    assert (supplier["decrease"], supplier["discount"]) == (fen(400), fen(3))


def test_a_seller_sees_none_of_it(trade: Trade) -> None:
    from jxc_desktop.core.errors import Forbidden

    for name in ("ar_ageing", "receipts_and_settlements", "expense_summary"):
        with pytest.raises(Forbidden):
            trade.run(name, actor=actor_with("sales"))


def test_who_promised_is_in_the_morning_list(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    from jxc_desktop.analysis.todo import todo

    with new_shop().transaction(owner) as session:
        slow, kept = a_customer(session, "C01"), a_customer(session, "C02")
        a = a_product(session)
        receive(session, a_supplier(session), [line(a, 10, 1)])
        deliver(session, slow, [line(a, 1, 20)])
        note_promise(session, PromiseDraft(slow, TODAY, "下午转账"))
        note_promise(session, PromiseDraft(kept, TODAY))
        groups = {group.title: group for group in todo(session, lambda _session: None)}
        [thing] = groups["答应今天付款"].things
        assert (thing.text, thing.figure, thing.opens) == ("客户C01", "20.00", "debt_book")
        note_promise(session, PromiseDraft(slow, TODAY + timedelta(days=2)))
        titles = {group.title for group in todo(session, lambda _session: None)}
        assert "答应今天付款" not in titles


def test_a_promise_is_about_what_was_owed_when_it_was_made(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    database = new_shop()
    with database.transaction(owner) as session:
        slow, a = a_customer(session, "C01"), a_product(session)
        receive(session, a_supplier(session), [line(a, 10, 1)])
        deliver(session, slow, [line(a, 1, 20)])
        note_promise(session, PromiseDraft(slow, TODAY))
        assert [debtor.due for debtor in debt_book(session)] == [True]
        paid = MoneyDraft(TODAY, slow, (Payment(CASH, fen(20)),))
        post_customer_receipt(session, paid, key=new_key())
        assert debt_book(session) == []
    database.clock = fixed_clock(2026, 11, 23)
    with database.transaction(owner) as session:
        deliver(session, slow, [line(a, 1, 20)], day=date(2026, 11, 22))
        [debtor] = debt_book(session)
        assert (debtor.promise, debtor.broken, debtor.due) == (None, False, False)
