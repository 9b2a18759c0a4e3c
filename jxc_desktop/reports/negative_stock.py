"""负库存清单: of what more went out than came in, with the paper that moved it last."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import goods_asked, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_at import Place, held_at, quantities_at
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.queries import warehouses
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    return [warehouse_parameter(), category_parameter(), product_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("warehouse", translate("reports", "仓库")),
        headings.quantity(),
        Column("amount", translate("reports", "库存金额"), "money", COST, total=True),
        Column("day", translate("reports", "最后出入库日"), "day"),
        headings.number(),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked, wanted = goods_asked(request), request.get("warehouse")
    there = quantities_at(session, request.to_day, asked)
    below = {
        place: quantity
        for place, quantity in there.items()
        if quantity < 0 and wanted in {None, place[1]}
    }
    worth = _worth(session, request.to_day, below)
    last = _last_papers(session, request.to_day, below)
    goods = goods_named(session, _ids_of(below))
    codes = {each.id: each.code for each in warehouses(session)}
    for place in sorted(below, key=lambda place: (goods[place[0]].product, place)):
        good, (day, number) = goods[place[0]], last[place]
        cells = (
            good.product, good.name, good.spec, good.unit, codes[place[1]], below[place],
            worth.get(place), day, number,
        )  # fmt: skip
        yield Row(cells, good.unit, Link(document=number))


def _ids_of(below: Any) -> Any:
    """A query of the ids of the products that stand in `below`."""
    return select(Product.id).where(Product.id.in_(sorted({place[0] for place in below})))


def _worth(session: Session, day: date, below: Any) -> dict[Place, int]:
    if not may(session, COST):
        return {}
    return {
        (each.product_id, each.warehouse_id, each.lot_id): each.amount
        for each in held_at(session, day, _ids_of(below))
    }


def _last_papers(session: Session, day: date, below: Any) -> dict[Place, tuple[date, str]]:
    """Day and number of the newest paper that moved each place."""
    place = Move.product_id, Move.warehouse_id, Move.lot_id
    age = func.row_number().over(partition_by=place, order_by=(Move.day.desc(), Move.id.desc()))
    newest = select(*place, Move.day, Move.source, age.label("age"))
    newest = newest.where(Move.product_id.in_(_ids_of(below)), Move.day <= day)
    found = newest.subquery()
    query = select(*found.c).where(found.c.age == 1)
    return {(row[0], row[1], row[2]): (row[3], row[4]) for row in session.execute(query)}


REPORT = Report(
    name="negative_stock",
    title=lambda: translate("reports", "负库存清单"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
