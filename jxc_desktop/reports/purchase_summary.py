"""采购汇总表: purchases summed by product, supplier, category, buyer or month (domain.md §5)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    buyer_parameter,
    by_parameter,
    category_parameter,
    product_parameter,
    supplier_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.summing import Summed, summarise
from jxc_desktop.reports.trade_sources import BOUGHT
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.shop.actor import may


def parameters() -> list[Parameter]:
    choices = [
        ("product", translate("reports", "按商品")),
        ("supplier", translate("reports", "按供应商")),
        ("category", translate("reports", "按类别")),
        ("buyer", translate("reports", "按经手人")),
        ("month", translate("reports", "按月")),
    ]
    return [
        by_parameter(choices),
        product_parameter(),
        category_parameter(),
        supplier_parameter(),
        warehouse_parameter(),
        buyer_parameter(),
    ]


def columns(_session: Session, request: Request) -> list[Column]:
    titles = {
        "product": translate("reports", "商品编号"),
        "supplier": translate("reports", "供应商编号"),
        "category": translate("reports", "类别"),
        "buyer": translate("reports", "经手人"),
        "month": translate("reports", "月份"),
    }
    return [
        headings.key(titles[request.values["by"]]),
        headings.name(),
        Column("documents", translate("reports", "笔数"), "count", detail=True),
        headings.unit(),
        headings.quantity(),
        *headings.money_of_trade(needs=headings.PURCHASE_PRICE),
        headings.cost_amount(),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by = request.values["by"]
    priced = may(session, headings.PURCHASE_PRICE)
    for each in summarise(session, traded_lines(session, request, BOUGHT), by):
        money = (each.net, each.tax, each.gross) if priced else (None, None, None)
        cells = (
            each.key, each.name, each.documents, each.unit or "", each.quantity, *money, each.cost,
        )  # fmt: skip
        yield Row(cells, each.unit, _link(request, by, each))


def _link(request: Request, by: str, each: Summed) -> Link | None:
    if not each.key or by == "month":
        return None
    kept = {name: text for name, text in request.texts.items() if name != "by"}
    return Link(report="purchase_detail", filters={**kept, by: each.key})


REPORT = Report(
    name="purchase_summary",
    title=lambda: translate("reports", "采购汇总表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
