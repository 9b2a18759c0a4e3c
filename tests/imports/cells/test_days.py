"""Days in every form."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.imports.cells import Fault, day

DAY = datetime.date(2026, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        "2026/3/5", "2026.3.5", "2026-03-05", "20260305", 20260305, "2026年3月5日", "2026年03月05日", 46086, 46086.5,
        "46086", "2026-03-05 10:20:30", "2026/3/5 8:05", "2026-03-05T10:00:00+08:00", "2026-03-05 00:00:00.000",
        "２０２６－０３－０５", "2026 年 3 月 5 日", DAY, datetime.datetime.fromisoformat("2026-03-05 23:59"),
    ],
)  # fmt: skip
def test_a_day_in_every_form(cell):
    assert day()(cell) == DAY


def test_a_day_without_a_year_asks_for_one():
    assert "没有年份" in day()("3月5日").problem
    assert "没有年份" in day()("3/5").problem


@pytest.mark.parametrize("cell", ["2026-02-30", "20261301", "2026年13月1日"])
def test_a_day_that_never_was_is_a_fault(cell):
    assert "这一天" in day()(cell).problem


@pytest.mark.parametrize(
    "cell", ["3/5/2026", "明天", "2026-3/5", 12, "12:30", "0026-03-05", True, "26-3-5"]
)
def test_what_is_no_day_is_a_fault(cell):
    assert isinstance(day()(cell), Fault)


def test_blanks_are_no_day():
    assert day()(None) is None
    assert day()("—") is None


@given(st.dates(datetime.date(1920, 1, 1), datetime.date(2099, 12, 31)))
def test_all_forms_agree(expected):
    serial = (expected - datetime.date(1899, 12, 30)).days
    for cell in (
        expected,
        expected.isoformat(),
        f"{expected:%Y%m%d}",
        f"{expected:%Y/%m/%d}",
        serial,
    ):
        assert day()(cell) == expected


@given(st.one_of(st.text(), st.floats(), st.integers(), st.dates(), st.datetimes()))
def test_no_cell_makes_a_day_raise(cell):
    found = day()(cell)
    assert found is None or isinstance(found, datetime.date | Fault)
    assert not isinstance(found, datetime.datetime)
