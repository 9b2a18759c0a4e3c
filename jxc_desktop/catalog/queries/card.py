"""One product with all that belongs to it."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.categories import tree
from jxc_desktop.catalog.drafts import BarcodeDraft, PriceDraft, ProductDraft, UnitDraft
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import may, needs

_PRODUCT = Statement(
    "SELECT name, id, code, spec, brand, origin, unit, places, tax_rate, retail_price, min_price, "
    "purchase_price, min_stock, max_stock, weighed, plu, track_stock, tracking, shelf_life_days, expiry_warn_days, "
    "weight, volume, remark, category_id "
    "FROM product WHERE id = :id"
)
_UNITS = Statement(
    "SELECT name, numerator, denominator FROM product_unit WHERE product_id = :id "
    "ORDER BY numerator * 1.0 / denominator, name"
)
_BARCODES = Statement("SELECT code, unit FROM barcode WHERE product_id = :id ORDER BY unit, code")
_PRICES = Statement(
    "SELECT level, price, unit FROM product_price WHERE product_id = :id ORDER BY level, unit"
)
_DISABLED = Statement("SELECT disabled, pinyin FROM product WHERE id = :id")

_STYLE = Statement("SELECT 1 FROM product WHERE id = :id AND is_style = 1")


@dataclass(frozen=True, slots=True)
class ProductCard:
    """The draft that would keep the product as it is, and what is no part of a draft."""

    draft: ProductDraft
    pinyin: str
    disabled: bool


def product_draft(session: Session, product_id: int) -> ProductDraft:
    """The product as a draft, with every figure; for services. Raises `NotFound`."""
    row = _PRODUCT.first(session, id=product_id)
    if row is None:
        raise NotFound(translate("catalog", "商品不存在了。刷新后再看"))
    (
        name, own_id, code, spec, brand, origin, unit, places, tax_rate, retail, lowest, purchase, low, high,
        weighed, plu, track_stock, tracking, shelf_life, warn, weight, volume, remark, category_id,
    ) = row  # fmt: skip
    return ProductDraft(
        name=name,
        id=own_id,
        code=code,
        spec=spec,
        brand=brand,
        origin=origin,
        category=tree(session).path(category_id),
        unit=unit,
        places=places,
        tax_rate=tax_rate,
        retail_price=retail,
        min_price=lowest,
        purchase_price=purchase,
        min_stock=low,
        max_stock=high,
        weighed=bool(weighed),
        plu=plu,
        track_stock=bool(track_stock),
        tracking=tracking,
        shelf_life_days=shelf_life,
        expiry_warn_days=warn,
        weight=weight,
        volume=volume,
        remark=remark,
        units=tuple(UnitDraft(*unit) for unit in _UNITS.all(session, id=product_id)),
        barcodes=tuple(BarcodeDraft(*code) for code in _BARCODES.all(session, id=product_id)),
        prices=tuple(PriceDraft(*price) for price in _PRICES.all(session, id=product_id)),
    )


def is_style(session: Session, product_id: int) -> bool:
    """Whether it is a style, of which only the variants are goods; for services."""
    return bool(_STYLE.first(session, id=product_id))


@needs("product.view")
def product_card(session: Session, product_id: int) -> ProductCard:
    """The product for its card; `purchase_price` is None for who lacks `field.purchase_price`."""
    draft = product_draft(session, product_id)
    disabled, pinyin = _DISABLED.one(session, id=product_id)
    if not may(session, "field.purchase_price"):
        draft = replace(draft, purchase_price=None)
    return ProductCard(draft, pinyin, bool(disabled))
