"""What can be asked about goods."""

from jxc_desktop.catalog.queries.card import ProductCard, is_style, product_card, product_draft
from jxc_desktop.catalog.queries.finding import ProductHit, find_products
from jxc_desktop.catalog.queries.listing import (
    CategoryView,
    ProductFilter,
    ProductRow,
    category_tree,
    category_views,
    count_products,
    list_products,
)
from jxc_desktop.catalog.queries.notices import notices_on
from jxc_desktop.catalog.queries.styles import StyleRow, VariantView, style_list, variants_of
from jxc_desktop.catalog.queries.till import ProductAtTill, product_by_barcode, product_by_code

__all__ = [
    "CategoryView",
    "ProductAtTill",
    "ProductCard",
    "ProductFilter",
    "ProductHit",
    "ProductRow",
    "StyleRow",
    "VariantView",
    "category_tree",
    "category_views",
    "count_products",
    "find_products",
    "is_style",
    "list_products",
    "notices_on",
    "product_by_barcode",
    "product_by_code",
    "product_card",
    "product_draft",
    "style_list",
    "variants_of",
]
