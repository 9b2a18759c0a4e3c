"""How drafts become rows: one batch a table, however many products there are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import ensure
from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.models import Barcode, Product, ProductPrice, ProductUnit
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.search_index import indexed_at_once
from jxc_desktop.core.search_text import search_text
from jxc_desktop.core.sql import Statement, among, insert_into

_OWN = (
    "code", "name", "spec", "brand", "origin", "unit", "places", "tax_rate", "retail_price", "min_price",
    "purchase_price", "min_stock", "max_stock", "weighed", "plu", "track_stock", "tracking",
    "shelf_life_days", "expiry_warn_days", "weight", "volume", "remark",
)  # fmt: skip
"""Columns that are a draft's fields as they are."""
MANY = 500
"""Products from which on the search index is written in one go."""
_NEW = ("disabled", "is_style")
"""Columns that a product is born with; other services change them."""
_COLUMNS = (*_OWN, "category_id", "pinyin", "search_text", *_NEW)
_INSERT = insert_into(Product, _COLUMNS)
_UPDATE = Statement(
    f"UPDATE product SET {', '.join(f'{name} = :{name}' for name in _COLUMNS if name not in _NEW)} "
    "WHERE id = :id",
    changes="product",
)
_IDS = "SELECT code, id FROM product WHERE code "
_NEW_IDS = Statement(f"{_IDS}IN {among('codes')}", postgresql=f"{_IDS}= ANY(:codes)")
_INSERT_UNIT = insert_into(ProductUnit, ("product_id", "name", "numerator", "denominator"))
_INSERT_BARCODE = insert_into(Barcode, ("code", "product_id", "unit"))
_INSERT_PRICE = insert_into(ProductPrice, ("product_id", "level", "unit", "price"))
_CLEAR = tuple(
    Statement(f"DELETE FROM {table} WHERE product_id = :id", changes=table)
    for table in ("barcode", "product_price", "product_unit")
)


def insert_products(session: Session, drafts: Sequence[ProductDraft]) -> list[int]:
    """Write new products, all with codes, in the order given; their ids."""
    categories = ensure(session, {draft.category: None for draft in drafts})
    rows = (_row(draft, categories[draft.category]) for draft in drafts)
    if len(drafts) < MANY:
        _INSERT.run_many(session, rows)
    else:
        with indexed_at_once(session, "product"):
            _INSERT.run_many(session, rows)
    found: dict[str, int] = dict(_NEW_IDS.all(session, codes=[draft.code for draft in drafts]))
    ids = [found[draft.code] for draft in drafts]
    _insert_parts(session, list(zip(ids, drafts, strict=True)))
    return ids


def update_product(session: Session, product_id: int, draft: ProductDraft) -> None:
    """Write `draft` over a product and all its units, barcodes and prices."""
    category = ensure(session, [draft.category])[draft.category]
    _UPDATE.run(session, id=product_id, **_row(draft, category))
    for clear in _CLEAR:
        clear.run(session, id=product_id)
    _insert_parts(session, [(product_id, draft)])


def _row(draft: ProductDraft, category_id: int | None) -> dict[str, Any]:
    pinyin = initials(draft.name)
    return {
        **{name: getattr(draft, name) for name in _OWN},
        "category_id": category_id,
        "pinyin": pinyin,
        "search_text": search_text(draft.name + draft.spec, draft.brand, pinyin),
        "disabled": False,
        "is_style": False,
    }


def _insert_parts(session: Session, drafts: Sequence[tuple[int, ProductDraft]]) -> None:
    _INSERT_UNIT.run_many(session, _units(drafts))
    _INSERT_BARCODE.run_many(session, _barcodes(drafts))
    _INSERT_PRICE.run_many(session, _prices(drafts))


def _units(drafts: Iterable[tuple[int, ProductDraft]]) -> Iterator[dict[str, Any]]:
    for product, draft in drafts:
        for unit in draft.units:
            yield {
                "product_id": product,
                "name": unit.name,
                "numerator": unit.numerator,
                "denominator": unit.denominator,
            }


def _barcodes(drafts: Iterable[tuple[int, ProductDraft]]) -> Iterator[dict[str, Any]]:
    for product, draft in drafts:
        for barcode in draft.barcodes:
            yield {"code": barcode.code, "product_id": product, "unit": barcode.unit}


def _prices(drafts: Iterable[tuple[int, ProductDraft]]) -> Iterator[dict[str, Any]]:
    for product, draft in drafts:
        for price in draft.prices:
            yield {
                "product_id": product,
                "level": price.level,
                "unit": price.unit,
                "price": price.price,
            }
