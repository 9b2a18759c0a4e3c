"""Cost put right by hand: value moves, goods do not, and the books follow."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.cost_adjustments import (
    AdjustedLine,
    AdjustmentDraft,
    foresee_adjustment,
    post_cost_adjustment,
    reverse_cost_adjustment,
)
from jxc_desktop.stock.queries import cost_adjustment_list, cost_adjustment_view, moves_of_product
from jxc_desktop.stock.trade import ListFilter
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


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def stocked(session: Session, quantity: int = 10, at: str = "5.00", code: str = "A") -> int:
    product = a_product(session, code)
    receive(session, a_supplier(session, f"S{code}"), [line(product, quantity, at)])
    return product


def draft(*lines: AdjustedLine, **more: object) -> AdjustmentDraft:
    return AdjustmentDraft(DAY, MAIN, lines, **more)


def post(session: Session, *lines: AdjustedLine, **more: object) -> str:
    return str(post_cost_adjustment(session, draft(*lines, **more), key=new_key()).number)


def test_value_enters_stock_without_goods(session: Session) -> None:
    product = stocked(session)
    told = foresee_adjustment(session, draft(AdjustedLine(product, fen("2.50"))))
    number = post(session, AdjustedLine(product, fen("2.50")))
    assert number == "CBTZ202611200001"
    assert pool(session, product) == (pieces(10), fen("52.50"))
    assert legs(session, number) == [("1405", fen("2.50"), 0), ("5401", 0, fen("2.50"))]
    assert [(x.account, x.debit, x.credit) for x in told.legs] == legs(session, number)
    [*_rest, move] = moves_of_product(session, product, date(2026, 11, 1), DAY)
    assert (move.kind, move.quantity, move.amount) == ("cost_adjustment", 0, fen("2.50"))


def test_the_right_unit_cost_may_be_said_instead(session: Session) -> None:
    product = stocked(session, 7, "1.43")
    number = post(session, AdjustedLine(product, unit_cost=price("1.50")))
    [row] = cost_adjustment_view(session, number).lines
    assert (row.worth, row.amount, row.new_cost) == (fen("10.01"), fen("0.49"), price("1.5"))
    assert pool(session, product) == (pieces(7), fen("10.50"))


def test_goods_sold_afterwards_cost_what_was_put_right(session: Session) -> None:
    product = stocked(session)
    post(session, AdjustedLine(product, fen("-10.00")))
    sold = deliver(session, a_customer(session), [line(product, 10, "9")])
    assert ("5401", fen(40), 0) in legs(session, sold.number)
    assert pool(session, product) == (0, 0)


@pytest.mark.parametrize(
    ("account", "amount", "booked"),
    [
        ("5301", 300, [("1405", 300, 0), ("5301", 0, 300)]),
        ("5711", -300, [("5711", 300, 0), ("1405", 0, 300)]),
    ],
)
def test_the_reason_chooses_the_account(
    session: Session, account: str, amount: int, booked: list[tuple[str, int, int]]
) -> None:
    number = post(session, AdjustedLine(stocked(session), amount), account=account)
    assert legs(session, number) == booked
    [row] = cost_adjustment_list(session, ListFilter())
    assert row.total == amount


def test_more_and_less_stand_on_their_own_sides(session: Session) -> None:
    first, second = stocked(session), stocked(session, code="B")
    number = post(session, AdjustedLine(first, fen(3)), AdjustedLine(second, fen(-1)))
    assert legs(session, number) == [
        ("1405", fen(3), 0), ("5401", 0, fen(3)), ("5401", fen(1), 0), ("1405", 0, fen(1)),
    ]  # fmt: skip


def test_taken_back_all_is_as_it_was(session: Session) -> None:
    product = stocked(session)
    before = balances(session)
    number = post(session, AdjustedLine(product, fen(-20)))
    reverse_cost_adjustment(session, Reversal(number, "写错"), key=new_key())
    assert (balances(session), pool(session, product)) == (before, (pieces(10), fen(50)))


def test_taken_back_after_the_goods_are_gone_it_is_cost_of_sales(session: Session) -> None:
    product = stocked(session)
    number = post(session, AdjustedLine(product, fen(7)), account="5301")
    deliver(session, a_customer(session), [line(product, 10, "9")])
    red = reverse_cost_adjustment(session, Reversal(number, "写错"), key=new_key()).number
    assert pool(session, product) == (0, 0)
    assert legs(session, red)[2:] == [("1405", fen(7), 0), ("5401", 0, fen(7))]


def test_without_goods_there_is_no_cost_to_put_right(session: Session) -> None:
    with pytest.raises(UserError, match="没有库存，没有成本可调"):
        post(session, AdjustedLine(a_product(session), fen(1)))


def test_goods_are_worth_at_least_nothing(session: Session) -> None:
    product = stocked(session)
    with pytest.raises(UserError, match=r"商品A 现有 10，金额会成为 -0\.01"):
        post(session, AdjustedLine(product, fen("-50.01")))
    post(session, AdjustedLine(product, fen(-50)))
    assert pool(session, product) == (pieces(10), 0)


def test_oversold_goods_stay_worth_less_than_nothing(session: Session) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    product = stocked(session, 1, "5.00")
    deliver(session, a_customer(session), [line(product, 3, "9")])
    post(session, AdjustedLine(product, fen(10)))
    assert pool(session, product) == (pieces(-2), 0)


@pytest.mark.parametrize(
    ("more", "amount", "said"),
    [
        ({"account": "5301"}, -1, "营业外收入只收调增"),
        ({"account": "5711"}, 1, "营业外支出只收调减"),
        ({"account": "1001"}, 1, "只能是 5401、5301、5711"),
        ({}, 0, "调整金额是 0"),
        ({}, None, "两个选一个"),
    ],
)
def test_what_makes_no_sense_is_refused(
    session: Session, more: dict[str, str], amount: int | None, said: str
) -> None:
    product = stocked(session)
    with pytest.raises(UserError, match=said):
        post(session, AdjustedLine(product, amount), **more)


def test_a_product_stands_on_one_line(session: Session) -> None:
    product = stocked(session)
    with pytest.raises(UserError, match="写了两行"):
        post(session, AdjustedLine(product, 1), AdjustedLine(product, 2))


def test_by_warehouse_its_own_pool_is_put_right(session: Session) -> None:
    change_setting(session, "cost_scope", value="warehouse")
    product = stocked(session)
    number = post(session, AdjustedLine(product, unit_cost=price(6)))
    assert cost_adjustment_view(session, number).total == fen(10)


def test_it_comes_as_data_and_is_told_as_data(session: Session) -> None:
    stocked(session)
    came = {
        "key": "c", "type": "cost_adjustment",
        "lines": [{"product": "A", "unit_cost": "5.25"}],
    }  # fmt: skip
    told = as_data(session, "cost_adjustment", post_document(session, came).number)
    assert (told["account"], told["lines"]) == ("5401", [{"product": "A", "amount": "2.50"}])
    post_document(session, {**told, "key": "d"})
    assert cost_adjustment_view(session, "CBTZ202611200002").lines[0].worth == fen("52.50")


def test_a_keeper_may_not_touch_cost(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        product = stocked(session)
    keeper = Actor(1, "库管", frozenset({"keeper"}), "test")
    with (
        any_database.transaction(keeper) as session,
        pytest.raises(UserError, match="没有“审核过账成本调整单”的权限"),
    ):
        post(session, AdjustedLine(product, 1))
