"""采购订单执行表: what was ordered, what came, what was invoiced, what is overdue (domain.md §5, features 4)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.purchase.invoice_models import PurchaseInvoice, PurchaseInvoiceLine
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.order_models import PurchaseOrder
from jxc_desktop.reports import headings
from jxc_desktop.reports.order_lines import (
    last_day_come,
    order_lines,
    orders_asked,
    show_parameter,
)
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    supplier_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import COUNTED


def parameters() -> list[Parameter]:
    return [show_parameter(), supplier_parameter(), product_parameter(), category_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("partner", translate("reports", "供应商编号"), detail=True),
        Column("partner_name", translate("reports", "供应商")),
        headings.product(),
        headings.name(),
        headings.unit(),
        Column("ordered", translate("reports", "订购"), "quantity", total=True),
        Column("received", translate("reports", "已入"), "quantity", total=True, matrix=True),
        Column("left", translate("reports", "未入"), "quantity", total=True, matrix=True),
        Column("unbilled", translate("reports", "已入未开票"), "quantity", total=True, matrix=True),
        Column(
            "left_amount",
            translate("reports", "未入价税合计"),
            "money",
            headings.PURCHASE_PRICE,
            total=True,
        ),
        Column("due_day", translate("reports", "交货日期"), "day"),
        Column("late_days", translate("reports", "逾期天数"), "count"),
        Column("progress", translate("reports", "状态")),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    today = last_day_come(session, request)
    billed = _billed(session, request)
    for each in order_lines(session, request, PURCHASE_ORDER):
        unbilled = max(each.done - billed.get((each.document, each.line_no), 0), 0)
        cells = (
            each.number, each.day, each.supplier_code, each.firm, each.product, each.name, each.unit, each.ordered,
            each.done, each.left, unbilled, div_half_up(each.gross * each.left, each.ordered),
            each.due_day, each.late(today), each.progress,
        )  # fmt: skip
        yield Row(cells, each.unit, Link(document=each.number))


def _billed(session: Session, request: Request) -> dict[tuple[int, int], int]:
    """Base units of each line of the orders asked for that came and were invoiced."""
    orders = select(PurchaseOrder.id).where(*orders_asked(request, PurchaseOrder))
    came, line = GoodsReceiptLine, PurchaseInvoiceLine
    query: Any = (
        select(GoodsReceipt.order_id, came.from_line, summed(line.base_quantity))
        .join(PurchaseInvoice, PurchaseInvoice.id == line.document_id)
        .join(GoodsReceipt, GoodsReceipt.id == line.receipt_id)
        .join(came, (came.document_id == line.receipt_id) & (came.line_no == line.from_line))
        .where(PurchaseInvoice.state.in_(COUNTED), GoodsReceipt.order_id.in_(orders))
        .group_by(GoodsReceipt.order_id, came.from_line)
    )
    return {(row[0], row[1]): row[2] for row in session.execute(query)}


REPORT = Report(
    name="purchase_order_status",
    title=lambda: translate("reports", "采购订单执行表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
