"""暂估明细: goods that came and whose invoice has not, as of a day (domain.md §2.4, features 9)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.invoice_models import PurchaseInvoice, PurchaseInvoiceLine
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    PurchaseReturn,
    PurchaseReturnLine,
)
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter, product_parameter, supplier_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import COUNTED, of_goods


def parameters() -> list[Parameter]:
    choices = (
        ("estimated", translate("reports", "只看暂估")),
        ("all", translate("reports", "所有没录发票的")),
    )
    return [
        Parameter("show", translate("reports", "显示"), "choice", choices, "estimated"),
        supplier_parameter(),
        product_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    money = headings.PURCHASE_PRICE
    return [
        Column("partner", translate("reports", "供应商编号"), detail=True),
        Column("partner_name", translate("reports", "供应商")),
        headings.number(),
        headings.day(),
        Column("age", translate("reports", "已过天数"), "count"),
        headings.product(),
        headings.name(),
        headings.unit(),
        headings.quantity(),
        Column("left", translate("reports", "未开票数量"), "quantity", total=True),
        Column("unbilled", translate("reports", "未开票价税合计"), "money", money, total=True),
        Column("estimate", translate("reports", "暂估金额"), "money", money, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    for (
        code,
        partner,
        number,
        day,
        product,
        name,
        unit,
        quantity,
        gross,
        taken,
        estimate,
    ) in session.execute(_query(request)):
        left = quantity - taken
        # Floor is right for a share that is only shown: the invoice itself decides the fen.
        amount = gross * left // quantity
        cells = (
            code or "", partner, number, day, (request.to_day - day).days, product, name, unit,
            quantity, left, amount, estimate,
        )  # fmt: skip
        yield Row(cells, unit, Link(document=number))


def _query(request: Request) -> Any:
    receipt, line = GoodsReceipt, GoodsReceiptLine
    taken = _billed(request, "quantity") + _unbilled(request, "quantity")
    cleared = _billed(request, "estimate") + _unbilled(request, "estimate")
    query = (
        select(
            Partner.supplier_code, receipt.partner_name, receipt.number, receipt.day, Product.code,
            Product.name, line.unit, line.quantity, line.gross, taken, line.estimate - cleared,
        )
        .join(receipt, receipt.id == line.document_id)
        .join(Product, Product.id == line.product_id)
        .join(Partner, Partner.id == receipt.partner_id)
        .where(
            receipt.state.in_(COUNTED),
            receipt.reverses_id.is_(None),
            receipt.day <= request.to_day,
            ~_taken_back(request),
            line.quantity > taken,
        )
        .order_by(Partner.supplier_code, receipt.day, receipt.id, line.line_no)
    )  # fmt: skip
    if request.get("show") == "estimated":
        query = query.where(receipt.estimated.in_([True]))
    else:
        query = query.where(receipt.invoice != "none")
    if suppliers := request.get("supplier"):
        query = query.where(receipt.partner_id.in_(suppliers))
    return of_goods(query, request, line.product_id)


def _taken_back(request: Request) -> Any:
    """Whether a receipt was reversed by the day asked for."""
    red = GoodsReceipt.__table__.alias("red")
    found = select(red.c.id).where(
        red.c.reverses_id == GoodsReceipt.id, red.c.day <= request.to_day, red.c.state.in_(COUNTED)
    )
    return found.correlate(GoodsReceipt).exists()


def _billed(request: Request, column: str) -> Any:
    line, header = PurchaseInvoiceLine, PurchaseInvoice
    sums = (
        select(summed(getattr(line, column)))
        .join(header, header.id == line.document_id)
        .where(
            line.receipt_id == GoodsReceipt.id,
            line.from_line == GoodsReceiptLine.line_no,
            header.state.in_(COUNTED),
            header.day <= request.to_day,
        )
    )
    return func.coalesce(sums.correlate(GoodsReceipt, GoodsReceiptLine).scalar_subquery(), 0)


def _unbilled(request: Request, column: str) -> Any:
    """What went back before its invoice came."""
    line, header = PurchaseReturnLine, PurchaseReturn
    sums = (
        select(summed(getattr(line, column)))
        .join(header, header.id == line.document_id)
        .where(
            header.original_id == GoodsReceipt.id,
            line.from_line == GoodsReceiptLine.line_no,
            line.estimated.in_([True]),
            header.state.in_(COUNTED),
            header.day <= request.to_day,
        )
    )
    return func.coalesce(sums.correlate(GoodsReceipt, GoodsReceiptLine).scalar_subquery(), 0)


REPORT = Report(
    name="estimated_receipts",
    title=lambda: translate("reports", "暂估明细表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
