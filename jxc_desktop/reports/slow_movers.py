"""滞销商品: what lies there and was not sold for so many days, and the money that is tied up in it (domain.md §5)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.models import PosSale, PosSaleLine
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    days_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_at import held_by_product
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.trade import COST

IDLE = 60
"""Days without a sale from which goods are slow, unless asked otherwise."""


def parameters() -> list[Parameter]:
    return [
        days_parameter(translate("reports", "未动销天数"), IDLE),
        warehouse_parameter(),
        category_parameter(),
        product_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("held", translate("reports", "现存"), "quantity", total=True),
        Column("last_day", translate("reports", "最后销售日"), "day"),
        Column("idle_days", translate("reports", "未动销天数"), "count"),
        Column("amount", translate("reports", "占用金额"), "money", COST, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    held = held_by_product(session, request, asked)
    sold = _last_sold(session, request)
    came = _first_in(session, request)
    found = []
    for product, good in goods_named(session, asked).items():
        quantity, worth = held.get(product, (0, None))
        since = sold.get(product) or came.get(product)
        if quantity <= 0 or since is None:
            continue
        idle = (request.to_day - since).days
        if idle >= request.values["days"]:
            found.append((idle, _row(good, quantity, sold.get(product), (idle, worth))))
    yield from (row for _idle, row in sorted(found, key=lambda each: -each[0]))


def _row(good: Good, quantity: int, last: date | None, idle: tuple[int, int | None]) -> Row:
    days, worth = idle
    cells = (good.product, good.name, good.spec, good.unit, quantity, last, days, worth)
    return Row(cells, good.unit, Link(report="stock_ledger", filters={"product": good.product}))


def _last_sold(session: Session, request: Request) -> dict[int, date]:
    """The last day on which each product was sold and not taken back."""
    branches = [
        _sold(request, header, line)
        for header, line in ((SalesDelivery, SalesDeliveryLine), (PosSale, PosSaleLine))
    ]
    sales = union_all(*branches).subquery()
    query = select(sales.c.product_id, func.max(sales.c.day)).group_by(sales.c.product_id)
    return {row[0]: row[1] for row in session.execute(query)}


def _sold(request: Request, header: Any, line: Any) -> Any:
    query = (
        select(line.product_id, header.day)
        .join(header, header.id == line.document_id)
        .where(
            header.state == State.POSTED, header.reverses_id.is_(None), header.day <= request.to_day
        )
    )
    if warehouse := request.get("warehouse"):
        query = query.where(header.warehouse_id == warehouse)
    return query


def _first_in(session: Session, request: Request) -> dict[int, date]:
    """The day from which goods that were never sold have been lying there."""
    query = select(Move.product_id, func.min(Move.day)).where(
        Move.quantity > 0, Move.day <= request.to_day
    )
    if warehouse := request.get("warehouse"):
        query = query.where(Move.warehouse_id == warehouse)
    return {row[0]: row[1] for row in session.execute(query.group_by(Move.product_id))}


REPORT = Report(
    name="slow_movers",
    title=lambda: translate("reports", "滞销商品"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
