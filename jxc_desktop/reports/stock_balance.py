"""库存余额表: what lies in each warehouse on a day and what it is worth (domain.md §5).

What orders promise is known as of now, so those columns stand only where the day is today or later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
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
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.queries import NOTHING, Availability, promises_by_place, warehouses
from jxc_desktop.stock.trade import COST

Promised = Mapping[tuple[int, int], Availability]
"""What is promised of a product in a warehouse."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One product in one place: unit cost and worth are None for who may not see them."""

    product: int
    warehouse: int
    quantity: int
    unit_cost: int | None
    amount: int | None
    lot: int = 0


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


def columns(session: Session, request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("warehouse", translate("reports", "仓库")),
        Column("lot", translate("reports", "批次")),
        headings.quantity(),
        *(headings.promises(detail=True) if _now(session, request) else ()),
        Column("unit_cost", translate("reports", "成本单价"), "cost", COST),
        Column("amount", translate("reports", "库存金额"), "money", COST, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    goods = goods_named(session, asked)
    places = {place.id: place.code for place in warehouses(session)}
    promised = promises_by_place(session, asked) if _now(session, request) else None
    lots = {row[0]: row[1] for row in session.execute(select(Lot.id, Lot.code))}
    found: list[Headed] = []
    for line in _lines(session, request, asked, list(goods), promised or {}):
        good = goods[line.product]
        place, lot = places[line.warehouse], lots.get(line.lot, "")
        found.append((good.heading, _row(good, place, lot, line, _promises(line, promised))))
    if request.values["show"] == "list":
        yield from (row for _heading, row in found)
    else:
        yield from under_headings(columns(session, request), found)


def _now(session: Session, request: Request) -> bool:
    return request.to_day >= clock_of(session).today()


def _promises(line: _Line, promised: Promised | None) -> tuple[int, ...]:
    """What is promised of a line, is on its way, and is left to promise; nothing on days gone by."""
    if promised is None:
        return ()
    if line.lot:  # orders promise goods of no lot; a row of their own says what they promise
        return 0, 0, line.quantity
    known = promised.get((line.product, line.warehouse), NOTHING)
    return known.allocated, known.on_order, line.quantity - known.allocated


def _row(good: Good, place: str, lot: str, line: _Line, promises: tuple[int, ...]) -> Row:
    cells = (
        good.product, good.name, good.spec, good.unit, place, lot, line.quantity, *promises,
        line.unit_cost, line.amount,
    )  # fmt: skip
    return Row(cells, good.unit, Link(report="stock_ledger", filters={"product": good.product}))


def _lines(
    session: Session, request: Request, asked: Any, order: list[int], promised: Promised
) -> list[_Line]:
    """What was held in each place, and where nothing lies but something is promised, in order of goods."""
    lines = list(_everything(session, request, asked))
    known = {(line.product, line.warehouse) for line in lines if not line.lot}
    lines += [_Line(*place, 0, None, None) for place in promised if place not in known]
    warehouse, hide = request.get("warehouse"), request.values["zero"] == "hide"
    kept = (
        line
        for line in lines
        if warehouse in {None, line.warehouse} and not (hide and _is_empty(line, promised))
    )
    ranks = {product: rank for rank, product in enumerate(order)}
    return sorted(kept, key=lambda line: (ranks[line.product], line.warehouse, line.lot))


def _is_empty(line: _Line, promised: Promised) -> bool:
    known = NOTHING if line.lot else promised.get((line.product, line.warehouse), NOTHING)
    return not (line.quantity or line.amount or known.allocated or known.on_order)


def _everything(session: Session, request: Request, asked: Any) -> Iterator[_Line]:
    day = request.to_day
    if may(session, COST):
        for held in held_at(session, day, asked):
            yield _Line(
                held.product_id,
                held.warehouse_id,
                held.quantity,
                held.unit_cost,
                held.amount,
                held.lot_id,
            )
        return
    for (product, place, lot), quantity in quantities_at(session, day, asked).items():
        yield _Line(product, place, quantity, None, None, lot)


def agrees_with_books(session: Session, result: Result, column: str) -> Proof | None:
    """Whether a column's total is the balance of 1405 on the report's last day; None where it cannot be."""
    narrowed = {"product", "category", "warehouse"} & set(result.request.texts)
    total = result.totals.get(column)
    if narrowed or total is None or not may(session, "report.books"):
        return None
    difference = total - balance_of(session, STOCK, result.request.to_day)
    if difference == 0:
        return Proof(True, translate("reports", "与总账 1405 一致"))
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
