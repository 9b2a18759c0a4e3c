"""What a posting must know of its products, in one question however many lines there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import RETAIL
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up
from jxc_desktop.core.sql import Row, Statement, among


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """A product as posting sees it; prices 1e-6 yuan per base unit.

    `factors` are base units per further unit, `prices` what is asked for one unit at a level, by (level, unit), where
    it differs from the retail price of the base unit; "" is the base unit. `tracking` says whether its stock is kept
    by lot or by serial number.
    """

    id: int
    code: str
    name: str
    unit: str
    places: int
    tax_rate: int | None
    retail_price: int | None
    min_price: int | None
    purchase_price: int | None
    track_stock: bool
    disabled: bool
    factors: dict[str, tuple[int, int]] = field(default_factory=dict)
    prices: dict[tuple[str, str], int] = field(default_factory=dict)
    tracking: str = ""
    shelf_life_days: int | None = None
    is_style: bool = False

    def out_of_use(self) -> Refused:
        """Why it can be on no new document."""
        return out_of_use(self.name, is_style=self.is_style)

    def factor(self, unit: str) -> tuple[int, int]:
        """Base units in one `unit` as a fraction; raises `InvalidInput` for a unit it has not."""
        if unit in {"", self.unit}:
            return 1, 1
        if unit not in self.factors:
            known = listed([self.unit, *self.factors])
            raise InvalidInput(
                translate("catalog", "{product} 没有单位“{unit}”，只有 {known}").format(
                    product=self.name, unit=unit, known=known
                ),
                field="unit",
            )
        return self.factors[unit]

    def price_of(self, level: str, unit: str) -> int | None:
        """The price of one `unit` at a price level ("" is retail) in 1e-6 yuan.

        Its own, else the base unit's at that level times the factor, else the retail price.
        """
        further = "" if unit == self.unit else unit
        for key in ((level, further), (level, "")):
            if level and key in self.prices:
                own = self.prices[key]
                return own if key[1] == further else self._times(own, unit)
        return self.retail_of(unit)

    def retail_of(self, unit: str) -> int | None:
        """The retail price of one `unit` in 1e-6 yuan: its own, else the base unit's times the factor."""
        own = self.prices.get((RETAIL, unit))
        return self._times(self.retail_price, unit) if own is None else own

    def purchase_of(self, unit: str) -> int | None:
        """The reference purchase price of one `unit` in 1e-6 yuan."""
        return self._times(self.purchase_price, unit)

    def _times(self, price: int | None, unit: str) -> int | None:
        numerator, denominator = self.factor(unit)
        return None if price is None else div_half_up(price * numerator, denominator)

    def to_base(self, quantity: int, unit: str) -> int:
        """`quantity` of `unit` in base units; refused when inexact or finer than the product takes (I10)."""
        numerator, denominator = self.factor(unit)
        base, rest = divmod(quantity * numerator, denominator)
        if rest or base % 10 ** (QUANTITY_PLACES - self.places):
            raise InvalidInput(
                translate("catalog", "{product} 的数量最多 {places} 位小数，按 {unit} 计").format(
                    product=self.name, places=self.places, unit=self.unit
                ),
                field="quantity",
            )
        return base


def out_of_use(name: str, *, is_style: bool) -> Refused:
    """Why a product is on no new document: it was stopped, or is a style of which only the variants are goods."""
    told = (
        translate("catalog", "{product} 是一款，有几种颜色尺码。选其中一种")
        if is_style
        else translate("catalog", "{product} 已停用")
    )
    return Refused(told.format(product=name), field="product")


_FACTS = (
    "SELECT p.id, p.code, p.name, p.unit, p.places, p.tax_rate, p.retail_price, p.min_price, p.purchase_price, "
    "p.track_stock, p.disabled, p.tracking, p.shelf_life_days, p.is_style, u.name, u.numerator, u.denominator, "
    "r.price FROM product p "
    "LEFT JOIN product_unit u ON u.product_id = p.id "
    "LEFT JOIN product_price r ON r.product_id = u.product_id AND r.unit = u.name AND r.level = 'retail' "
    "WHERE p.id "
)
_PRODUCTS = Statement(f"{_FACTS}IN {among('products')}", postgresql=f"{_FACTS}= ANY(:products)")
_LEVELS = "SELECT product_id, unit, price FROM product_price WHERE level = :level AND product_id "
_PRICES = Statement(f"{_LEVELS}IN {among('products')}", postgresql=f"{_LEVELS}= ANY(:products)")


def product_facts(
    session: Session, products: Iterable[int], *, level: str = ""
) -> dict[int, ProductFacts]:
    """The facts of `products` by id, with their prices at `level` besides retail; raises `NotFound`."""
    wanted = sorted(set(products))
    found: dict[int, ProductFacts] = {}
    for row in _PRODUCTS.all(session, products=wanted):
        facts = found.get(row[0]) or found.setdefault(row[0], _facts(row[:14]))
        unit, numerator, denominator, price = row[14:]
        if unit is not None:
            facts.factors[unit] = (numerator, denominator)
        if price is not None:
            facts.prices[RETAIL, unit] = price
    if level:
        for product, unit, price in _PRICES.all(session, products=wanted, level=level):
            found[product].prices[level, unit] = price
    if len(found) < len(wanted):
        raise NotFound(translate("catalog", "有一行的商品不存在了。重新选商品"))
    return found


def _facts(row: Row) -> ProductFacts:
    (
        product_id, code, name, unit, places, tax_rate, retail, lowest, purchase, stocked, disabled, tracking,
        shelf_life, is_style,
    ) = row  # fmt: skip
    return ProductFacts(
        product_id, code, name, unit, places, tax_rate, retail, lowest, purchase, bool(stocked), bool(disabled),
        tracking=tracking, shelf_life_days=shelf_life, is_style=bool(is_style),
    )  # fmt: skip
