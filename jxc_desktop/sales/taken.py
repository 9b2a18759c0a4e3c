"""What a sale must know of goods: what is there for it, and what this customer paid the last time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.pricing.partner_prices import promised_prices
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.ordering.promises import own_promise
from jxc_desktop.stock.taken import LastPrice, Offer, TakenGoods, offers, taken_goods

_SOLD = (
    "SELECT product_id, day, unit, price, discount, price_includes_tax FROM ("
    "SELECT l.product_id, d.day, l.unit, l.price, l.discount, d.price_includes_tax, row_number() OVER "
    "(PARTITION BY l.product_id ORDER BY d.day DESC, d.id DESC, l.line_no DESC) AS age "
    "FROM sales_delivery d JOIN sales_delivery_line l ON l.document_id = d.id "
    "WHERE d.partner_id = :partner AND d.state = 'posted' AND d.reverses_id IS NULL "
    "AND l.is_gift = 0 AND l.product_id {chosen}) x WHERE age = 1"
)
_LAST = Statement(
    _SOLD.format(chosen=f"IN {among('products')}"),
    postgresql=_SOLD.format(chosen="= ANY(:products)"),
)


def goods_to_sell(
    session: Session,
    products: Sequence[int],
    warehouse_id: int | None,
    partner_id: int | None,
    level: str,
    source: str = "",
    *,
    day: date | None = None,
) -> dict[int, TakenGoods]:
    """Goods by id with the customer's last price and what it was promised on `day`; None is today.

    What order `source` promised is there for whoever follows it.
    """
    own = own_promise(session, SALES_ORDER, source, warehouse_id)
    found = taken_goods(session, products, warehouse_id, level, own)
    last = last_prices(session, found, partner_id)
    promised = promised_prices(session, partner_id, products, day or clock_of(session).today())
    return {
        product: replace(goods, last=last.get(product), promised=promised.get(product, {}))
        for product, goods in found.items()
    }


def offers_to_sell(
    session: Session,
    text: str,
    warehouse_id: int | None,
    partner_id: int | None,
    source: str = "",
) -> list[Offer]:
    """Goods that bear `text`, with the customer's last price."""
    own = own_promise(session, SALES_ORDER, source, warehouse_id)
    found = offers(session, text, warehouse_id, own)
    last = last_prices(session, [each.hit.id for each in found], partner_id)
    return [replace(each, last=last.get(each.hit.id)) for each in found]


def last_prices(
    session: Session, products: Iterable[int], partner_id: int | None
) -> dict[int, LastPrice]:
    """What the customer paid for each product the last time, in one question.

    Nothing without a customer, or the right to see deliveries.
    """
    if partner_id is None or not may(session, "sales_delivery.view"):
        return {}
    rows = _LAST.all(session, products=sorted(products), partner=partner_id)
    return {
        product: LastPrice(date.fromisoformat(day), unit, price, discount, bool(includes_tax))
        for product, day, unit, price, discount, includes_tax in rows
    }
