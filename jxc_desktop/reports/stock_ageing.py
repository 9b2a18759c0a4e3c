"""库龄分析: how long what lies there has been lying, first in, first out over what came in (domain.md §5).

What lies there is held to be what came last: the newest receipts are filled first, what they do not cover is older.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_asked, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_at import held_by_product
from jxc_desktop.reports.trade_sources import COUNTED
from jxc_desktop.stock.queries import flows_between
from jxc_desktop.stock.shares import shares_of
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.transfer_models import (
    StockTransfer,
    StockTransferLine,
    TransferReceipt,
    TransferReceiptLine,
)

BANDS = (30, 60, 90, 180, 365)
"""Ages in days up to which a band reaches; what is older stands in the last."""


def parameters() -> list[Parameter]:
    return [warehouse_parameter(), category_parameter(), product_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    quantity, amount = translate("reports", "数量"), translate("reports", "金额")
    found = [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        Column("amount", amount, "money", COST, total=True),
    ]
    for name, title in _bands():
        found += [
            Column(f"{name}_quantity", quantity, "quantity", total=True, group=title, matrix=True),
            Column(f"{name}_amount", amount, "money", COST, total=True, group=title, matrix=True),
        ]
    return found


def _bands() -> Iterator[tuple[str, str]]:
    days = translate("reports", "{first}–{last} 天")
    for first, last in zip((0, *(band + 1 for band in BANDS)), BANDS, strict=False):
        yield f"days_{last}", days.format(first=first, last=last)
    yield "older", translate("reports", "{days} 天以上").format(days=BANDS[-1])


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = goods_asked(request)
    held = held_by_product(session, request, asked)
    came = [_came(session, request, asked, *span) for span in _spans(request.to_day)]
    for product, good in goods_named(session, asked).items():
        quantity, worth = held.get(product, (0, None))
        if quantity > 0:
            yield _row(good, worth, aged(quantity, [each.get(product, 0) for each in came]))


def _spans(day: date) -> Iterator[tuple[date, date]]:
    """The days of each band but the last, the newest first."""
    first = 0
    for last in BANDS:
        yield day - timedelta(days=last), day - timedelta(days=first)
        first = last + 1


def _came(
    session: Session, request: Request, asked: Any, first: date, last: date
) -> dict[int, int]:
    """What came in, by product; in the whole company what only changed its warehouse did not come."""
    place = request.get("warehouse")
    flows = flows_between(session, first, last, products=asked, warehouse_id=place)
    came = {product: flow.in_quantity for product, flow in flows.items()}
    if place is None:
        for line, paper in _CARRYING:
            for product, quantity in _carried(session, line, paper, first, last):
                came[product] = came.get(product, 0) - quantity
    return came


_CARRYING: Sequence[tuple[Any, Any]] = (
    (StockTransferLine, StockTransfer),
    (TransferReceiptLine, TransferReceipt),
)


def _carried(session: Session, line: Any, paper: Any, first: date, last: date) -> Sequence[Any]:
    query = select(line.product_id, summed(line.base_quantity))
    query = query.join(paper, paper.id == line.document_id)
    query = query.where(paper.state.in_(COUNTED), paper.day.between(first, last))
    return session.execute(query.group_by(line.product_id)).all()


def aged(held: int, came: Sequence[int]) -> list[int]:
    """`held` by bands: each takes at most what came in it, the newest first; the last takes what is left."""
    left, found = held, []
    for quantity in came:
        taken = min(left, max(quantity, 0))
        found.append(taken)
        left -= taken
    return [*found, left]


def _row(good: Good, worth: int | None, bands: Sequence[int]) -> Row:
    worths: Sequence[int | None] = [None] * len(bands)
    if worth is not None:
        worths = shares_of(worth, bands)
    cells: list[Cell] = [good.product, good.name, good.spec, good.unit, sum(bands), worth]
    for quantity, amount in zip(bands, worths, strict=True):
        cells += [quantity, amount]
    return Row(tuple(cells), good.unit, Link("", "stock_ledger", {"product": good.product}))


REPORT = Report(
    name="stock_ageing",
    title=lambda: translate("reports", "库龄分析"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
