"""The cache of what each month moved: kept while posting, equal to the moves, and told when it is not."""

from datetime import date

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.invariants import months_equal_their_rebuild
from jxc_desktop.stock.queries import flows_between
from jxc_desktop.stock.rebuild import rebuild_stock
from tests.conftest import actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

MONTHS = text(
    "SELECT month, product_id, warehouse_id, in_quantity, in_amount, out_quantity, out_amount, "
    "adjust_amount FROM stock_month ORDER BY month, product_id, warehouse_id"
)


@pytest.fixture
def shop(any_database: Database, owner: Actor) -> Database:
    """Goods of two products in and out over four months, a sale taken back in the month after."""
    with any_database.transaction(owner) as session:
        a, b = a_product(session, "A"), a_product(session, "B")
        supplier, customer = a_supplier(session), a_customer(session)
        receive(session, supplier, [line(a, 10, "3.33"), line(b, 7, "1.10")], day=date(2026, 1, 31))
        receive(session, supplier, [line(a, 5, "3.00"), line(a, 2, "4.00")], day=date(2026, 2, 28))
        sold = deliver(session, customer, [line(a, 6, "9"), line(b, 7, "9")], day=date(2026, 3, 1))
        wanted = Reversal(sold.number, "错", date(2026, 4, 2))
        reverse_delivery(session, wanted, key=new_key())
        deliver(session, customer, [line(a, 1, "9")], day=date(2026, 4, 30))
    return any_database


def test_months_kept_while_posting_are_those_of_the_moves(shop: Database, owner: Actor) -> None:
    with shop.transaction(owner) as session:
        kept = session.execute(MONTHS).all()
        assert months_equal_their_rebuild(session) == []
        rebuild_stock(session)
        assert session.execute(MONTHS).all() == kept
    assert len(kept) == 7


def test_a_month_that_differs_from_its_moves_is_named(shop: Database, owner: Actor) -> None:
    with shop.transaction(owner) as session:
        session.execute(
            text("UPDATE stock_month SET out_amount = out_amount + 1 WHERE month = '2026-04'")
        )
        problems = months_equal_their_rebuild(session)
    assert len(problems) == 2
    assert all("2026-04" in problem for problem in problems)


def test_a_lost_month_is_named(shop: Database, owner: Actor) -> None:
    with shop.transaction(owner) as session:
        session.execute(text("DELETE FROM stock_month WHERE month = '2026-01' AND product_id = 2"))
        assert len(months_equal_their_rebuild(session)) == 1


DAYS = [
    date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 27), date(2026, 2, 28),
    date(2026, 3, 1), date(2026, 4, 2), date(2026, 4, 29), date(2026, 4, 30), date(2027, 1, 1),
]  # fmt: skip


def test_any_period_is_the_sum_of_its_days(shop: Database, owner: Actor) -> None:
    with shop.reading(owner) as session:
        moves = session.execute(text("SELECT product_id, day, quantity, amount FROM move")).all()
        for first in DAYS:
            for last in [day for day in DAYS if day >= first]:
                flows = flows_between(session, first, last)
                for product in (1, 2):
                    own = [m for m in moves if m[0] == product and str(first) <= m[1] <= str(last)]
                    flow = flows.get(product)
                    assert (flow.quantity if flow else 0) == sum(m[2] for m in own)
                    assert (flow.amount if flow else 0) == sum(m[3] for m in own)


def test_ever_after_has_no_end(shop: Database, owner: Actor) -> None:
    with shop.reading(owner) as session:
        assert flows_between(session, date(2026, 4, 1))[1].quantity == 50000
        assert flows_between(session, date(2027, 1, 1)) == {}
        assert flows_between(session, date(2026, 4, 2), date(2026, 4, 1)) == {}


def test_a_sale_taken_back_is_red_in_the_month_of_the_reversal(
    shop: Database, owner: Actor
) -> None:
    with shop.reading(owner) as session:
        april = flows_between(session, date(2026, 4, 1), date(2026, 4, 29))
    assert (april[1].in_quantity, april[1].out_quantity) == (0, -60000)


def test_worth_is_not_asked_for_who_may_not_see_it(shop: Database) -> None:
    with shop.reading(actor_with("keeper")) as session:
        flows = flows_between(session, date(2026, 1, 1), date(2026, 12, 31))
    assert flows[1].quantity == 160000
    assert all(flow.amount == flow.in_amount == flow.out_amount == 0 for flow in flows.values())


def test_another_warehouse_has_moved_nothing(shop: Database, owner: Actor) -> None:
    with shop.reading(owner) as session:
        assert flows_between(session, date(2026, 1, 1), warehouse_id=99) == {}
        assert flows_between(session, date(2026, 1, 1), warehouse_id=1)[1].quantity == 160000
