"""销售订单执行表: what was ordered, delivered, is still to go out and can go, line by line (domain.md §5)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    salesperson_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import COUNTED, of_goods
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine, SalesOrder, SalesOrderLine
from jxc_desktop.stock.queries import NOTHING, available_of

Place = tuple[int, int]
"""Product and warehouse."""


def parameters() -> list[Parameter]:
    shown = (
        ("open", translate("reports", "没出完的")),
        ("late", translate("reports", "逾期的")),
        ("lacking", translate("reports", "欠货的")),
        ("all", translate("reports", "全部")),
    )
    return [
        Parameter("show", translate("reports", "显示"), "choice", shown, "open"),
        customer_parameter(),
        product_parameter(),
        category_parameter(),
        warehouse_parameter(),
        salesperson_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("partner", translate("reports", "客户编号")),
        Column("partner_name", translate("reports", "客户"), detail=True),
        Column("person", translate("reports", "业务员"), detail=True),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("ordered", translate("reports", "订货"), "quantity", total=True),
        Column("delivered", translate("reports", "已发"), "quantity", total=True),
        Column("open", translate("reports", "未发"), "quantity", total=True),
        Column("available", translate("reports", "可用"), "quantity"),
        Column("lacking", translate("reports", "欠货"), "quantity", total=True, matrix=True),
        Column("open_amount", translate("reports", "未发金额"), "money", total=True),
        Column("due_day", translate("reports", "交货日期"), "day"),
        Column("late_days", translate("reports", "逾期天数"), "count", matrix=True),
        Column("state", translate("reports", "状态")),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    today = clock_of(session).today()
    lines = session.execute(_lines(request)).all()
    there = _there(session, lines)
    wanted = _SHOWN[request.values["show"]]
    for line in lines:
        cells = _cells(line, there, today)
        if wanted(cells):
            yield Row(tuple(cells.values()), line.unit, Link(document=line.number))


def _lines(request: Request) -> Any:
    """Lines of approved and closed orders, with what went out of each."""
    order, line = SalesOrder, SalesOrderLine
    went = (
        select(summed(SalesDeliveryLine.base_quantity))
        .join(SalesDelivery, SalesDelivery.id == SalesDeliveryLine.document_id)
        .where(
            SalesDelivery.order_id == order.id,
            SalesDelivery.state.in_(COUNTED),
            SalesDeliveryLine.from_line == line.line_no,
        )
        .correlate(order, line)
        .scalar_subquery()
    )
    query = (
        select(
            order.number, order.day, Partner.customer_code, order.partner_name, order.salesperson,
            order.warehouse_id, order.due_day, order.state, line.product_id, line.base_quantity,
            line.gross, went.label("went"), Product.code, Product.name, Product.spec, Product.unit,
            Product.track_stock,
        )
        .join(line, line.document_id == order.id)
        .join(Partner, Partner.id == order.partner_id)
        .join(Product, Product.id == line.product_id)
        .where(
            order.state.in_((State.APPROVED, State.CLOSED)),
            order.day.between(request.from_day, request.to_day),
        )
        .order_by(order.day, order.id, line.line_no)
    )  # fmt: skip
    if partners := request.get("customer"):
        query = query.where(order.partner_id.in_(partners))
    if warehouse := request.get("warehouse"):
        query = query.where(order.warehouse_id == warehouse)
    if person := request.get("salesperson"):
        query = query.where(order.salesperson == person)
    return of_goods(query, request, line.product_id)


def _open(line: Any) -> int:
    """What is still to go out; nothing of what was closed."""
    return max(line.base_quantity - line.went, 0) if line.state == State.APPROVED else 0


def _there(session: Session, lines: Sequence[Any]) -> dict[Place, int]:
    """What is available in each warehouse where something is ordered."""
    found: dict[Place, int] = {}
    for place in {line.warehouse_id for line in lines}:
        products = {line.product_id for line in lines if line.warehouse_id == place}
        known = available_of(session, products, place)
        found |= {(x, place): known.get(x, NOTHING).available for x in products}
    return found


def _cells(line: Any, there: Mapping[Place, int], today: date) -> dict[str, Any]:
    """The cells by column; what is there for a line is what nobody else was promised."""
    left = _open(line)
    available = there[line.product_id, line.warehouse_id] + left if line.track_stock else None
    lacking = 0 if available is None else max(left - max(available, 0), 0)
    late = left > 0 and line.due_day is not None and line.due_day < today
    return {
        "number": line.number,
        "day": line.day,
        "partner": line.customer_code or "",
        "partner_name": line.partner_name,
        "person": line.salesperson,
        "product": line.code,
        "name": line.name,
        "spec": line.spec,
        "unit": line.unit,
        "ordered": line.base_quantity,
        "delivered": line.went,
        "open": left,
        "available": available,
        "lacking": lacking,
        "open_amount": div_half_up(line.gross * left, line.base_quantity),
        "due_day": line.due_day,
        "late_days": (today - line.due_day).days if late else 0,
        "state": _word(line, left),
    }


def _word(line: Any, left: int) -> str:
    if line.state == State.CLOSED:
        return translate("reports", "已关闭")
    if not left:
        return translate("reports", "已完成")
    return translate("reports", "部分出库") if line.went else translate("reports", "未出")


_SHOWN: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    "open": lambda cells: cells["open"] > 0,
    "late": lambda cells: cells["late_days"] > 0,
    "lacking": lambda cells: cells["lacking"] > 0,
    "all": lambda _cells: True,
}

REPORT = Report(
    name="sales_order_status",
    title=lambda: translate("reports", "销售订单执行表"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
