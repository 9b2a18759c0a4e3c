"""A clean row of goods as the catalogue's draft, and what only the catalogue can say against it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jxc_desktop.catalog.drafts import (
    LEVELS,
    MEMBER,
    WHOLESALE,
    BarcodeDraft,
    PriceDraft,
    ProductDraft,
    UnitDraft,
)
from jxc_desktop.catalog.rules import tidy
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.imports.source import Flaw, Values
from jxc_desktop.imports.style_rows import axes_of

PRICES = {
    "wholesale_price": WHOLESALE,
    "member_price": MEMBER,
    **{f"price_{level}": level for level in LEVELS},
}
"""Columns that are price levels of the base unit."""
_AS_THEY_ARE = (
    "name", "code", "spec", "brand", "origin", "unit", "tax_rate", "retail_price", "min_price",
    "purchase_price", "min_stock", "max_stock", "plu", "tracking", "shelf_life_days", "expiry_warn_days",
    "weight", "volume", "remark",
)  # fmt: skip
_PLACES_OF = {"units": "factor", "barcodes": "barcode", "prices": "retail_price"}
"""Our parts of a product → the column they come from."""
_DASHES = str.maketrans("＞>\\-－–—", "///////")


def draft_of(values: Values) -> ProductDraft:
    """The product that a row describes; blank cells leave the catalogue's defaults."""
    plain: dict[str, Any] = {name: values[name] for name in _AS_THEY_ARE if name in values}
    told = (values.get(name) for name in ("spec", "colour", "size"))
    plain["spec"] = " ".join(str(each) for each in told if each)
    if not axes_of(values) and not plain.get("code"):
        plain["code"] = values.get("style") or ""
    return ProductDraft(
        **plain,
        category=category_path(str(values.get("category", ""))),
        weighed=bool(values.get("weighed")),
        units=_units(values),
        barcodes=tuple(BarcodeDraft(code) for code in _texts(values.get("barcode"))),
        prices=tuple(
            PriceDraft(level, price)
            for name, level in PRICES.items()
            if isinstance(price := values.get(name), int)
        ),
    )


def category_path(text: str) -> str:
    """食品-饮料, 食品>饮料 and 食品/饮料 are one path."""
    return "/".join(part for each in text.translate(_DASHES).split("/") if (part := each.strip()))


def sound_draft(values: Values, today: date) -> ProductDraft | Flaw:
    """The product tidied for writing; or why the catalogue would not keep it, at the column it comes from."""
    try:
        return tidy(draft_of(values), today)
    except InvalidInput as error:
        part = (error.field or "name").partition("[")[0]
        return Flaw(_PLACES_OF.get(part, part), error.message)


def _units(values: Mapping[str, object]) -> tuple[UnitDraft, ...]:
    name, factor = values.get("aux_unit"), values.get("factor")
    if not isinstance(name, str) or not isinstance(factor, int) or name == values.get("unit"):
        return ()
    return (UnitDraft(name, factor, 10**QUANTITY_PLACES),)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
