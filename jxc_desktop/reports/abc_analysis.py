"""ABC 分析: the few goods that bring most of the money, those that bring some, and the rest (domain.md §5).

Goods stand in order of what they brought; the one that crosses a limit belongs to the upper class.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.reports import headings, sales_summary
from jxc_desktop.reports.goods import goods_named
from jxc_desktop.reports.grouping import under_headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.summing import Summed, margin, summarise
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.queries.cycle import A, B, classes_of
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    measures = (
        ("amount", translate("reports", "净销售额")),
        ("profit", translate("reports", "毛利")),
    )
    return [
        Parameter("order", translate("reports", "排名按"), "choice", measures, "amount"),
        Parameter("a", translate("reports", "A 类到 %"), "number", default=str(A)),
        Parameter("b", translate("reports", "B 类到 %"), "number", default=str(B)),
        category_parameter(),
        product_parameter(),
        warehouse_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("class", translate("reports", "等级")),
        headings.quantity(),
        Column("amount_excl", translate("reports", "净销售额"), "money", total=True),
        *headings.profit_columns(),
        Column("sales_share", translate("reports", "占比"), "percent"),
        Column("cumulative", translate("reports", "累计占比"), "percent"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by_profit = request.values["order"] == "profit" and may(session, COST)
    lines = traded_lines(session, request, SOLD, later_costs=True)
    sold = [
        (_brought(each, by_profit=by_profit), each) for each in summarise(session, lines, "product")
    ]
    sold.sort(key=lambda pair: (-pair[0], pair[1].key))
    limits = request.values["a"], request.values["b"]
    specs = {good.product: good.spec for good in goods_named(session, None).values()}
    heading = translate("reports", "{letter} 类")
    found = []
    classes = classified([brought for brought, _each in sold], *limits)
    for (_brought_in, each), (letter, share, cumulative) in zip(sold, classes, strict=True):
        row = _row(each, specs.get(each.key, ""), (letter, share, cumulative))
        found.append((heading.format(letter=letter), row))
    yield from under_headings(columns(session, request), found)


def _brought(each: Summed, *, by_profit: bool) -> int:
    return (each.profit or 0) if by_profit else each.net


def classified(
    brought: Sequence[int], a: int, b: int
) -> Iterator[tuple[str, int | None, int | None]]:
    """Class, share and cumulated share (1e-4) of each, the most first; what brought nothing is C without a share."""
    whole = sum(each for each in brought if each > 0)
    before = 0
    for each, letter in zip(brought, classes_of(brought, a, b), strict=True):
        if each <= 0:
            yield letter, None, None
            continue
        before += each
        yield letter, div_half_up(each * ONE, whole), div_half_up(before * ONE, whole)


def _row(each: Summed, spec: str, rank: tuple[str, int | None, int | None]) -> Row:
    letter, share, cumulative = rank
    rate = None if each.profit is None else margin(each.profit, each.net)
    cells = (
        each.key, each.name, spec, each.unit or "", letter, each.quantity, each.net, each.profit,
        rate, share, cumulative,
    )  # fmt: skip
    return Row(cells, each.unit, Link("", "sales_detail", {"product": each.key}))


REPORT = Report(
    name="abc_analysis",
    title=lambda: translate("reports", "ABC 分析"),
    group="stock",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=sales_summary.derive,
)
