"""Periods as they are named and typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.reports.ui.period import named_periods, period_named, period_text, read_period

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11.1-20", date(2026, 11, 1), date(2026, 11, 20)),
        ("1.31-2.1", date(2026, 1, 31), date(2026, 2, 1)),
        ("2026-11-01 至 2026-11-20", date(2026, 11, 1), date(2026, 11, 20)),
        ("2025/12/30到2026/1/2", date(2025, 12, 30), date(2026, 1, 2)),
        ("3.5", date(2026, 3, 5), date(2026, 3, 5)),
        ("2026年3月5日", date(2026, 3, 5), date(2026, 3, 5)),
        ("上月", date(2026, 10, 1), date(2026, 10, 31)),
        ("本季", date(2026, 10, 1), date(2026, 12, 31)),
        ("本周", date(2026, 11, 16), date(2026, 11, 22)),
        ("去年", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_what_people_type_is_understood(text: str, first: date, last: date) -> None:
    assert read_period(text, TODAY) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "x", "13.1-5", "2.30", "20-11.1", "11.20-1", "2026-11-20 至 2026-11-01", "1e3"]
)
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_period(text, TODAY)


days = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@given(days, days)
def test_what_stands_in_the_field_reads_back(one: date, other: date) -> None:
    span = min(one, other), max(one, other)
    assert read_period(period_text(*span), TODAY) == span


@given(days, st.sampled_from(sorted(named_periods())))
def test_every_named_period_is_whole_and_near_its_day(today: date, key: str) -> None:
    first, last = period_named(key, today)
    assert first <= last
    assert abs((first - today).days) <= 731
    if key not in {"yesterday", "last_month", "last_year"}:
        assert first <= today <= last
