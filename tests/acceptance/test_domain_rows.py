"""Rows of domain.md §2.4 and §2.5 about goods: the legs as they are stated, for both taxpayers, on both databases.

Rows about money alone are in tests/cash/test_money_rows.py; estimates and their invoices in
tests/purchase/test_invoices.py; allowances in tests/purchase/test_allowances.py; what is handed out without a sale in
tests/stock/test_others.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.landed import LandedDraft
from jxc_desktop.purchase.landed_costs import post_landed_cost
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.sales.ordering import approve_sales_order
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.others import (
    OtherDraft,
    foresee_issue,
    post_other_issue,
    reverse_other_issue,
)
from jxc_desktop.stock.returned import ReturnLine
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    legs,
    line,
    pieces,
    receive,
)

CASH = 1
GENERAL, SMALL = "general", "small"
Legs = list[tuple[str, int, int]]


@pytest.fixture(params=[GENERAL, SMALL])
def taxpayer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], owner: Actor, dialect: str, taxpayer: str
) -> Iterator[Session]:
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def told(session: Session, number: str) -> dict[str, int]:
    """Account → fen debited less credited; signs on their own sides are looked at where a row asks."""
    found: dict[str, int] = {}
    for account, debit, credit in legs(session, number):
        found[account] = found.get(account, 0) + debit - credit
    return found


def bought(session: Session, **more: object) -> tuple[int, int, str]:
    """Ten pieces at 113.00 with 13 % in it (small: all of it is cost)."""
    supplier, product = a_supplier(session), a_product(session, tax_rate=1300)
    more.setdefault("price_includes_tax", True)
    came = receive(session, supplier, [line(product, 10, "113.00")], **more)
    return supplier, product, came.number


def at_one_per_cent(session: Session, taxpayer: str) -> None:
    """From now on a small taxpayer's goods bear the rate of the shop, 1 %."""
    if taxpayer == SMALL:
        session.execute(text("UPDATE product SET tax_rate = NULL"))


# --- 2.4 ---


def test_orders_promise_and_book_nothing(session: Session) -> None:
    supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
    receive(session, supplier, [line(product, 9, "1.00")])
    order = PurchaseOrderDraft(DAY, supplier, MAIN, (line(product, 5, "1.00"),))
    wanted = OrderDraft(DAY, customer, MAIN, (line(product, 4, "2.00"),))
    numbers = [
        approve_purchase_order(session, order, key=new_key()).number,
        approve_sales_order(session, wanted, key=new_key()).number,
    ]
    assert [legs(session, number) for number in numbers] == [[], []]
    row = session.execute(text("SELECT on_order, allocated FROM stock_promise")).one()
    assert tuple(row) == (pieces(5), pieces(4))


def test_goods_with_a_special_invoice(session: Session, taxpayer: str) -> None:
    _supplier, _product, number = bought(session, invoice="special")
    if taxpayer == GENERAL:
        wanted = {"1405": fen(1000), "22210101": fen(130), "220201": -fen(1130)}
    else:
        wanted = {"1405": fen(1130), "220201": -fen(1130)}
    assert told(session, number) == wanted


@pytest.mark.parametrize("invoice", ["ordinary", "none"])
def test_goods_with_an_ordinary_invoice_or_none_are_all_cost(
    session: Session, invoice: str
) -> None:
    _supplier, _product, number = bought(session, invoice=invoice)
    assert told(session, number) == {"1405": fen(1130), "220201": -fen(1130)}


def test_goods_without_their_invoice_are_estimated(session: Session, taxpayer: str) -> None:
    change_setting(session, "purchase_invoices", "invoice")
    _supplier, _product, number = bought(session, invoice="pending")
    worth = fen(1000) if taxpayer == GENERAL else fen(1130)
    assert told(session, number) == {"1405": worth, "220202": -worth}


def test_goods_paid_at_once_are_not_owed(session: Session) -> None:
    _supplier, _product, number = bought(session, payments=(Payment(CASH, fen(1130)),))
    found = told(session, number)
    assert found["100101"] == -fen(1130)
    assert "220201" not in found


def test_goods_go_back_at_what_they_had_cost(session: Session, taxpayer: str) -> None:
    """The average rose to 158.20 (140.00): what the cost differs by is cost of sales."""
    supplier, product, number = bought(session, invoice="special")
    receive(session, supplier, [line(product, 10, "203.40")], price_includes_tax=True)
    back = PurchaseReturnDraft(DAY, supplier, MAIN, number, (ReturnLine(1, pieces(2)),))
    found = told(session, post_purchase_return(session, back, key=new_key()).number)
    if taxpayer == GENERAL:
        assert found == {"220201": fen(226), "1405": -fen(200), "22210109": -fen(26)}
    else:
        assert found == {"220201": fen(226), "1405": -fen(226)}


def test_goods_go_back_without_their_receipt_at_the_average(
    session: Session, taxpayer: str
) -> None:
    supplier, product, _number = bought(session, invoice="special")
    lines = (line(product, 2, "90.40"),)
    back = PurchaseReturnDraft(
        DAY, supplier, MAIN, lines=lines, invoice="special", price_includes_tax=True, reason="滞销"
    )
    found = told(session, post_purchase_return(session, back, key=new_key()).number)
    if taxpayer == GENERAL:
        # 80.00 a piece comes back of what had cost 100.00.
        assert found == {
            "220201": fen("180.80"), "1405": -fen(200), "22210109": -fen("20.80"), "5401": fen(40),
        }  # fmt: skip
    else:
        assert found == {"220201": fen("180.80"), "1405": -fen(226), "5401": fen("45.20")}


# --- 2.5 ---


@pytest.mark.parametrize("policy", ["capitalise", "expense"])
def test_freight_is_worth_of_the_goods_or_an_expense(
    session: Session, taxpayer: str, policy: str
) -> None:
    supplier, product, came = bought(session)
    deliver(session, a_customer(session), [line(product, 6, "200.00")])
    change_setting(session, "landed_costs", policy)
    carrier = a_supplier(session, "Y01", invoice="special")
    draft = LandedDraft(DAY, carrier, (came,), fen("109.00"), tax_rate=900, price_includes_tax=True)
    posted = post_landed_cost(session, draft, key=new_key())
    if taxpayer == GENERAL:
        goods = {"1405": fen("40.00"), "5401": fen("60.00")}
        wanted = {
            **(goods if policy == "capitalise" else {"5601": fen("100.00")}),
            "22210101": fen("9.00"),
        }
    else:
        goods = {"1405": fen("43.60"), "5401": fen("65.40")}
        wanted = goods if policy == "capitalise" else {"5601": fen("109.00")}
    assert told(session, posted.number) == {**wanted, "220201": -fen("109.00")}
    paid = replace(draft, payments=(Payment(CASH, fen("109.00")),), invoice="none")
    posted = post_landed_cost(session, paid, key=new_key())
    goods = {"1405": fen("43.60"), "5401": fen("65.40")}
    wanted = goods if policy == "capitalise" else {"5601": fen("109.00")}
    assert told(session, posted.number) == {**wanted, "100101": -fen("109.00")}
    assert supplier


def sold(session: Session, product: int, quantity: int, at: str, **more: object) -> str:
    return deliver(session, a_customer(session), [line(product, quantity, at)], **more).number


def test_a_delivery_on_credit(session: Session, taxpayer: str) -> None:
    _supplier, product, _number = bought(session, invoice="special")
    at_one_per_cent(session, taxpayer)
    number = sold(session, product, 2, "226.00")
    if taxpayer == GENERAL:
        wanted = {
            "1122": fen(452), "5001": -fen(400), "22210107": -fen(52), "5401": fen(200), "1405": -fen(200),
        }  # fmt: skip
    else:
        wanted = {
            "1122": fen(452), "5001": -fen("447.52"), "22210120": -fen("4.48"), "5401": fen(226),
            "1405": -fen(226),
        }  # fmt: skip
    assert told(session, number) == wanted


def test_a_cash_sale(session: Session) -> None:
    _supplier, product, _number = bought(session)
    found = told(session, sold(session, product, 1, "226.00", payments=(Payment(CASH, fen(226)),)))
    assert found["100101"] == fen(226)
    assert "1122" not in found


def test_what_is_taken_off_the_whole_is_no_revenue(session: Session, taxpayer: str) -> None:
    _supplier, product, _number = bought(session)
    number = sold(session, product, 1, "226.00", order_discount=fen(113))
    found = told(session, number)
    assert found["1122"] == fen(113)
    tax = -found.get("22210107", 0) - found.get("22210120", 0)
    assert -found["5001"] + tax == fen(113)
    if taxpayer == GENERAL:
        assert (-found["5001"], tax) == (fen(100), fen(13))


def test_goods_that_come_back_are_red_on_their_own_side(session: Session, taxpayer: str) -> None:
    _supplier, product, _number = bought(session, invoice="special")
    at_one_per_cent(session, taxpayer)
    customer = a_customer(session)
    number = deliver(session, customer, [line(product, 2, "226.00")]).number
    back = SalesReturnDraft(DAY, customer, MAIN, number, (ReturnLine(1, pieces(1)),))
    found = legs(session, post_sales_return(session, back, key=new_key()).number)
    net, tax, cost = (
        (fen(200), fen(26), fen(100))
        if taxpayer == GENERAL
        else (fen("223.76"), fen("2.24"), fen(113))
    )
    output = "22210107" if taxpayer == GENERAL else "22210120"
    assert ("5001", 0, -net) in found
    assert (output, 0, -tax) in found
    assert {account: debit - credit for account, debit, credit in found} == {
        "1122": -fen(226), "5001": net, output: tax, "1405": cost, "5401": -cost,
    }  # fmt: skip


def test_a_gift_with_a_sale_costs_and_brings_its_share(session: Session, taxpayer: str) -> None:
    """A gift is on the same delivery at 0: its cost is cost of sales, the revenue is what was paid."""
    _supplier, product, _number = bought(session, invoice="special")
    gift = line(product, 1, "0.00", is_gift=True)
    number = deliver(session, a_customer(session), [line(product, 1, "226.00"), gift]).number
    found = told(session, number)
    assert found["1122"] == fen(226)
    assert found["5401"] == (fen(200) if taxpayer == GENERAL else fen(226))


def test_services_sold_move_no_goods(session: Session) -> None:
    service = a_product(session, "F", track_stock=False, tax_rate=600)
    found = told(session, sold(session, service, 1, "106.00"))
    assert not {"1405", "5401"} & found.keys()
    assert found["1122"] == fen(106)


def test_a_sample_given_away_owes_tax_at_its_normal_price(session: Session, taxpayer: str) -> None:
    """Cost 100.00 (small 113.00), retail 226.00: 26.00 of output VAT, at 1 % 2.24."""
    _supplier, product, _number = bought(session, invoice="special")
    at_one_per_cent(session, taxpayer)
    session.execute(text("UPDATE product SET retail_price = 226000000"))
    draft = OtherDraft(DAY, MAIN, "5601", (line(product, 1),), deemed_sale=True)
    foreseen = foresee_issue(session, draft).legs
    posted = post_other_issue(session, draft, key=new_key())
    assert [(x.account, x.debit, x.credit) for x in foreseen] == legs(session, posted.number)
    if taxpayer == GENERAL:
        wanted = {"5601": fen(126), "1405": -fen(100), "22210107": -fen(26)}
    else:
        wanted = {"5601": fen("115.24"), "1405": -fen(113), "22210120": -fen("2.24")}
    assert told(session, posted.number) == wanted
    red = reverse_other_issue(session, Reversal(posted.number, "错"), key=new_key())
    assert told(session, red.number) == {account: -fen_ for account, fen_ in wanted.items()}


def test_what_the_house_uses_itself_owes_none(session: Session, taxpayer: str) -> None:
    _supplier, product, _number = bought(session, invoice="special")
    draft = OtherDraft(DAY, MAIN, "5602", (line(product, 1),))
    cost = fen(100) if taxpayer == GENERAL else fen(113)
    posted = post_other_issue(session, draft, key=new_key())
    assert told(session, posted.number) == {"5602": cost, "1405": -cost}
