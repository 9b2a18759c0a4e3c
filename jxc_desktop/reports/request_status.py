"""请购执行表: what was wanted, what of it was ordered, what came (features 5)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.purchase.order_kinds import REQUEST
from jxc_desktop.purchase.order_models import (
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseRequest,
)
from jxc_desktop.reports import headings
from jxc_desktop.reports.order_lines import (
    last_day_come,
    order_lines,
    orders_asked,
    show_parameter,
)
from jxc_desktop.reports.parameters import Parameter, category_parameter, product_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import COUNTED


def parameters() -> list[Parameter]:
    return [show_parameter(), product_parameter(), category_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("purpose", translate("reports", "用途")),
        headings.product(),
        headings.name(),
        headings.unit(),
        Column("wanted", translate("reports", "请购"), "quantity", total=True),
        Column("ordered", translate("reports", "已订"), "quantity", total=True, matrix=True),
        Column("received", translate("reports", "已入"), "quantity", total=True, matrix=True),
        Column("left", translate("reports", "未订"), "quantity", total=True, matrix=True),
        Column("due_day", translate("reports", "需用日期"), "day"),
        Column("late_days", translate("reports", "逾期天数"), "count"),
        Column("progress", translate("reports", "状态")),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    query = select(PurchaseRequest.id, PurchaseRequest.purpose)
    query = query.where(*orders_asked(request, PurchaseRequest))
    purposes = {row[0]: row[1] for row in session.execute(query)}
    came, today = _received(session, request), last_day_come(session, request)
    for each in order_lines(session, request, REQUEST):
        received = came.get((each.document, each.line_no), 0)
        cells = (
            each.number, each.day, purposes[each.document], each.product, each.name, each.unit,
            each.ordered, each.done, received, each.left, each.due_day,
            each.late(today), each.progress,
        )  # fmt: skip
        yield Row(cells, each.unit, Link(document=each.number))


def _received(session: Session, request: Request) -> dict[tuple[int, int], int]:
    """Base units that came for each line of the requests asked for, over the orders that serve them."""
    requests = select(PurchaseRequest.id).where(*orders_asked(request, PurchaseRequest))
    line, order = PurchaseOrderLine, PurchaseOrder
    query: Any = (
        select(order.request_id, line.request_line, summed(GoodsReceiptLine.base_quantity))
        .join(order, order.id == line.document_id)
        .join(GoodsReceipt, GoodsReceipt.order_id == order.id)
        .join(
            GoodsReceiptLine,
            (GoodsReceiptLine.document_id == GoodsReceipt.id)
            & (GoodsReceiptLine.from_line == line.line_no),
        )
        .where(
            GoodsReceipt.state.in_(COUNTED),
            line.request_line.is_not(None),
            order.request_id.in_(requests),
        )
        .group_by(order.request_id, line.request_line)
    )
    return {(row[0], row[1]): row[2] for row in session.execute(query)}


REPORT = Report(
    name="request_status",
    title=lambda: translate("reports", "请购执行表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
