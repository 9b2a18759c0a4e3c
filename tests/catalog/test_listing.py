"""The list of goods: filters, order, pages, and who sees which price."""

import random
from dataclasses import replace

import pytest

from jxc_desktop.catalog.drafts import BarcodeDraft, PriceDraft, ProductDraft, UnitDraft
from jxc_desktop.catalog.queries import (
    ProductFilter,
    category_tree,
    count_products,
    list_products,
    notices_on,
    product_card,
)
from jxc_desktop.catalog.services import disable_product, write_products
from jxc_desktop.core.errors import Forbidden
from tests.catalog.conftest import COLA, YUAN
from tests.conftest import actor_with

DRAFTS = (
    ProductDraft(
        "纯牛奶",
        code="A1",
        spec="1L",
        category="食品/奶",
        retail_price=9 * YUAN,
        purchase_price=YUAN,
    ),
    ProductDraft("酸奶", code="A2", category="食品/奶", retail_price=5 * YUAN, brand="光明"),
    ProductDraft("苹果", code="B1", category="食品", unit="千克", purchase_price=2 * YUAN),
    ProductDraft(
        "牙膏",
        code="C1",
        category="日化",
        retail_price=7 * YUAN,
        barcodes=(BarcodeDraft("6901234567892"),),
    ),
    ProductDraft("旧牙刷", code="C2", category="日化"),
)


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        disable_product(session, write_products(session, DRAFTS)[-1])
    return any_database


@pytest.fixture
def reading(shop, owner):
    with shop.reading(owner) as session:
        yield session


def codes(session, wanted=ProductFilter(), **order):  # noqa: B008  frozen
    rows = list_products(session, wanted, **order)
    if not order:
        assert count_products(session, wanted) == len(rows)
    return [row.code for row in rows]


def test_goods_in_use_by_code(reading):
    assert codes(reading) == ["A1", "A2", "B1", "C1"]


def test_a_row_tells_what_a_list_shows(reading):
    [row] = list_products(reading, ProductFilter(text="牙膏"))
    assert (row.name, row.category, row.barcode, row.retail_price) == (
        "牙膏",
        "日化",
        "6901234567892",
        7 * YUAN,
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ProductFilter(disabled=True), ["C2"]),
        (ProductFilter(disabled=None), ["A1", "A2", "B1", "C1", "C2"]),
        (ProductFilter(without_price=True), ["B1"]),
        (ProductFilter(text="奶"), ["A1", "A2"]),
        (ProductFilter(text="奶 光明"), ["A2"]),
        (ProductFilter(text="cnn"), ["A1"]),
        (ProductFilter(text="c"), ["A1", "C1"]),
        (ProductFilter(text="69012"), ["C1"]),
        (ProductFilter(text="%"), []),
        (ProductFilter(text="_"), []),
        (ProductFilter(text="_1"), ["A1"]),
        (ProductFilter(text="没有"), []),
    ],
)
def test_filters(reading, wanted, found):
    assert codes(reading, wanted) == found


def test_a_category_takes_what_lies_below(reading):
    tree = category_tree(reading)
    assert codes(reading, ProductFilter(category_id=tree.find(("食品",)))) == ["A1", "A2", "B1"]
    assert codes(reading, ProductFilter(category_id=tree.find(("食品", "奶")), text="酸")) == ["A2"]


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("name", ["A1", "B1", "A2", "C1"]),
        ("retail_price", ["B1", "A2", "C1", "A1"]),
        ("purchase_price", ["A2", "C1", "A1", "B1"]),
        ("nonsense", ["A1", "A2", "B1", "C1"]),
    ],
)
def test_orders(reading, sort, found):
    assert codes(reading, sort=sort) == found
    assert codes(reading, sort=sort, descending=True)[::-1] == found


@pytest.mark.parametrize("sort", ["code", "name", "brand", "retail_price", "barcode", "category"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_show_every_row_once(any_database, owner, sort, descending):
    rnd = random.Random(5)
    drafts = [
        ProductDraft(
            f"品{n % 7}", code=f"{n:03}", brand=str(n % 3), retail_price=rnd.choice([None, YUAN, n])
        )
        for n in range(60)
    ]
    order = {"sort": sort, "descending": descending}
    with any_database.transaction(owner) as session:
        write_products(session, drafts)
    with any_database.reading(owner) as session:
        whole = list_products(session, ProductFilter(), **order)
        pages, after = [], None
        while page := list_products(session, ProductFilter(), after=after, limit=7, **order):
            pages += page
            after = page[-1]
        assert pages == list(whole)
        assert len(whole) == 60
        assert list_products(session, ProductFilter(), offset=20, limit=5, **order) == whole[20:25]


def test_purchase_prices_are_for_those_who_may(shop):
    with shop.reading(actor_with("cashier")) as session:
        assert {row.purchase_price for row in list_products(session, ProductFilter())} == {None}
        assert product_card(session, 1).draft.purchase_price is None
        with pytest.raises(Forbidden):
            list_products(session, ProductFilter(), sort="purchase_price")
    with shop.reading(actor_with("buyer")) as session:
        assert list_products(session, ProductFilter())[0].purchase_price == YUAN


def test_oddities_are_said_and_hold_nothing_up(session):
    write_products(session, [COLA])
    assert notices_on(session, ProductDraft("可口可乐 ", retail_price=YUAN))[0].startswith(
        "已有同名商品 A01"
    )
    assert "还没有零售价" in notices_on(session, ProductDraft("雪碧"))[0]
    assert "最低售价" in notices_on(session, ProductDraft("雪碧", retail_price=1, min_price=2))[0]
    assert "进价" in notices_on(session, ProductDraft("雪碧", retail_price=1, purchase_price=2))[0]
    by_the_box = ProductDraft(
        "雪碧", retail_price=9, min_price=2, units=(UnitDraft("箱", 24),),
        prices=(PriceDraft("wholesale", 2), PriceDraft("retail", 48, "箱")),
    )  # fmt: skip
    assert notices_on(session, by_the_box) == ()
    cheaper = replace(by_the_box, prices=(PriceDraft("retail", 47, "箱"),))
    assert "有价格等级低于最低售价" in notices_on(session, cheaper)[0]
    assert notices_on(session, ProductDraft("雪碧", retail_price=2, purchase_price=2)) == ()
