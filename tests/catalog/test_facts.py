"""What a posting knows of its goods: units and the price for whom."""

from dataclasses import replace

import pytest

from jxc_desktop.catalog.drafts import PriceDraft
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.services import save_product
from jxc_desktop.core.errors import InvalidInput, NotFound
from tests.catalog.conftest import COLA, YUAN


@pytest.mark.parametrize(
    ("level", "unit", "price"),
    [
        ("", "", 3 * YUAN),
        ("", "瓶", 3 * YUAN),
        ("", "箱", 60 * YUAN),
        ("wholesale", "", 2_500_000),
        ("wholesale", "瓶", 2_500_000),
        ("wholesale", "箱", 55 * YUAN),
        ("member", "", 2_800_000),
        ("member", "箱", 24 * 2_800_000),
        ("level_1", "箱", 60 * YUAN),
    ],
)
def test_each_level_has_its_price_for_each_unit(any_database, owner, level, unit, price):
    prices = (
        *COLA.prices,
        PriceDraft("wholesale", 55 * YUAN, "箱"),
        PriceDraft("member", 2_800_000),
    )
    with any_database.transaction(owner) as session:
        product = save_product(session, replace(COLA, prices=prices))
        facts = product_facts(session, [product], level=level)[product]
    assert facts.price_of(level, unit) == price


def test_a_price_of_nothing_is_a_price(session):
    product = save_product(session, replace(COLA, prices=(PriceDraft("retail", 0, "箱"),)))
    assert product_facts(session, [product])[product].retail_of("箱") == 0


def test_without_a_price_there_is_none():
    facts = ProductFacts(1, "A", "糖", "个", 0, None, None, None, None, True, False, {"箱": (2, 1)})
    assert facts.price_of("member", "箱") is None
    with pytest.raises(InvalidInput):
        facts.price_of("", "打")


def test_goods_that_are_not_there(session):
    with pytest.raises(NotFound):
        product_facts(session, [404])
