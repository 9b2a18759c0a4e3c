"""Of whom goods are bought: whoever brought them the last time, else who lists them at the lowest price."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.purchase.offered import Offered, offered_prices
from jxc_desktop.shop.settings import settings_of

_BROUGHT = (
    "SELECT product_id, partner_id FROM (SELECT l.product_id, d.partner_id, row_number() OVER "
    "(PARTITION BY l.product_id ORDER BY d.day DESC, d.id DESC) AS age "
    "FROM goods_receipt_line l JOIN goods_receipt d ON d.id = l.document_id "
    "JOIN partner p ON p.id = d.partner_id WHERE d.state = 'posted' AND d.reverses_id IS NULL "
    "AND p.disabled = 0 AND l.product_id {chosen}) x WHERE age = 1"
)
_LAST_SUPPLIER = Statement(
    _BROUGHT.format(chosen=f"IN {among('products')}"),
    postgresql=_BROUGHT.format(chosen="= ANY(:products)"),
)
_LISTED = (
    "SELECT p.id, p.supplier_code FROM partner p WHERE p.disabled = 0 AND EXISTS "
    "(SELECT 1 FROM supplier_price s WHERE s.partner_id = p.id AND s.product_id {chosen})"
)
_LISTING = Statement(
    _LISTED.format(chosen=f"IN {among('products')}"),
    postgresql=_LISTED.format(chosen="= ANY(:products)"),
)


def usual_suppliers(
    session: Session, products: Sequence[ProductFacts], day: date
) -> dict[int, int]:
    """By product whoever delivered it the last time, else who lists it at the lowest price on `day`."""
    wanted = sorted(product.id for product in products)
    found: dict[int, int] = dict(_LAST_SUPPLIER.all(session, products=wanted))
    unknown = [product for product in products if product.id not in found]
    codes: dict[int, str] = dict(_LISTING.all(session, products=sorted(x.id for x in unknown)))
    offers = offered_prices(session, codes, (x.id for x in unknown), day)
    default = settings_of(session).default_tax_rate
    for product in unknown:
        listed = [
            (_with_tax(offer, product, default), str(code), supplier)
            for supplier, code in codes.items()
            for offer in offers[supplier].get(product.id, ())
        ]
        if listed:
            found[product.id] = min(listed)[2]
    return found


def _with_tax(offer: Offered, product: ProductFacts, default: int) -> Fraction:
    """The offer for one base unit with tax, exactly, so that lists can be compared."""
    above, below = product.factor(offer.unit)
    rate = max(default if product.tax_rate is None else product.tax_rate, 0)
    taxed = Fraction(1) if offer.includes_tax else Fraction(ONE + rate, ONE)
    return Fraction(offer.price * below, above) * taxed
