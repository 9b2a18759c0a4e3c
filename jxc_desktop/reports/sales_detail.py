"""销售明细表: every line sold, at the counter or on delivery notes (domain.md §5)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings, sales_summary
from jxc_desktop.reports.line_list import listed_lines
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    salesperson_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.summing import margin
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines


def parameters() -> list[Parameter]:
    return [
        product_parameter(),
        category_parameter(),
        customer_parameter(),
        warehouse_parameter(),
        salesperson_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("channel", translate("reports", "渠道"), detail=True),
        Column("partner", translate("reports", "客户编号")),
        Column("partner_name", translate("reports", "客户"), detail=True),
        Column("person", translate("reports", "业务员"), detail=True),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        Column("price", translate("reports", "单价"), "price"),
        *headings.money_of_trade(),
        headings.cost_amount(detail=True),
        *headings.profit_columns(detail=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    channels = {
        "sales_delivery": translate("reports", "批发"),
        "sales_return": translate("reports", "批发退货"),
        "pos_sale": translate("reports", "零售"),
        "pos_return": translate("reports", "零售退货"),
    }
    for line in listed_lines(session, traded_lines(session, request, SOLD)):
        cells = (
            line.number, line.day, channels[line.kind], line.customer_code or "",
            line.partner_name, line.person or "", line.code, line.name, line.spec, line.unit,
            line.quantity, line.price, line.net, line.tax, line.gross, *_profit(line),
        )  # fmt: skip
        yield Row(cells, line.unit, Link(document=line.number))


def _profit(line: Any) -> tuple[int | None, int | None, int | None]:
    """Cost, profit and margin, as far as they may be seen."""
    if "cost" not in line._fields:
        return None, None, None
    profit = line.net - line.cost
    return line.cost, profit, margin(profit, line.net)


REPORT = Report(
    name="sales_detail",
    title=lambda: translate("reports", "销售明细表"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=sales_summary.derive,
)
