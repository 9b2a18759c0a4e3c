"""Choosing a product by typing: the columns of the popup in entry grids, and a field that holds one product.

A document adds what it knows (available stock, last price) by wrapping the hits: `hit_of` tells how to find the hit in
a choice, `between` are the document's own columns, which stand before the retail price.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.search_field import SearchField

Choice = TypeVar("Choice")
NEW_KEY = "Ctrl+N"
FIND_KEY = "F2"


def itself(hit: ProductHit) -> ProductHit:
    """A choice that is nothing but the hit."""
    return hit


def product_suggestions(
    hit_of: Callable[[Choice], ProductHit],
    between: Sequence[Column[Choice]] = (),
    *,
    may_create: bool = False,
) -> Suggestions[Choice]:
    """What the popup shows of products; `may_create` offers Ctrl+N, which the pane must know."""
    columns = (
        Column[Choice](
            "code",
            translate("catalog", "编号"),
            lambda each: hit_of(each).code,
            Kind.CODE,
            width=92,
        ),
        Column[Choice](
            "name",
            translate("catalog", "商品"),
            lambda each: hit_of(each).name,
            sub=lambda each: hit_of(each).spec,
            width=220,
            stretch=True,
        ),
        Column[Choice](
            "unit", translate("catalog", "单位"), lambda each: hit_of(each).unit, width=44
        ),
        *between,
        Column[Choice](
            "retail_price",
            translate("catalog", "零售价"),
            lambda each: hit_of(each).retail_price,
            Kind.PRICE,
        ),
    )
    keys = [(FIND_KEY, translate("catalog", "查找"))]
    if may_create:
        keys.append((NEW_KEY, translate("catalog", "新建")))
    missing = _missing_or_new if may_create else _missing
    return Suggestions(columns, tuple(keys), missing=missing)


def product_field(pane: Pane) -> SearchField:
    """A field of `pane` that holds one product in use, found by code, barcode, name or pinyin."""
    return _field_of(pane, find_products)


def style_field(pane: Pane) -> SearchField:
    """The same for a style, or goods that shall become one."""
    return _field_of(pane, partial(find_products, styles=True))


def _field_of(pane: Pane, find: Callable[..., Sequence[ProductHit]]) -> SearchField:
    def fetch(text: str, then: Callable[[Sequence[Any]], None]) -> None:
        pane.run_read(find, text, then=then, slot="product_field")

    field = SearchField(product_suggestions(itself), fetch, pane)
    field.setPlaceholderText(translate("catalog", "编号、条码、名称、拼音"))
    field.setAccessibleName(translate("catalog", "商品"))
    field.missing.connect(pane.context.messages.notice)
    return field.show_as(_shown)


def _shown(hit: ProductHit) -> str:
    return f"{hit.name} {hit.spec}".strip()


def _missing(text: str) -> str:
    return translate("catalog", "没有“{text}”。换个说法").format(text=text)


def _missing_or_new(text: str) -> str:
    return translate("catalog", "没有“{text}”。Ctrl+N 新建，或换个说法").format(text=text)
