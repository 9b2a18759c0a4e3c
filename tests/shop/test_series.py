"""Numbers run without gaps, whatever is refused or rolled back on the way."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.series import next_number, next_of, of_all_time, of_day, of_month, reserve
from tests.shop.conftest import refused

DAY = date(2026, 11, 20)


def test_numbers_say_series_and_day_and_begin_anew_each_day(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        numbers = [
            next_number(session, prefix, day)
            for prefix, day in [
                ("CGRK", DAY),
                ("CGRK", DAY),
                ("XSCK", DAY),
                ("CGRK", date(2026, 11, 21)),
                ("LS01", DAY),
            ]
        ]
    assert numbers == [
        "CGRK202611200001",
        "CGRK202611200002",
        "XSCK202611200001",
        "CGRK202611210001",
        "LS01202611200001",
    ]


def test_vouchers_count_by_month_and_entries_for_ever(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        months = [
            next_of(session, of_month("记", date(2026, month, 3)))[0] for month in (1, 1, 2, 1)
        ]
        plain = [next_of(session, of_all_time("entry"))[0] for _ in range(3)]
    assert months == [1, 2, 1, 3]
    assert plain == [1, 2, 3]


def test_a_reserved_block_is_nobody_elses(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        assert list(reserve(session, "code", 3)) == [1, 2, 3]
        assert next_of(session, of_all_time("code")) == [4]
        assert list(reserve(session, "code", 2)) == [5, 6]


@given(tries=st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=12))
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_rollbacks_leave_no_gap(
    new_shop: Callable[..., Database], owner: Actor, tries: list[tuple[int, bool]]
) -> None:
    shop, kept = new_shop(), []
    for count, commits in tries:
        with (shop.transaction if commits else partial(refused, shop))(owner) as session:
            given_out = [next_number(session, "XSCK", DAY) for _ in range(count)]
        kept += given_out if commits else []
    assert kept == [f"XSCK20261120{value:04d}" for value in range(1, len(kept) + 1)]


@pytest.mark.pg
def test_several_tills_at_once_leave_no_gap(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    shop = new_shop(dialect="postgresql")

    def take(place: int) -> str | None:
        commits = place % 5 != 0
        with (shop.transaction if commits else partial(refused, shop))(owner) as session:
            number = next_number(session, "XSCK", DAY)
        return number if commits else None

    with ThreadPoolExecutor(4) as pool:
        kept = sorted(number for number in pool.map(take, range(50)) if number)
    assert kept == [f"XSCK20261120{value:04d}" for value in range(1, 41)]


def test_several_series_count_in_one_step_each_by_itself(any_database, owner):
    day = date(2026, 3, 3)
    wanted = of_day("XSCK", day), of_all_time("entry"), of_month("记", day)
    with any_database.transaction(owner) as session:
        next_of(session, of_all_time("entry"))
        assert next_of(session, *wanted) == [1, 2, 1]
        assert next_of(session, *reversed(wanted)) == [2, 3, 2]
