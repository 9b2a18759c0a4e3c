"""库存余额表: what lies in each warehouse on a day and what it is worth (domain.md §5)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.queries import balance_of
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named, show_parameter
from jxc_desktop.reports.grouping import Headed, under_headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row
from jxc_desktop.reports.stock_at import held_at, quantities_at
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.legs import STOCK
from jxc_desktop.stock.queries import warehouses
from jxc_desktop.stock.trade import COST

Line = tuple[int, int, int, int | None, int | None]
"""Product, warehouse, quantity, unit cost and worth (None for who may not see them)."""


def parameters() -> list[Parameter]:
    zero = (
        ("show", translate("reports", "零库存也列")),
        ("hide", translate("reports", "不列零库存")),
    )
    return [
        warehouse_parameter(),
        category_parameter(),
        product_parameter(),
        show_parameter(),
        Parameter("zero", translate("reports", "零库存"), "choice", zero, "show"),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("warehouse", translate("reports", "仓库")),
        Column("lot", translate("reports", "批次")),
        headings.quantity(),
        Column("unit_cost", translate("reports", "成本单价"), "cost", COST),
        Column("amount", translate("reports", "库存金额"), "money", COST, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    goods = goods_named(session, asked)
    places = {place.id: place.code for place in warehouses(session)}
    found: list[Headed] = []
    for product, warehouse, *figures in _lines(session, request):
        good = goods[product]
        found.append((good.heading, _row(good, places[warehouse], figures)))
    if request.values["show"] == "list":
        yield from (row for _heading, row in found)
    else:
        yield from under_headings(columns(session, request), found)


def _row(good: Good, place: str, figures: list[int | None]) -> Row:
    cells = (good.product, good.name, good.spec, good.unit, place, "", *figures)
    return Row(cells, good.unit, Link(report="stock_ledger", filters={"product": good.product}))


def _lines(session: Session, request: Request) -> list[Line]:
    asked, warehouse = goods_asked(request), request.get("warehouse")
    hide = request.values["zero"] == "hide"
    order = {product: i for i, product in enumerate(goods_named(session, asked))}
    kept = [
        line
        for line in _everything(session, request, asked)
        if (warehouse is None or line[1] == warehouse)
        and not (hide and not line[2] and not line[4])
    ]
    return sorted(kept, key=lambda line: (order[line[0]], line[1]))


def _everything(session: Session, request: Request, asked: Any) -> Iterator[Line]:
    day = request.to_day
    if may(session, COST):
        for held in held_at(session, day, asked):
            yield held.product_id, held.warehouse_id, held.quantity, held.unit_cost, held.amount
        return
    for (product, place, _lot), quantity in quantities_at(session, day, asked).items():
        yield product, place, quantity, None, None


def agrees_with_books(session: Session, result: Result, column: str) -> Proof | None:
    """Whether a column's total is the balance of 1405 on the report's last day; None where it cannot be."""
    narrowed = {"product", "category", "warehouse"} & set(result.request.texts)
    total = result.totals.get(column)
    if narrowed or total is None or not may(session, "report.books"):
        return None
    difference = total - balance_of(session, STOCK, result.request.to_day)
    if difference == 0:
        return Proof(True, translate("reports", "与总账 1405 库存商品余额一致"))
    return Proof(
        False,
        translate("reports", "与总账 1405 库存商品差 {difference}").format(
            difference=text_of(difference, MONEY_PLACES)
        ),
    )


REPORT = Report(
    name="stock_balance",
    title=lambda: translate("reports", "库存余额表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=lambda session, result: agrees_with_books(session, result, "amount"),
    point=True,
)
