"""Sale prices one by one: what is asked now, putting one price in force, and the trace that each change leaves."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BASE, RETAIL
from jxc_desktop.catalog.models import PriceHistory
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.actor import actor_of

MIN = "min"
"""The lowest price of the base unit, which is kept like a level."""
Prices = Mapping[tuple[str, str], int]
"""1e-6 yuan by (level, unit); "" is the base unit."""

_OWN = {RETAIL: "retail_price", MIN: "min_price"}
_PUT_OWN = {
    level: Statement(f"UPDATE product SET {column} = :price WHERE id = :id", changes="product")
    for level, column in _OWN.items()
}
_PUT = Statement(
    "INSERT INTO product_price (product_id, level, unit, price) VALUES (:id, :level, :unit, :price) "
    "ON CONFLICT (product_id, level, unit) DO UPDATE SET price = excluded.price",
    changes="product",
)
_OWN_NOW = Statement("SELECT retail_price, min_price FROM product WHERE id = :id")
_NOW = Statement("SELECT level, unit, price FROM product_price WHERE product_id = :id")
_NOTE = insert_into(
    PriceHistory, ("product_id", "level", "unit", "old", "new", "day", "source", "user_id", "at")
)


def prices_of(session: Session, product_id: int) -> dict[tuple[str, str], int]:
    """Every sale price of a product that is set, the lowest price among them."""
    retail, lowest = _OWN_NOW.one(session, id=product_id)
    own = {(RETAIL, BASE): retail, (MIN, BASE): lowest}
    known = {key: int(price) for key, price in own.items() if price is not None}
    return known | {(level, unit): price for level, unit, price in _NOW.all(session, id=product_id)}


def put_price(
    session: Session, product_id: int, level: str, unit: str, price: int, *, source: str
) -> None:
    """Ask `price` (1e-6 yuan) for one `unit` at a level from now on."""
    before = prices_of(session, product_id)
    if unit == BASE and level in _PUT_OWN:
        _PUT_OWN[level].run(session, id=product_id, price=price)
    else:
        _PUT.run(session, id=product_id, level=level, unit=unit, price=price)
    note_prices(session, product_id, before, {**before, (level, unit): price}, source=source)


def note_prices(
    session: Session, product_id: int, before: Prices, after: Prices, *, source: str = ""
) -> None:
    """Keep a trace of every price that differs."""
    common = {
        "product_id": product_id,
        "day": clock_of(session).today(),
        "source": source,
        "user_id": actor_of(session).user_id,
        "at": clock_of(session).milliseconds(),
    }
    changed = sorted(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )
    _NOTE.run_many(
        session,
        (
            {**common, "level": level, "unit": unit, "old": before.get(key), "new": after.get(key)}
            for key in changed
            for level, unit in [key]
        ),
    )
