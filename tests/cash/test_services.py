"""Money owed and money paid: debts settle oldest first, advances wait, everything can be taken back."""

from collections.abc import Callable, Iterator

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
    reverse_expense,
)
from jxc_desktop.cash.settling import PAYABLE, RECEIVABLE, Settled, open_items
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.shopkeeping import (
    DAY,
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
    receive,
)

CASH, BANK = 1, 2


@pytest.fixture
def database(new_shop: Callable[..., Database], dialect: str) -> Database:
    return new_shop("general", dialect)


@pytest.fixture
def session(database: Database, owner: Actor) -> Iterator[Session]:
    with database.transaction(owner) as session:
        yield session
        assert [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)] == []


@pytest.fixture
def shop(session: Session) -> tuple[int, int, int]:
    """A supplier, a customer and product A, 1000 at 10.00."""
    supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
    receive(session, supplier, [line(product, 1000, 10, tax_rate=0)], price_includes_tax=False)
    return supplier, customer, product


def collect(session: Session, customer: int, amount: str, **more: object) -> Posted:
    draft = MoneyDraft(DAY, customer, (Payment(BANK, fen(amount)),), **more)
    return post_customer_receipt(session, draft, key=new_key())


def debts(session: Session, customer: int) -> list[tuple[str, int]]:
    return [(item.number, item.amount) for item in open_items(session, RECEIVABLE, customer)]


def test_money_settles_the_oldest_debts_and_a_discount_is_a_cost(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    first = deliver(session, customer, [line(product, 300, "16.95")])
    second = deliver(session, customer, [line(product, 1, "100")])
    got = collect(session, customer, "5069.50", cash_discount=fen("15.50"))
    assert legs(session, got.number) == [
        ("1002", 506950, 0), ("5603", 1550, 0), ("1122", 0, 508500),
    ]  # fmt: skip
    assert debts(session, customer) == [(second.number, 10000)]
    assert first.number not in dict(debts(session, customer))


def test_what_nobody_owed_is_an_advance(session: Session, shop: tuple[int, int, int]) -> None:
    _supplier, customer, product = shop
    deliver(session, customer, [line(product, 1, "100")])
    got = collect(session, customer, "130")
    assert legs(session, got.number) == [
        ("1002", 13000, 0), ("1122", 0, 10000), ("220301", 0, 3000),
    ]  # fmt: skip
    assert debts(session, customer) == []


def test_chosen_documents_are_settled_and_no_more_than_is_open(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    first, second = (deliver(session, customer, [line(product, 1, "100")]) for _ in range(2))
    collect(session, customer, "60", settle=(Settled(second.number, 6000),))
    assert debts(session, customer) == [(first.number, 10000), (second.number, 4000)]
    for wanted, error in (
        (Settled(second.number, 4001), Refused),
        (Settled("XSCK0", 1), NotFound),
        (Settled(first.number, 0), InvalidInput),
        (Settled(first.number, 9000), Refused),
    ):
        with pytest.raises(error):
            collect(session, customer, "50", settle=(wanted,))


def test_a_settled_delivery_is_reversed_only_after_its_receipt(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    before = balances(session)
    sold = deliver(session, customer, [line(product, 1, "100")])
    got = collect(session, customer, "120")
    with pytest.raises(Refused, match=got.number):
        reverse_delivery(session, Reversal(sold.number, "错"), key=new_key())
    reverse_customer_receipt(session, Reversal(got.number, "错"), key=new_key())
    assert debts(session, customer) == [(sold.number, 10000)]
    reverse_delivery(session, Reversal(sold.number, "错"), key=new_key())
    assert debts(session, customer) == []
    assert balances(session) == before


def test_a_return_from_a_delivery_lessens_its_debt_at_its_own_price_and_cost(
    session: Session, shop: tuple[int, int, int]
) -> None:
    supplier, customer, product = shop
    sold = deliver(session, customer, [line(product, 300, "16.95")])
    receive(session, supplier, [line(product, 100, 40, tax_rate=0)], price_includes_tax=False)
    draft = SalesReturnDraft(DAY, customer, 1, sold.number, (ReturnLine(1, pieces(10)),))
    back = post_sales_return(session, draft, key=new_key())
    assert legs(session, back.number) == [
        ("1122", -16950, 0), ("5001", 0, -15000), ("22210107", 0, -1950),
        ("1405", 10000, 0), ("5401", 0, 10000),
    ]  # fmt: skip
    assert debts(session, customer) == [(sold.number, 508500 - 16950)]
    with pytest.raises(Refused, match="已有退货"):
        reverse_delivery(session, Reversal(sold.number, "错"), key=new_key())


def test_returns_in_parts_end_exactly_and_never_pass_what_was_sold(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    sold = deliver(session, customer, [line(product, 3, "3.3333")])

    def bring(quantity: str) -> Posted:
        draft = SalesReturnDraft(DAY, customer, 1, sold.number, (ReturnLine(1, pieces(quantity)),))
        return post_sales_return(session, draft, key=new_key())

    assert [bring("1").total for _ in range(3)] == [333, 333, 334]
    assert debts(session, customer) == []
    with pytest.raises(Refused, match="最多还能退 0"):
        bring("1")


def test_a_return_without_a_delivery_comes_in_at_the_average_and_can_be_paid_out(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    before = balances(session), pool(session, product)
    draft = SalesReturnDraft(
        DAY,
        customer,
        1,
        lines=(line(product, 2, "11.30"),),
        payments=(Payment(CASH, 2260),),
        reason="无单",
    )
    back = post_sales_return(session, draft, key=new_key())
    assert legs(session, back.number) == [
        ("100101", -2260, 0), ("5001", 0, -2000), ("22210107", 0, -260),
        ("1405", 2000, 0), ("5401", 0, 2000),
    ]  # fmt: skip
    reverse_sales_return(session, Reversal(back.number, "错"), key=new_key())
    assert (balances(session), pool(session, product)) == before


def test_t8_goods_back_to_the_supplier_when_half_are_sold(session: Session) -> None:
    supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
    receive(session, supplier, [line(product, 10, 10, tax_rate=1300)], price_includes_tax=False)
    second = receive(
        session, supplier, [line(product, 10, 14, tax_rate=1300)], price_includes_tax=False
    )
    deliver(session, customer, [line(product, 10, 20)])
    draft = PurchaseReturnDraft(DAY, supplier, 1, second.number, (ReturnLine(1, pieces(10)),))
    back = post_purchase_return(session, draft, key=new_key())
    assert legs(session, back.number) == [
        ("220201", 15820, 0), ("22210109", 0, 1820), ("1405", 0, 14000),
        ("1405", 2000, 0), ("5401", 0, 2000),
    ]  # fmt: skip
    assert pool(session, product) == (0, 0)
    assert [(i.number[:4], i.amount) for i in open_items(session, PAYABLE, supplier)] == [
        ("CGRK", 11300)
    ]


def test_a_free_return_to_the_supplier_leaves_at_the_average(session: Session) -> None:
    supplier, product = a_supplier(session), a_product(session)
    receive(session, supplier, [line(product, 10, 10, tax_rate=0)], price_includes_tax=False)
    draft = PurchaseReturnDraft(
        DAY, supplier, 1, lines=(line(product, 2, "11.00", tax_rate=0),), price_includes_tax=False
    )
    back = post_purchase_return(session, draft, key=new_key())
    assert legs(session, back.number) == [
        ("220201", 2200, 0), ("1405", 0, 2000), ("5401", 0, 200),
    ]  # fmt: skip


def test_suppliers_are_paid_and_prepaid(session: Session, shop: tuple[int, int, int]) -> None:
    supplier, _customer, _product = shop
    draft = MoneyDraft(DAY, supplier, (Payment(BANK, fen(9990)),), cash_discount=fen(10))
    paid = post_supplier_payment(session, draft, key=new_key())
    assert legs(session, paid.number) == [
        ("1002", 0, 999000), ("5603", 0, 1000), ("220201", 1000000, 0),
    ]  # fmt: skip
    ahead = post_supplier_payment(
        session, MoneyDraft(DAY, supplier, (Payment(BANK, fen(5)),)), key=new_key()
    )
    assert legs(session, ahead.number) == [("1002", 0, 500), ("1123", 500, 0)]
    assert open_items(session, PAYABLE, supplier) == []


def test_a_paid_receipt_stands_until_the_payment_is_taken_back(
    session: Session, shop: tuple[int, int, int]
) -> None:
    supplier, _customer, product = shop
    bought = receive(
        session, supplier, [line(product, 1, 10, tax_rate=0)], price_includes_tax=False
    )
    draft = MoneyDraft(
        DAY, supplier, (Payment(BANK, fen(10)),), settle=(Settled(bought.number, fen(10)),)
    )
    post_supplier_payment(session, draft, key=new_key())
    with pytest.raises(Refused, match="FKD"):
        reverse_receipt(session, Reversal(bought.number, "错"), key=new_key())


def test_expenses_are_paid_and_taken_back(session: Session) -> None:
    lines = (
        PurposeDraft("5602", fen(300), "租金"),
        PurposeDraft("5601", fen(200), "运输费"),
    )
    spent = post_expense(session, SpendingDraft(DAY, BANK, lines), key=new_key())
    assert legs(session, spent.number) == [
        ("5602", 30000, 0),
        ("5601", 20000, 0),
        ("1002", 0, 50000),
    ]
    reverse_expense(session, Reversal(spent.number, "错"), key=new_key())
    assert balances(session) == {}
    with pytest.raises(InvalidInput, match="末级损益"):
        post_expense(session, SpendingDraft(DAY, BANK, (PurposeDraft("1405", 1),)), key=new_key())


def test_who_may_not_pay_does_not(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        supplier = a_supplier(session)
    with database.transaction(actor_with("cashier")) as session, pytest.raises(Forbidden):
        post_supplier_payment(
            session, MoneyDraft(DAY, supplier, (Payment(CASH, 100),)), key=new_key()
        )


def bring(session: Session, customer: int, sold: Posted, quantity: str) -> Posted:
    draft = SalesReturnDraft(DAY, customer, 1, sold.number, (ReturnLine(1, pieces(quantity)),))
    return post_sales_return(session, draft, key=new_key())


def test_a_return_taken_back_opens_the_debt_of_its_delivery_again(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    before = balances(session)
    sold = deliver(session, customer, [line(product, 10, "10")])
    back = bring(session, customer, sold, "4")
    assert debts(session, customer) == [(sold.number, 6000)]
    reverse_sales_return(session, Reversal(back.number, "错"), key=new_key())
    assert debts(session, customer) == [(sold.number, 10000)]
    reverse_delivery(session, Reversal(sold.number, "错"), key=new_key())
    assert debts(session, customer) == []
    assert balances(session) == before


def test_what_came_back_of_a_paid_delivery_counts_as_money_the_next_time(
    session: Session, shop: tuple[int, int, int]
) -> None:
    _supplier, customer, product = shop
    sold = deliver(session, customer, [line(product, 10, "10")])
    collect(session, customer, "100")
    back = bring(session, customer, sold, "3")
    later = deliver(session, customer, [line(product, 5, "10")])
    assert debts(session, customer) == [(back.number, -3000), (later.number, 5000)]
    for wanted, error in (
        ((Settled(back.number, 3000),), InvalidInput),
        ((Settled(back.number, -3001),), Refused),
        ((Settled(back.number, -3000), Settled(later.number, 2999)), Refused),
        ((Settled(later.number, 5000), Settled(back.number, -2999)), Refused),
    ):
        with pytest.raises(error):
            collect(session, customer, "20", settle=wanted)
    got = collect(session, customer, "20")
    assert debts(session, customer) == []
    assert legs(session, got.number) == [("1002", 2000, 0), ("1122", 0, 2000)]
    with pytest.raises(Refused, match=got.number):
        reverse_sales_return(session, Reversal(back.number, "错"), key=new_key())
    reverse_customer_receipt(session, Reversal(got.number, "错"), key=new_key())
    assert debts(session, customer) == [(back.number, -3000), (later.number, 5000)]
    reverse_sales_return(session, Reversal(back.number, "错"), key=new_key())
    assert debts(session, customer) == [(later.number, 5000)]
