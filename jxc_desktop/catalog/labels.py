"""Shelf labels of goods as their cards stand: name, what one costs, its barcode (价签)."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.printing.label import Label
from jxc_desktop.shop.actor import needs

_CARDS = (
    "SELECT p.name, p.spec, p.origin, p.unit, p.code, p.retail_price, "
    "(SELECT min(b.code) FROM barcode b WHERE b.product_id = p.id AND b.unit IN ('', p.unit)) "
    "FROM product p WHERE p.id {chosen} ORDER BY p.code"
)
_FOUND = Statement(
    _CARDS.format(chosen=f"IN {among('products')}"),
    postgresql=_CARDS.format(chosen="= ANY(:products)"),
)


@needs("product.view")
def product_labels(session: Session, products: Iterable[int], copies: int = 1) -> tuple[Label, ...]:
    """A label for each product that has a retail price, in order of code; without a barcode its code is scanned."""
    labels = tuple(
        Label(
            f"{name} {spec}".strip(),
            f"￥{trimmed(price, PRICE_PLACES, 2)}/{unit}",
            barcode or code,
            (origin,) if origin else (),
            copies,
        )
        for name, spec, origin, unit, code, price, barcode in _FOUND.all(
            session, products=sorted(products)
        )
        if price is not None
    )
    if not labels:
        raise Refused(translate("catalog", "选中的商品都没有零售价，打不了价签。先填零售价"))
    return labels
