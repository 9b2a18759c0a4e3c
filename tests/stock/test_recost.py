"""Cost counted anew in the order of days: the worked numbers, what follows what, closed months, random histories."""

import contextlib
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.reports.report import Request
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.sales.queries import delivery_view
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.others import OtherDraft, post_other_issue
from jxc_desktop.stock.queries import recost_view
from jxc_desktop.stock.recosting import plan
from jxc_desktop.stock.recosts import (
    RecostDraft,
    flagged_products,
    post_recost,
    reverse_recost,
    waiting_recosts,
)
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
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
    receive,
)

FIRST = date(2026, 11, 1)


def on(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


class Shop:
    """One product, bought and sold by whole yuan."""

    def __init__(self, session: Session, code: str = "A") -> None:
        self.session, self.product = session, a_product(session, code)
        self.supplier, self.customer = (
            a_supplier(session, f"S{code}"),
            a_customer(session, f"C{code}"),
        )

    def buy(self, day: int, quantity: int, amount: str) -> str:
        at = Fraction(amount) / quantity
        lines = [line(self.product, quantity, f"{float(at):.6f}")]
        return str(receive(self.session, self.supplier, lines, day=on(day)).number)

    def sell(self, day: int, quantity: int) -> str:
        lines = [line(self.product, quantity, "20")]
        return str(deliver(self.session, self.customer, lines, day=on(day)).number)

    def recost(self, **more: object) -> str:
        draft = RecostDraft(DAY, (self.product,), more.pop("from_day", FIRST), **more)
        return str(post_recost(self.session, draft, key=new_key()).number)

    def plan(self) -> list[tuple[str, int, str, int]]:
        found = plan(self.session, [self.product], FIRST)
        return [(x.source, x.booked, x.part, x.amount) for x in found.lines]

    @property
    def pool(self) -> tuple[int, int]:
        return pool(self.session, self.product)


def t13(session: Session) -> tuple[Shop, str, str]:
    shop = Shop(session)
    shop.buy(1, 10, "100")
    first = shop.sell(5, 6)
    shop.buy(10, 6, "90")
    second = shop.sell(12, 5)
    shop.buy(3, 10, "130")
    return shop, first, second


def test_t13_a_receipt_that_was_entered_late(session: Session) -> None:
    shop, first, second = t13(session)
    assert shop.pool == (pieces(15), fen("195"))
    assert shop.plan() == [
        (first, -fen(60), "goods", -fen(9)), (second, -fen(65), "goods", fen("2.25")),
    ]  # fmt: skip
    number = shop.recost()
    assert number == "CBCS202611200001"
    assert shop.pool == (pieces(15), fen("188.25"))
    assert legs(session, number) == [("5401", fen("6.75"), 0), ("1405", 0, fen("6.75"))]


def test_a_second_recost_finds_nothing(session: Session) -> None:
    shop, *_ = t13(session)
    shop.recost()
    assert shop.plan() == []
    with pytest.raises(Refused, match="没有要改的"):
        shop.recost()


def test_late_goods_are_flagged_until_they_are_counted_anew(session: Session) -> None:
    shop, *_ = t13(session)
    Shop(session, "B").buy(3, 1, "1")
    assert flagged_products(session) == {shop.product: on(3)}
    assert waiting_recosts(session).total == -fen("6.75")
    shop.recost()
    assert waiting_recosts(session).lines == ()


def test_taken_back_it_is_its_mirror(session: Session) -> None:
    shop, *_ = t13(session)
    before = balances(session)
    number = shop.recost()
    red = reverse_recost(session, Reversal(number, "算错"), key=new_key()).number
    assert legs(session, red) == [("5401", -fen("6.75"), 0), ("1405", 0, -fen("6.75"))]
    assert (balances(session), shop.pool) == (before, (pieces(15), fen(195)))
    assert len(shop.plan()) == 2


def test_what_was_counted_anew_comes_back_and_is_reversed_at_that(session: Session) -> None:
    shop, first, second = t13(session)
    shop.recost()
    draft = SalesReturnDraft(
        DAY, shop.customer, MAIN, original=first, back=(ReturnLine(1, pieces(2)),)
    )
    back = post_sales_return(session, draft, key=new_key()).number
    assert ("1405", fen(23), 0) in legs(session, back)
    reverse_delivery(session, Reversal(second, "错"), key=new_key())
    assert shop.pool == (pieces(22), fen("188.25") + fen(23) + fen("62.75"))
    assert shop.plan() == []


def test_a_return_and_a_reversal_follow_their_original(session: Session) -> None:
    shop = Shop(session)
    shop.buy(1, 10, "100")
    first, second = shop.sell(5, 3), shop.sell(6, 2)
    draft = SalesReturnDraft(
        on(7), shop.customer, MAIN, original=first, back=(ReturnLine(1, pieces(1)),)
    )
    back = post_sales_return(session, draft, key=new_key()).number
    red = reverse_delivery(session, Reversal(second, "错", on(8)), key=new_key()).number
    shop.buy(2, 10, "200")
    assert shop.plan() == [
        (first, -fen(30), "goods", -fen(15)), (second, -fen(20), "goods", -fen(10)),
        (back, fen(10), "goods", fen(5)), (red, 0, "true_up", fen(10)),
    ]  # fmt: skip
    shop.recost()
    assert shop.plan() == []
    with pytest.raises(Refused, match=f"{second} 重算以后红冲了"):
        reverse_recost(session, Reversal("CBCS202611200001", "错"), key=new_key())


def test_what_was_trued_up_is_counted_anew_too(session: Session) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    shop = Shop(session)
    shop.buy(1, 1, "10")
    sold = shop.sell(5, 4)
    bought = shop.buy(8, 10, "150")
    shop.buy(2, 10, "100")
    assert shop.plan() == [(bought, -fen(15), "true_up", fen(15))]
    shop.recost()
    assert shop.pool == (pieces(17), fen(220))
    assert sold not in {source for source, *_rest in shop.plan()}


def test_goods_take_their_new_cost_to_another_warehouse(session: Session) -> None:
    change_setting(session, "cost_scope", value="warehouse")
    save_warehouse(session, WarehouseDraft("东库", "EAST"))
    [east] = session.execute(text("SELECT id FROM warehouse WHERE code = 'EAST'")).one()
    shop = Shop(session)
    shop.buy(1, 10, "100")
    draft = TransferDraft(on(4), MAIN, east, (line(shop.product, 5),))
    moved = post_stock_transfer(session, draft, key=new_key()).number
    shop.buy(2, 10, "200")
    assert shop.plan() == [
        (moved, -fen(50), "goods", -fen(25)), (moved, fen(50), "goods", fen(25)),
    ]  # fmt: skip
    number = shop.recost()
    assert legs(session, number) == []
    assert shop.plan() == []


def test_with_one_cost_for_the_company_a_transfer_changes_nothing(session: Session) -> None:
    save_warehouse(session, WarehouseDraft("东库", "EAST"))
    [east] = session.execute(text("SELECT id FROM warehouse WHERE code = 'EAST'")).one()
    shop = Shop(session)
    shop.buy(1, 10, "100")
    draft = TransferDraft(on(4), MAIN, east, (line(shop.product, 5),))
    post_stock_transfer(session, draft, key=new_key())
    shop.buy(2, 10, "200")
    assert shop.plan() == []


def cost_of_sales(session: Session, first: date, last: date) -> int:
    """What the reports of sales between two days tell of cost, in fen."""
    lines = traded_lines(session, Request(first, last, {}, {}), SOLD, later_costs=True)
    return sum(row.cost for row in session.execute(select(lines.c.cost)))


def close(session: Session, month: str) -> None:
    session.execute(
        text(
            "INSERT INTO closed_period (month, closed_at, closed_by) VALUES (:m, 9999999999999, 1)"
        ),
        {"m": month},
    )


def test_what_lies_in_closed_months_is_left_out(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        shop, first, second = t13(session)
        later = date(2026, 12, 2)
        lines = [line(shop.product, 3, "20")]
        sold = deliver(session, shop.customer, lines, day=later).number
        close(session, "2026-11")
        found = plan(session, [shop.product], FIRST)
        assert found.from_day == date(2026, 12, 1)
        assert [x.source for x in found.left_out] == [first, second]
        assert found.lines == ()
        with pytest.raises(Refused, match="都在已结账的月份（2026-11）"):
            post_recost(session, RecostDraft(later, (shop.product,), FIRST), key=new_key())
        late = receive(session, shop.supplier, [line(shop.product, 15, "1")], day=date(2026, 12, 1))
        found = plan(session, [shop.product], FIRST)
        assert late.number not in {x.source for x in found.lines}
        [only] = found.lines
        assert (only.source, only.amount) == (sold, fen(39) - fen(21))
        session.rollback()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["in", "out"]), st.integers(1, 20), st.integers(1, 9), st.integers(1, 99)
    ),
    min_size=1,
    max_size=12,
)


def oracle(steps: list[tuple[str, int, int, int]]) -> tuple[int, int]:
    """Quantity and fen of a pool that lived the steps in the order of their days, by fractions."""
    quantity, value, last = 0, Fraction(0), Fraction(0)
    for way, _day, pieces_, unit in sorted(steps, key=lambda step: step[1]):
        if way == "out":
            taken = min(pieces_, max(quantity, 0))
            if quantity > 0:
                last = _rounded(value * 10**4 / quantity) / 10**4
            cost = value if taken == quantity > 0 else _rounded(value * taken / (quantity or 1))
            cost = cost if quantity > 0 else Fraction(0)
            cost += _rounded((pieces_ - taken) * last)
            quantity, value = quantity - pieces_, value - cost
            continue
        amount = Fraction(pieces_ * unit * 100)
        cover = min(pieces_, max(-quantity, 0))
        if cover:
            actual = amount if cover == pieces_ else _rounded(amount * cover / pieces_)
            known = -value if cover == -quantity else _rounded(value * cover / quantity)
            value -= actual - known
        quantity, value, last = quantity + pieces_, value + amount, Fraction(unit * 100)
    return quantity * 10**4, int(value)


def _rounded(value: Fraction) -> Fraction:
    whole = abs(value) + Fraction(1, 2)
    return Fraction((whole.numerator // whole.denominator) * (1 if value >= 0 else -1))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_counted_anew_a_pool_is_as_if_it_had_lived_in_order(
    database: Database, owner: Actor, steps: list[tuple[str, int, int, int]]
) -> None:
    with database.transaction(owner) as session:
        change_setting(session, "allow_negative_stock", value=True)
        shop = Shop(session)
        shop.buy(1, 1, "5")
        for way, day, quantity, unit in steps:
            if way == "in":
                shop.buy(day, quantity, str(quantity * unit))
            else:
                shop.sell(day, quantity)
        wanted = oracle([("in", 1, 1, 5), *steps])
        if shop.plan():
            shop.recost()
        assert shop.pool == wanted
        assert shop.plan() == []
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        session.rollback()


def live_through(shop: Shop, steps: list[tuple[str, int, int, int]]) -> None:
    """Bought, sold, given back and reversed, on days in no order; what cannot be done is left out."""
    sold: list[tuple[str, int]] = []
    bought: list[str] = []
    for way, day, quantity, unit in steps:
        if way == "in":
            bought.append(shop.buy(day, quantity, str(quantity * unit)))
        elif way == "send back" and bought:
            number = bought.pop(unit % len(bought))
            with contextlib.suppress(Refused):
                reverse_receipt(shop.session, Reversal(number, "错"), key=new_key())
        elif way == "out":
            sold.append((shop.sell(day, quantity), quantity))
        elif sold and way == "back":
            number, much = sold[unit % len(sold)]
            back = (ReturnLine(1, pieces(min(quantity, much))),)
            draft = SalesReturnDraft(on(20), shop.customer, MAIN, original=number, back=back)
            with contextlib.suppress(Refused):
                post_sales_return(shop.session, draft, key=new_key())
        elif sold:
            number = sold.pop(unit % len(sold))[0]
            with contextlib.suppress(Refused):
                reverse_delivery(shop.session, Reversal(number, "错"), key=new_key())


STORIES = st.lists(
    st.tuples(
        st.sampled_from(["in", "in", "out", "out", "back", "reverse", "send back"]),
        st.integers(1, 19),
        st.integers(1, 9),
        st.integers(1, 99),
    ),
    min_size=2,
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STORIES)
def test_any_story_is_counted_anew_once_and_taken_back_exactly(
    database: Database, owner: Actor, steps: list[tuple[str, int, int, int]]
) -> None:
    with database.transaction(owner) as session:
        change_setting(session, "allow_negative_stock", value=True)
        shop = Shop(session)
        shop.buy(1, 1, "5")
        live_through(shop, steps)
        before = shop.pool, balances(session)
        if shop.plan():
            number = shop.recost()
            assert shop.plan() == []
            assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
            with contextlib.suppress(Refused):
                reverse_recost(session, Reversal(number, "错"), key=new_key())
                assert (shop.pool, balances(session)) == before
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        session.rollback()


def test_it_comes_as_data_and_is_told_as_data(session: Session) -> None:
    shop, first, _second = t13(session)
    number = post_document(session, {"key": "r", "type": "recost"}).number
    told = as_data(session, "recost", number)
    assert (told["from_day"], told["lines"]) == ("2026-11-03", [{"product": "A"}])
    view = recost_view(session, number)
    [line_, _other] = view.lines
    assert (line_.source, line_.booked, line_.amount) == (first, -fen(60), -fen(9))
    assert view.total == -fen("6.75")
    post_document(session, {"key": "x", "type": "reversal", "number": number, "reason": "再算"})
    again = post_document(session, {**told, "key": "s"}).number
    assert recost_view(session, again).total == -fen("6.75")
    assert shop.pool == (pieces(15), fen("188.25"))


def test_margins_by_the_day_of_the_sale_are_right(session: Session) -> None:
    shop, first, _second = t13(session)
    shop.recost()
    assert delivery_view(session, first).lines[0].cost == fen(69)
    assert cost_of_sales(session, on(1), on(9)) == fen(69)
    assert cost_of_sales(session, on(1), DAY) == balances(session)["5401"] == fen("131.75")


def test_what_was_lost_is_counted_anew_against_cost_of_sales(session: Session) -> None:
    shop = Shop(session)
    shop.buy(1, 10, "100")
    used = OtherDraft(on(5), MAIN, "5602", (line(shop.product, 2),))
    number = post_other_issue(session, used, key=new_key()).number
    shop.buy(2, 10, "200")
    assert shop.plan() == [(number, -fen(20), "goods", -fen(10))]
    red = shop.recost()
    assert legs(session, red) == [("5401", fen(10), 0), ("1405", 0, fen(10))]
    assert cost_of_sales(session, on(1), DAY) == fen(10)
