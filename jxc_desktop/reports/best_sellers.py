"""畅销排行: the goods that sold most, by amount, quantity or profit, with how long what is there will last."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.reports import headings, sales_summary
from jxc_desktop.reports.goods import Good, goods_asked, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_at import quantities_at
from jxc_desktop.reports.summing import Summed, margin, summarise
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.queries import NOTHING, Availability, Flow, available_of, flows_between
from jxc_desktop.stock.trade import COST

TOP = 50


def parameters() -> list[Parameter]:
    orders = (
        ("amount", translate("reports", "净销售额")),
        ("quantity", translate("reports", "净数量")),
        ("profit", translate("reports", "毛利")),
    )
    return [
        Parameter("order", translate("reports", "排名按"), "choice", orders, "amount"),
        Parameter("top", translate("reports", "前几名"), "number", default=str(TOP)),
        product_parameter(),
        category_parameter(),
        warehouse_parameter(),
        customer_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("rank", translate("reports", "排名"), "count"),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        Column("amount_excl", translate("reports", "净销售额"), "money", total=True),
        *headings.profit_columns(),
        Column("held", translate("reports", "现存"), "quantity"),
        Column("days_left", translate("reports", "可售天数"), "count"),
        Column("sell_through", translate("reports", "售罄率"), "percent"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    lines = traded_lines(session, request, SOLD, later_costs=True)
    sold = [each for each in summarise(session, lines, "product") if each.quantity]
    best = sorted(sold, key=_order(session, request))[: request.values["top"]]
    asked, warehouse = goods_asked(request), request.get("warehouse")
    goods = {good.product: (number, good) for number, good in goods_named(session, asked).items()}
    there = available_of(session, [goods[each.key][0] for each in best], warehouse)
    flows = flows_between(
        session, request.from_day, request.to_day, products=asked, warehouse_id=warehouse
    )
    closing = _closing(session, request, asked, warehouse)
    days = (request.to_day - request.from_day).days + 1
    for rank, each in enumerate(best, 1):
        product, good = goods[each.key]
        flow = flows.get(product, Flow())
        supply = closing.get(product, 0) - flow.quantity + flow.in_quantity
        yield _row(rank, each, good, (there.get(product, NOTHING), days, supply))


def _order(session: Session, request: Request) -> Callable[[Summed], tuple[int, str]]:
    """The most first; profit is no order for who may not see it."""
    order = request.values["order"]
    if order == "profit" and may(session, COST):
        return lambda each: (-(each.profit or 0), each.key)
    if order == "quantity":
        return lambda each: (-(each.quantity or 0), each.key)
    return lambda each: (-each.net, each.key)


def _closing(
    session: Session, request: Request, asked: Any, warehouse: int | None
) -> dict[int, int]:
    """What lay there at the end of the period, by product."""
    found: dict[int, int] = {}
    for (product, place, _lot), quantity in quantities_at(session, request.to_day, asked).items():
        if warehouse in {None, place}:
            found[product] = found.get(product, 0) + quantity
    return found


def _row(rank: int, each: Summed, good: Good, supplied: tuple[Availability, int, int]) -> Row:
    """`supplied` is what is there now, the days of the period, and what there was to sell in it."""
    there, days, supply = supplied
    quantity = each.quantity or 0
    lasts = max(there.available, 0) * days // quantity if quantity > 0 else None
    profit = each.profit
    cells = (
        rank, good.product, good.name, good.spec, good.unit, quantity, each.net, profit,
        None if profit is None else margin(profit, each.net), there.quantity, lasts,
        div_half_up(quantity * ONE, supply) if supply > 0 else None,
    )  # fmt: skip
    return Row(cells, good.unit, Link(report="sales_detail", filters={"product": good.product}))


REPORT = Report(
    name="best_sellers",
    title=lambda: translate("reports", "畅销排行"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=sales_summary.derive,
)
