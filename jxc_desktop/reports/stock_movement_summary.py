"""进销存汇总表: opening, in, out, adjustment and closing of every product, in quantity and worth (domain.md §5).

For every row opening + in − out + adjustment = closing, in both. A reversal counts negative on the side of what
it takes back; moves of worth without goods (true-up, recost) are the adjustment.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named, show_parameter
from jxc_desktop.reports.grouping import under_headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_balance import agrees_with_books
from jxc_desktop.reports.stock_flow import Moved, moved_goods
from jxc_desktop.stock.shares import unit_cost
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    return [
        warehouse_parameter(),
        category_parameter(),
        product_parameter(),
        show_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    parts = {
        "opening": translate("reports", "期初"),
        "in": translate("reports", "本期入库"),
        "out": translate("reports", "本期出库"),
        "adjust": translate("reports", "成本调整"),
        "closing": translate("reports", "期末结存"),
    }
    found = [headings.product(), headings.name(), headings.spec(), headings.unit()]
    for part, title in parts.items():
        found += _part_columns(part, title)
    return found


def _part_columns(part: str, title: str) -> Iterator[Column]:
    quantity, amount = translate("reports", "数量"), translate("reports", "金额")
    yield Column(f"{part}_quantity", quantity, "quantity", total=True, group=title, matrix=True)
    if part == "closing":
        price = translate("reports", "单价")
        yield Column("closing_cost", price, "cost", COST, group=title, detail=True, matrix=True)
    yield Column(f"{part}_amount", amount, "money", COST, total=True, group=title, matrix=True)


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    moved = moved_goods(session, request, asked)
    found = [
        (good.heading, _row(good, moved[product]))
        for product, good in goods_named(session, asked).items()
        if not moved[product].is_nothing
    ]
    if request.values["show"] == "list":
        yield from (row for _heading, row in found)
    else:
        yield from under_headings(columns(session, request), found)


def _row(good: Good, moved: Moved) -> Row:
    flow, closing = moved.flow, moved.closing
    cells = (
        good.product, good.name, good.spec, good.unit, *moved.opening, flow.in_quantity,
        flow.in_amount, flow.out_quantity, flow.out_amount, 0, flow.adjust_amount, closing[0],
        unit_cost(closing[1], closing[0]), closing[1],
    )  # fmt: skip
    link = Link(report="stock_ledger", filters={"product": good.product})
    return Row(cells, good.unit, link)


REPORT = Report(
    name="stock_movement_summary",
    title=lambda: translate("reports", "进销存汇总表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=lambda session, result: agrees_with_books(session, result, "closing_amount"),
)
