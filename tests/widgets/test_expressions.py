from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput, InvalidNumber
from jxc_desktop.core.numbers import text_of
from jxc_desktop.widgets import expressions
from jxc_desktop.widgets.formats import discount_text

UNITS = {"箱": 240000, "瓶": 10000}


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("24", 240000),
        ("12*24+5", 2930000),
        ("１２×２４＋５", 2930000),
        ("(3+2)*2", 100000),
        ("-1", -10000),
        ("1.236", 12360),
        ("10/4", 25000),
        ("1/3", 3333),
        ("2--1", 30000),
        ("1,200", 12000000),
        ("3箱5瓶", 770000),
        ("3 箱 5 瓶", 770000),
        ("2.5箱", 600000),
        ("007", 70000),
    ],
)
def test_quantities_are_understood_as_people_type_them(text, quantity):
    assert expressions.parse_quantity(text, UNITS) == quantity


@pytest.mark.parametrize(
    "text", ["", "abc", "1+", "(1", "1)", "2**3", "1/0", "1;2", "__import__", "1e9", "9" * 65]
)
def test_what_is_no_number_is_refused_in_a_sentence(text):
    with pytest.raises(InvalidNumber) as refused:
        expressions.parse_quantity(text, UNITS)
    assert "。" in refused.value.message


def test_an_unknown_unit_names_those_there_are():
    with pytest.raises(InvalidNumber, match="箱、瓶"):
        expressions.parse_quantity("3桶", UNITS)
    with pytest.raises(InvalidNumber):
        expressions.parse_quantity("99999999999箱", UNITS)


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9), st.integers(1, 999))
def test_expressions_are_exact(one, other, times):
    text = f"({text_of(one, 4)})*{times}+({text_of(other, 4)})"
    assert expressions.parse_quantity(text) == one * times + other


@given(st.text(st.sampled_from("0123456789.+-*/() 箱瓶"), max_size=30))
def test_any_text_gives_a_number_or_a_sentence(text):
    try:
        assert isinstance(expressions.parse_quantity(text, UNITS), int)
    except InvalidNumber as refused:
        assert refused.message  # noqa: PT017


def test_money_and_prices_take_currency_signs():
    assert expressions.parse_money("￥1,234.5") == 123450
    assert expressions.parse_money("12.5元") == 1250
    assert expressions.parse_price("49.9/16") == 3118750


@pytest.mark.parametrize(
    ("text", "fraction"),
    [
        ("95", 500),
        ("9.5折", 500),
        ("95折", 500),
        ("0.95", 500),
        ("8折", 2000),
        ("8", 2000),
        ("80", 2000),
        ("95%", 500),
        ("", 0),
        ("100", 0),
        ("10折", 0),
        ("8.8折", 1200),
        ("1折", 9000),
        ("９５折", 500),
    ],
)
def test_discounts_are_what_is_paid(text, fraction):
    assert expressions.parse_discount(text) == fraction


@pytest.mark.parametrize(
    ("text", "fraction"), [("5% off", 500), ("11.2% OFF", 1120), ("5off", 500), ("0.5 % off", 50)]
)
def test_what_goes_off_is_understood_too(text, fraction):
    assert expressions.parse_discount(text) == fraction


@pytest.mark.parametrize(
    "text", ["1", "0", "101", "-5", "abc", "0折", "off", "100% off", "120% off", "-5% off"]
)
def test_doubtful_discounts_are_refused(text):
    with pytest.raises(InvalidNumber):
        expressions.parse_discount(text)


@given(st.integers(1, 99))
def test_a_shown_discount_reads_back(percent):
    fraction = 10000 - percent * 100
    if percent != 10:
        assert expressions.parse_discount(discount_text(fraction)) == fraction


@pytest.mark.parametrize(
    ("text", "rate"),
    [("13%", 1300), ("13", 1300), ("0.13", 1300), ("免税", -1), ("0", 0), ("1%", 100)],
)
def test_rates(text, rate):
    assert expressions.parse_percent(text) == rate


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6901234567892", True),
        ("1234567", True),
        ("123456", False),
        ("12*24", False),
        ("１２３４５６７", True),
    ],
)
def test_more_than_six_digits_are_a_code(text, code):
    assert expressions.looks_like_code(text) is code


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20", date(2026, 11, 20)),
        ("11.3", date(2026, 11, 3)),
        ("11-03", date(2026, 11, 3)),
        ("11月3日", date(2026, 11, 3)),
        ("26/1/5", date(2026, 1, 5)),
        ("20260105", date(2026, 1, 5)),
        ("昨天", date(2026, 11, 21)),
        ("+7", date(2026, 11, 29)),
    ],
)
def test_days_as_people_type_them(text, day):
    assert expressions.parse_day(text, date(2026, 11, 22)) == day


@pytest.mark.parametrize("text", ["31", "2-30", "13-1", "x", "", "1-2-3-4"])
def test_days_that_do_not_exist_are_refused(text):
    with pytest.raises(InvalidInput):
        expressions.parse_day(text, date(2026, 11, 22))
