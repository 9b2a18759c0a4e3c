"""The movement summary over a long history: row for row what one pass over all moves sums."""

from datetime import date

import pytest
from sqlalchemy import text

from benchmarks.history import add_history
from benchmarks.shops import new_shop
from benchmarks.stock import PERIODS, grouped_rows, report_rows, require_equal
from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.stock.invariants import (
    levels_equal_their_rebuild,
    months_equal_their_rebuild,
    pools_equal_their_moves,
    pools_keep_their_signs,
)
from jxc_desktop.stock.rebuild import rebuild_stock

CACHES = ("stock_level", "cost_pool", "stock_month")
Shop = tuple[Database, Actor]


@pytest.fixture(scope="module")
def years() -> Shop:
    """Thirty-seven goods and 6,000 moves, made twice over so that the second lies upon the first."""
    database, owner = new_shop(37)
    add_history(database, 2_000)
    add_history(database, 4_000)
    return database, owner


@pytest.mark.parametrize("period", PERIODS)
def test_periods_of_the_benchmark_are_the_plain_sums(
    years: Shop, period: tuple[date, date]
) -> None:
    database, owner = years
    with database.reading(owner) as session:
        ours, plain = report_rows(session, *period), grouped_rows(session, *period)
        assert len(ours) == 37
        require_equal(ours, plain)


EDGES = [
    date(2026, month, day)
    for month, day in ((1, 1), (2, 14), (2, 28), (3, 1), (3, 15), (3, 16), (3, 17), (3, 31), (11, 20))
]  # fmt: skip


def test_every_way_a_period_can_begin_and_end_gives_the_plain_sums(years: Shop) -> None:
    database, owner = years
    with database.reading(owner) as session:
        for first in EDGES:
            for last in [day for day in EDGES if day >= first]:
                require_equal(report_rows(session, first, last), grouped_rows(session, first, last))


def test_a_difference_of_one_fen_is_found(years: Shop) -> None:
    database, owner = years
    with database.reading(owner) as session:
        ours = report_rows(session, *PERIODS[0])
    code = min(ours)
    wrong = {**ours, code: (*ours[code][:-1], ours[code][-1] + 1)}
    with pytest.raises(AssertionError, match=code):
        require_equal(wrong, ours)


def test_a_made_history_leaves_the_caches_as_a_rebuild_would_make_them(years: Shop) -> None:
    database, owner = years
    with database.transaction(owner) as session:
        for rule in (
            levels_equal_their_rebuild,
            months_equal_their_rebuild,
            pools_equal_their_moves,
            pools_keep_their_signs,
        ):
            assert rule(session) == []
        kept = [sorted(session.execute(text(f"SELECT * FROM {name}")).all()) for name in CACHES]
        rebuild_stock(session)
        again = [sorted(session.execute(text(f"SELECT * FROM {name}")).all()) for name in CACHES]
    assert again == kept
    assert [len(rows) for rows in kept[:2]] == [74, 37]
    assert len(kept[2]) > 37 * 2 * 10
