"""The month of a shop, document by document, with the legs the accountant expects (domain.md §2.11)."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, KeyReused, Refused, UserError
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.audit import broken_links
from jxc_desktop.shop.keys import Key, new_key
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


@pytest.fixture(params=["general", "small"])
def taxpayer(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def shop(new_shop: Callable[..., Database], taxpayer: str, dialect: str) -> Database:
    return new_shop(taxpayer, dialect)


def stocked(session: Session) -> tuple[int, int, int]:
    """A supplier, a customer and product A, 1000 pieces at 10.00 as the month begins."""
    supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
    receive(session, supplier, [line(product, 1000, "10.00", tax_rate=0)], price_includes_tax=False)
    return supplier, customer, product


def test_a_receipt_on_credit_by_kind_of_taxpayer(
    shop: Database, owner: Actor, taxpayer: str
) -> None:
    with shop.transaction(owner) as session:
        supplier, _customer, product = stocked(session)
        posted = receive(
            session, supplier, [line(product, 500, "12.00", tax_rate=1300)],
            price_includes_tax=False, invoice="special",
        )  # fmt: skip
        assert posted.total == fen("6780.00")
        if taxpayer == "general":
            assert legs(session, posted.number) == [
                ("1405", 600000, 0), ("22210101", 78000, 0), ("220201", 0, 678000),
            ]  # fmt: skip
            assert pool(session, product) == (pieces(1500), fen("16000.00"))
        else:
            assert legs(session, posted.number) == [("1405", 678000, 0), ("220201", 0, 678000)]
            assert pool(session, product) == (pieces(1500), fen("16780.00"))


def test_a_delivery_on_credit_takes_cost_at_the_average(
    new_shop: Callable[..., Database], owner: Actor, dialect: str
) -> None:
    with new_shop("general", dialect).transaction(owner) as session:
        supplier, customer, product = stocked(session)
        receive(
            session, supplier, [line(product, 500, "12.00", tax_rate=1300)],
            price_includes_tax=False, invoice="special",
        )  # fmt: skip
        sold = deliver(session, customer, [line(product, 300, "16.95")])
        assert legs(session, sold.number) == [
            ("1122", 508500, 0), ("5001", 0, 450000), ("22210107", 0, 58500),
            ("5401", 320000, 0), ("1405", 0, 320000),
        ]  # fmt: skip
        assert pool(session, product) == (pieces(1200), fen("12800.00"))


def test_money_paid_at_once_leaves_only_the_rest_owed(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        sold = deliver(
            session,
            customer,
            [line(product, 10, "10.10")],
            payments=(Payment(1, 6000), Payment(3, 1000)),
        )
        assert [leg for leg in legs(session, sold.number) if leg[1] and leg[0] != "5401"] == [
            ("100101", 6000, 0), ("101201", 1000, 0), ("1122", 3100, 0),
        ]  # fmt: skip


def test_ordinary_invoices_give_no_input_tax(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    with new_shop("general").transaction(owner) as session:
        supplier, product = a_supplier(session, invoice="ordinary"), a_product(session)
        posted = receive(session, supplier, [line(product, 1, "113.00")], price_includes_tax=True)
        assert legs(session, posted.number) == [("1405", 11300, 0), ("220201", 0, 11300)]


def test_a_reversal_mirrors_everything_and_leaves_nothing(shop: Database, owner: Actor) -> None:
    with shop.transaction(owner) as session:
        supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
        bought = receive(
            session,
            supplier,
            [line(product, 7, "14.2857", tax_rate=1300)],
            payments=(Payment(2, 500),),
        )
        sold = deliver(session, customer, [line(product, 3, "19.99")], order_discount=7)
        for reverse, number in ((reverse_delivery, sold.number), (reverse_receipt, bought.number)):
            red = reverse(session, Reversal(number, "录错"), key=new_key())
            assert legs(session, red.number) == [(a, -d, -c) for a, d, c in legs(session, number)]
        assert (pool(session, product), balances(session)) == ((0, 0), {})


def test_a_document_is_reversed_once_with_a_reason_and_no_reversal_is(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        sold = deliver(session, customer, [line(product, 1, 5)])
        with pytest.raises(UserError, match="原因"):
            reverse_delivery(session, Reversal(sold.number, " "), key=new_key())
        red = reverse_delivery(session, Reversal(sold.number, "录错"), key=new_key())
        for number in (sold.number, red.number):
            with pytest.raises(Refused):
                reverse_delivery(session, Reversal(number, "再来"), key=new_key())


def test_overselling_leaves_no_trace(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        before = everything(session)
    with (
        pytest.raises(Refused, match="总仓的 商品A 只有 1000 个，这里要 1001"),
        any_database.transaction(owner) as session,
    ):
        deliver(session, customer, [line(product, 1001, 10)])
    with any_database.reading(owner) as session:
        assert everything(session) == before


def everything(session: Session) -> list[object]:
    tables = (
        "sales_delivery",
        "sales_delivery_line",
        "move",
        "leg",
        "entry",
        "audit",
        "counter",
        "voucher",
    )
    return [session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in tables]


def test_the_same_key_is_one_document_and_other_content_is_an_error(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        first = deliver(session, customer, [line(product, 1, 5)], key=Key("k", "same"))
        again = deliver(session, customer, [line(product, 1, 5)], key=Key("k", "same"))
        assert (again.number, again.repeated) == (first.number, True)
        with pytest.raises(KeyReused):
            deliver(session, customer, [line(product, 2, 5)], key=Key("k", "other"))
        assert session.execute(text("SELECT count(*) FROM sales_delivery")).scalar_one() == 1


def test_numbers_run_without_gaps_over_refusals(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
    numbers = []
    for wanted in (1, 2000, 1, 3000, 1):
        try:
            with any_database.transaction(owner) as session:
                numbers.append(deliver(session, customer, [line(product, wanted, 5)]).number)
        except Refused:
            continue
    assert numbers == [f"XSCK20261120000{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"quantity": 0}, "lines[0].quantity"),
        ({"quantity": -10000}, "lines[0].quantity"),
        ({"quantity": 5000}, "lines[0].quantity"),
        ({"quantity": 6901234567892 * 10000}, "lines[0].quantity"),
        ({"price": -1}, "lines[0].price"),
        ({"discount": 10001}, "lines[0].discount"),
        ({"unit": "箱"}, "lines[0].unit"),
        ({"tax_rate": 1700}, "lines[0].tax_rate"),
    ],
)
def test_a_wrong_line_is_named_with_its_field(
    database: Database, owner: Actor, wanted: dict[str, object], field: str
) -> None:
    with database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        good = {"product_id": product, "quantity": 10000, "price": 1_000_000}
        from jxc_desktop.stock.priced import LineDraft

        with pytest.raises(UserError) as told:
            deliver(session, customer, [LineDraft(**{**good, **wanted})])
        assert told.value.field == field
        assert "第 1 行" in told.value.message


def test_a_closed_month_takes_nothing(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        session.execute(
            text("INSERT INTO closed_period (month, closed_at, closed_by) VALUES ('2026-10', 0, 1)")
        )
        with pytest.raises(Refused, match="2026-10 已结账"):
            deliver(session, customer, [line(product, 1, 5)], day=DAY.replace(month=10))
        with pytest.raises(Refused, match="太早"):
            deliver(session, customer, [line(product, 1, 5)], day=DAY.replace(year=2025))
        with pytest.raises(Refused, match="一个月以后"):
            deliver(session, customer, [line(product, 1, 5)], day=DAY.replace(year=2027))


@pytest.mark.parametrize(
    ("role", "allowed"), [("owner", True), ("keeper", True), ("sales", False), ("cashier", False)]
)
def test_only_who_has_the_right_may_deliver(
    database: Database, owner: Actor, role: str, allowed: bool
) -> None:
    with database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
    with database.transaction(actor_with(role)) as session:
        if allowed:
            deliver(session, customer, [line(product, 1, 5)])
        else:
            with pytest.raises(Forbidden):
                deliver(session, customer, [line(product, 1, 5)])


def test_every_posting_is_chained_in_the_audit(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        _supplier, customer, product = stocked(session)
        deliver(session, customer, [line(product, 1, 5)])
        assert broken_links(session) == []
        actions = [row[0] for row in session.execute(text("SELECT action FROM audit ORDER BY id"))]
        assert actions == ["shop.open", "goods_receipt.post", "sales_delivery.post"]
