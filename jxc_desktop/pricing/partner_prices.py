"""Prices that one customer was promised (客户价): kept from a day on, found for the lines of a sale."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.partners.facts import customer_facts
from jxc_desktop.pricing.choice import Promised, promised_price
from jxc_desktop.pricing.minimum import RIGHT, in_unit, lists_below, may_go_below
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record
from jxc_desktop.stock.priced import LineDraft, Terms, rate_of


@dataclass(frozen=True, slots=True)
class PartnerPriceView:
    """A promise as its grid shows it: price and list price 1e-6 yuan; `to_day` None holds until another one."""

    id: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    price: int
    from_day: date
    to_day: date | None
    retail: int | None


@dataclass(frozen=True, slots=True)
class PartnerPriceDraft:
    """A promise as typed; `from_day` None begins today, unit "" is the base unit."""

    product_id: int
    price: int
    unit: str = ""
    from_day: date | None = None
    to_day: date | None = None


_FOUND = (
    "SELECT product_id, unit, price FROM partner_price WHERE partner_id = :partner AND from_day <= :day "
    "AND (to_day IS NULL OR to_day >= :day) AND product_id "
)
_FOR = Statement(
    f"{_FOUND}IN {among('products')} ORDER BY from_day",
    postgresql=f"{_FOUND}= ANY(:products) ORDER BY from_day",
)
_PUT = Statement(
    "INSERT INTO partner_price (partner_id, product_id, unit, price, from_day, to_day) "
    "VALUES (:partner, :product, :unit, :price, :first, :last) "
    "ON CONFLICT (partner_id, product_id, unit, from_day) DO UPDATE SET price = excluded.price, "
    "to_day = excluded.to_day RETURNING id",
    changes="partner_price",
)
_DROP = Statement(
    "DELETE FROM partner_price WHERE id = :id RETURNING partner_id, product_id, price",
    changes="partner_price",
)
_STANDING = (
    "SELECT c.name, x.product_id, x.unit, x.price FROM partner_price x JOIN partner c ON c.id = x.partner_id "
    "WHERE (x.to_day IS NULL OR x.to_day >= :day) AND c.disabled = 0 AND x.product_id {chosen} "
    "ORDER BY c.name, x.product_id, x.unit, x.from_day"
)
_FROM = Statement(
    _STANDING.format(chosen=f"IN {among('products')}"),
    postgresql=_STANDING.format(chosen="= ANY(:products)"),
)
_OF_PARTNER = Statement(
    "SELECT x.id, x.product_id, p.code, p.name, p.spec, CASE WHEN x.unit = '' THEN p.unit ELSE x.unit END, "
    "x.price, x.from_day, x.to_day FROM partner_price x JOIN product p ON p.id = x.product_id "
    "WHERE x.partner_id = :partner ORDER BY p.code, x.unit, x.from_day"
)


def promised_prices(
    session: Session, partner_id: int | None, products: Iterable[int], day: date
) -> dict[int, dict[str, int]]:
    """What a customer was promised for products on a day, by product and unit; one question."""
    wanted = sorted(set(products))
    if partner_id is None or not wanted:
        return {}
    found: dict[int, dict[str, int]] = {}
    for product, unit, price in _FOR.all(session, partner=partner_id, products=wanted, day=day):
        found.setdefault(product, {})[unit] = price
    return found


def standing_promises(
    session: Session, products: Iterable[int], day: date
) -> list[tuple[str, int, str, int]]:
    """What any customer was promised for products on `day` or later: (customer, product, unit, 1e-6 yuan)."""
    rows = _FROM.all(session, products=sorted(set(products)), day=day)
    return [(name, product, unit, price) for name, product, unit, price in rows]


def with_promised(
    drafts: Sequence[LineDraft],
    products: Mapping[int, ProductFacts],
    promised: Mapping[int, Promised],
    terms: Terms,
) -> list[LineDraft]:
    """The lines of a sale with the customer's own prices where none was typed; the list answers for the rest."""
    return [
        _own_priced(draft, products[draft.product_id], promised.get(draft.product_id, {}), terms)
        for draft in drafts
    ]


def _own_priced(
    draft: LineDraft, product: ProductFacts, promised: Promised, terms: Terms
) -> LineDraft:
    if draft.price is not None or draft.is_gift or not promised:
        return draft
    own = promised_price(product, draft.unit, promised)
    if own is None:
        return draft
    return replace(draft, price=terms.listed(own, rate_of(draft, product, terms)))


@needs("customer.view")
def partner_prices(session: Session, partner_id: int) -> tuple[PartnerPriceView, ...]:
    """Every promise to a customer, past ones too, with the retail price beside it."""
    rows = _OF_PARTNER.all(session, partner=partner_id)
    facts = product_facts(session, (row[1] for row in rows))
    return tuple(
        PartnerPriceView(
            id,
            product,
            code,
            name,
            spec,
            unit,
            price,
            date.fromisoformat(first),
            date.fromisoformat(last) if last else None,
            facts[product].retail_of(unit),
        )
        for id, product, code, name, spec, unit, price, first, last in rows
    )


@needs("price.edit")
def promise_price(session: Session, partner_id: int, draft: PartnerPriceDraft) -> int:
    """Promise a customer a price; a promise from the same day is written over. Its id.

    One below the lowest price of the goods wants the right to sell below it.
    """
    customer = customer_facts(session, partner_id)
    product = product_facts(session, [draft.product_id])[draft.product_id]
    product.factor(draft.unit)
    if draft.price < 0:
        raise InvalidInput(translate("pricing", "客户价不能小于 0"), field="price")
    _require_lowest(session, customer.name, product, draft)
    first = draft.from_day or clock_of(session).today()
    if draft.to_day is not None and draft.to_day < first:
        raise InvalidInput(translate("pricing", "截止日早于起始日"), field="to_day")
    unit = "" if draft.unit == product.unit else draft.unit
    [promise] = _PUT.one(
        session,
        partner=customer.id,
        product=product.id,
        unit=unit,
        price=draft.price,
        first=first,
        last=draft.to_day,
    )
    record(
        session,
        "partner_price.edit",
        customer.name,
        goods=product.name,
        after=trimmed(draft.price, PRICE_PLACES, 2),
        first=first,
        last=draft.to_day,
    )
    return int(promise)


def _require_lowest(
    session: Session, customer: str, product: ProductFacts, draft: PartnerPriceDraft
) -> None:
    least = product.min_price
    if least is None or not lists_below(session, product, draft.unit, draft.price, least):
        return
    if not may_go_below(session):
        raise Forbidden(
            translate(
                "pricing",
                "{customer} 的 {product} 客户价低于最低售价 {price}。改价，或请店长授权",
            ).format(
                customer=customer,
                product=product.name,
                price=trimmed(in_unit(product, least, draft.unit), PRICE_PLACES, 2),
            ),
            field="price",
            lendable=RIGHT,
        )


@needs("price.edit")
def take_promise_back(session: Session, promise_id: int) -> None:
    """Promise nothing any more: the customer's level answers again."""
    row = _DROP.first(session, id=promise_id)
    if row is None:
        raise NotFound(translate("pricing", "这条客户价已经删了。刷新后再看"))
    partner, product, price = row
    record(
        session,
        "partner_price.remove",
        customer_facts(session, partner).name,
        goods=product_facts(session, [product])[product].name,
        before=trimmed(price, PRICE_PLACES, 2),
    )
