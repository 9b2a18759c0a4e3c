"""Goods on scales, as the programs of scales take them in."""

import pytest

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.services import disable_product, write_products
from tests.reports.conftest import run


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        *_others, old = write_products(
            session,
            [
                ProductDraft("核桃", code="N", unit="斤", retail_price=25_400_000, plu=13),
                ProductDraft("五花肉", code="P", unit="千克", retail_price=8_380_000, plu=2),
                ProductDraft("可乐", code="C"),
                ProductDraft("旧梨", code="O", plu=5),
            ],
        )
        disable_product(session, old)
    return any_database


def test_goods_in_use_with_a_code_stand_by_code(shop, owner):
    result = run(shop, owner, "scale_goods")
    assert [row.cells[:5] for row in result.data] == [
        ("2", "P", "五花肉", "千克", 8_380_000), ("13", "N", "核桃", "斤", 25_400_000),
    ]  # fmt: skip
    assert [row.link.subject for row in result.data] == [2, 1]
