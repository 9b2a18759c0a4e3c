"""What the stock asks before a month of the books is closed."""

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.closing.check import ClosingCheck
from jxc_desktop.stock.invariants import stock_value_is_in_the_books
from jxc_desktop.stock.recosts import late_plan

MOST = 20
_NEGATIVE = Statement(
    "SELECT p.name, w.name, sum(l.quantity) FROM stock_level l JOIN product p ON p.id = l.product_id "
    "JOIN warehouse w ON w.id = l.warehouse_id GROUP BY p.id, p.name, w.id, w.name "
    "HAVING sum(l.quantity) < 0 ORDER BY p.name LIMIT :most"
)

_PRODUCTS = Statement(
    f"SELECT name FROM product WHERE id IN {among('products')} ORDER BY name",
    postgresql="SELECT name FROM product WHERE id = ANY(:products) ORDER BY name",
)


def nothing_is_oversold(session: Session, _month: str) -> list[str]:
    """Goods below zero, whose cost is an estimate until they come in."""
    return [
        translate("closing", "{place}的{product}是 {quantity}").format(
            place=place, product=product, quantity=trimmed(int(quantity), QUANTITY_PLACES)
        )
        for product, place, quantity in _NEGATIVE.all(session, most=MOST)
    ]


def stock_is_in_the_books(session: Session, _month: str) -> list[str]:
    """R10: what the goods are worth is the balance of 1405."""
    return stock_value_is_in_the_books(session)


def cost_is_counted_anew(session: Session, month: str) -> list[str]:
    """Goods that went out in the month before something earlier was posted; a recost would change their cost."""
    changed = {line.product_id for line in late_plan(session).lines if line.month == month}
    rows = _PRODUCTS.all(session, products=sorted(changed)[:MOST])
    told = translate("closing", "{product}有单据补录到以前的日期，后面的成本要重算")
    return [told.format(product=name) for [name] in rows]


CHECKS = (
    ClosingCheck(
        "negative_stock", noop("closing", "负库存"), nothing_is_oversold, "stock", stops=False
    ),
    ClosingCheck(
        "recost", noop("closing", "成本要重算"), cost_is_counted_anew, "recost", stops=False
    ),
    ClosingCheck("stock_value", noop("closing", "账实相符"), stock_is_in_the_books, "health"),
)
