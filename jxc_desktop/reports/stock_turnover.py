"""周转分析: how often stock is turned over, and for how many days what lies there will last (domain.md §5).

Average stock is half of opening and closing; days to turn it = average stock ÷ what is sold a day, in goods and in
what they cost.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row, Totals
from jxc_desktop.reports.stock_flow import Moved, moved_goods
from jxc_desktop.reports.summing import Summed, summarise
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    return [warehouse_parameter(), category_parameter(), product_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    goods, money = translate("reports", "按数量"), translate("reports", "按金额")
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("opening", translate("reports", "期初"), "quantity", total=True, group=goods),
        Column("closing", translate("reports", "期末"), "quantity", total=True, group=goods),
        Column("sold", translate("reports", "销量"), "quantity", total=True, group=goods),
        Column("turns", translate("reports", "周转次数"), "quantity", group=goods),
        Column("turn_days", translate("reports", "周转天数"), "count", group=goods),
        Column("cover_days", translate("reports", "可售天数"), "count", group=goods),
        Column(
            "average_amount",
            translate("reports", "平均库存"),
            "money",
            COST,
            total=True,
            group=money,
        ),
        Column(
            "cost_amount", translate("reports", "销售成本"), "money", COST, total=True, group=money
        ),
        Column("money_days", translate("reports", "周转天数"), "count", COST, group=money),
        Column("days", translate("reports", "期间天数"), "count", detail=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    moved = moved_goods(session, request, asked)
    lines = traded_lines(session, request, SOLD, later_costs=True)
    sold = {each.key: each for each in summarise(session, lines, "product")}
    days = (request.to_day - request.from_day).days + 1
    for product, good in goods_named(session, asked).items():
        each = sold.get(good.product)
        if each is not None or moved[product].opening[0] or moved[product].closing[0]:
            yield _row(good, moved[product], each, days)


def _row(good: Good, moved: Moved, sold: Summed | None, days: int) -> Row:
    opening, closing = moved.opening[0], moved.closing[0]
    quantity = (sold.quantity or 0) if sold else 0
    average = div_half_up(opening + closing, 2)
    cost = (sold.cost or 0) if sold else 0
    tied = div_half_up(moved.opening[1] + moved.closing[1], 2)
    cells = (
        good.product, good.name, good.spec, good.unit, opening, closing, quantity,
        div_half_up(quantity * ONE, average) if average > 0 else None,
        _days(average, quantity, days), _days(closing, quantity, days),
        tied, cost, _days(tied, cost, days), days,
    )  # fmt: skip
    return Row(cells, good.unit, Link("", "stock_ledger", {"product": good.product}))


def _days(held: int, used: int, days: int) -> int | None:
    """For how many days `held` lasts when `used` goes in `days`; None where nothing goes."""
    return max(held, 0) * days // used if used > 0 else None


def derive(totals: Totals, found: Sequence[Row]) -> Mapping[str, int | None]:
    """Of all goods together: average worth ÷ cost a day."""
    tied, cost = totals.get("average_amount"), totals.get("cost_amount")
    if tied is None or cost is None or not found:
        return {}
    return {"money_days": _days(tied, cost, int(str(found[0].cells[-1])))}


REPORT = Report(
    name="stock_turnover",
    title=lambda: translate("reports", "周转分析"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=derive,
)
