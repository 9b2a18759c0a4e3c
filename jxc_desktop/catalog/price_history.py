"""Sale prices one by one: what is asked now and was asked once, putting one in force, the trace of each change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_OWN_PRICES = "SELECT id, retail_price, min_price FROM product WHERE id "
_OWN_NOW = Statement(
    f"{_OWN_PRICES}IN {among('products')}", postgresql=f"{_OWN_PRICES}= ANY(:products)"
)
_PRICES = "SELECT product_id, level, unit, price FROM product_price WHERE product_id "
_NOW = Statement(f"{_PRICES}IN {among('products')}", postgresql=f"{_PRICES}= ANY(:products)")
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


def prices_of(session: Session, products: Iterable[int]) -> dict[int, dict[tuple[str, str], int]]:
    """Every sale price of `products` that is set, the lowest price among them, by product."""
    wanted = sorted(set(products))
    found: dict[int, dict[tuple[str, str], int]] = {}
    for product, retail, lowest in _OWN_NOW.all(session, products=wanted):
        own = {(RETAIL, BASE): retail, (MIN, BASE): lowest}
        found[product] = {key: int(price) for key, price in own.items() if price is not None}
    for product, level, unit, price in _NOW.all(session, products=wanted):
        found[product][level, unit] = price
    return found


def put_prices(session: Session, asked: Mapping[int, Prices], *, source: str) -> None:
    """Ask these prices of each product from now on."""
    before = prices_of(session, asked)
    for level, statement in _PUT_OWN.items():
        own = {id: prices[level, BASE] for id, prices in asked.items() if (level, BASE) in prices}
        statement.run_many(session, ({"id": id, "price": price} for id, price in own.items()))
    _PUT.run_many(
        session,
        (
            {"id": id, "level": level, "unit": unit, "price": price}
            for id, prices in asked.items()
            for (level, unit), price in prices.items()
            if unit != BASE or level not in _PUT_OWN
        ),
    )
    after = {id: {**before[id], **prices} for id, prices in asked.items()}
    note_prices(session, before, after, source=source)


def note_prices(
    session: Session, before: Mapping[int, Prices], after: Mapping[int, Prices], *, source: str = ""
) -> None:
    """Keep a trace of every price that differs, by product."""
    common = {
        "day": clock_of(session).today(),
        "source": source,
        "user_id": actor_of(session).user_id,
        "at": clock_of(session).milliseconds(),
    }
    _NOTE.run_many(
        session,
        (
            {**common, "product_id": product, "level": level, "unit": unit, "old": old, "new": new}
            for product, prices in after.items()
            for level, unit, old, new in _differences(before[product], prices)
        ),
    )


def _differences(
    before: Prices, after: Prices
) -> Iterator[tuple[str, str, int | None, int | None]]:
    for level, unit in sorted(before.keys() | after.keys()):
        old, new = before.get((level, unit)), after.get((level, unit))
        if old != new:
            yield level, unit, old, new
