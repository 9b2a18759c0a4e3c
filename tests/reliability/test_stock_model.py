"""Whatever is done to stock in whatever order, pools are what the rules of costing say, and all can be undone."""

import random
from collections.abc import Callable

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from tests.reliability.harness import scaled
from tests.stock.recost_room import RecostRoom
from tests.stock.stock_model import StockRoom

SEED = 20261127


@pytest.mark.parametrize("scope", ["company", "warehouse"])
@pytest.mark.parametrize("method", ["moving_average", "fifo"])
def test_a_random_stock_room_is_what_the_oracle_says_and_can_be_undone(
    new_shop: Callable[..., Database], owner: Actor, method: str, scope: str
) -> None:
    steps = scaled(150, 5000)
    room = StockRoom(new_shop(), owner, random.Random(SEED), method, scope)
    for number in range(steps):
        room.step()
        assert room.differences() == []
        if number % (steps // 5) == 0:
            assert room.problems() == []
    assert room.problems() == []
    print(f"seed {SEED}, {method}, {scope}: {room.done}, {len(room.standing)} stand")
    assert sum(room.done.values()) > steps // 2, "most steps did something"
    while room.standing:
        room.undo_last()
        assert room.differences() == []
    assert room.problems() == []
    assert {(pool.quantity, pool.value) for pool in room.pools.values()} == {(0, 0)}


@pytest.mark.parametrize("scope", ["company", "warehouse"])
@pytest.mark.parametrize("method", ["moving_average", "fifo"])
def test_costs_counted_anew_at_random_break_no_rule_and_can_be_undone(
    new_shop: Callable[..., Database], owner: Actor, method: str, scope: str
) -> None:
    steps = scaled(120, 2500)
    room = RecostRoom(new_shop(), owner, random.Random(SEED), method, scope)
    for number in range(steps):
        room.step()
        if number % (steps // 10) == 0:
            assert room.problems() == []
    assert room.problems() == []
    print(f"seed {SEED}, {method}, {scope}: {room.done}, {len(room.standing)} stand")
    assert room.done["recost"] > steps // 100
    while room.standing:
        room.undo_last()
    assert room.problems() == []
    assert room.pools_now() == {(0, 0)}
