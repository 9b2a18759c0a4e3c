"""What goods cost at a supplier today: its price list, else the goods' own price, else what was paid the last time.

A price of another unit is brought to the unit asked for, one with tax to one without, and back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.stock.priced import LineDraft, Terms, at_line, rate_of

_OFFERED = (
    "SELECT s.partner_id, s.product_id, s.unit, s.price, s.price_includes_tax, s.lead_days, s.minimum, s.from_day, "
    "s.until_day FROM supplier_price s LEFT JOIN supplier_quotation q ON q.id = s.quotation_id "
    "WHERE s.partner_id {firms} AND s.product_id {chosen} AND s.from_day <= :day "
    "AND (s.until_day IS NULL OR s.until_day >= :day) "
    "AND (s.quotation_id IS NULL OR q.state IN ('approved', 'closed')) "
    "ORDER BY s.from_day, s.id"
)
_LISTED = Statement(
    _OFFERED.format(firms=f"IN {among('firms')}", chosen=f"IN {among('products')}"),
    postgresql=_OFFERED.format(firms="= ANY(:firms)", chosen="= ANY(:products)"),
)
_ONCE = (
    "SELECT product_id, unit, price, discount, price_includes_tax FROM ("
    "SELECT l.product_id, l.unit, l.price, l.discount, d.price_includes_tax, row_number() OVER "
    "(PARTITION BY l.product_id, l.unit ORDER BY {order}) AS age, row_number() OVER "
    "(PARTITION BY l.product_id ORDER BY {order}) AS place "
    "FROM goods_receipt_line l JOIN goods_receipt d ON d.id = l.document_id "
    "WHERE l.product_id {chosen} AND l.is_gift = 0 AND d.state = 'posted' AND d.reverses_id IS NULL) x "
    "WHERE age = 1 ORDER BY product_id, place"
)
_NEWEST = (
    "CASE WHEN d.partner_id = :partner THEN 0 ELSE 1 END, d.day DESC, d.id DESC, l.line_no DESC"
)
_PAID = Statement(
    _ONCE.format(order=_NEWEST, chosen=f"IN {among('products')}"),
    postgresql=_ONCE.format(order=_NEWEST, chosen="= ANY(:products)"),
)
"""What each unit of goods cost the last time: at this supplier first, then at any; the newest first."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A supplier's price for one `unit`: 1e-6 yuan, `minimum` 1e-4 of the unit, `lead_days` until it comes."""

    product_id: int
    unit: str
    price: int
    includes_tax: bool
    lead_days: int | None
    minimum: int
    from_day: date
    until_day: date | None


Offers = dict[int, list[Offered]]
"""What one supplier offers, by product."""


def offered_prices(
    session: Session, suppliers: Iterable[int], products: Iterable[int], day: date
) -> dict[int, Offers]:
    """What the price lists of `suppliers` say on `day`, by supplier and product; of each unit the newest price."""
    firms, goods = sorted(set(suppliers)), sorted(set(products))
    newest: dict[tuple[int, int, str], Offered] = {}
    rows = _LISTED.all(session, firms=firms, products=goods, day=day)
    for firm, product, unit, price, taxed, lead, minimum, first, last in rows:
        offer = Offered(product, unit, price, bool(taxed), lead, minimum, _day(first), _until(last))
        newest[firm, product, unit] = offer
    found: dict[int, Offers] = {firm: {} for firm in firms}
    for (firm, product, _unit), offer in newest.items():
        found[firm].setdefault(product, []).append(offer)
    return found


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _until(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def with_prices(
    session: Session, drafts: Sequence[LineDraft], partner_id: int, terms: Terms
) -> tuple[LineDraft, ...]:
    """The lines with the price of each that has none; one for which none is known stays without."""
    if all(draft.price is not None or draft.is_gift for draft in drafts):
        return tuple(drafts)
    products = product_facts(session, (draft.product_id for draft in drafts))
    offers = offered_prices(session, [partner_id], products, terms.day)[partner_id]
    paid = _paid_once(session, products, partner_id)
    found = []
    for place, draft in enumerate(drafts):
        try:
            found.append(_filled(draft, products, offers, paid, terms))
        except UserError as error:
            raise at_line(error, place) from None
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Paid:
    """What one `unit` cost once."""

    unit: str
    price: int
    discount: int
    includes_tax: bool


def _paid_once(
    session: Session, products: Iterable[int], partner_id: int
) -> dict[int, list[_Paid]]:
    """By product what its units cost the last time, the newest first."""
    found: dict[int, list[_Paid]] = {}
    for product, unit, price, discount, taxed in _PAID.all(
        session, products=sorted(products), partner=partner_id
    ):
        paid = _Paid(unit, price, discount, bool(taxed))
        found.setdefault(product, []).append(paid)
    return found


def _filled(
    draft: LineDraft,
    products: dict[int, ProductFacts],
    offers: Offers,
    paid: Mapping[int, Sequence[_Paid]],
    terms: Terms,
) -> LineDraft:
    if draft.price is not None or draft.is_gift:
        return draft
    product = products[draft.product_id]
    unit = draft.unit or product.unit
    listed = _best_unit(offers.get(product.id, []), unit)
    if listed is not None and listed.unit in {product.unit, *product.factors}:
        price = _in_unit(product, listed.price, listed.unit, unit)
        return replace(
            draft, price=_on_footing(price, draft, product, terms, had=listed.includes_tax)
        )
    if product.purchase_of(unit) is not None:
        return draft
    return _as_paid(draft, product, unit, paid.get(product.id, ()), terms)


def _best_unit(offers: Sequence[Offered], unit: str) -> Offered | None:
    """The offer for this very unit, else for any."""
    return next((o for o in offers if o.unit == unit), offers[0] if offers else None)


def _as_paid(
    draft: LineDraft, product: ProductFacts, unit: str, paid: Sequence[_Paid], terms: Terms
) -> LineDraft:
    """The price of the last time in a unit that there still is."""
    for once in paid:
        if once.unit in {product.unit, *product.factors}:
            own = _in_unit(product, once.price, once.unit, unit)
            own = _on_footing(own, draft, product, terms, had=once.includes_tax)
            return replace(draft, price=own, discount=draft.discount or once.discount)
    return draft


def _in_unit(product: ProductFacts, price: int, old: str, new: str) -> int:
    """A price for one `old` unit as one for a `new` unit."""
    (above, below), (old_above, old_below) = product.factor(new), product.factor(old)
    return div_half_up(price * above * old_below, below * old_above)


def _on_footing(
    price: int, draft: LineDraft, product: ProductFacts, terms: Terms, *, had: bool
) -> int:
    """A price that had tax in it, or had not, on the document's own footing."""
    return replace(terms, listed_with_tax=had).listed(price, rate_of(draft, product, terms))
