"""A sound shop has no problems; each planted fault is found."""

from dataclasses import replace

import pytest

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.invariants import INVARIANTS
from jxc_desktop.catalog.services import save_product, write_products
from jxc_desktop.core.sql import Statement
from tests.catalog.conftest import COLA

LEVEL = Statement(
    "INSERT INTO stock_level (product_id, warehouse_id, lot_id, quantity) VALUES (1, 1, 0, :quantity)"
)


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        save_product(session, COLA)
        write_products(session, [ProductDraft(f"苹果{n}", unit="千克") for n in range(600)])
    with any_database.transaction(owner) as session:
        yield session


def problems(session):
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def test_a_sound_shop_has_no_problems(shop):
    LEVEL.run(shop, quantity=20_000)
    assert problems(shop) == []


def test_too_fine_a_quantity_is_found(shop):
    LEVEL.run(shop, quantity=15_000)
    assert problems(shop) == ["总仓的 可口可乐 存量 1.5，最多 0 位小数"]


def test_a_code_that_is_anothers_barcode_is_found(shop):
    Statement("UPDATE product SET code = '6901234567892' WHERE id = 2").run(shop)
    assert problems(shop) == ["6901234567892 是 苹果0 的编号，又是 可口可乐 的条码"]


def test_a_unit_that_does_not_exist_is_found(shop):
    Statement("UPDATE barcode SET unit = '打' WHERE unit = ''").run(shop)
    assert problems(shop) == ["可口可乐 的条码或价格写着单位 打，商品没有这个单位"]


def test_a_product_missing_from_the_index_is_found(database, owner):
    with database.transaction(owner) as session:
        product = save_product(session, replace(COLA, barcodes=()))
        Statement("DELETE FROM product_search_docsize WHERE id = :id").run(session, id=product)
        assert problems(session) == ["可口可乐 不在搜索索引里"]
