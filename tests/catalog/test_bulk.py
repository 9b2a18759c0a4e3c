"""批量修改: many products changed at once, seen before, each in the audit, all or none."""

import json
from dataclasses import replace

import pytest

from jxc_desktop.catalog.bulk import Change, change_products, planned
from jxc_desktop.catalog.drafts import PriceDraft, ProductDraft
from jxc_desktop.catalog.queries import product_card, product_draft
from jxc_desktop.catalog.services import write_products
from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.sql import Statement
from tests.catalog.conftest import COLA, YUAN
from tests.conftest import actor_with

AUDIT = Statement("SELECT action, object, detail FROM audit ORDER BY id DESC LIMIT 2")
HISTORY = Statement(
    "SELECT product_id, level, old, new FROM price_history ORDER BY id DESC LIMIT 2"
)
GOODS = (
    COLA,
    ProductDraft("纯牛奶", code="A02", category="食品/奶", retail_price=9 * YUAN),
    ProductDraft("苹果", code="B01", category="食品", unit="千克", max_stock=50_000),
)


def test_a_category_is_given_to_those_that_have_another(any_database, owner):
    with any_database.transaction(owner) as session:
        ids = write_products(session, GOODS)
        change = Change("category", "食品/奶")
        plans = planned(session, ids, change)
        assert [(each.code, each.before, each.after) for each in plans] == [
            ("A01", "食品/饮料", "食品/奶"),
            ("B01", "食品", "食品/奶"),
        ]
        assert change_products(session, ids, change) == 2
        rows = AUDIT.all(session)
        assert [(row[0], row[1]) for row in rows] == [
            ("product.edit", "B01"),
            ("product.edit", "A01"),
        ]
        assert json.loads(rows[1][2])["category"] == ["食品/饮料", "食品/奶"]
    with any_database.reading(owner) as session:
        assert {product_draft(session, each).category for each in ids} == {"食品/奶"}
        assert product_draft(session, ids[0]) == replace(
            COLA, id=ids[0], places=0, category="食品/奶"
        )


def test_prices_rise_by_a_part_to_whole_fen_and_leave_their_trace(any_database, owner):
    with any_database.transaction(owner) as session:
        ids = write_products(session, [replace(COLA, retail_price=3_330_000), *GOODS[1:]])
        assert change_products(session, ids, Change("retail_per_cent", 500)) == 2
        prices = [product_draft(session, each).retail_price for each in ids]
        assert prices == [3_500_000, 9_450_000, None]  # 3.4965 is 3.50
        assert [tuple(row) for row in HISTORY.all(session)] == [
            (ids[1], "retail", 9 * YUAN, 9_450_000),
            (ids[0], "retail", 3_330_000, 3_500_000),
        ]
        assert change_products(session, ids, Change("wholesale_per_cent", -1000)) == 1
        assert PriceDraft("wholesale", 2_250_000) in product_draft(session, ids[0]).prices


def test_goods_are_stopped_and_taken_back_together(session):
    ids = write_products(session, GOODS)
    assert change_products(session, ids, Change("disabled", True)) == 3
    assert all(product_card(session, each).disabled for each in ids)
    assert change_products(session, ids[:1], Change("disabled", False)) == 1
    assert [product_card(session, each).disabled for each in ids] == [False, True, True]


def test_the_first_that_cannot_be_refuses_all_by_name(database, owner):
    with database.transaction(owner) as session:
        ids = write_products(session, GOODS)
    with (
        pytest.raises(InvalidInput, match="B01 苹果：最低库存比最高库存多"),
        database.transaction(owner) as session,
    ):
        change_products(session, ids, Change("min_stock", 60_000))
    with database.reading(owner) as session:
        assert {product_draft(session, each).min_stock for each in ids} == {None}


@pytest.mark.parametrize(
    ("change", "said"),
    [(Change("unit", "瓶"), "不能批量"), (Change("retail_per_cent", -10_000), "-100% 和 1000%")],
)
def test_what_makes_no_sense_is_refused(session, change, said):
    with pytest.raises(InvalidInput, match=said):
        change_products(session, [1], change)


def test_who_may_not_edit_goods_or_prices_changes_none(any_database, owner):
    with any_database.transaction(owner) as session:
        ids = write_products(session, GOODS)
    with any_database.transaction(actor_with("cashier")) as session, pytest.raises(Forbidden):
        change_products(session, ids, Change("brand", "新"))
