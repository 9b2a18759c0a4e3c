"""The owner's morning look: what was sold, earned, lies there and is owed, worked out by hand beside it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.analysis.best_goods import best_goods
from jxc_desktop.analysis.dashboard import (
    money_figures,
    sales_course,
    sales_figures,
    stock_figures,
)
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.services import reverse_ticket
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY, actor_with
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    receive,
    ring_up,
    take_back,
)

LAST_MONTH = date(2026, 10, 20)


@pytest.fixture
def story(any_database: Database, owner: Actor) -> Database:
    """Small taxpayer, 1 %: rice costs 4, sells at 10.10; oil costs 20, sells at 30.30; a third good never came."""
    with any_database.transaction(owner) as session:
        rice, oil = a_product(session, "A"), a_product(session, "B")
        a_product(session, "C")
        supplier, customer = a_supplier(session), a_customer(session)
        bought = [line(rice, 100, 4), line(oil, 10, 20)]
        receive(session, supplier, bought, day=date(2026, 9, 1))
        deliver(session, customer, [line(rice, 3, "10.10")], day=LAST_MONTH)
        deliver(session, customer, [line(rice, 1, "10.10")], day=LAST_MONTH + timedelta(5))
        deliver(session, customer, [line(oil, 2, "30.30")], day=TODAY - timedelta(1))
        shift = open_shift(session, "01", fen(100))
        first = ring_up(session, shift, [line(rice, 4, "10.10")], cash="50")
        ring_up(session, shift, [line(oil, 1, "30.30")], cash="50")
        slip = ring_up(session, shift, [line(rice, 1, "10.10")], cash="50")
        reverse_ticket(session, Reversal(slip.number, "没付"), key=new_key())
        take_back(session, shift, first.number, (1, "1"))
    return any_database


Ask = Callable[[Session], object]


def test_today_yesterday_and_the_month_beside_the_same_days_of_the_last(
    story: Database, owner: Actor
):
    with story.reading(owner) as session:
        found = sales_figures(session)
    assert (found.today.net, found.today.profit) == (fen("60"), fen("28"))  # 3 × (10−4) + (30−20)
    assert (found.yesterday.net, found.yesterday.profit) == (fen("60"), fen("20"))
    assert (found.month.net, found.month.margin) == (fen("120"), 4000)
    assert found.last_month.net == fen("30")  # the 25th is not among the same days
    assert found.tickets.count == 2
    assert found.tickets.total == fen("60.60")
    assert found.tickets.each == fen("30.30")


def test_the_course_adds_up_and_the_months_agree_with_the_days(story: Database, owner: Actor):
    with story.reading(owner) as session:
        week, month, year = (sales_course(session, span) for span in ("week", "month", "year"))
    assert (len(week.points), len(month.points), len(year.points)) == (7, 30, 11)
    assert (week.whole.net, month.whole.net) == (fen("120"), fen("130"))
    assert [point.net for point in year.points[-2:]] == [fen("40"), fen("120")]
    assert year.whole.profit == fen("24") + fen("48")


def test_the_best_goods_are_those_that_earned_most(story: Database, owner: Actor):
    with story.reading(owner) as session:
        goods = best_goods(session, TODAY - timedelta(1), TODAY)
    assert [(each.name, each.quantity, each.net, each.profit) for each in goods] == [
        ("商品B", pieces(3), fen("90"), fen("30")),
        ("商品A", pieces(3), fen("30"), fen("18")),
    ]


def test_who_may_not_see_cost_sees_what_sold_most_and_no_profit(story: Database):
    with story.reading(actor_with("sales")) as session:
        found, goods = sales_figures(session), best_goods(session, TODAY, TODAY)
        there = stock_figures(session)
    assert found.today.net == fen("60")
    assert (found.today.cost, found.today.profit, found.today.margin) == (None, None, None)
    assert {each.profit for each in goods} == {None}
    assert there.value is None


def test_stock_and_money_are_what_the_books_say(story: Database, owner: Actor):
    with story.reading(owner) as session:
        stock, money = stock_figures(session), money_figures(session)
    assert (stock.there, stock.run_out) == (2, 0)
    assert stock.value == fen(93 * 4 + 7 * 20)
    assert money.payable.total == fen(600)
    assert money.receivable.total == fen("101.00")
    assert money.receivable.firms == 1
    assert money.total == sum(amount for _account, amount in money.accounts)


@pytest.mark.parametrize(
    ("ask", "role"), [(money_figures, "keeper"), (sales_figures, "keeper")], ids=["money", "sales"]
)
def test_each_part_needs_its_right(story: Database, ask: Ask, role: str):
    with story.reading(actor_with(role)) as session, pytest.raises(Forbidden):
        ask(session)
