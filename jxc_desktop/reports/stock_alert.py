"""库存预警: what ran short, what lies above its most, and how much to buy (domain.md §5)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_named
from jxc_desktop.reports.parameters import Parameter, category_parameter, warehouse_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.stock.queries import (
    NOTHING,
    Availability,
    Bounds,
    available_of,
    bounds_at,
    own_bounds,
    warehouses,
)

TIMES = 2
"""How many times the least is bought up to where no most is set (k of domain.md §5)."""


def parameters() -> list[Parameter]:
    return [warehouse_parameter(), category_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("warehouse", translate("reports", "仓库")),
        headings.quantity(),
        *headings.promises(),
        Column("min_stock", translate("reports", "下限"), "quantity"),
        Column("max_stock", translate("reports", "上限"), "quantity"),
        Column("shortage", translate("reports", "缺货量"), "quantity", total=True, matrix=True),
        Column("excess", translate("reports", "超储量"), "quantity", total=True, matrix=True),
        Column("advised", translate("reports", "建议采购量"), "quantity", total=True, matrix=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    """Of the warehouse asked for; else of the company by the products' own bounds, and of each warehouse by its own."""
    asked, place = _asked(request), request.get("warehouse")
    codes = {each.id: each.code for each in warehouses(session)}
    bounds = {place: bounds_at(session, asked, place)}
    if place is None:
        bounds |= dict(sorted(own_bounds(session, asked).items(), key=lambda each: codes[each[0]]))
    there = {each: available_of(session, asked, each) for each in bounds}
    for product, good in goods_named(session, asked).items():
        for each, bound in bounds.items():
            held = there[each].get(product, NOTHING)
            row = _row(good, codes.get(each or 0, ""), held, bound.get(product, (None, None)))
            if row is not None:
                yield row


def _asked(request: Request) -> Any:
    """A query of the ids of goods in use."""
    query = select(Product.id).where(Product.disabled.in_([False]))
    if categories := request.get("category"):
        query = query.where(Product.category_id.in_(categories))
    return query


def _row(good: Good, place: str, there: Availability, bound: Bounds) -> Row | None:
    """A product's row; None while enough of it is available and not too much lies there."""
    least, most = bound
    shortage = 0 if least is None else max(0, least - there.available)
    excess = 0 if most is None else max(0, there.quantity - most)
    if not shortage and not excess:
        return None
    cells = (
        good.product, good.name, good.spec, good.unit, place, there.quantity, there.allocated,
        there.on_order, there.available, least, most, shortage, excess,
        _advised(there, least, most) if shortage else 0,
    )  # fmt: skip
    return Row(cells, good.unit, Link(report="stock_ledger", filters={"product": good.product}))


def _advised(there: Availability, least: int | None, most: int | None) -> int:
    """How much to buy: up to the most, else to twice the least, beside what is on its way."""
    wanted = most if most is not None else (least or 0) * TIMES
    return max(0, wanted - there.available - there.on_order)


REPORT = Report(
    name="stock_alert",
    title=lambda: translate("reports", "库存预警"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
