"""Which goods a promotion would sell below their lowest price or below cost, by itself and at list prices.

The preview warns of both. Below the lowest price is kept only by who has the right; at the till the promotion is then
honoured as it was announced.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import ONE, div_half_up, price_without_tax
from jxc_desktop.core.sql import Row, Statement, among
from jxc_desktop.pricing.minimum import RIGHT, may_go_below
from jxc_desktop.pricing.promotions.offer import Offer
from jxc_desktop.pricing.promotions.terms import Kind
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.settings import settings_of

SHOWN = 3
"""Products that a refusal names."""
_GOODS = Statement(
    "SELECT p.id, p.name, p.retail_price, p.min_price, p.tax_rate, c.quantity, c.value, c.last_cost "
    "FROM product p LEFT JOIN (SELECT product_id, sum(quantity) AS quantity, sum(value) AS value, "
    "max(last_cost) AS last_cost FROM cost_pool GROUP BY product_id) c ON c.product_id = p.id "
    "WHERE p.disabled = 0 AND p.retail_price > 0 ORDER BY p.id"
)

_POOLS = (
    "SELECT product_id, sum(quantity), sum(value), max(last_cost) FROM cost_pool WHERE product_id "
)
_COSTS = Statement(
    f"{_POOLS}IN {among('products')} GROUP BY product_id",
    postgresql=f"{_POOLS}= ANY(:products) GROUP BY product_id",
)


@dataclass(frozen=True, slots=True)
class TooCheap:
    """Goods that go below a bound; prices 1e-6 yuan of the base unit, `cost` without tax and None where unseen."""

    product: str
    price: int
    lowest: int | None
    cost: int | None

    @property
    def below_lowest(self) -> bool:
        """Whether the lowest price is passed."""
        return self.lowest is not None and self.price < self.lowest


def too_cheap(session: Session, offer: Offer) -> tuple[TooCheap, ...]:
    """What goes below its lowest price or, for who may see it, below cost."""
    rows = [row for row in _GOODS.all(session) if offer.buys(row[0])]
    sees_cost = may(session, "field.cost_price")
    return tuple(_found(session, offer, rows, sees_cost=sees_cost))


def _found(
    session: Session, offer: Offer, rows: list[Row], *, sees_cost: bool
) -> Iterator[TooCheap]:
    default = settings_of(session).default_tax_rate
    retail = {row[0]: int(row[2]) for row in rows}
    for product, name, own, lowest, tax_rate, quantity, value, last in rows:
        price = _price(offer, product, int(own), retail)
        cost = _cost(quantity, value, last) if sees_cost else None
        net = price_without_tax(price, default if tax_rate is None else tax_rate)
        below_lowest = lowest is not None and price < lowest
        below_cost = cost is not None and net < cost
        if below_lowest or below_cost:
            yield TooCheap(name, price, lowest, cost)


def _price(offer: Offer, product: int, retail: int, prices: dict[int, int]) -> int:
    """What one base unit comes to when the promotion is fully used with these goods alone."""
    match offer.kind:
        case Kind.SPECIAL:
            own = next((p.price for p in offer.goods if p.holds(product)), None)
            return retail if own is None else min(own, retail)
        case Kind.N_PRICE:
            return min(retail, div_half_up(offer.amount * 10**4, offer.count))
        case Kind.NTH:
            return retail - div_half_up(retail * offer.free * offer.rate, offer.count * ONE)
        case Kind.BUNDLE:
            whole = sum(
                prices[p] * part.count
                for part in offer.goods
                for p in part.products or ()
                if p in prices
            )
            return (
                min(retail, div_half_up(retail * offer.amount * 10**8, whole)) if whole else retail
            )
        case Kind.THRESHOLD if offer.amount:
            return retail - div_half_up(retail * offer.amount, max(offer.least, offer.amount))
        case _:
            return retail - div_half_up(retail * offer.rate, ONE)


def unit_costs(session: Session, products: Collection[int]) -> dict[int, int]:
    """What a base unit of each product costs, 1e-6 yuan, where that is known; for who may see it."""
    costs = {row[0]: _cost(*row[1:]) for row in _COSTS.all(session, products=list(products))}
    return {product: cost for product, cost in costs.items() if cost is not None}


def _cost(quantity: int | None, value: int | None, last: int | None) -> int | None:
    """1e-6 yuan a base unit: the average of what lies there, else the last known."""
    if quantity and value and quantity > 0:
        return div_half_up(int(value) * 10**8, int(quantity))
    return int(last) if last else None


def require_not_below(session: Session, offer: Offer) -> None:
    """Raise `Forbidden` where goods go below their lowest price and whoever is at work may not sell so."""
    if may_go_below(session):
        return
    names = [each.product for each in too_cheap(session, offer) if each.below_lowest]
    if names:
        raise Forbidden(
            translate(
                "promotions", "{products} 等 {count} 样商品会低于最低售价。改优惠，或请店长授权"
            ).format(products=listed(names[:SHOWN]), count=len(names)),
            field="amount",
            lendable=RIGHT,
        )
