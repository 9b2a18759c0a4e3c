"""销售订单执行表: what was ordered, delivered, is still to go out and can go, line by line (domain.md §5)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.reports import headings
from jxc_desktop.reports.order_lines import OrderLine, order_lines
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    salesperson_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.sales.order_kinds import SALES_ORDER
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
    lines = order_lines(session, request, SALES_ORDER)
    there = _there(session, lines)
    wanted = _SHOWN[request.values["show"]]
    for line in lines:
        cells = _cells(line, there, today)
        if wanted(cells):
            yield Row(tuple(cells.values()), line.unit, Link(document=line.number))


def _there(session: Session, lines: Sequence[OrderLine]) -> dict[Place, int]:
    """What is available in each warehouse where something is ordered."""
    found: dict[Place, int] = {}
    for place in {line.warehouse_id for line in lines}:
        products = {line.product_id for line in lines if line.warehouse_id == place}
        known = available_of(session, products, place)
        found |= {(x, place): known.get(x, NOTHING).available for x in products}
    return found


def _cells(line: OrderLine, there: Mapping[Place, int], today: date) -> dict[str, Any]:
    """The cells by column; what is there for a line is what nobody else was promised."""
    left = line.left
    available = there[line.product_id, line.warehouse_id] + left if line.tracked else None
    lacking = 0 if available is None else max(left - max(available, 0), 0)
    return {
        "number": line.number,
        "day": line.day,
        "partner": line.customer_code,
        "partner_name": line.firm,
        "person": line.person,
        "product": line.product,
        "name": line.name,
        "spec": line.spec,
        "unit": line.unit,
        "ordered": line.ordered,
        "delivered": line.done,
        "open": left,
        "available": available,
        "lacking": lacking,
        "open_amount": div_half_up(line.gross * left, line.ordered),
        "due_day": line.due_day,
        "late_days": line.late(today) or 0,
        "state": _word(line),
    }


def _word(line: OrderLine) -> str:
    if line.state == State.CLOSED:
        return translate("reports", "已关闭")
    if not line.left:
        return translate("reports", "已完成")
    return translate("reports", "部分出库") if line.done else translate("reports", "未出")


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
