"""Traded lines summed by product, partner, category, person or month."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Subquery, func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports.parameters import category_paths
from jxc_desktop.reports.traded import month_of_day

Named = tuple[str, str]
"""The key people use (a code, a path, a month) and its name."""


@dataclass(frozen=True, slots=True)
class Summed:
    """Sums over one key in fen; `quantity` in 1e-4 of `unit`, both None where units are mixed.

    `cost` is None for who may not see it.
    """

    key: str
    name: str
    unit: str | None
    quantity: int | None
    net: int
    tax: int
    gross: int
    cost: int | None
    documents: int

    @property
    def profit(self) -> int | None:
        """Fen of revenue above cost."""
        return None if self.cost is None else self.net - self.cost


def summarise(session: Session, lines: Subquery, by: str) -> list[Summed]:
    """`lines` summed by product, customer, supplier, category, salesperson, buyer or month, in order of key."""
    sums = [
        summed(lines.c.base), summed(lines.c.net), summed(lines.c.tax), summed(lines.c.gross),
        func.count(lines.c.number.distinct()),
        *([summed(lines.c.cost)] if "cost" in lines.c else []),
    ]  # fmt: skip
    key = _KEYS[by](lines)
    query = select(key, func.min(Product.unit), func.max(Product.unit), *sums)
    query = query.join_from(lines, Product, Product.id == lines.c.product_id).group_by(key)
    rows = session.execute(query).all()
    names = _NAMES[by](session)
    return sorted((_summed(names(row[0]), row[1:]) for row in rows), key=lambda each: each.key)


def margin(profit: int, net: int) -> int | None:
    """Gross margin as a fraction of 1e-4; None over no revenue."""
    return div_half_up(profit * ONE, net) if net else None


def _summed(named: Named, row: Any) -> Summed:
    least, most, quantity, net, tax, gross, documents, *cost = row
    unit = least if least == most else None
    return Summed(
        *named, unit, quantity if unit is not None else None, net, tax, gross,
        cost[0] if cost else None, documents,
    )  # fmt: skip


_KEYS: dict[str, Callable[[Subquery], Any]] = {
    "product": lambda lines: lines.c.product_id,
    "customer": lambda lines: lines.c.partner_id,
    "supplier": lambda lines: lines.c.partner_id,
    "category": lambda _lines: Product.category_id,
    "salesperson": lambda lines: lines.c.person,
    "buyer": lambda lines: lines.c.person,
    "month": lambda lines: month_of_day(lines.c.day),
}


def _by_id(session: Session, query: Any, nobody: str) -> Callable[[Any], Named]:
    known = {row[0]: (row[1] or "", row[2]) for row in session.execute(query)}
    return lambda key: known.get(key, ("", nobody))


def _product_names(session: Session) -> Callable[[Any], Named]:
    return _by_id(session, select(Product.id, Product.code, Product.name), "")


def _customer_names(session: Session) -> Callable[[Any], Named]:
    query = select(Partner.id, Partner.customer_code, Partner.name)
    return _by_id(session, query, translate("reports", "零售散客"))


def _supplier_names(session: Session) -> Callable[[Any], Named]:
    return _by_id(session, select(Partner.id, Partner.supplier_code, Partner.name), "")


def _category_names(session: Session) -> Callable[[Any], Named]:
    paths = category_paths(session)
    none = translate("reports", "未分类")

    def named(key: Any) -> Named:
        path = paths.get(key)
        return (path, path.rsplit("/", 1)[-1]) if path else ("", none)

    return named


def _person_names(_session: Session) -> Callable[[Any], Named]:
    nobody = translate("reports", "未填")
    return lambda key: (key or "", key or nobody)


def _month_names(_session: Session) -> Callable[[Any], Named]:
    return lambda key: (key, key)


_NAMES: dict[str, Callable[[Session], Callable[[Any], Named]]] = {
    "product": _product_names,
    "customer": _customer_names,
    "supplier": _supplier_names,
    "category": _category_names,
    "salesperson": _person_names,
    "buyer": _person_names,
    "month": _month_names,
}
