"""采购明细表: every line bought (domain.md §5)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.headings import PURCHASE_PRICE
from jxc_desktop.reports.line_list import listed_lines
from jxc_desktop.reports.parameters import (
    Parameter,
    buyer_parameter,
    category_parameter,
    product_parameter,
    supplier_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import BOUGHT
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.shop.actor import may


def parameters() -> list[Parameter]:
    return [
        product_parameter(),
        category_parameter(),
        supplier_parameter(),
        warehouse_parameter(),
        buyer_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("partner", translate("reports", "供应商编号")),
        Column("partner_name", translate("reports", "供应商"), detail=True),
        Column("person", translate("reports", "经手人"), detail=True),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        Column("price", translate("reports", "单价"), "price", PURCHASE_PRICE),
        *headings.money_of_trade(needs=PURCHASE_PRICE),
        headings.cost_amount(detail=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    priced = may(session, PURCHASE_PRICE)
    for line in listed_lines(session, traded_lines(session, request, BOUGHT)):
        money = (line.price, line.net, line.tax, line.gross) if priced else (None,) * 4
        cells = (
            line.number, line.day, line.supplier_code or "", line.partner_name, line.person or "",
            line.code, line.name, line.spec, line.unit, line.quantity, *money,
            getattr(line, "cost", None),
        )  # fmt: skip
        yield Row(cells, line.unit, Link(document=line.number))


REPORT = Report(
    name="purchase_detail",
    title=lambda: translate("reports", "采购明细表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
