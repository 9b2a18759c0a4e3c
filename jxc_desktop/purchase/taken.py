"""What a receipt must know of goods: what lies there, and what this supplier, else any, was paid the last time."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.purchase.queries import PURCHASE_PRICE, last_purchases
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.taken import LastPrice, Offer, TakenGoods, offers, taken_goods


def goods_to_buy(
    session: Session, products: Sequence[int], warehouse_id: int | None, partner_id: int | None
) -> dict[int, TakenGoods]:
    """Goods by id with the last purchase price."""
    found = taken_goods(session, products, warehouse_id)
    return {
        product: replace(goods, last=last_price(session, product, partner_id))
        for product, goods in found.items()
    }


def offers_to_buy(
    session: Session, text: str, warehouse_id: int | None, partner_id: int | None
) -> list[Offer]:
    """Goods that bear `text`, with the last purchase price."""
    found = offers(session, text, warehouse_id)
    return [replace(x, last=last_price(session, x.hit.id, partner_id)) for x in found]


def last_price(session: Session, product_id: int, partner_id: int | None) -> LastPrice | None:
    """What the goods cost the last time; None without the right to see purchase prices."""
    if not may(session, PURCHASE_PRICE):
        return None
    for partner in dict.fromkeys((partner_id, None)):
        for bought in last_purchases(session, product_id, partner, limit=1):
            return LastPrice(
                bought.day, bought.unit, bought.price, bought.discount, bought.price_includes_tax
            )
    return None
