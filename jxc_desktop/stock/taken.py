"""What a document must know of goods the moment they are taken into a line: one read, however many lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.queries import on_hand_of

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
    """Goods as a line knows them; `available` in 1e-4 base units, None for what is not kept in stock.

    `promised` is what the customer was promised, 1e-6 yuan by unit.
    """

    facts: ProductFacts
    spec: str
    available: int | None
    last: LastPrice | None = None
    promised: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """Goods as the popup of a document offers them; `row` is where they already stand in it, from 1."""

    hit: ProductHit
    available: int
    last: LastPrice | None = None
    row: int | None = None

    def placed(self, row: int | None) -> "Offer":
        """The same offer, knowing where it already stands."""
        return replace(self, row=row)


def taken_goods(
    session: Session, products: Iterable[int], warehouse_id: int | None, level: str = ""
) -> dict[int, TakenGoods]:
    """Goods by id, with their prices at a `level`; the purchase price leaves only for who may see it."""
    wanted = sorted(set(products))
    specs = {row[0]: row[1] for row in _SPECS.all(session, products=wanted)}
    there = on_hand_of(session, wanted, warehouse_id)
    seen = may(session, PURCHASE_PRICE)
    return {
        product: TakenGoods(
            facts if seen else replace(facts, purchase_price=None),
            specs[product],
            there.get(product, 0) if facts.track_stock else None,
        )
        for product, facts in product_facts(session, wanted, level=level).items()
    }


def offers(session: Session, text: str, warehouse_id: int | None) -> list[Offer]:
    """Goods that bear `text`, with what lies in the warehouse."""
    hits = find_products(session, text)
    there = on_hand_of(session, [hit.id for hit in hits], warehouse_id)
    return [Offer(hit, there.get(hit.id, 0)) for hit in hits]
