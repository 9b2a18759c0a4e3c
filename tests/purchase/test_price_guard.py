"""The price of a case on a line of pieces, and other prices that want a look."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.purchase.price_guard import Doubt, doubt
from tests.shopkeeping import price

LIMIT = 2000


def goods(**factors: tuple[int, int]) -> ProductFacts:
    return ProductFacts(
        1, "A", "可乐", "瓶", 0, None, None, None, None,
        track_stock=True, disabled=False, factors=factors,
    )  # fmt: skip


COLA = goods(箱=(24, 1), 打=(12, 1))


@pytest.mark.parametrize(
    ("unit", "typed", "lasts", "wanted"),
    [
        ("瓶", "2.10", ["2.00"], None),
        ("瓶", "2.40", ["2.00"], None),  # 20 % is the limit, not beyond it
        ("瓶", "2.41", ["2.00"], Doubt(2050, price("2.00"))),
        ("瓶", "1.50", ["2.00"], Doubt(-2500, price("2.00"))),
        ("瓶", "48.00", ["2.00"], Doubt(230000, price("2.00"), "箱")),
        ("瓶", "25.00", ["2.00"], Doubt(115000, price("2.00"), "打")),
        ("箱", "2.00", ["48.00"], Doubt(-9583, price("48.00"), "瓶")),
        ("箱", "24.00", ["48.00"], Doubt(-5000, price("48.00"), "打")),
        ("瓶", "3.00", ["2.00", "2.90"], None),
        ("瓶", "4.00", ["2.00", "2.90"], Doubt(3793, price("2.90"))),
        ("瓶", "99", [], None),
        ("瓶", "0", ["2.00"], None),
        ("瓶", "5", ["0"], None),
    ],
)
def test_a_price_is_doubted_with_the_unit_it_would_fit(
    unit: str, typed: str, lasts: list[str], wanted: Doubt | None
) -> None:
    assert doubt(COLA, unit, price(typed), [price(last) for last in lasts], LIMIT) == wanted


@given(
    st.integers(1, 10**9), st.lists(st.integers(1, 10**9), min_size=1, max_size=4),
    st.integers(0, 20000), st.integers(2, 500),
)  # fmt: skip
def test_a_price_is_doubted_just_when_it_is_far_from_all_the_last_ones(
    typed: int, lasts: list[int], limit: int, factor: int
) -> None:
    found = doubt(goods(箱=(factor, 1)), "瓶", typed, lasts, limit)
    far = all(Fraction(abs(typed - last), last) > Fraction(limit, 10000) for last in lasts)
    assert (found is not None) == far
    if found is None:
        return
    off = [Fraction(abs(typed - last), last) for last in lasts]
    assert Fraction(abs(typed - found.last), found.last) == min(off)
    fits = any(
        Fraction(abs(typed - last * factor), last * factor) <= Fraction(limit, 10000)
        for last in lasts
    )
    assert found.unit == ("箱" if fits else "")
