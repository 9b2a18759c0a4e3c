"""Moving average by the worked numbers of the trade, by an oracle of exact fractions, and by random histories."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.stock.costing import (
    Pool,
    Step,
    issue,
    receive,
    revalue,
    stock_share,
    take_back,
    unit_cost,
)
from tests.stock.oracles import Average

Q = 10_000
"""One unit in 1e-4 units."""


def run(pool: Pool, *steps: tuple[str, int, int]) -> list[Step]:
    """Walks `in q amount` and `out q`; returns every step."""
    done = []
    for kind, quantity, amount in steps:
        step = receive(pool, quantity * Q, amount) if kind == "in" else issue(pool, quantity * Q)
        pool = step.pool
        done.append(step)
    return done


def story(*steps: tuple[str, int, int], pool: Pool | None = None) -> list[tuple[int, int, int]]:
    """After each step: cost or worth moved, quantity and value of the pool."""
    return [
        (abs(step.amount), step.pool.quantity // Q, step.pool.value)
        for step in run(pool or Pool(), *steps)
    ]


def test_t1_the_average_and_its_end_without_residue() -> None:
    assert story(("in", 100, 100000), ("in", 50, 61500), ("out", 30, 0), ("out", 120, 0)) == [
        (100000, 100, 100000),
        (61500, 150, 161500),
        (32300, 120, 129200),
        (129200, 0, 0),
    ]


def test_t2_ten_yuan_over_three_pieces() -> None:
    costs = [
        step[0] for step in story(("in", 3, 1000), ("out", 1, 0), ("out", 1, 0), ("out", 1, 0))
    ]
    assert costs == [1000, 333, 334, 333]


def test_t3_odd_quantities() -> None:
    steps = story(("in", 7, 10000), ("out", 2, 0), ("in", 4, 5999), ("out", 5, 0), ("out", 4, 0))
    assert [s[0] for s in steps] == [10000, 2857, 5999, 7301, 5841]
    assert steps[-1][1:] == (0, 0)


def test_t4_a_case_of_twenty_four() -> None:
    steps = story(("in", 48, 11000), ("out", 5, 0), ("out", 19, 0), ("out", 24, 0))
    assert [s[0] for s in steps] == [11000, 1146, 4354, 5500]
    assert steps[-1][1:] == (0, 0)


def test_t5_a_return_comes_back_at_what_it_cost() -> None:
    steps = run(Pool(), ("in", 10, 10000), ("out", 3, 0), ("in", 5, 6500), ("in", 1, 1000))
    assert (steps[-1].pool.quantity, steps[-1].pool.value) == (13 * Q, 14500)
    assert unit_cost(14500, 13 * Q) == 11_153_846


def test_t7_t8_t9_goods_back_to_the_supplier_keep_the_signs() -> None:
    after_sale = run(Pool(), ("in", 10, 10000), ("in", 10, 14000), ("out", 5, 0))[-1].pool
    assert take_back(after_sale, 4 * Q, 5600).pool == Pool(11 * Q, 12400, after_sale.last_cost)

    half_sold = run(Pool(), ("in", 10, 10000), ("in", 10, 14000), ("out", 10, 0))[-1].pool
    to_zero = take_back(half_sold, 10 * Q, 14000)
    assert (to_zero.adjustment, to_zero.pool.quantity, to_zero.pool.value) == (2000, 0, 0)

    mostly_sold = run(Pool(), ("in", 10, 2000), ("in", 10, 10000), ("out", 15, 0))[-1].pool
    below = take_back(mostly_sold, 4 * Q, 4000)
    assert (below.adjustment, below.pool.quantity, below.pool.value) == (1600, Q, 600)


def test_t10_sold_before_it_came_is_trued_up() -> None:
    steps = run(Pool(last_cost=10_000_000), ("out", 3, 0), ("in", 10, 11000))
    assert steps[0].pool == Pool(-3 * Q, -3000, 10_000_000)
    assert (steps[1].adjustment, steps[1].pool.quantity, steps[1].pool.value) == (-300, 7 * Q, 7700)


def test_t11_covered_by_two_receipts() -> None:
    steps = run(Pool(last_cost=10_000_000), ("out", 8, 0), ("in", 5, 6000), ("in", 6, 6600))
    assert [step.adjustment for step in steps] == [0, -1000, -300]
    assert (steps[-1].pool.quantity, steps[-1].pool.value) == (3 * Q, 3300)


def test_t12_an_issue_that_straddles_zero() -> None:
    steps = run(Pool(), ("in", 2, 1900), ("out", 5, 0), ("in", 10, 10500))
    assert (steps[1].amount, steps[1].pool.value) == (-4750, -2850)
    assert (steps[2].adjustment, steps[2].pool.value) == (-300, 7350)


def test_t12b_the_cost_before_zero_serves_what_comes_after() -> None:
    steps = run(Pool(), ("in", 2, 1900), ("in", 2, 3000), ("out", 5, 0), ("out", 1, 0))
    assert [step.amount for step in steps[2:]] == [-6125, -1225]
    assert (steps[-1].pool.quantity, steps[-1].pool.value) == (-2 * Q, -2450)


def test_t15_late_freight_is_borne_by_what_still_lies_there() -> None:
    pool = run(Pool(), ("in", 100, 80000), ("out", 60, 0))[-1].pool
    share = stock_share(pool, 100 * Q, 6000)
    assert (share, 6000 - share) == (2400, 3600)
    after = revalue(pool, share).pool
    assert (after.quantity, after.value, unit_cost(after.value, after.quantity)) == (
        40 * Q, 34400, 8_600_000,
    )  # fmt: skip


def test_t16_the_invoice_says_more_than_the_estimate() -> None:
    pool = run(Pool(), ("in", 100, 80000), ("out", 60, 0))[-1].pool
    share = stock_share(pool, 100 * Q, 5000)
    assert (share, 5000 - share, revalue(pool, share).pool.value) == (2000, 3000, 34000)


def test_t17_a_price_cut_after_sell_out_is_all_cost_of_sales() -> None:
    pool = run(Pool(), ("in", 50, 30000), ("out", 50, 0))[-1].pool
    assert stock_share(pool, 50 * Q, -2500) == 0


def test_t21_between_pools_goods_keep_their_worth() -> None:
    first = run(Pool(), ("in", 10, 10500))[-1].pool
    second = run(Pool(), ("in", 5, 6000))[-1].pool
    out = issue(first, 4 * Q)
    into = receive(second, 4 * Q, -out.amount)
    assert (out.amount, out.pool.value, into.pool.value) == (-4200, 6300, 10200)
    assert unit_cost(into.pool.value, into.pool.quantity) == 11_333_333
    assert story(("in", 3, 1000), ("out", 1, 0), ("out", 2, 0))[1:] == [(333, 2, 667), (667, 0, 0)]


def test_goods_that_never_came_in_cost_the_last_purchase_price() -> None:
    step = issue(Pool(), 2 * Q, fallback=3_500_000)
    assert (step.amount, step.pool.value) == (-700, -700)


# --- against the oracle -------------------------------------------------------------------


STEPS = st.lists(
    st.tuples(st.sampled_from(["in", "out"]), st.integers(1, 10**7), st.integers(0, 10**8)),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_every_history_agrees_with_exact_fractions_and_keeps_the_signs(
    steps: list[tuple[str, int, int]],
) -> None:
    pool, oracle = Pool(), Average()
    for number, (kind, quantity, amount) in enumerate(steps):
        deed = (number,)
        if kind == "in":
            step = receive(pool, quantity, amount)
            assert step.adjustment == oracle.come_in(deed, "", quantity, amount)
        else:
            step = issue(pool, quantity)
            assert -step.amount == oracle.go_out(deed, "", quantity)
        pool = step.pool
        assert (pool.quantity, pool.value) == (oracle.quantity, oracle.value)
        assert_signs(pool)


def assert_signs(pool: Pool) -> None:
    """Q = 0 means V = 0, and otherwise V has the sign of Q (I4)."""
    if pool.quantity == 0:
        assert pool.value == 0
    elif pool.quantity > 0:
        assert pool.value >= 0
    else:
        assert pool.value <= 0


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_taking_every_movement_back_leaves_nothing(steps: list[tuple[str, int, int]]) -> None:
    pool, done = Pool(), []
    for kind, quantity, amount in steps:
        step = receive(pool, quantity, amount) if kind == "in" else issue(pool, quantity)
        pool = step.pool
        done.append(step)
    for step in reversed(done):
        if step.quantity > 0:
            pool = take_back(pool, step.quantity, step.amount).pool
        else:
            pool = receive(pool, -step.quantity, -step.amount).pool
        assert_signs(pool)
    assert (pool.quantity, pool.value) == (0, 0)


@pytest.mark.parametrize("quantity", [1, Q, 7 * Q])
def test_gifts_are_worth_nothing_and_that_is_right(quantity: int) -> None:
    assert receive(Pool(), quantity, 0).pool == Pool(quantity, 0, 0)
