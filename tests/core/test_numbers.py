"""One rounding, one parser, one way to spread."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidNumber
from jxc_desktop.core.numbers import (
    div_half_up,
    line_amount,
    net_of,
    parse_scaled,
    spread,
    text_of,
    trimmed,
)

MONEY = st.integers(-(10**12), 10**12)


def half_up(value: Fraction) -> int:
    """The oracle: halves away from zero, on exact fractions."""
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


@given(MONEY, st.integers(-(10**9), 10**9).filter(bool))
def test_division_rounds_halves_away_from_zero(numerator: int, denominator: int) -> None:
    assert div_half_up(numerator, denominator) == half_up(Fraction(numerator, denominator))


@given(MONEY, st.integers(1, 10**9))
def test_a_reversal_is_the_exact_negation(numerator: int, denominator: int) -> None:
    assert div_half_up(-numerator, denominator) == -div_half_up(numerator, denominator)


@given(MONEY)
def test_text_and_number_go_round(value: int) -> None:
    assert parse_scaled(text_of(value, 2), 2) == value


@pytest.mark.parametrize(
    "text", ["", "12,5", "1e3", "--1", "1.2.3", "0x1", "1234567890123", "12 34", "."]
)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidNumber):
        parse_scaled(text, 2)


def test_a_price_with_seven_decimals_is_refused() -> None:
    with pytest.raises(InvalidNumber, match="6 位"):
        parse_scaled("1.1234567", 6)


def test_full_width_digits_and_trailing_zeros_are_understood() -> None:
    assert parse_scaled("１２．５０", 2) == 1250
    assert parse_scaled("12.5000000", 2) == 1250
    assert parse_scaled("-0.5", 2) == -50


def test_trimmed_text_keeps_what_counts() -> None:
    assert [trimmed(12000, 4), trimmed(10000, 4), trimmed(12345, 4, 2), trimmed(-5000, 4)] == [
        "1.2",
        "1",
        "1.2345",
        "-0.5",
    ]


@given(MONEY, st.lists(st.integers(0, 10**9), min_size=1, max_size=30).filter(any))
def test_spreading_loses_nothing_and_is_never_off_by_a_fen(total: int, weights: list[int]) -> None:
    shares = spread(total, weights)
    assert sum(shares) == total
    whole = sum(weights)
    assert all(
        abs(Fraction(total * weight, whole) - share) < 1
        for share, weight in zip(shares, weights, strict=True)
    )


def test_five_fen_over_ten_equal_lines_are_five_lines_of_one() -> None:
    assert spread(5, [100] * 10) == [1] * 5 + [0] * 5


def test_the_till_discount_of_the_worked_example() -> None:
    assert spread(640, [2990, 1580, 750]) == [360, 190, 90]


@pytest.mark.parametrize(
    ("gross", "rate", "net", "tax"),
    [
        (11300, 1300, 10000, 1300),
        (9990, 1300, 8841, 1149),
        (1980, 900, 1817, 163),
        (99, 1300, 88, 11),
        (3500, 600, 3302, 198),
        (10000, 100, 9901, 99),
        (650, 100, 644, 6),
        (650, -1, 650, 0),
    ],
)
def test_tax_is_split_as_worked_out(gross: int, rate: int, net: int, tax: int) -> None:
    assert (net_of(gross, rate), gross - net_of(gross, rate)) == (net, tax)


def test_a_line_is_rounded_once() -> None:
    assert line_amount(23100, 8_380_000) == 1936
    assert line_amount(30000, 9_990_000, 1500) == 2547
