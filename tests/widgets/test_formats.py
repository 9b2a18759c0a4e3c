from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.i18n import use_language
from jxc_desktop.core.numbers import parse_scaled
from jxc_desktop.widgets import formats


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (524000, "5,240.00"),
        (-872, "-8.72"),
        (0, "0.00"),
        (100000000000, "1,000,000,000.00"),
        (None, "—"),
    ],
)
def test_money_has_commas_and_two_decimals(fen, text):
    assert formats.money_text(fen) == text


@given(st.integers(-(10**13), 10**13))
def test_money_reads_back_as_itself(fen):
    assert parse_scaled(formats.money_text(fen).replace(",", ""), 2) == fen


@pytest.mark.parametrize(
    ("quantity", "text"), [(240000, "24"), (12360, "1.236"), (-10000, "-1"), (12345600, "1,234.56")]
)
def test_quantities_have_as_many_decimals_as_they_need(quantity, text):
    assert formats.quantity_text(quantity) == text


def test_prices_and_costs_differ_in_decimals():
    assert formats.price_text(49900000) == "49.90"
    assert formats.price_text(1234567) == "1.234567"
    assert formats.cost_text(19869231) == "19.8692"
    assert formats.cost_text(19869231, 6) == "19.869231"


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (500, "95折"),
        (1000, "9折"),
        (1200, "88折"),
        (1120, "88.8折"),
        (9500, "0.5折"),
        (0, ""),
        (None, ""),
    ],
)
def test_discounts_are_spoken_as_what_is_paid(fraction, text):
    assert formats.discount_text(fraction) == text


def test_in_english_a_discount_is_what_goes_off():
    use_language("en")
    try:
        assert [formats.discount_text(off) for off in (500, 1120, 0)] == ["5% off", "11.2% off", ""]
    finally:
        use_language("zh")


def test_exempt_is_not_zero_per_cent():
    assert (formats.tax_text(-1), formats.tax_text(0), formats.tax_text(1300)) == (
        "免税",
        "0%",
        "13%",
    )


def test_per_cent_with_and_without_fixed_places():
    assert formats.percent_text(1755) == "17.55%"
    assert formats.percent_text(1755, 1) == "17.6%"
    assert formats.percent_text(-5, 1) == "-0.1%"


def test_short_days_tell_the_year_only_when_it_is_another():
    today = date(2026, 11, 20)
    assert formats.short_day_text(date(2026, 8, 5), today) == "08-05"
    assert formats.short_day_text(date(2027, 2, 5), today) == "27-02-05"
    assert formats.day_text(None) == "—"


def test_changes_carry_a_sign_besides_the_colour():
    assert formats.change_text(193, 1000) == "▲ 19.3%"
    assert formats.change_text(-15, 1000) == "▼ 1.5%"
    assert formats.change_text(5, 0) == "—"
