"""批次库存/效期: which lots lie where, how long they keep, and what of them will not be sold in time (features.md 38).

What is still sellable of a lot before it expires follows from the sales of the last days in its warehouse, lots that
expire earlier first; the rest, and all of an expired lot, is expected to remain unsold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.pos.models import PosSale, PosSaleLine
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_at import held_at, quantities_at
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.queries import warehouses
from jxc_desktop.stock.queries.expiring import days_left, warned_days
from jxc_desktop.stock.trade import COST

RATE_DAYS = 30
"""Days whose sales tell how fast goods go."""


@dataclass(frozen=True, slots=True)
class _Lying:
    """What of a lot lies in a warehouse; `left` days until it expires, `amount` None for who may not see it."""

    product: int
    warehouse: int
    code: str
    made: date | None
    expiry: date | None
    left: int | None
    warned: int
    quantity: int
    amount: int | None


def parameters() -> list[Parameter]:
    bands = (
        ("all", translate("reports", "全部")),
        ("near", translate("reports", "近效期和已过期")),
        ("expired", translate("reports", "已过期")),
        ("30", translate("reports", "30 天内到期")),
        ("90", translate("reports", "90 天内到期")),
    )
    return [
        Parameter("band", translate("reports", "效期"), "choice", bands, "all"),
        warehouse_parameter(),
        category_parameter(),
        product_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    expected = translate("reports", "预计卖不完")
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("warehouse", translate("reports", "仓库")),
        Column("lot", translate("reports", "批号")),
        Column("made", translate("reports", "生产日期"), "day"),
        Column("expiry", translate("reports", "有效期"), "day"),
        Column("days_left", translate("reports", "剩余天数"), "count"),
        headings.quantity(),
        Column("amount", translate("reports", "金额"), "money", COST, total=True),
        Column("unsold", translate("reports", "数量"), "quantity", total=True, group=expected),
        Column(
            "unsold_amount", translate("reports", "金额"), "money", COST, total=True, group=expected
        ),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    goods = goods_named(session, goods_asked(request))
    places = {place.id: place.code for place in warehouses(session)}
    rates = _sold_lately(session, request.to_day)
    sold: dict[tuple[int, int], int] = {}
    for lying in _lying(session, request, list(goods)):
        place = lying.product, lying.warehouse
        unsold = _unsold(lying, rates.get(place, 0), sold.get(place, 0))
        sold[place] = sold.get(place, 0) + lying.quantity - unsold
        if _asked(request, lying):
            yield _row(goods[lying.product], places[lying.warehouse], lying, unsold)


def _row(good: Good, place: str, lying: _Lying, unsold: int) -> Row:
    worth = None if lying.amount is None else div_half_up(lying.amount * unsold, lying.quantity)
    cells = (
        good.product, good.name, good.spec, good.unit, place, lying.code, lying.made, lying.expiry,
        lying.left, lying.quantity, lying.amount, unsold, worth,
    )  # fmt: skip
    filters = {"product": good.product, "lot": lying.code}
    return Row(cells, good.unit, Link(report="lot_trace", filters=filters))


def _unsold(lying: _Lying, sold: int, before: int) -> int:
    """Base units that remain when the lot expires; `before` of what will be sold goes to lots that expire earlier."""
    if lying.left is None:
        return 0
    most = sold * max(lying.left + 1, 0) // RATE_DAYS - before
    return lying.quantity - min(max(most, 0), lying.quantity)


def _asked(request: Request, lying: _Lying) -> bool:
    band, left = request.values["band"], lying.left
    if request.get("warehouse") not in {None, lying.warehouse}:
        return False
    if band == "all":
        return True
    if left is None:
        return False
    most = {"near": lying.warned, "expired": -1}.get(band)
    return left <= (int(band) if most is None else most)


def _lying(session: Session, request: Request, order: list[int]) -> list[_Lying]:
    """The lots that lie somewhere at the end of the day: by goods and warehouse, the first to expire at the head."""
    query = select(Lot, Product.expiry_warn_days).join(Product, Product.id == Lot.product_id)
    known = {lot.id: (lot, warn) for lot, warn in session.execute(query)}
    ranks = {product: rank for rank, product in enumerate(order)}
    found = []
    for (product, place, lot_id), (quantity, amount) in _held(session, request).items():
        if not lot_id or quantity <= 0 or product not in ranks:
            continue
        lot, warn = known[lot_id]
        left = days_left(lot.expiry, request.to_day)
        days = (lot.made, lot.expiry, left, warned_days(warn))
        line = _Lying(product, place, lot.code, *days, quantity, amount)
        found.append(((ranks[product], place, lot.expiry or date.max, lot_id), line))
    return [line for _key, line in sorted(found, key=lambda each: each[0])]


def _held(
    session: Session, request: Request
) -> Mapping[tuple[int, int, int], tuple[int, int | None]]:
    asked = goods_asked(request)
    if may(session, COST):
        held = held_at(session, request.to_day, asked)
        return {(h.product_id, h.warehouse_id, h.lot_id): (h.quantity, h.amount) for h in held}
    found = quantities_at(session, request.to_day, asked)
    return {place: (quantity, None) for place, quantity in found.items()}


def _sold_lately(session: Session, day: date) -> dict[tuple[int, int], int]:
    """Base units sold in the last days by product and warehouse, on papers that still stand."""
    sold: dict[tuple[int, int], int] = {}
    for header, line in ((SalesDelivery, SalesDeliveryLine), (PosSale, PosSaleLine)):
        query = (
            select(line.product_id, header.warehouse_id, summed(line.base_quantity))
            .join(header, header.id == line.document_id)
            .where(
                header.state == State.POSTED,
                header.reverses_id.is_(None),
                header.day.between(day - timedelta(days=RATE_DAYS - 1), day),
            )
            .group_by(line.product_id, header.warehouse_id)
        )
        for product, place, quantity in session.execute(query):
            sold[product, place] = sold.get((product, place), 0) + quantity
    return sold


REPORT = Report(
    name="lot_stock",
    title=lambda: translate("reports", "批次库存和效期"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
