"""Traded lines summed by goods, partner, person, place, or by when they were traded."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from sqlalchemy import BigInteger, Subquery, func, select, type_coerce
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports.parameters import category_paths
from jxc_desktop.reports.traded import month_of_day
from jxc_desktop.stock.models import Warehouse

Named = tuple[str, str]
"""The key people use (a code, a path, a month) and its name."""
HALF_HOUR = 30 * 60 * 1000
"""Milliseconds of the spans that hours of any time zone are made of."""


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

    def with_(self, other: "Summed") -> "Summed":
        """Both together under this key: other days of the same weekday."""
        one_unit = self.unit is not None and self.unit == other.unit
        cost = None if self.cost is None else self.cost + (other.cost or 0)
        return Summed(
            self.key, self.name, self.unit if one_unit else None,
            (self.quantity or 0) + (other.quantity or 0) if one_unit else None,
            self.net + other.net, self.tax + other.tax, self.gross + other.gross, cost,
            self.documents + other.documents,
        )  # fmt: skip


def summarise(session: Session, lines: Subquery, by: str) -> list[Summed]:
    """`lines` summed by one of `_KEYS`, in order of key."""
    sums = [
        summed(lines.c.base), summed(lines.c.net), summed(lines.c.tax), summed(lines.c.gross),
        func.count(lines.c.number.distinct()),
        *([summed(lines.c.cost)] if "cost" in lines.c else []),
    ]  # fmt: skip
    key = _KEYS[by](lines)
    query = select(key, func.min(Product.unit), func.max(Product.unit), *sums)
    query = query.join_from(lines, Product, Product.id == lines.c.product_id).group_by(key)
    rows = session.execute(query).all()
    names = _NAMES[by](session, lines)
    found: dict[Named, list[Summed]] = {}
    for row in rows:
        named = names(row[0])
        found.setdefault(named, []).append(_summed(named, row[1:]))
    return [reduce(Summed.with_, found[named]) for named in sorted(found)]


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
    "warehouse": lambda lines: lines.c.warehouse_id,
    "brand": lambda _lines: Product.brand,
    "weekday": lambda lines: lines.c.day,
    "hour": lambda lines: type_coerce(lines.c.posted_at, BigInteger) // HALF_HOUR,
    "bill": lambda lines: lines.c.number,
}


def _by_id(session: Session, query: Any, nobody: str) -> Callable[[Any], Named]:
    known = {row[0]: (row[1] or "", row[2]) for row in session.execute(query)}
    return lambda key: known.get(key, ("", nobody))


def _product_names(session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    return _by_id(session, select(Product.id, Product.code, Product.name), "")


def _customer_names(session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    query = select(Partner.id, Partner.customer_code, Partner.name)
    return _by_id(session, query, translate("reports", "零售散客"))


def _supplier_names(session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    return _by_id(session, select(Partner.id, Partner.supplier_code, Partner.name), "")


def _category_names(session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    paths = category_paths(session)
    none = translate("reports", "未分类")

    def named(key: Any) -> Named:
        path = paths.get(key)
        return (path, path.rsplit("/", 1)[-1]) if path else ("", none)

    return named


def _person_names(_session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    nobody = translate("reports", "未填")
    return lambda key: (key or "", key or nobody)


def _month_names(_session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    return lambda key: (key, key)


def _warehouse_names(session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    return _by_id(
        session, select(Warehouse.id, Warehouse.code, built_in_column(Warehouse.name)), ""
    )


def _brand_names(_session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    nobody = translate("reports", "未填品牌")
    return lambda key: (key or "", key or nobody)


def _weekday_names(_session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    words = (
        translate("reports", "周一"), translate("reports", "周二"), translate("reports", "周三"),
        translate("reports", "周四"), translate("reports", "周五"), translate("reports", "周六"),
        translate("reports", "周日"),
    )  # fmt: skip
    return lambda key: (str(key.isoweekday()), words[key.weekday()])


def _hour_names(session: Session, _lines: Subquery) -> Callable[[Any], Named]:
    local = clock_of(session).local

    def named(key: Any) -> Named:
        hour = local(key * HALF_HOUR).hour
        return f"{hour:02}", f"{hour:02}:00-{hour:02}:59"

    return named


def _bill_names(session: Session, lines: Subquery) -> Callable[[Any], Named]:
    """Documents by number with the customer's name; cost that stands on no sale comes last of all."""
    query = select(lines.c.number, func.max(lines.c.partner_name)).group_by(lines.c.number)
    firms = {row[0]: row[1] for row in session.execute(query)}
    retail, later = translate("reports", "零售散客"), translate("reports", "售后补差的成本")
    return lambda key: (key or "", later if key is None else firms[key] or retail)


_NAMES: dict[str, Callable[[Session, Subquery], Callable[[Any], Named]]] = {
    "product": _product_names,
    "customer": _customer_names,
    "supplier": _supplier_names,
    "category": _category_names,
    "salesperson": _person_names,
    "buyer": _person_names,
    "month": _month_names,
    "warehouse": _warehouse_names,
    "brand": _brand_names,
    "weekday": _weekday_names,
    "hour": _hour_names,
    "bill": _bill_names,
}
