"""A product as it stands in the fields of its card: texts, until they are read as numbers.

Reading raises `UserError`s that name the field, so a card with a slip in it is told like any refusal of a service.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, TypeVar

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.catalog.drafts import (
    BASE,
    LEVELS,
    MEMBER,
    RETAIL,
    WHOLESALE,
    BarcodeDraft,
    PriceDraft,
    ProductDraft,
    UnitDraft,
)
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, QUANTITY_PLACES, trimmed
from jxc_desktop.widgets.expressions import parse_price, parse_quantity

TEXTS = ("name", "code", "spec", "brand", "origin", "category", "unit", "remark")
PRICES = ("retail_price", "min_price", "purchase_price")
STOCKS = ("min_stock", "max_stock")
WEIGHT, VOLUME = "weight", "volume"
DAYS = ("shelf_life_days", "expiry_warn_days")
PLU = "plu"
LEVEL_FIELDS = {WHOLESALE: WHOLESALE, MEMBER: MEMBER, **{level: level for level in LEVELS}}
"""Price level of the base unit → its field on the card."""
BARCODES = "barcodes"
_BETWEEN = str.maketrans("、，,;；/", "      ")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A further unit on the card: one of it is `factor` base units; `price` is its retail price."""

    name: str = ""
    factor: Fraction | None = None
    barcodes: tuple[str, ...] = ()
    price: int | None = None


@dataclass(frozen=True, slots=True)
class TypedProduct:
    """What the card holds; `texts` by field name."""

    id: int | None
    texts: Mapping[str, str]
    units: tuple[UnitLine, ...]
    prices: tuple[PriceDraft, ...]
    """Prices of further units at other levels than retail, which the card keeps but does not show."""
    places: int | None
    tax_rate: int | None
    weighed: bool
    track_stock: bool
    tracking: str = ""

    def copied(self) -> "TypedProduct":
        """The same as a new product, without code and barcodes."""
        units = tuple(replace(line, barcodes=()) for line in self.units)
        texts = {**self.texts, "code": "", BARCODES: "", PLU: ""}
        return replace(self, id=None, texts=texts, units=units)

    def draft(self) -> ProductDraft:
        """The product to be kept; raises `UserError` at the first field that cannot be read."""
        plain: dict[str, Any] = {name: self.texts.get(name, "") for name in TEXTS}
        plain |= {name: self._number(name, parse_price) for name in PRICES}
        plain |= {name: self._number(name, parse_quantity) for name in STOCKS}
        plain |= {name: self._number(name, read_days) for name in DAYS}
        plain |= {WEIGHT: self._number(WEIGHT, parse_quantity)}
        plain |= {VOLUME: self._number(VOLUME, parse_price)}
        plain[PLU] = self._number(PLU, read_plu)
        return ProductDraft(
            id=self.id,
            **plain,
            places=self.places,
            tax_rate=self.tax_rate,
            weighed=self.weighed,
            track_stock=self.track_stock,
            tracking=self.tracking,
            units=tuple(_unit(line, place) for place, line in enumerate(self.units)),
            barcodes=tuple(self._barcodes()),
            prices=(*self._levels(), *self._unit_prices(), *self.prices),
        )

    def _number(self, name: str, read: Callable[[str], int]) -> int | None:
        return read_at(name, read, self.texts.get(name, ""))

    def _barcodes(self) -> list[BarcodeDraft]:
        own = [BarcodeDraft(code) for code in split_codes(self.texts.get(BARCODES, ""))]
        return own + [
            BarcodeDraft(code, line.name) for line in self.units for code in line.barcodes
        ]

    def _levels(self) -> list[PriceDraft]:
        prices = ((level, self._number(name, parse_price)) for level, name in LEVEL_FIELDS.items())
        return [PriceDraft(level, price) for level, price in prices if price is not None]

    def _unit_prices(self) -> list[PriceDraft]:
        return [
            PriceDraft(RETAIL, line.price, line.name)
            for line in self.units
            if line.price is not None
        ]


def typed(draft: ProductDraft) -> TypedProduct:
    """The card's content for a product that is kept."""
    barcodes = {unit: [b.code for b in draft.barcodes if b.unit == unit] for unit in _names(draft)}
    prices = {(price.level, price.unit): price.price for price in draft.prices}
    texts = {name: getattr(draft, name) for name in TEXTS}
    texts |= {name: shown_price(getattr(draft, name)) for name in PRICES}
    texts |= {name: _shown_quantity(getattr(draft, name)) for name in STOCKS}
    texts |= {name: _shown_days(getattr(draft, name)) for name in (*DAYS, PLU)}
    texts |= {WEIGHT: _shown_quantity(draft.weight), VOLUME: _shown_volume(draft.volume)}
    texts |= {name: shown_price(prices.get((level, BASE))) for level, name in LEVEL_FIELDS.items()}
    texts[BARCODES] = " ".join(barcodes[BASE])
    lines = tuple(
        UnitLine(
            unit.name,
            Fraction(unit.numerator, unit.denominator),
            tuple(barcodes[unit.name]),
            prices.get((RETAIL, unit.name)),
        )
        for unit in draft.units
    )
    kept = tuple(p for p in draft.prices if p.unit != BASE and p.level != RETAIL)
    return TypedProduct(
        draft.id,
        texts,
        lines,
        kept,
        draft.places,
        draft.tax_rate,
        draft.weighed,
        draft.track_stock,
        draft.tracking,
    )


def split_codes(text: str) -> tuple[str, ...]:
    """Barcodes written one after the other, as the catalogue keeps them."""
    return tuple(dict.fromkeys(map(canonical, text.translate(_BETWEEN).split())))


def read_factor(text: str) -> Fraction:
    """How many base units a unit holds: 24, 0.5 or 1/3."""
    try:
        factor = Fraction(text.strip())
    except (ValueError, ZeroDivisionError) as error:
        raise InvalidInput(
            translate("catalog", "看不懂换算率“{text}”。填如 24、0.5 或 1/3").format(text=text)
        ) from error
    if factor <= 0:
        raise InvalidInput(translate("catalog", "换算率要大于 0"))
    return factor


def read_days(text: str) -> int:
    """Whole days: 365."""
    if not text.strip().isdecimal():
        raise InvalidInput(
            translate("catalog", "看不懂天数“{text}”。填整数，如 365").format(text=text)
        )
    return int(text)


def read_plu(text: str) -> int:
    """A code on the scales: 12, 00012."""
    if not (text.strip().isascii() and text.strip().isdigit()):
        raise InvalidInput(
            translate("catalog", "看不懂秤码“{text}”。填秤上这种商品的号码，如 12").format(
                text=text
            )
        )
    return int(text)


def read_at(field: str, read: Callable[[str], T], text: str) -> T | None:
    """`read(text)`, None for a blank; an error names `field`."""
    if not text.strip():
        return None
    try:
        return read(text)
    except UserError as error:
        raise error.at(field) from None


def shown_price(price: int | None) -> str:
    """A price as it is typed: 12.5."""
    return "" if price is None else trimmed(price, PRICE_PLACES, 2)


def shown_factor(factor: Fraction | None) -> str:
    """A factor as it is typed: 24, 5/2."""
    return "" if factor is None else str(factor)


def _shown_quantity(quantity: int | None) -> str:
    return "" if quantity is None else trimmed(quantity, QUANTITY_PLACES)


def _shown_volume(volume: int | None) -> str:
    return "" if volume is None else trimmed(volume, PRICE_PLACES)


def _shown_days(days: int | None) -> str:
    return "" if days is None else str(days)


def _unit(line: UnitLine, place: int) -> UnitDraft:
    if line.factor is None:
        raise InvalidInput(
            translate("catalog", "没有写 1 {unit} 等于多少基本单位").format(unit=line.name),
            field=f"units[{place}].factor",
        )
    return UnitDraft(line.name, line.factor.numerator, line.factor.denominator)


def _names(draft: ProductDraft) -> list[str]:
    return [BASE, *(unit.name for unit in draft.units)]
