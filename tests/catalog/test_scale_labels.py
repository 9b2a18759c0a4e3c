"""A scale's label becomes the weighed goods, its amount kept to the fen."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from jxc_desktop.catalog.drafts import BarcodeDraft, ProductDraft
from jxc_desktop.catalog.queries import product_by_barcode, product_draft
from jxc_desktop.catalog.scale_labels import weighed
from jxc_desktop.catalog.services import save_product, write_products
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.shop.scale_rules import ScaleLabel
from jxc_desktop.shop.settings import change_setting
from tests.catalog.conftest import YUAN

PORK = ProductDraft("五花肉", code="PORK", unit="千克", retail_price=8_380_000, plu=12)
NUTS = ProductDraft("核桃", code="NUTS", unit="斤", retail_price=25_400_000, plu=13)


def label(body: str) -> str:
    """The 12 digits with the check digit that a scale puts behind them."""
    return body + ean.calc_check_digit(body)


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        write_products(session, [PORK, NUTS, ProductDraft("无价", code="FREE", unit="kg", plu=14)])
    return any_database


@pytest.fixture
def asked(shop, owner):
    with shop.reading(owner) as session:
        yield session


def test_t24_an_amount_is_the_quantity_at_the_price(asked):
    found = product_by_barcode(asked, "2100012019361")
    assert (found.code, found.weight, found.price) == ("PORK", 23_100, 8_380_000)
    assert found.barcode == "2100012019361"
    assert line_amount(found.weight, found.price) == 1936


def test_a_weight_is_kilograms_in_the_unit_of_the_goods(asked):
    assert product_by_barcode(asked, "2200012023105").weight == 23_100
    jin = product_by_barcode(asked, label("220001300500"))
    assert (jin.unit, jin.weight, jin.price) == ("斤", 10_000, 25_400_000)


def test_with_both_on_the_label_the_weight_is_sold_for_the_amount(asked):
    found = product_by_barcode(asked, "200001202000023105")
    assert (found.weight, line_amount(found.weight, found.price or 0)) == (23_100, 2000)


@given(st.integers(1, 99_999), st.integers(1, 300 * YUAN), st.integers(0, 4))
def test_whatever_the_price_the_amount_on_the_label_is_what_is_paid(fen, price, places):
    sold = weighed(ScaleLabel(1, fen, None), "肉", "千克", places, price)
    assert line_amount(sold.quantity, sold.price or 0) == fen
    step = 10 ** (4 - places)
    true = Fraction(fen * 10**4, price) * 10**4
    assert sold.quantity % step == 0
    assert abs(sold.quantity - true) <= max(Fraction(step, 2), step - true)


def test_what_cannot_be_sold_is_told_in_one_sentence(asked):
    for code, told in (
        ("2100012019360", "校验位不对"),
        (label("210009900100"), "没有秤码是 99 的商品"),
        (label("210001200000"), "五花肉 的秤标签上是 0"),
        (label("210001400100"), "无价 没有零售价"),
    ):
        with pytest.raises((InvalidInput, Refused), match=told):
            product_by_barcode(asked, code)


def test_a_barcode_of_the_shops_own_goes_before_labels(shop, owner):
    with shop.transaction(owner) as session:
        save_product(session, ProductDraft("自编", barcodes=(BarcodeDraft("2100012019361"),)))
        assert product_by_barcode(session, "2100012019361").name == "自编"


def test_without_codes_on_scales_no_code_is_a_label(any_database, owner):
    with any_database.transaction(owner) as session:
        save_product(session, replace(PORK, plu=None))
        with pytest.raises(NotFound, match="没有这个条码 2100012019360"):
            product_by_barcode(session, "2100012019360")


def test_the_shop_says_how_its_labels_are_read(shop, owner):
    with shop.transaction(owner) as session:
        with pytest.raises(InvalidInput, match="看不懂"):
            change_setting(session, "scale_labels", "21 kg")
        change_setting(session, "scale_labels", "21 PPPPP WW.WWW C")
    with shop.reading(owner) as session:
        assert product_by_barcode(session, "2100012019360").weight == 19_360


def test_a_code_on_the_scales_is_one_products_and_is_kept(shop, owner):
    with shop.transaction(owner) as session:
        with pytest.raises(Refused, match="秤码 12 已是“五花肉”（PORK）的"):
            save_product(session, ProductDraft("里脊", plu=12))
        with pytest.raises(Refused, match="秤码 20 已是"):
            write_products(session, [ProductDraft("一", plu=20), ProductDraft("二", plu=20)])
        with pytest.raises(InvalidInput, match="秤码是 1 到 7 位"):
            save_product(session, ProductDraft("里脊", plu=10**7))
        pork = product_by_barcode(session, "PORK").id
        save_product(session, replace(product_draft(session, pork), name="精五花"))
        assert product_draft(session, pork).plu == 12
