"""What a delivery must know of goods: what lies there, and what this customer paid the last time."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.pricing.partner_prices import promised_prices
from jxc_desktop.sales.queries import last_sales
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.taken import LastPrice, Offer, TakenGoods, offers, taken_goods


def goods_to_sell(
    session: Session,
    products: Sequence[int],
    warehouse_id: int | None,
    partner_id: int | None,
    level: str,
) -> dict[int, TakenGoods]:
    """Goods by id with the customer's last price and what it was promised today."""
    found = taken_goods(session, products, warehouse_id, level)
    promised = promised_prices(session, partner_id, products, clock_of(session).today())
    return {
        product: replace(
            goods,
            last=last_price(session, product, partner_id),
            promised=promised.get(product, {}),
        )
        for product, goods in found.items()
    }


def offers_to_sell(
    session: Session, text: str, warehouse_id: int | None, partner_id: int | None
) -> list[Offer]:
    """Goods that bear `text`, with the customer's last price."""
    found = offers(session, text, warehouse_id)
    return [replace(x, last=last_price(session, x.hit.id, partner_id)) for x in found]


def last_price(session: Session, product_id: int, partner_id: int | None) -> LastPrice | None:
    """What the customer paid the last time; None without a customer, or the right to see deliveries."""
    if partner_id is None or not may(session, "sales_delivery.view"):
        return None
    for sold in last_sales(session, product_id, partner_id, limit=1):
        return LastPrice(sold.day, sold.unit, sold.price, sold.discount, sold.price_includes_tax)
    return None
