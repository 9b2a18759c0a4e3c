"""The order of prices, as one table: promised, last, level, retail; by unit; with and without tax."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.numbers import price_with_tax, price_without_tax
from jxc_desktop.pricing.choice import LAST, LISTED, PROMISED, Asked, price_to_ask
from tests.shopkeeping import price

GOODS = ProductFacts(
    1, "A", "可乐", "瓶", 0, None, price(3), None, None, True, False,
    {"箱": (24, 1), "半箱": (12, 1)},
    {("retail", "箱"): price(68), ("wholesale", ""): price("2.50")},
)  # fmt: skip
PLAIN: dict[str, int] = {}
BOTTLE = {"": price("2.60")}
BOX = {"箱": price(60)}

TABLE = [
    # unit, promised, last, level → what is asked and where it is from
    ("", PLAIN, None, "", Asked(price(3), LISTED)),
    ("瓶", PLAIN, None, "", Asked(price(3), LISTED)),
    ("箱", PLAIN, None, "", Asked(price(68), LISTED)),
    ("半箱", PLAIN, None, "", Asked(price(36), LISTED)),
    ("", PLAIN, None, "wholesale", Asked(price("2.50"), LISTED)),
    ("箱", PLAIN, None, "wholesale", Asked(price(60), LISTED)),
    ("", PLAIN, price("2.80"), "wholesale", Asked(price("2.80"), LAST)),
    ("", BOTTLE, price("2.80"), "wholesale", Asked(price("2.60"), PROMISED)),
    ("瓶", BOTTLE, None, "", Asked(price("2.60"), PROMISED)),
    ("箱", BOTTLE, None, "", Asked(price("62.40"), PROMISED)),
    ("箱", BOTTLE | BOX, None, "", Asked(price(60), PROMISED)),
    ("瓶", BOX, None, "", Asked(price(3), LISTED)),
    ("", {"": 0}, price(1), "", Asked(0, PROMISED)),
]


@pytest.mark.parametrize(("unit", "promised", "last", "level", "asked"), TABLE)
def test_prices_are_asked_in_this_order(unit, promised, last, level, asked) -> None:
    assert price_to_ask(GOODS, unit, promised=promised, last=last, level=level) == asked


def test_goods_without_any_price_ask_nothing() -> None:
    bare = ProductFacts(1, "A", "x", "瓶", 0, None, None, None, None, True, False)
    assert price_to_ask(bare, "", promised={}, last=None, level="wholesale") is None


def test_the_list_is_brought_onto_the_documents_footing_and_the_last_price_is_not() -> None:
    def listed(known: int) -> int:
        return price_without_tax(known, 1300)

    def ask(promised: dict[str, int], last: int | None) -> Asked | None:
        return price_to_ask(GOODS, "", promised=promised, last=last, level="", listed=listed)

    assert ask({}, None) == Asked(2_654_867, LISTED)
    assert ask(BOTTLE, None) == Asked(2_300_885, PROMISED)
    assert ask({}, price(2)) == Asked(price(2), LAST)


@given(st.integers(0, 10**13), st.integers(-1, 10000))
def test_prices_change_footing_rounded_once(known: int, rate: int) -> None:
    share = Fraction(10000 + max(rate, 0), 10000)
    for found, exact in (
        (price_with_tax(known, rate), known * share),
        (price_without_tax(known, rate), known / share),
    ):
        assert abs(found - exact) <= Fraction(1, 2)
