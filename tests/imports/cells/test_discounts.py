"""Discounts read one way in Chinese, the other in English (decisions 18)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.imports.cells import Fault, discount


def column(heading, *cells):
    clean = discount(heading, cells)
    return [clean(cell) for cell in cells]


def test_english_discount_is_the_fraction_off():
    assert column("discount", 0.15, "0.05", 0, "15%", None) == [1500, 500, 0, 1500, None]


def test_chinese_discount_is_what_is_paid_written_one_way_in_a_column():
    assert column("折扣", 0.88, 1, "0.9") == [1200, 0, 1000]
    assert column("折扣", 8.8, 10, 9) == [1200, 0, 1000]
    assert column("折扣率", 88, 100, 95) == [1200, 0, 500]


def test_one_as_the_only_number_is_no_discount_but_beside_tens_it_is_ten_per_cent():
    assert column("折扣", 1) == [0]
    assert column("折扣", 1, 9.5) == [9000, 500]


def test_what_says_itself_how_it_is_meant_does_not_sway_the_column():
    assert column("折扣", "88折", 0.9, "8.8折", "95%", "无") == [1200, 1000, 1200, 500, 0]


@pytest.mark.parametrize(
    ("text", "off"), [("8折", 2000), ("打8.5折", 1500), ("85折", 1500), ("10折", 0), ("9.9折", 100)]
)
def test_zhe_is_understood(text, off):
    assert column("折扣", text) == [off]


@pytest.mark.parametrize("cell", [1.2, -0.1, "半价", "150%", True])
def test_what_is_no_discount_is_a_fault(cell):
    assert isinstance(column("discount", cell)[0], Fault)


def test_more_than_the_whole_price_is_a_fault():
    assert isinstance(column("折扣", 88, 120)[1], Fault)


@given(st.integers(1, 100))
def test_the_three_ways_to_write_what_is_paid_agree(per_cent):
    expected = (100 - per_cent) * 100
    assert column("折扣", per_cent, 100)[0] == expected
    assert column("折扣", per_cent / 10, 10)[0] == expected
    assert column("折扣", per_cent / 100, 1)[0] == expected
