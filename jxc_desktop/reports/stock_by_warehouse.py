"""分仓库存表: each product in one row, each warehouse in one column, in quantity or in worth (domain.md §5).

Where cost is averaged over the company a warehouse's worth is its share, the remainder with the largest (decisions 14).
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import goods_asked, goods_named
from jxc_desktop.reports.parameters import Parameter, category_parameter, product_parameter
from jxc_desktop.reports.report import Cell, Column, Link, Proof, Report, Request, Result, Row
from jxc_desktop.reports.stock_at import held_at, quantities_at
from jxc_desktop.reports.stock_balance import agrees_with_books
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.queries import warehouses
from jxc_desktop.stock.trade import COST

WHOLE = "whole"
Places = dict[int, dict[int, int]]
"""By product and warehouse: 1e-4 base units, or fen."""


def parameters() -> list[Parameter]:
    measures = (
        ("quantity", translate("reports", "数量")),
        ("amount", translate("reports", "金额")),
    )
    return [
        Parameter("measure", translate("reports", "列出"), "choice", measures, "quantity"),
        category_parameter(),
        product_parameter(),
    ]


def columns(session: Session, request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        *(_figure(request, f"at_{place.code}", place.name) for place in warehouses(session)),
        _figure(request, WHOLE, translate("reports", "合计")),
    ]


def _figure(request: Request, name: str, title: str) -> Column:
    if request.values["measure"] == "amount":
        return Column(name, title, "money", COST, total=True, matrix=True)
    return Column(name, title, "quantity", total=True, matrix=True)


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    places = [place.id for place in warehouses(session)]
    there = _there(session, request, asked)
    for product, good in goods_named(session, asked).items():
        held = there.get(product, {})
        if not any(held.values()):
            continue
        cells: tuple[Cell, ...] = (
            good.product, good.name, good.spec, good.unit,
            *(held.get(place, 0) for place in places), sum(held.values()),
        )  # fmt: skip
        yield Row(cells, good.unit, Link("", "stock_balance", {"product": good.product}))


def _there(session: Session, request: Request, asked: Any) -> Places:
    found: Places = {}
    if request.values["measure"] == "quantity":
        for (product, place, _lot), quantity in quantities_at(
            session, request.to_day, asked
        ).items():
            _add(found, product, place, quantity)
    elif may(session, COST):
        for each in held_at(session, request.to_day, asked):
            _add(found, each.product_id, each.warehouse_id, each.amount)
    return found


def _add(found: Places, product: int, place: int, figure: int) -> None:
    held = found.setdefault(product, {})
    held[place] = held.get(place, 0) + figure


def _prove(session: Session, result: Result) -> Proof | None:
    """The worth of all warehouses is the balance of 1405."""
    if result.request.values["measure"] != "amount":
        return None
    return agrees_with_books(session, result, WHOLE)


REPORT = Report(
    name="stock_by_warehouse",
    title=lambda: translate("reports", "分仓库存表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=_prove,
    point=True,
)
