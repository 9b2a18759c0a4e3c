"""What a product must be like whatever else the shop has: tidied, or refused with the field's name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import gcd

from jxc_desktop.catalog.barcodes import require_barcode
from jxc_desktop.catalog.drafts import (
    BASE,
    PRICE_LEVELS,
    RETAIL,
    SERIAL,
    TRACKINGS,
    BarcodeDraft,
    PriceDraft,
    ProductDraft,
    UnitDraft,
)
from jxc_desktop.catalog.units import DEFAULT_UNIT, default_places
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.texts import tidy as tidied_text
from jxc_desktop.core.texts import typed_code
from jxc_desktop.shop.scale_rules import LONGEST_PLU
from jxc_desktop.shop.tax import require_rate

NAME_LENGTH = 200
CODE_LENGTH = 64
UNIT_LENGTH = 16
CATEGORY_LENGTH = 50
LARGEST_FACTOR = 10**9
LONGEST_LIFE = 100 * 366
"""Days; nothing that is sold keeps longer."""
DEEPEST = 5
"""Levels of categories."""


def tidy(draft: ProductDraft, today: date) -> ProductDraft:
    """`draft` without blanks and defaults filled in; raises `InvalidInput` at the first field that is wrong."""
    unit = _short(draft.unit, UNIT_LENGTH, "unit") or DEFAULT_UNIT
    units = _units(draft.units, unit)
    known = {BASE, *(each.name for each in units)}
    _require_prices(draft)
    _require_stocks(draft)
    _require_tracking(draft)
    _require_size(draft)
    _require_plu(draft)
    if draft.tax_rate is not None:
        require_rate(draft.tax_rate, today, field="tax_rate")
    return replace(
        draft,
        name=_name(draft.name),
        code=_short(typed_code(draft.code), CODE_LENGTH, "code"),
        spec=_short(draft.spec, NAME_LENGTH, "spec"),
        brand=_short(draft.brand, NAME_LENGTH, "brand"),
        origin=_short(draft.origin, NAME_LENGTH, "origin"),
        category="/".join(path_of(draft.category)),
        unit=unit,
        places=_places(draft, unit),
        units=units,
        barcodes=_barcodes(draft.barcodes, unit, known),
        prices=_prices(draft.prices, unit, known),
        remark="\n".join(map(tidied_text, draft.remark.splitlines())).strip(),
    )


def path_of(category: str) -> tuple[str, ...]:
    """The names of a category path from the root; raises `InvalidInput` when it is too deep."""
    names = [
        _short(name, CATEGORY_LENGTH, "category") for name in category.replace("／", "/").split("/")
    ]
    path = tuple(name for name in names if name)
    if len(path) > DEEPEST:
        raise InvalidInput(
            translate("catalog", "类别“{category}”有 {count} 级，最多 {deepest} 级").format(
                category=category, count=len(path), deepest=DEEPEST
            ),
            field="category",
        )
    return path


def _name(name: str) -> str:
    tidied = _short(name, NAME_LENGTH, "name")
    if not tidied:
        raise InvalidInput(translate("catalog", "商品没有名称。填上名称"), field="name")
    return tidied


def _short(text: str, length: int, field: str) -> str:
    tidied = tidied_text(text)
    if len(tidied) > length:
        raise InvalidInput(
            translate("catalog", "“{start}…”太长，最多 {length} 个字").format(
                start=tidied[:10], length=length
            ),
            field=field,
        )
    return tidied


def _places(draft: ProductDraft, unit: str) -> int:
    if draft.places is None:
        return default_places(unit, weighed=draft.weighed)
    if not 0 <= draft.places <= QUANTITY_PLACES:
        raise InvalidInput(
            translate("catalog", "数量小数位要在 0 和 4 之间"),
            field="places",
        )
    return draft.places


def _units(units: Sequence[UnitDraft], base: str) -> tuple[UnitDraft, ...]:
    found: dict[str, UnitDraft] = {}
    for place, unit in enumerate(units):
        field = f"units[{place}]"
        name = _short(unit.name, UNIT_LENGTH, f"{field}.name")
        if not name or name == base or name in found:
            raise InvalidInput(
                translate("catalog", "单位“{unit}”空着或重复。每个单位写一次").format(unit=name),
                field=f"{field}.name",
            )
        if not (0 < unit.numerator <= LARGEST_FACTOR and 0 < unit.denominator <= LARGEST_FACTOR):
            raise InvalidInput(
                translate("catalog", "1 {unit} 等于多少 {base} 要大于 0").format(
                    unit=name, base=base
                ),
                field=f"{field}.factor",
            )
        common = gcd(unit.numerator, unit.denominator)
        found[name] = UnitDraft(name, unit.numerator // common, unit.denominator // common)
    return tuple(found.values())


def _barcodes(
    barcodes: Sequence[BarcodeDraft], base: str, known: set[str]
) -> tuple[BarcodeDraft, ...]:
    found: dict[str, BarcodeDraft] = {}
    for place, barcode in enumerate(barcodes):
        field = f"barcodes[{place}]"
        code = require_barcode(barcode.code, field=field)
        unit = _unit(barcode.unit, base, known, field)
        if found.setdefault(code, BarcodeDraft(code, unit)).unit != unit:
            raise InvalidInput(
                translate("catalog", "条码 {code} 写了两个单位。只留一个").format(code=code),
                field=field,
            )
    return tuple(found.values())


def _prices(prices: Sequence[PriceDraft], base: str, known: set[str]) -> tuple[PriceDraft, ...]:
    found: dict[tuple[str, str], PriceDraft] = {}
    for place, price in enumerate(prices):
        field = f"prices[{place}]"
        unit = _unit(price.unit, base, known, field)
        if price.level not in PRICE_LEVELS or (price.level, unit) == (RETAIL, BASE):
            raise InvalidInput(
                translate("catalog", "没有价格等级 {level}").format(level=price.level), field=field
            )
        _require_price(price.price, field)
        found[price.level, unit] = PriceDraft(price.level, price.price, unit)
    return tuple(found.values())


def _unit(unit: str, base: str, known: set[str], field: str) -> str:
    name = BASE if unit == base else tidied_text(unit)
    if name not in known:
        raise InvalidInput(
            translate("catalog", "没有单位“{unit}”。先加上这个单位").format(unit=unit), field=field
        )
    return name


def _require_prices(draft: ProductDraft) -> None:
    for field in ("retail_price", "min_price", "purchase_price"):
        _require_price(getattr(draft, field), field)


def _require_price(price: int | None, field: str) -> None:
    if price is not None and price < 0:
        raise InvalidInput(translate("catalog", "价格不能小于 0"), field=field)


def _require_stocks(draft: ProductDraft) -> None:
    low, high = draft.min_stock, draft.max_stock
    for field, stock in (("min_stock", low), ("max_stock", high)):
        if stock is not None and stock < 0:
            raise InvalidInput(translate("catalog", "库存上下限不能小于 0"), field=field)
    if low is not None and high is not None and low > high:
        raise InvalidInput(
            translate("catalog", "最低库存比最高库存多。改其中一个"), field="min_stock"
        )


def _require_size(draft: ProductDraft) -> None:
    for field, size in (("weight", draft.weight), ("volume", draft.volume)):
        if size is not None and size <= 0:
            raise InvalidInput(
                translate("catalog", "重量、体积要大于 0，不知道就不填"), field=field
            )


def _require_tracking(draft: ProductDraft) -> None:
    """Goods told apart have stock, serial numbers count whole pieces, and days are days."""
    if draft.tracking not in TRACKINGS:
        raise InvalidInput(
            translate("catalog", "批次管理只能是 不管、按批次、按序列号"), field="tracking"
        )
    if draft.tracking and not draft.track_stock:
        raise InvalidInput(
            translate("catalog", "不记库存的商品不能按批次或序列号管理"), field="tracking"
        )
    if draft.tracking == SERIAL and (draft.places or draft.weighed):
        raise InvalidInput(
            translate("catalog", "按序列号管理的商品一件一个号，数量不能有小数"), field="tracking"
        )
    for field, days, least in (
        ("shelf_life_days", draft.shelf_life_days, 1),
        ("expiry_warn_days", draft.expiry_warn_days, 0),
    ):
        if days is not None and not least <= days <= LONGEST_LIFE:
            raise InvalidInput(
                translate("catalog", "天数要在 {least} 和 {most} 之间").format(
                    least=least, most=LONGEST_LIFE
                ),
                field=field,
            )


def _require_plu(draft: ProductDraft) -> None:
    if draft.plu is not None and not 0 < draft.plu < 10**LONGEST_PLU:
        raise InvalidInput(
            translate("catalog", "秤码是 1 到 {digits} 位数字，和秤上设的一样").format(
                digits=LONGEST_PLU
            ),
            field="plu",
        )
