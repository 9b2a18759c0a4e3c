"""Sale prices one by one: what is asked now and was asked once, putting one in force, the trace of each change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BASE, RETAIL
from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.catalog.models import PriceHistory
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement, among, insert_into
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
_CHANGED = "SELECT product_id, level, unit, old, day, at FROM price_history WHERE day >= :day AND product_id "
_SINCE = Statement(
    f"{_CHANGED}IN {among('products')} ORDER BY id DESC",
    postgresql=f"{_CHANGED}= ANY(:products) ORDER BY id DESC",
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A price that changed on `day`, in the millisecond `at`, from `old` (1e-6 yuan, None is none)."""

    level: str
    unit: str
    old: int | None
    day: date
    at: int


def changes_since(session: Session, products: Iterable[int], day: date) -> dict[int, list[Changed]]:
    """What changed of the prices of `products` on `day` and later, the newest first; one question."""
    found: dict[int, list[Changed]] = {}
    rows = _SINCE.all(session, products=sorted(set(products)), day=day)
    for product, level, unit, old, changed_on, at in rows:
        change = Changed(level, unit, old, date.fromisoformat(changed_on), at)
        found.setdefault(product, []).append(change)
    return found


def as_of(facts: ProductFacts, changes: Sequence[Changed], day: date, at: int) -> ProductFacts:
    """A product with the prices that held on `day`, of those of the day itself the one asked in the millisecond `at`.

    `changes` are the product's, the newest first.
    """
    retail, lowest, prices = facts.retail_price, facts.min_price, dict(facts.prices)
    for change in changes:
        if (change.day, change.at) <= (day, at):
            continue
        if (change.level, change.unit) == (RETAIL, BASE):
            retail = change.old
        elif change.level == MIN:
            lowest = change.old
        elif change.old is None:
            prices.pop((change.level, change.unit), None)
        else:
            prices[change.level, change.unit] = change.old
    return replace(facts, retail_price=retail, min_price=lowest, prices=prices)


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
