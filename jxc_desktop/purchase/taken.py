"""What a receipt must know of goods: what lies there, and what this supplier, else any, was paid the last time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement, among
from jxc_desktop.purchase.queries import PURCHASE_PRICE
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.taken import LastPrice, Offer, TakenGoods, offers, taken_goods

_BOUGHT = (
    "SELECT product_id, day, unit, price, discount, price_includes_tax FROM ("
    "SELECT l.product_id, d.day, l.unit, l.price, l.discount, d.price_includes_tax, row_number() OVER "
    "(PARTITION BY l.product_id ORDER BY CASE WHEN d.partner_id = :partner THEN 0 ELSE 1 END, d.day DESC, "
    "d.id DESC, l.line_no DESC) AS age "
    "FROM goods_receipt_line l JOIN goods_receipt d ON d.id = l.document_id "
    "WHERE d.state = 'posted' AND d.reverses_id IS NULL AND l.is_gift = 0 "
    "AND l.product_id {chosen}) x WHERE age = 1"
)
_LAST = Statement(
    _BOUGHT.format(chosen=f"IN {among('products')}"),
    postgresql=_BOUGHT.format(chosen="= ANY(:products)"),
)


def goods_to_buy(
    session: Session, products: Sequence[int], warehouse_id: int | None, partner_id: int | None
) -> dict[int, TakenGoods]:
    """Goods by id with the last purchase price."""
    found = taken_goods(session, products, warehouse_id)
    last = last_prices(session, found, partner_id)
    return {product: replace(goods, last=last.get(product)) for product, goods in found.items()}


def offers_to_buy(
    session: Session, text: str, warehouse_id: int | None, partner_id: int | None
) -> list[Offer]:
    """Goods that bear `text`, with the last purchase price."""
    found = offers(session, text, warehouse_id)
    last = last_prices(session, [each.hit.id for each in found], partner_id)
    return [replace(each, last=last.get(each.hit.id)) for each in found]


def last_prices(
    session: Session, products: Iterable[int], partner_id: int | None
) -> dict[int, LastPrice]:
    """What each product cost the last time, at this supplier where he ever brought it, in one question.

    Nothing without the right to see purchase prices.
    """
    if not may(session, PURCHASE_PRICE):
        return {}
    rows = _LAST.all(session, products=sorted(products), partner=partner_id or 0)
    return {
        product: LastPrice(date.fromisoformat(day), unit, price, discount, bool(includes_tax))
        for product, day, unit, price, discount, includes_tax in rows
    }
