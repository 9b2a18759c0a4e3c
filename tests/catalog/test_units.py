"""Conversions are exact or refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.catalog.units import default_places, fits, in_packs, to_base
from jxc_desktop.core.errors import InvalidInput

quantities = st.integers(-(10**10), 10**10)
factors = st.integers(1, 10**6)
places = st.integers(0, 4)


@given(quantities, factors, factors, places)
def test_a_base_quantity_is_exact_and_not_too_fine(quantity, numerator, denominator, fine):
    base = to_base(quantity, numerator, denominator, fine)
    exact = Fraction(quantity * numerator, denominator)
    right = exact.denominator == 1 and exact % 10 ** (4 - fine) == 0
    assert base == (exact if right else None)


@given(quantities, factors, factors, places)
def test_posting_converts_alike(quantity, numerator, denominator, fine):
    facts = ProductFacts(
        1,
        "A",
        "糖",
        "个",
        fine,
        None,
        None,
        None,
        None,
        True,
        False,
        {"箱": (numerator, denominator)},
    )
    base = to_base(quantity, numerator, denominator, fine)
    if base is not None:
        assert facts.to_base(quantity, "箱") == base
        return
    with pytest.raises(InvalidInput):
        facts.to_base(quantity, "箱")


@given(quantities, st.lists(st.tuples(st.just("箱"), factors, factors), max_size=1), factors)
def test_packs_add_up_to_the_quantity(quantity, units, dozen):
    units = [*units, ("打", dozen + 1, 1)]
    parts = in_packs(quantity, units, "个")
    size = {"个": Fraction(1), **{name: Fraction(n, d) for name, n, d in units}}
    assert sum(count * size[unit] for count, unit in parts) == quantity


def test_packs_are_told_largest_first():
    units = [("打", 12, 1), ("箱", 24, 1)]
    assert in_packs(410_000, units, "瓶") == ((10_000, "箱"), (10_000, "打"), (50_000, "瓶"))
    assert in_packs(-480_000, units, "瓶") == ((-20_000, "箱"),)
    assert in_packs(0, units, "瓶") == ((0, "瓶"),)


@pytest.mark.parametrize(
    ("unit", "weighed", "fine"),
    [
        ("个", False, 0),
        ("千克", False, 3),
        ("KG", False, 3),
        ("米", False, 3),
        ("包", True, 3),
        ("毫米", False, 0),
    ],
)
def test_measured_goods_take_decimals(unit, weighed, fine):
    assert default_places(unit, weighed=weighed) == fine


@given(quantities)
def test_with_four_decimals_every_quantity_fits(quantity):
    assert fits(quantity, 4)
