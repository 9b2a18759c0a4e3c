"""采购费用分摊明细表: what of which cost each line of a receipt bears, and where it went (domain.md §2.4, T14, T15)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.landed_models import LandedCost, LandedCostLine
from jxc_desktop.purchase.landed_words import basis_words
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    supplier_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import COUNTED, of_goods
from jxc_desktop.stock.models import Move


def parameters() -> list[Parameter]:
    return [
        product_parameter(),
        category_parameter(),
        supplier_parameter(),
        warehouse_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    money = headings.PURCHASE_PRICE
    return [
        headings.number(),
        headings.day(),
        Column("partner", translate("reports", "供应商编号"), detail=True),
        Column("partner_name", translate("reports", "收款单位")),
        Column("receipt", translate("reports", "入库单")),
        headings.product(),
        headings.name(),
        headings.unit(),
        headings.quantity(),
        Column("basis", translate("reports", "分摊方法")),
        Column("amount", translate("reports", "分摊费用"), "money", money, total=True),
        Column("to_stock", translate("reports", "进库存"), "money", money, total=True),
        Column("cost_of_sales", translate("reports", "已售商品承担"), "money", money, total=True),
        Column("expense", translate("reports", "进销售费用"), "money", money, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    words = basis_words()
    for (
        number, day, partner, partner_name, receipt, product, name, unit, quantity, basis, capitalised, amount, stock,
    ) in session.execute(_query(request)):  # fmt: skip
        beside = amount - stock
        cells = (
            number, day, partner, partner_name, receipt, product, name, unit, quantity, words[basis], amount, stock,
            beside if capitalised else 0, 0 if capitalised else beside,
        )  # fmt: skip
        yield Row(cells, unit, Link(document=number))


def _query(request: Request) -> Any:
    header, line = LandedCost, LandedCostLine
    stock = (
        select(summed(Move.amount))
        .where(Move.source == header.number, Move.source_line == line.line_no)
        .correlate(header, line)
        .scalar_subquery()
    )
    query: Any = (
        select(
            header.number, header.day, func.coalesce(Partner.supplier_code, ""), header.partner_name,
            GoodsReceipt.number, Product.code, Product.name, Product.unit, line.base_quantity, header.basis,
            header.capitalised, line.amount, stock,
        )
        .join(header, header.id == line.document_id)
        .join(GoodsReceipt, GoodsReceipt.id == line.receipt_id)
        .join(Product, Product.id == line.product_id)
        .join(Partner, Partner.id == header.partner_id)
        .where(header.state.in_(COUNTED), header.day.between(request.from_day, request.to_day))
        .order_by(header.day, header.id, line.line_no)
    )  # fmt: skip
    if suppliers := request.get("supplier"):
        query = query.where(header.partner_id.in_(suppliers))
    if warehouse := request.get("warehouse"):
        query = query.where(GoodsReceipt.warehouse_id == warehouse)
    return of_goods(query, request, line.product_id)


REPORT = Report(
    name="landed_cost_detail",
    title=lambda: translate("reports", "采购费用分摊明细表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
