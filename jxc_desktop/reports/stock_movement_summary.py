"""进销存汇总表: opening, in, out, adjustment and closing of every product, in quantity and worth (domain.md §5).

For every row opening + in − out + adjustment = closing, in both. A reversal counts negative on the side of what
it takes back; moves of worth without goods (true-up, recost) are the adjustment.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
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
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import CostPool
from jxc_desktop.stock.queries import Flow, flows_and_later, flows_between, on_hand_of
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
    asked, warehouse = goods_asked(request), request.get("warehouse")
    period, later = flows_and_later(
        session, request.from_day, request.to_day, products=asked, warehouse_id=warehouse
    )
    now = _now(session, asked, warehouse)
    found = []
    for product, good in goods_named(session, asked).items():
        closing = _less(now.get(product, _NOTHING), later.get(product))
        flow = period.get(product, _STILL)
        opening = _less(closing, flow)
        if any(opening) or any(closing) or not flow.is_nothing:
            found.append((good.heading, _row(good, opening, flow, closing)))
    if request.values["show"] == "list":
        yield from (row for _heading, row in found)
    else:
        yield from under_headings(columns(session, request), found)


_Held = tuple[int, int]
"""Quantity (1e-4) and worth (fen, 0 for who may not see it)."""
_NOTHING = (0, 0)
_STILL = Flow()


def _less(held: _Held, flow: Flow | None) -> _Held:
    """What was held before `flow`."""
    return held if flow is None else (held[0] - flow.quantity, held[1] - flow.amount)


def _row(good: Good, opening: _Held, flow: Flow, closing: _Held) -> Row:
    cells = (
        good.product, good.name, good.spec, good.unit, *opening, flow.in_quantity, flow.in_amount,
        flow.out_quantity, flow.out_amount, 0, flow.adjust_amount, closing[0],
        unit_cost(closing[1], closing[0]), closing[1],
    )  # fmt: skip
    link = Link(report="stock_ledger", filters={"product": good.product})
    return Row(cells, good.unit, link)


def _now(session: Session, asked: Any, warehouse: int | None) -> dict[int, _Held]:
    """Quantity and worth of every product now; of one warehouse as its own moves made it."""
    if warehouse is not None:
        ever = flows_between(session, date.min, products=asked, warehouse_id=warehouse)
        return {product: (flow.quantity, flow.amount) for product, flow in ever.items()}
    quantities = on_hand_of(session, select(Product.id) if asked is None else asked)
    worth: dict[int, int] = {}
    if may(session, COST):
        query = select(CostPool.product_id, summed(CostPool.value)).group_by(CostPool.product_id)
        worth = {row[0]: row[1] for row in session.execute(query)}
    return {product: (held, worth.get(product, 0)) for product, held in quantities.items()}


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
