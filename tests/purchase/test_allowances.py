"""What suppliers give back without goods: stock bears its share, what was sold is cost of sales (T15, T17)."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.settling import open_items
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS, REPORTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.allowances import post_purchase_allowance, reverse_purchase_allowance
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.foreseen import foresee_allowance
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.invoices import post_purchase_invoice, reverse_purchase_invoice
from jxc_desktop.purchase.queries import purchase_allowance_view
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.returned import ReturnLine
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    pieces,
    pool,
    price,
    receive,
)

BANK = 2


@pytest.fixture(params=["general", "small"])
def taxpayer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, taxpayer: str, owner: Actor
) -> Iterator[Session]:
    """A shop of either taxpayer on either database; sound at the end, its cost of sales told by the reports."""
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        found = run_report(session, find_report(REPORTS, "gross_profit"))
        assert (found.totals["cost_amount"] or 0) == balances(session).get("5401", 0)


def give(session: Session, supplier: int, *lines: AllowanceLine, **more: object) -> Posted:
    draft = AllowanceDraft(DAY, supplier, MAIN, lines, **more)
    told = foresee_allowance(session, draft).legs
    posted = post_purchase_allowance(session, draft, key=new_key())
    assert [(leg.account, leg.debit, leg.credit) for leg in told] == legs(session, posted.number)
    return posted


def bought(session: Session, quantity: int, at: str, sold: int) -> tuple[int, int, str]:
    supplier, product = a_supplier(session), a_product(session, tax_rate=1300)
    came = receive(session, supplier, [line(product, quantity, at)])
    if sold:
        deliver(session, a_customer(session), [line(product, sold, "20.00")])
    return supplier, product, came.number


def test_t17_a_price_cut_after_sell_out_is_all_cost_of_sales(
    session: Session, taxpayer: str
) -> None:
    supplier, product, came = bought(session, 50, "6.00", 50)
    gave = give(session, supplier, AllowanceLine(fen("25.00"), from_line=1), original=came)
    if taxpayer == "general":
        assert legs(session, gave.number) == [
            ("220201", fen("28.25"), 0), ("5401", 0, fen("25.00")), ("22210109", 0, fen("3.25")),
        ]  # fmt: skip
    else:
        assert legs(session, gave.number) == [
            ("220201", fen("25.00"), 0), ("5401", 0, fen("25.00")),
        ]  # fmt: skip
    assert pool(session, product) == (0, 0)
    assert gave.number == "CGZR202611200001"


def test_goods_that_still_lie_there_bear_their_share(session: Session) -> None:
    supplier, product, came = bought(session, 100, "8.00", 60)
    gave = give(session, supplier, AllowanceLine(fen("60.00"), from_line=1), original=came)
    assert pool(session, product) == (pieces(40), fen("296.00"))
    found = legs(session, gave.number)
    assert ("1405", 0, fen("24.00")) in found
    assert ("5401", 0, fen("36.00")) in found
    assert purchase_allowance_view(session, gave.number).original == came
    assert [i.number for i in open_items(session, "220201", supplier)] == [came]


def test_an_allowance_on_goods_at_large_concerns_so_many_of_them(session: Session) -> None:
    supplier, product, _came = bought(session, 100, "8.00", 60)
    receive(session, supplier, [line(product, 20, "8.00")])
    paid = (Payment(BANK, fen("30.00")),)
    given = AllowanceLine(fen("30.00"), product, pieces(120))
    gave = give(session, supplier, given, payments=paid, price_includes_tax=True, reason="年终返利")
    worth = -sum(
        debit - credit
        for account, debit, credit in legs(session, gave.number)
        if account in {"1405", "5401"}
    )
    assert pool(session, product) == (pieces(60), fen("480.00") - (worth + 1) // 2)
    assert ("1002", fen("30.00"), 0) in legs(session, gave.number)


def test_services_given_back_lessen_the_expense(session: Session) -> None:
    supplier = a_supplier(session)
    carriage = a_product(session, "F", track_stock=False, tax_rate=0)
    came = receive(session, supplier, [line(carriage, 1, "50.00")])
    give(session, supplier, AllowanceLine(fen(5), from_line=1), original=came.number)
    assert balances(session) == {"5601": fen(45), "220201": -fen(45)}


def test_an_allowance_taken_back_leaves_all_as_it_was(session: Session) -> None:
    supplier, product, came = bought(session, 100, "8.00", 60)
    before, there = balances(session), pool(session, product)
    gave = give(session, supplier, AllowanceLine(fen("60.00"), from_line=1), original=came)
    with pytest.raises(Refused, match=f"已有后续的 {gave.number}"):
        reverse_receipt(session, Reversal(came, "点错"), key=new_key())
    reverse_purchase_allowance(session, Reversal(gave.number, "没给"), key=new_key())
    assert (balances(session), pool(session, product)) == (before, there)


def test_no_more_is_given_back_than_was_paid(session: Session, taxpayer: str) -> None:
    supplier, _product, came = bought(session, 10, "1.00", 0)
    give(session, supplier, AllowanceLine(fen(6), from_line=1), original=came)
    left = "4.52" if taxpayer == "general" else "4.00"
    with pytest.raises(Refused, match=f"第 1 行：这一行最多还能折让 {left}"):
        give(session, supplier, AllowanceLine(fen(5), from_line=1), original=came)
    twice = (AllowanceLine(fen(3), from_line=1), AllowanceLine(fen(2), from_line=1))
    with pytest.raises(Refused, match="第 2 行：这一行最多还能折让"):
        give(session, supplier, *twice, original=came)


def test_an_allowance_waits_for_the_invoice(session: Session, taxpayer: str) -> None:
    change_setting(session, "purchase_invoices", "invoice")
    supplier, product, came = bought(session, 10, "10.00", 0)
    with pytest.raises(Refused, match="还没开票"):
        give(session, supplier, AllowanceLine(fen(5), from_line=1), original=came)
    lines = (InvoiceLine(came, 1, price=price(11)),)
    bill = PurchaseInvoiceDraft(DAY, supplier, "F1", lines=lines)
    post_purchase_invoice(session, bill, key=new_key())
    gave = give(session, supplier, AllowanceLine(fen(10), from_line=1), original=came)
    assert pool(session, product) == (pieces(10), fen(100))
    taxed = ("22210109", 0, fen("1.30")) in legs(session, gave.number)
    assert taxed == (taxpayer == "general")


def send_back(session: Session, supplier: int, receipt: str, quantity: int) -> Posted:
    draft = PurchaseReturnDraft(DAY, supplier, MAIN, receipt, (ReturnLine(1, pieces(quantity)),))
    return post_purchase_return(session, draft, key=new_key())


def test_what_went_back_is_not_given_back_once_more(session: Session) -> None:
    supplier, _product, came = bought(session, 10, "1.00", 0)
    send_back(session, supplier, came, 10)
    with pytest.raises(Refused, match=r"第 1 行：这一行最多还能折让 0\.00"):
        give(session, supplier, AllowanceLine(1, from_line=1), original=came)


def test_goods_do_not_go_back_at_money_that_was_given_back(session: Session, taxpayer: str) -> None:
    supplier, _product, came = bought(session, 10, "1.00", 0)
    gave = give(session, supplier, AllowanceLine(fen(6), from_line=1), original=came)
    given, left = ("6.78", "2.26") if taxpayer == "general" else ("6.00", "2.00")
    send_back(session, supplier, came, 2)
    with pytest.raises(Refused, match=f"折让过 {given}，最多还能退 {left} 的货"):
        send_back(session, supplier, came, 3)
    reverse_purchase_allowance(session, Reversal(gave.number, "货要退"), key=new_key())
    send_back(session, supplier, came, 8)


def test_an_invoice_with_an_allowance_is_not_taken_back(session: Session) -> None:
    change_setting(session, "purchase_invoices", "invoice")
    supplier, _product, came = bought(session, 10, "10.00", 0)
    draft = PurchaseInvoiceDraft(DAY, supplier, "F1", (came,))
    billed = post_purchase_invoice(session, draft, key=new_key())
    gave = give(session, supplier, AllowanceLine(fen(10), from_line=1), original=came)
    with pytest.raises(Refused, match=f"{billed.number} 已有后续的 {gave.number}"):
        reverse_purchase_invoice(session, Reversal(billed.number, "开错"), key=new_key())
    reverse_purchase_allowance(session, Reversal(gave.number, "没给"), key=new_key())
    reverse_purchase_invoice(session, Reversal(billed.number, "开错"), key=new_key())


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "没有一行"),
        ((AllowanceLine(0, from_line=1),), "折让金额要大于 0"),
        ((AllowanceLine(100, from_line=2),), "入库单没有这一行"),
        ((AllowanceLine(100, from_line=1, quantity=pieces(11)),), "这一行只进了 10 个"),
    ],
)
def test_a_wrong_allowance_is_told(
    session: Session, lines: tuple[AllowanceLine, ...], said: str
) -> None:
    supplier, _product, came = bought(session, 10, "1.00", 0)
    with pytest.raises(UserError, match=said):
        give(session, supplier, *lines, original=came)
    with pytest.raises(InvalidInput, match="写上商品和数量"):
        give(session, supplier, AllowanceLine(100))


def test_allowances_come_as_data_and_are_told_as_data(session: Session) -> None:
    _supplier, _product, came = bought(session, 100, "8.00", 60)
    posted = post_document(
        session,
        {
            "key": "z", "type": "purchase_allowance", "from": came, "reason": "补差价",
            "lines": [{"product": "A", "amount": "60.00"}],
        },
    )  # fmt: skip
    told = as_data(session, "purchase_allowance", posted.number)
    assert told["lines"] == [
        {"from_line": 1, "quantity": "100", "amount": "60.00", "tax_rate": "0.13"}
    ]
    free = {
        "key": "y", "type": "purchase_allowance", "partner": "S01", "price_includes_tax": True,
        "lines": [{"product": "A", "quantity": "10", "amount": "3.39"}],
    }  # fmt: skip
    again = as_data(session, "purchase_allowance", post_document(session, free).number)
    post_document(session, {**again, "key": "x"})
