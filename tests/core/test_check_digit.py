"""Our check digit is the one of everybody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from jxc_desktop.core.check_digit import check_digit, has_right_check_digit


@pytest.mark.parametrize(
    ("digits", "digit"), [("9638507", "4"), ("03600029145", "2"), ("690123456789", "2")]
)
def test_known_numbers(digits, digit):
    assert check_digit(digits) == digit


@given(st.text("0123456789", min_size=7, max_size=13))
def test_it_agrees_with_stdnum(digits):
    assert check_digit(digits) == ean.calc_check_digit(digits)


@given(
    st.sampled_from([8, 12, 13, 14]).flatmap(
        lambda n: st.text("0123456789", min_size=n, max_size=n)
    )
)
def test_right_and_wrong_are_told_as_stdnum_does(digits):
    assert has_right_check_digit(digits) == ean.is_valid(digits)
