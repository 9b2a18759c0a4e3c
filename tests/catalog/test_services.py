"""Keeping goods: what is kept, what is refused, who may, what the audit says."""

import json
from dataclasses import replace

import pytest

from jxc_desktop.catalog.drafts import BarcodeDraft, PriceDraft, ProductDraft, UnitDraft
from jxc_desktop.catalog.models import Product
from jxc_desktop.catalog.queries import category_tree, product_by_code, product_card, product_draft
from jxc_desktop.catalog.services import (
    disable_product,
    remove_category,
    rename_category,
    save_product,
    write_products,
)
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.audit import broken_links
from tests.catalog.conftest import COLA, YUAN
from tests.conftest import actor_with

AUDIT = Statement("SELECT action, object, detail FROM audit ORDER BY id DESC LIMIT 1")
STOCK = Statement(
    "INSERT INTO stock_level (product_id, warehouse_id, lot_id, quantity) "
    "VALUES (:product, 1, 0, :quantity)"
)


def last_audit(session):
    action, subject, detail = AUDIT.one(session)
    return action, subject, json.loads(detail)


def test_a_product_is_kept_as_it_was_drafted(any_database, owner):
    with any_database.transaction(owner) as session:
        product = save_product(session, COLA)
    with any_database.reading(owner) as session:
        assert product_draft(session, product) == replace(COLA, id=product, places=0)
        assert product_card(session, product).pinyin == "kkkl"


def test_a_new_product_needs_a_name_only(session):
    product = save_product(session, ProductDraft("  农夫山泉　天然水 "))
    kept = product_draft(session, product)
    assert (kept.name, kept.code, kept.unit, kept.places) == ("农夫山泉 天然水", "SP00001", "个", 0)


def test_changing_a_product_replaces_all_of_it(session):
    product = save_product(session, COLA)
    other = ProductDraft("雪碧", id=product, code="B02", unit="瓶", barcodes=(BarcodeDraft("123"),))
    assert save_product(session, other) == product
    assert product_draft(session, product) == replace(other, places=0)


def test_a_product_keeps_its_code_when_none_is_told(session):
    product = save_product(session, COLA)
    save_product(session, replace(COLA, id=product, code=""))
    assert product_draft(session, product).code == "A01"


def test_saving_what_is_not_there(session):
    with pytest.raises(NotFound):
        save_product(session, replace(COLA, id=404))


def test_numbers_pass_over_codes_that_people_gave(session):
    save_product(session, ProductDraft("甲", code="SP00001"))
    save_product(session, ProductDraft("乙", barcodes=(BarcodeDraft("SP00002"),)))
    drafts = [ProductDraft("丙", code="SP00004"), ProductDraft("丁"), ProductDraft("戊")]
    ids = write_products(session, drafts)
    assert [product_draft(session, each).code for each in ids] == ["SP00004", "SP00005", "SP00006"]
    assert product_by_code(session, "SP00003").name == "乙"


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ProductDraft(" "), "name"),
        (ProductDraft("长" * 201), "name"),
        (ProductDraft("甲", code="9" * 65), "code"),
        (ProductDraft("甲", places=5), "places"),
        (ProductDraft("甲", retail_price=-1), "retail_price"),
        (ProductDraft("甲", min_price=-1), "min_price"),
        (ProductDraft("甲", purchase_price=-1), "purchase_price"),
        (ProductDraft("甲", min_stock=-1), "min_stock"),
        (ProductDraft("甲", min_stock=2, max_stock=1), "min_stock"),
        (ProductDraft("甲", weight=0), "weight"),
        (ProductDraft("甲", volume=-1), "volume"),
        (ProductDraft("甲", tax_rate=1234), "tax_rate"),
        (ProductDraft("甲", category="1/2/3/4/5/6"), "category"),
        (ProductDraft("甲", unit="瓶", units=(UnitDraft("瓶", 2),)), "units[0].name"),
        (ProductDraft("甲", units=(UnitDraft("箱", 2), UnitDraft("箱", 3))), "units[1].name"),
        (ProductDraft("甲", units=(UnitDraft("箱", 0),)), "units[0].factor"),
        (ProductDraft("甲", units=(UnitDraft("箱", 1, -1),)), "units[0].factor"),
        (ProductDraft("甲", barcodes=(BarcodeDraft("6901234567893"),)), "barcodes[0]"),
        (ProductDraft("甲", barcodes=(BarcodeDraft("条码"),)), "barcodes[0]"),
        (ProductDraft("甲", barcodes=(BarcodeDraft("1", "箱"),)), "barcodes[0]"),
        (
            ProductDraft(
                "甲",
                units=(UnitDraft("箱", 2),),
                barcodes=(BarcodeDraft("1"), BarcodeDraft("1", "箱")),
            ),
            "barcodes[1]",
        ),
        (ProductDraft("甲", prices=(PriceDraft("vip", 1),)), "prices[0]"),
        (ProductDraft("甲", prices=(PriceDraft("retail", 1),)), "prices[0]"),
        (ProductDraft("甲", prices=(PriceDraft("member", -1),)), "prices[0]"),
        (ProductDraft("甲", prices=(PriceDraft("member", 1, "箱"),)), "prices[0]"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(session, draft, field):
    with pytest.raises(InvalidInput) as caught:
        save_product(session, draft)
    assert caught.value.field == field


def test_goods_sold_by_weight_take_three_decimals(session):
    ids = write_products(
        session, [ProductDraft("苹果", unit="千克"), ProductDraft("瓜子", unit="包", weighed=True)]
    )
    assert [product_draft(session, each).places for each in ids] == [3, 3]


def test_factors_are_kept_in_lowest_terms(session):
    product = save_product(session, ProductDraft("糖", unit="盒", units=(UnitDraft("条", 10, 4),)))
    assert product_draft(session, product).units == (UnitDraft("条", 5, 2),)


def test_a_upc_is_kept_as_ean_13(session):
    product = save_product(session, ProductDraft("糖", barcodes=(BarcodeDraft(" 036000291452 "),)))
    assert product_draft(session, product).barcodes == (BarcodeDraft("0036000291452"),)


@pytest.mark.parametrize(
    "draft",
    [
        ProductDraft("雪碧", code="A01"),
        ProductDraft("雪碧", code="6901234567892"),
        ProductDraft("雪碧", barcodes=(BarcodeDraft("6901234567892"),)),
        ProductDraft("雪碧", barcodes=(BarcodeDraft("A01"),)),
    ],
)
def test_what_one_product_is_called_by_no_other_may_be(any_database, owner, draft):
    with any_database.transaction(owner) as session:
        save_product(session, COLA)
    with pytest.raises(Refused, match=r"可口可乐.*A01"), any_database.transaction(owner) as session:
        save_product(session, draft)


def test_a_upc_with_and_without_its_zero_is_one_barcode(session):
    save_product(session, ProductDraft("糖", barcodes=(BarcodeDraft("036000291452"),)))
    for code in ("036000291452", "0036000291452"):
        with pytest.raises(Refused):
            save_product(session, ProductDraft("盐", code=code))


def test_a_product_may_be_coded_by_its_own_barcode(session):
    own = ProductDraft("盐", code="6901234567892", barcodes=(BarcodeDraft("6901234567892"),))
    product = save_product(session, own)
    save_product(session, replace(own, id=product, name="食盐"))
    assert product_draft(session, product).name == "食盐"


def test_of_many_products_all_are_written_or_none(database, owner):
    drafts = [ProductDraft("甲", code="1"), ProductDraft("乙", barcodes=(BarcodeDraft("1"),))]
    with pytest.raises(Refused, match="甲"), database.transaction(owner) as session:
        write_products(session, drafts)
    with database.reading(owner) as session:
        assert session.query(Product).count() == 0


def test_many_products_come_back_in_their_order(any_database, owner):
    drafts = [
        replace(COLA, code=f"X{n:04}", name=f"商品{n}", barcodes=()) for n in range(500, 0, -1)
    ]
    with any_database.transaction(owner) as session:
        ids = write_products(session, drafts)
        assert [product_draft(session, each).name for each in ids[:3]] == [
            "商品500",
            "商品499",
            "商品498",
        ]
        assert len(set(ids)) == 500
        assert last_audit(session) == ("product.create", "X0500 … X0001", {"count": 500})


def test_a_buyer_may_keep_goods_but_not_their_sale_prices(database, owner):
    buyer = actor_with("buyer")
    with database.transaction(buyer) as session:
        product = save_product(session, ProductDraft("雪碧", purchase_price=YUAN))
    for prices in (
        {"retail_price": YUAN},
        {"min_price": 0},
        {"prices": (PriceDraft("member", 1),)},
    ):
        with pytest.raises(Forbidden), database.transaction(buyer) as session:
            save_product(session, ProductDraft("雪碧", id=product, **prices))
    with database.transaction(owner) as session:
        save_product(session, ProductDraft("雪碧", id=product, retail_price=YUAN))
    with database.transaction(buyer) as session:
        save_product(session, ProductDraft("雪碧汽水", id=product, retail_price=YUAN))
    with pytest.raises(Forbidden), database.transaction(buyer) as session:
        save_product(session, ProductDraft("雪碧汽水", id=product))


def test_a_cashier_may_not_keep_goods(database):
    with pytest.raises(Forbidden), database.transaction(actor_with("cashier")) as session:
        save_product(session, ProductDraft("雪碧"))


def test_the_audit_tells_what_changed(session):
    product = save_product(session, COLA)
    save_product(
        session, replace(COLA, id=product, places=0, retail_price=4 * YUAN, category="饮料")
    )
    action, subject, detail = last_audit(session)
    assert (action, subject) == ("product.edit", "A01")
    assert detail == {
        "retail_price": [3 * YUAN, 4 * YUAN],
        "category": ["食品/饮料", "饮料"],
    }
    assert broken_links(session) == []


def test_out_of_use_and_back(session):
    product = save_product(session, COLA)
    disable_product(session, product)
    assert product_card(session, product).disabled
    save_product(session, replace(COLA, id=product, name="可乐"))
    assert product_card(session, product).disabled
    disable_product(session, product, disabled=False)
    assert not product_card(session, product).disabled
    assert last_audit(session)[:2] == ("product.enable", "A01")


def test_decimals_stay_as_fine_as_the_stock(session):
    product = save_product(session, ProductDraft("苹果", unit="千克"))
    STOCK.run(session, product=product, quantity=12_340)
    save_product(session, ProductDraft("苹果", id=product, unit="千克", places=3))
    with pytest.raises(Refused) as caught:
        save_product(session, ProductDraft("苹果", id=product, unit="千克", places=2))
    assert caught.value.field == "places"


def test_categories_are_made_once_on_the_way(session):
    write_products(
        session,
        [
            ProductDraft("甲", category="食品/饮料/水"),
            ProductDraft("乙", category=" 食品 ／饮料"),
            ProductDraft("丙", category="日化"),
        ],
    )
    tree = category_tree(session)
    assert sorted(map(tree.path, tree.names)) == ["日化", "食品", "食品/饮料", "食品/饮料/水"]
    food = tree.find(("食品",))
    assert len(tree.below(food)) == 3


def test_a_category_is_renamed_and_removed(session):
    write_products(
        session, [ProductDraft("甲", category="食品/饮料"), ProductDraft("乙", category="酒")]
    )
    tree = category_tree(session)
    rename_category(session, tree.find(("食品", "饮料")), "酒水")
    assert category_tree(session).find(("食品", "酒水"))
    with pytest.raises(Refused):
        rename_category(session, tree.find(("食品",)), "酒")
    with pytest.raises(InvalidInput):
        rename_category(session, tree.find(("食品",)), "食/品")
    with pytest.raises(Refused):
        remove_category(session, tree.find(("食品",)))
    save_product(session, ProductDraft("丙", category="空"))
    session.execute(Product.__table__.delete().where(Product.name == "丙"))
    remove_category(session, category_tree(session).find(("空",)))
    assert category_tree(session).find(("空",)) is None
