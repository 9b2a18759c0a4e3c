"""Finding what a leg is about while somebody types: firms, money accounts, goods, places, and names used before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import find_products
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.drafts import DIMENSIONS
from jxc_desktop.partners.queries import find_customers, find_suppliers
from jxc_desktop.shop.actor import may, needs

MOST = 8
_EACH = 4
"""Hits of one dimension, where several are asked for."""
_TEXTS = ("item", "employee", "department", "project")
"""Dimensions that are plain names: a name that is new may be typed."""


@dataclass(frozen=True, slots=True)
class DimensionHit:
    """Something a leg can be about: which dimension, what the leg keeps of it, how it is called.

    `new` is a name that no leg bears yet.
    """

    dimension: str
    value: int | str
    code: str
    name: str
    new: bool = False


_PURSES = Statement(
    "SELECT id, code, name FROM money_account WHERE account = :account AND disabled = 0 ORDER BY id"
)
_WAREHOUSES = Statement("SELECT id, code, name FROM warehouse WHERE disabled = 0 ORDER BY id")
_ITEMS = Statement(
    "SELECT item FROM cash_item WHERE account = :account AND item IS NOT NULL AND disabled = 0 "
    "UNION SELECT item FROM journal_voucher_line WHERE account = :account AND item IS NOT NULL"
)
_USED = {
    name: Statement(f"SELECT DISTINCT {name} FROM journal_voucher_line WHERE {name} IS NOT NULL")
    for name in _TEXTS[1:]
}


@needs("journal_voucher.view")
def find_dimensions(
    session: Session, text: str, account: str, missing: Sequence[str] = ()
) -> tuple[DimensionHit, ...]:
    """What bears `text`: only of the dimensions that are `missing` while there are any, then of all."""
    typed = text.strip()
    wanted = tuple(missing) or tuple(DIMENSIONS)
    each = MOST if len(wanted) == 1 else _EACH
    found: list[DimensionHit] = []
    for dimension in wanted:
        found += list(_FINDERS[dimension](session, typed, account))[:each]
    known = {(hit.dimension, hit.name) for hit in found}
    new = [
        DimensionHit(dimension, typed, "", typed, new=True)
        for dimension in wanted
        if typed and dimension in _TEXTS and (dimension, typed) not in known
    ]
    return (*found[: MOST - len(new)], *new)


def _partners(session: Session, text: str, _account: str) -> Iterator[DimensionHit]:
    """Firms of both roles; who is both comes once."""
    seen: set[int] = set()
    for right, find in (("customer.view", find_customers), ("supplier.view", find_suppliers)):
        for hit in find(session, text) if may(session, right) else ():
            if hit.id not in seen:
                seen.add(hit.id)
                yield DimensionHit("partner", hit.id, hit.code, hit.name)


def _products(session: Session, text: str, _account: str) -> Iterator[DimensionHit]:
    for hit in find_products(session, text) if may(session, "product.view") else ():
        yield DimensionHit("product", hit.id, hit.code, hit.name)


def _purses(session: Session, text: str, account: str) -> Iterator[DimensionHit]:
    for number, code, name in _PURSES.all(session, account=account):
        if _bears(text, code, name):
            yield DimensionHit("money_account", int(number), code, name)


def _warehouses(session: Session, text: str, _account: str) -> Iterator[DimensionHit]:
    for number, code, name in _WAREHOUSES.all(session):
        if _bears(text, code, name):
            yield DimensionHit("warehouse", int(number), code, name)


def _items(session: Session, text: str, account: str) -> Iterator[DimensionHit]:
    names = sorted(str(row[0]) for row in _ITEMS.all(session, account=account))
    yield from (DimensionHit("item", name, "", name) for name in names if _bears(text, name))


def _used(dimension: str) -> "Finder":
    def find(session: Session, text: str, _account: str) -> Iterator[DimensionHit]:
        names = sorted(str(row[0]) for row in _USED[dimension].all(session))
        yield from (DimensionHit(dimension, name, "", name) for name in names if _bears(text, name))

    return find


def _bears(text: str, *words: str) -> bool:
    typed = text.casefold()
    if any(typed in word.casefold() for word in words):
        return True
    return typed.isascii() and any(typed in initials(word) for word in words)


Finder = Callable[[Session, str, str], Iterator[DimensionHit]]
_FINDERS: dict[str, Finder] = {
    "partner": _partners,
    "money_account": _purses,
    "product": _products,
    "warehouse": _warehouses,
    "item": _items,
    **{name: _used(name) for name in _TEXTS[1:]},
}
