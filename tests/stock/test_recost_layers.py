"""Cost counted anew first in, first out: other goods went, at another worth; then as if all had come in order."""

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.recosts import reverse_recost
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from tests.shopkeeping import DAY, MAIN, balances, fen, legs, line, pieces
from tests.stock.test_recost import STORIES, Shop, live_through, on


def _faults(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        change_setting(session, "costing", "fifo")
        yield session
        assert _faults(session) == []


def layers(shop: Shop) -> list[tuple[str, int, int]]:
    """Day, quantity and fen of what lies there, the oldest first."""
    rows = shop.session.execute(
        text(
            "SELECT m.day, l.quantity, l.value FROM cost_layer l JOIN cost_pool p ON p.id = l.pool_id "
            "JOIN move m ON m.pool_id = l.pool_id AND m.seq = l.seq WHERE p.product_id = :product "
            "ORDER BY m.day, l.quantity, l.value"
        ),
        {"product": shop.product},
    )
    return [tuple(row) for row in rows]


def late(session: Session) -> tuple[Shop, str, str]:
    """10 at 10.00 on the 1st, 6 sold on the 5th, 6 at 15.00 on the 10th, 5 sold on the 12th; 4 at 13.00 came on the
    3rd, which was entered last."""
    shop = Shop(session)
    shop.buy(1, 10, "100")
    first = shop.sell(5, 6)
    shop.buy(10, 6, "90")
    second = shop.sell(12, 5)
    shop.buy(3, 4, "52")
    return shop, first, second


def test_the_goods_that_came_late_go_before_those_of_later_days(session: Session) -> None:
    shop, _first, second = late(session)
    assert layers(shop) == [
        ("2026-11-03", pieces(4), fen(52)), ("2026-11-10", pieces(5), fen(75)),
    ]  # fmt: skip
    # By the books 4 of the 1st and 1 of the 10th went on the 12th; in order 4 of the 1st and 1 of the 3rd.
    assert shop.plan() == [(second, -fen(55), "goods", fen(2))]
    number = shop.recost()
    assert legs(session, number) == [("1405", fen(2), 0), ("5401", 0, fen(2))]
    assert layers(shop) == [
        ("2026-11-03", pieces(3), fen(39)), ("2026-11-10", pieces(6), fen(90)),
    ]  # fmt: skip
    assert shop.plan() == []
    with pytest.raises(Refused, match="没有要改的"):
        shop.recost()


def test_taken_back_it_is_its_mirror(session: Session) -> None:
    shop, *_ = late(session)
    before = balances(session), shop.pool, layers(shop)
    number = shop.recost()
    reverse_recost(session, Reversal(number, "算错"), key=new_key())
    assert (balances(session), shop.pool, layers(shop)) == before
    assert len(shop.plan()) == 1


def test_goods_sold_meanwhile_keep_it_from_being_taken_back(session: Session) -> None:
    shop, *_ = late(session)
    number = shop.recost()
    shop.sell(20, 9)
    shop.buy(20, 5, "80")
    with pytest.raises(Refused, match="各批对不上了"), session.begin_nested():
        reverse_recost(session, Reversal(number, "算错"), key=new_key())


def test_what_comes_back_later_lies_in_the_layers_it_went_from_by_now(session: Session) -> None:
    shop, _first, second = late(session)
    shop.recost()
    draft = SalesReturnDraft(
        DAY, shop.customer, MAIN, original=second, back=(ReturnLine(1, pieces(5)),)
    )
    back = post_sales_return(session, draft, key=new_key()).number
    assert ("1405", fen(53), 0) in legs(session, str(back))
    assert layers(shop) == [
        ("2026-11-01", pieces(4), fen(40)), ("2026-11-03", pieces(4), fen(52)),
        ("2026-11-10", pieces(6), fen(90)),
    ]  # fmt: skip
    assert shop.plan() == []


def test_a_document_is_reversed_at_what_it_costs_by_now(session: Session) -> None:
    shop, first, second = late(session)
    shop.recost()
    reverse_delivery(session, Reversal(second, "错"), key=new_key())
    reverse_delivery(session, Reversal(first, "错"), key=new_key())
    assert shop.pool == (pieces(20), fen(242))
    assert layers(shop) == [
        ("2026-11-01", pieces(10), fen(100)), ("2026-11-03", pieces(4), fen(52)),
        ("2026-11-10", pieces(6), fen(90)),
    ]  # fmt: skip
    assert shop.plan() == []


def test_other_goods_of_the_same_worth_come_along_but_are_no_reason_alone(
    session: Session,
) -> None:
    shop = Shop(session)
    for day in (1, 3):
        shop.buy(day, 2, "20")
    shop.sell(6, 2)
    second = shop.sell(7, 2)
    shop.buy(2, 1, "10")
    assert shop.plan() == []
    with pytest.raises(Refused, match="没有要改的"):
        shop.recost()
    shop.buy(5, 2, "24")
    third, fourth = shop.sell(8, 1), shop.sell(9, 1)
    shop.buy(4, 1, "11")
    assert shop.plan() == [
        (second, 0, "layers", 0), (third, 0, "layers", 0), (fourth, -fen(12), "goods", fen(1)),
    ]  # fmt: skip
    shop.recost()
    assert layers(shop) == [("2026-11-05", pieces(2), fen(24))]


def test_goods_take_their_new_cost_to_another_warehouse(session: Session) -> None:
    change_setting(session, "cost_scope", "warehouse")
    save_warehouse(session, WarehouseDraft("东库", "EAST"))
    [east] = session.execute(text("SELECT id FROM warehouse WHERE code = 'EAST'")).one()
    shop = Shop(session)
    shop.buy(2, 10, "100")
    draft = TransferDraft(on(4), MAIN, east, (line(shop.product, 5),))
    moved = post_stock_transfer(session, draft, key=new_key()).number
    shop.buy(1, 10, "200")
    assert shop.plan() == [
        (moved, -fen(50), "goods", -fen(50)), (moved, fen(50), "goods", fen(50)),
    ]  # fmt: skip
    assert legs(session, shop.recost()) == []
    assert shop.plan() == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["in", "out"]), st.integers(1, 20), st.integers(1, 9), st.integers(1, 99)
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_counted_anew_the_layers_are_as_if_all_had_come_in_order(
    database: Database, owner: Actor, steps: list[tuple[str, int, int, int]]
) -> None:
    """The rule of posting itself, proven by fractions elsewhere, tells what they ought to be."""
    with database.transaction(owner) as session:
        change_setting(session, "costing", "fifo")
        change_setting(session, "allow_negative_stock", value=True)
        mixed, ordered = Shop(session, "A"), Shop(session, "B")
        for shop, story in ((mixed, steps), (ordered, sorted(steps, key=lambda step: step[1]))):
            shop.buy(1, 1, "5")
            for way, day, quantity, unit in story:
                if way == "in":
                    shop.buy(day, quantity, str(quantity * unit))
                else:
                    shop.sell(day, quantity)
        assert ordered.plan() == []
        with contextlib.suppress(Refused):
            mixed.recost()
            assert layers(mixed) == layers(ordered)
        assert mixed.plan() == []
        assert mixed.pool == ordered.pool
        assert _faults(session) == []
        session.rollback()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STORIES)
def test_any_story_is_counted_anew_once_and_taken_back_exactly(
    database: Database, owner: Actor, steps: list[tuple[str, int, int, int]]
) -> None:
    with database.transaction(owner) as session:
        change_setting(session, "costing", "fifo")
        change_setting(session, "allow_negative_stock", value=True)
        shop = Shop(session)
        shop.buy(1, 1, "5")
        live_through(shop, steps)
        before = shop.pool, balances(session), layers(shop)
        if shop.plan():
            number = shop.recost()
            assert shop.plan() == []
            assert _faults(session) == []
            with contextlib.suppress(Refused):
                reverse_recost(session, Reversal(number, "错"), key=new_key())
                assert (shop.pool, balances(session), layers(shop)) == before
        assert _faults(session) == []
        session.rollback()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STORIES)
def test_a_story_in_order_has_nothing_to_be_counted_anew(
    database: Database, owner: Actor, steps: list[tuple[str, int, int, int]]
) -> None:
    with database.transaction(owner) as session:
        change_setting(session, "costing", "fifo")
        change_setting(session, "allow_negative_stock", value=True)
        shop = Shop(session)
        shop.buy(1, 1, "5")
        live_through(shop, [(way, 20, *more) for way, _day, *more in steps])
        assert shop.plan() == []
        session.rollback()
