"""What a document must know of goods the moment they are taken into a line: one read, however many lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.queries import NOTHING, Availability, available_of

PURCHASE_PRICE = "field.purchase_price"
_SPEC = "SELECT id, spec FROM product WHERE id "
_SPECS = Statement(f"{_SPEC}IN {among('products')}", postgresql=f"{_SPEC}= ANY(:products)")


@dataclass(frozen=True, slots=True)
class LastPrice:
    """What one `unit` cost the last time: 1e-6 yuan, `discount` the fraction off."""

    day: date
    unit: str
    price: int
    discount: int
    includes_tax: bool

    def of(self, facts: ProductFacts, unit: str) -> int | None:
        """The price of another unit of the goods; None when the old unit is gone."""
        if self.unit not in {facts.unit, *facts.factors}:
            return None
        (above, below), (old_above, old_below) = facts.factor(unit), facts.factor(self.unit)
        return div_half_up(self.price * above * old_below, below * old_above)


@dataclass(frozen=True, slots=True)
class TakenGoods:
    """Goods as a line knows them; `there` is None for what is not kept in stock.

    `promised` is what the customer was promised, 1e-6 yuan by unit.
    """

    facts: ProductFacts
    spec: str
    there: Availability | None
    last: LastPrice | None = None
    promised: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """Goods as the popup of a document offers them; `row` is where they already stand in it, from 1."""

    hit: ProductHit
    there: Availability
    last: LastPrice | None = None
    row: int | None = None

    @property
    def available(self) -> int:
        """What may still be promised, in 1e-4 base units."""
        return self.there.available

    def placed(self, row: int | None) -> "Offer":
        """The same offer, knowing where it already stands."""
        return replace(self, row=row)


Own = Mapping[int, int]
"""What an order promises by product, in 1e-4 base units: no hindrance to the document that follows it."""
NO_ORDER: Own = MappingProxyType({})


def taken_goods(
    session: Session,
    products: Iterable[int],
    warehouse_id: int | None,
    level: str = "",
    own: Own = NO_ORDER,
) -> dict[int, TakenGoods]:
    """Goods by id, with their prices at a `level`; the purchase price leaves only for who may see it."""
    wanted = sorted(set(products))
    specs = {row[0]: row[1] for row in _SPECS.all(session, products=wanted)}
    there = available_of(session, wanted, warehouse_id)
    seen = may(session, PURCHASE_PRICE)
    return {
        product: TakenGoods(
            facts if seen else replace(facts, purchase_price=None),
            specs[product],
            _spared(there, product, own) if facts.track_stock else None,
        )
        for product, facts in product_facts(session, wanted, level=level).items()
    }


def offers(
    session: Session, text: str, warehouse_id: int | None, own: Own = NO_ORDER
) -> list[Offer]:
    """Goods and styles that bear `text`, with what lies in the warehouse; a style stands for its variants."""
    hits = _variants_behind(find_products(session, text, styles=True))
    there = available_of(session, [hit.id for hit in hits], warehouse_id)
    return [Offer(hit, _spared(there, hit.id, own)) for hit in hits]


def _variants_behind(hits: Sequence[ProductHit]) -> list[ProductHit]:
    """Styles first: who types what all variants are called means the style."""
    return sorted(hits, key=lambda hit: not hit.is_style)


def _spared(there: Mapping[int, Availability], product: int, own: Own) -> Availability:
    """What is there of a product, its own order's promise left out."""
    known = there.get(product, NOTHING)
    return replace(known, allocated=known.allocated - own.get(product, 0))
