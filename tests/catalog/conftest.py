"""Goods to work with."""

import pytest

from jxc_desktop.catalog.drafts import BarcodeDraft, PriceDraft, ProductDraft, UnitDraft

YUAN = 1_000_000
"""One yuan as a price."""
COLA = ProductDraft(
    name="可口可乐",
    code="A01",
    spec="500ml",
    brand="太古",
    category="食品/饮料",
    unit="瓶",
    retail_price=3 * YUAN,
    min_price=2 * YUAN,
    purchase_price=2 * YUAN,
    units=(UnitDraft("箱", 24),),
    barcodes=(BarcodeDraft("6901234567892"), BarcodeDraft("16901234567899", "箱")),
    prices=(PriceDraft("retail", 60 * YUAN, "箱"), PriceDraft("wholesale", 2_500_000)),
)


@pytest.fixture
def cola() -> ProductDraft:
    return COLA
