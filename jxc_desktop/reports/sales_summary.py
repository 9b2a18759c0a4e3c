"""销售汇总表: sales summed by goods, customer, salesperson, place or time (domain.md §5)."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Option,
    Parameter,
    by_parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    salesperson_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row, Totals
from jxc_desktop.reports.summing import Summed, margin, summarise
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines

_NO_FILTER = frozenset({"month", "brand", "weekday", "hour"})
"""Keys that the lines cannot be filtered by."""


def choices() -> list[Option]:
    """By what sales can be summed."""
    return [
        ("product", translate("reports", "按商品")),
        ("customer", translate("reports", "按客户")),
        ("category", translate("reports", "按类别")),
        ("salesperson", translate("reports", "按业务员")),
        ("month", translate("reports", "按月")),
        ("brand", translate("reports", "按品牌")),
        ("warehouse", translate("reports", "按仓库")),
        ("weekday", translate("reports", "按星期")),
        ("hour", translate("reports", "按时段")),
        ("bill", translate("reports", "按单据")),
    ]


def parameters() -> list[Parameter]:
    return [
        by_parameter(choices()),
        product_parameter(),
        category_parameter(),
        customer_parameter(),
        warehouse_parameter(),
        salesperson_parameter(),
    ]


def columns(_session: Session, request: Request) -> list[Column]:
    titles = {
        "product": translate("reports", "商品编号"),
        "customer": translate("reports", "客户编号"),
        "category": translate("reports", "类别"),
        "salesperson": translate("reports", "业务员"),
        "month": translate("reports", "月份"),
        "brand": translate("reports", "品牌"),
        "warehouse": translate("reports", "仓库编号"),
        "weekday": translate("reports", "星期"),
        "hour": translate("reports", "时段"),
        "bill": translate("reports", "单号"),
    }
    return [
        headings.key(titles[request.values["by"]]),
        headings.name(),
        Column("documents", translate("reports", "笔数"), "count", detail=True),
        headings.unit(),
        headings.quantity(),
        *headings.money_of_trade(),
        headings.cost_amount(),
        *headings.profit_columns(),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by = request.values["by"]
    lines = traded_lines(session, request, SOLD, later_costs=True)
    for each in summarise(session, lines, by):
        yield Row(cells_of(each), each.unit, link_of(request, by, each))


def cells_of(each: Summed) -> tuple[Cell, ...]:
    """The cells of one key, in the order of the columns."""
    profit = each.profit
    rate = None if profit is None else margin(profit, each.net)
    return (
        each.key, each.name, each.documents, each.unit or "", each.quantity, each.net, each.tax,
        each.gross, each.cost, profit, rate,
    )  # fmt: skip


def link_of(request: Request, by: str, each: Summed) -> Link | None:
    """The lines behind a key: sales_detail under the same filters and the key's own; a bill itself."""
    if not each.key or by in _NO_FILTER:
        return None
    if by == "bill":
        return Link(document=each.key)
    kept = {name: text for name, text in request.texts.items() if name != "by"}
    return Link(report="sales_detail", filters={**kept, by: each.key})


def derive(totals: Totals, _rows: Sequence[Row]) -> Mapping[str, int | None]:
    """The margin of the whole."""
    profit, net = totals.get("profit"), totals.get("amount_excl")
    return {"margin": None if profit is None or net is None else margin(profit, net)}


REPORT = Report(
    name="sales_summary",
    title=lambda: translate("reports", "销售汇总表"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=derive,
)
