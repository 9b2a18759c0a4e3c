"""采购进度表: what was ordered of suppliers for each order of a customer, and what of it came (以销定购)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Integer, func, literal_column, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.order_models import PurchaseOrder, PurchaseOrderLine
from jxc_desktop.reports import headings
from jxc_desktop.reports.order_lines import (
    STANDING,
    OrderLine,
    order_lines,
    orders_asked,
    show_parameter,
)
from jxc_desktop.reports.parameters import Parameter, customer_parameter, product_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.sales.models import SalesOrder
from jxc_desktop.sales.order_kinds import SALES_ORDER

Bought = dict[tuple[int, str], tuple[int, int, date | None]]
"""(customer's order, product) → base units ordered of suppliers, of them received, the last day they are due."""


def parameters() -> list[Parameter]:
    return [show_parameter(), customer_parameter(), product_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("partner_name", translate("reports", "客户")),
        headings.product(),
        headings.name(),
        headings.unit(),
        Column("ordered", translate("reports", "客户订购"), "quantity", total=True),
        Column("delivered", translate("reports", "已出"), "quantity", total=True, matrix=True),
        Column("bought", translate("reports", "已订购"), "quantity", total=True, matrix=True),
        Column("received", translate("reports", "已入"), "quantity", total=True, matrix=True),
        Column("coming", translate("reports", "在途"), "quantity", total=True, matrix=True),
        Column("coming_day", translate("reports", "预计到货"), "day"),
        Column("due_day", translate("reports", "交货日期"), "day"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    bought = _bought(session, request)
    for lines in _by_product(order_lines(session, request, SALES_ORDER)):
        first = lines[0]
        known = bought.get((first.document, first.product))
        if known is None:
            continue
        ordered, received, coming_day = known
        coming = max(ordered - received, 0)
        cells = (
            first.number, first.day, first.firm, first.product, first.name, first.unit,
            sum(x.ordered for x in lines), sum(x.done for x in lines), ordered, received, coming,
            coming_day if coming else None, first.due_day,
        )  # fmt: skip
        yield Row(cells, first.unit, Link(document=first.number))


def _by_product(lines: list[OrderLine]) -> list[list[OrderLine]]:
    """The lines of one product of an order together, in the order of the first of them."""
    found: dict[tuple[int, str], list[OrderLine]] = defaultdict(list)
    for line in lines:
        found[line.document, line.product].append(line)
    return list(found.values())


def _bought(session: Session, request: Request) -> Bought:
    """What was ordered of suppliers for the customers' orders asked for."""
    sold_on = select(SalesOrder.id).where(*orders_asked(request, SalesOrder))
    order, line = PurchaseOrder.__table__.alias("o"), PurchaseOrderLine.__table__.alias("l")
    done: Any = literal_column(PURCHASE_ORDER.fulfilled_sql("o", "l"), Integer)
    query = (
        select(
            order.c.sales_order_id, Product.code, summed(line.c.base_quantity), summed(done),
            func.max(order.c.due_day),
        )
        .join(order, order.c.id == line.c.document_id)
        .join(Product, Product.id == line.c.product_id)
        .where(order.c.sales_order_id.in_(sold_on), order.c.state.in_(STANDING))
        .group_by(order.c.sales_order_id, Product.code)
    )  # fmt: skip
    return {(row[0], row[1]): (row[2], row[3], row[4]) for row in session.execute(query)}


REPORT = Report(
    name="purchase_progress",
    title=lambda: translate("reports", "采购进度表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
