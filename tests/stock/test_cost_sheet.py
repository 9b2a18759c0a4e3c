"""The arithmetic behind a cost is told in numbers, with what lay there before and what was put right later."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.queries import cost_sheet
from tests.shopkeeping import fen
from tests.stock.test_recost import Shop, t13


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session


def words(session: Session, number: str) -> list[str]:
    return [row.words for row in cost_sheet(session, number, None).rows]


def test_the_average_of_the_moment_times_what_went(session: Session) -> None:
    _shop, _first, second = t13(session)
    sheet = cost_sheet(session, second, None)
    assert [(row.words, row.amount) for row in sheet.rows[:3]] == [
        ("1. 商品A：出库 5 个", -fen(65)),
        ("130.00 ÷ 10 × 5 = 65.00", None),
        ("之前：2026-11-10 入库 6 个", fen(90)),
    ]
    assert sheet.rows[2].source.startswith("CGRK")


def test_what_a_recost_changed_stands_below_with_its_document(session: Session) -> None:
    shop, first, _second = t13(session)
    number = shop.recost()
    [row] = [each for each in cost_sheet(session, first, None).rows if each.source == number]
    assert (row.words, row.amount) == ("后来：2026-11-20 重算成本", -fen(9))


def test_each_way_of_going_out_is_told(session: Session) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    shop = Shop(session)
    bought = shop.buy(1, 4, "49")
    assert "按单据的金额 49.00 入库" in words(session, bought)
    straddling = shop.sell(2, 5)
    assert "49.00 + 1 × 12.25 = 61.25" in words(session, straddling)
    assert "库里没有，按最近成本 12.25 × 1 = 12.25" in words(session, shop.sell(3, 1))
    late = shop.buy(4, 10, "120")
    assert "成本补差" in words(session, late)
    assert "库里 8 值 96.00，全部出完" in words(session, shop.sell(5, 8))


def test_a_long_history_is_cut_and_says_so(session: Session) -> None:
    shop = Shop(session)
    for day in range(1, 10):
        shop.buy(day, 1, "3")
    told = words(session, shop.sell(10, 1))
    assert told[-1] == "更早还有 4 笔，看收发明细"
    assert len(told) == 2 + 5 + 1


def test_a_product_is_worth_its_pool(session: Session) -> None:
    shop, *_ = t13(session)
    rows = cost_sheet(session, "", shop.product).rows
    assert (rows[0].words, rows[0].amount) == ("195.00 ÷ 15 个 = 13.00", fen(195))


def test_who_may_not_see_cost_sees_no_arithmetic(any_database: Database, owner: Actor) -> None:
    keeper = Actor(1, "库管", frozenset({"keeper"}), "test")
    with any_database.reading(keeper) as session, pytest.raises(UserError, match="看成本和毛利"):
        cost_sheet(session, "", 1)
