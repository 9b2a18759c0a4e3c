"""A scan becomes a unit of a product with its price."""

from dataclasses import replace

import pytest

from jxc_desktop.catalog.drafts import BarcodeDraft, ProductDraft, UnitDraft
from jxc_desktop.catalog.queries import product_by_barcode, product_by_code
from jxc_desktop.catalog.services import disable_product, save_product
from jxc_desktop.core.errors import NotFound
from tests.catalog.conftest import COLA, YUAN


@pytest.fixture
def shop(any_database, owner):
    """A shop with cola and a sweet whose box has no price of its own."""
    sweet = ProductDraft(
        "口香糖",
        code="B01",
        unit="片",
        retail_price=333_333,
        units=(UnitDraft("盒", 5), UnitDraft("散", 1, 3)),
        barcodes=(
            BarcodeDraft("036000291452", "盒"),
            BarcodeDraft("own-1", "散"),
            BarcodeDraft("77"),
        ),
    )
    with any_database.transaction(owner) as session:
        save_product(session, COLA)
        save_product(session, sweet)
    with any_database.reading(owner) as session:
        yield session


def test_a_barcode_means_its_unit(shop):
    bottle, case = (product_by_barcode(shop, c) for c in ("6901234567892", "16901234567899"))
    assert (bottle.unit, bottle.price, bottle.numerator) == ("瓶", 3 * YUAN, 1)
    assert (case.unit, case.price, case.numerator, case.base_unit) == ("箱", 60 * YUAN, 24, "瓶")
    assert bottle.id == case.id


def test_a_unit_without_a_price_costs_what_its_base_units_cost(shop):
    assert product_by_barcode(shop, "0036000291452").price == 5 * 333_333
    assert product_by_barcode(shop, "own-1").price == 111_111


@pytest.mark.parametrize(
    "code", ["036000291452", "0036000291452", "00036000291452", "０３６０００２９１４５２ "]
)
def test_a_upc_is_known_however_it_is_spelled(shop, code):
    assert product_by_barcode(shop, code).code == "B01"


def test_a_code_is_understood_where_a_barcode_is_expected(shop):
    found = product_by_barcode(shop, "A01")
    assert (found.name, found.barcode, found.unit) == ("可口可乐", "", "瓶")
    assert product_by_code(shop, "A01") == found


@pytest.mark.parametrize("code", ["", "6901234567893", "%", "_______", "a01", "6901234567892'--"])
def test_an_unknown_code_is_said_with_a_way_out(shop, code):
    with pytest.raises(NotFound, match=r"没有这个条码.*Ctrl\+N"):
        product_by_barcode(shop, code)
    with pytest.raises(NotFound):
        product_by_code(shop, code)


def test_goods_out_of_use_are_still_known(session):
    product = save_product(session, replace(COLA, retail_price=None, min_price=None, prices=()))
    disable_product(session, product)
    found = product_by_barcode(session, "6901234567892")
    assert found.disabled
    assert found.price is None
