"""库存预警: what ran short, what lies above its most, and how much to buy (domain.md §5)."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good
from jxc_desktop.reports.parameters import Parameter, category_parameter, warehouse_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.stock.queries import NOTHING, Availability, available_of

TIMES = 2
"""How many times the least is bought up to where no most is set (k of domain.md §5)."""


def parameters() -> list[Parameter]:
    return [warehouse_parameter(), category_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        *headings.promises(),
        Column("min_stock", translate("reports", "下限"), "quantity"),
        Column("max_stock", translate("reports", "上限"), "quantity"),
        Column("shortage", translate("reports", "缺货量"), "quantity", total=True, matrix=True),
        Column("excess", translate("reports", "超储量"), "quantity", total=True, matrix=True),
        Column("advised", translate("reports", "建议采购量"), "quantity", total=True, matrix=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    p = Product
    query = select(p.id, p.code, p.name, p.spec, p.unit, p.min_stock, p.max_stock)
    watched = session.execute(query.where(*_watched(request)).order_by(p.code)).all()
    ids = select(p.id).where(*_watched(request))
    there = available_of(session, ids, request.get("warehouse"))
    for product, code, name, spec, unit, least, most in watched:
        row = _row(Good(code, name, spec, unit, ""), there.get(product, NOTHING), least, most)
        if row is not None:
            yield row


def _watched(request: Request) -> list[ColumnElement[bool]]:
    """Goods in use that have a least or a most."""
    p = Product
    bounded = or_(p.min_stock.is_not(None), p.max_stock.is_not(None))
    conditions = [p.disabled.in_([False]), bounded]
    if categories := request.get("category"):
        conditions.append(p.category_id.in_(categories))
    return conditions


def _row(good: Good, there: Availability, least: int | None, most: int | None) -> Row | None:
    """A product's row; None while enough of it is available and not too much lies there."""
    shortage = 0 if least is None else max(0, least - there.available)
    excess = 0 if most is None else max(0, there.quantity - most)
    if not shortage and not excess:
        return None
    cells = (
        good.product, good.name, good.spec, good.unit, there.quantity, there.allocated,
        there.on_order, there.available, least, most, shortage, excess,
        _advised(there, least, most) if shortage else 0,
    )  # fmt: skip
    return Row(cells, good.unit, Link(report="stock_ledger", filters={"product": good.product}))


def _advised(there: Availability, least: int | None, most: int | None) -> int:
    """How much to buy: up to the most, else to twice the least, beside what is on its way."""
    wanted = most if most is not None else (least or 0) * TIMES
    return max(0, wanted - there.available - there.on_order)


REPORT = Report(
    name="stock_alert",
    title=lambda: translate("reports", "库存预警"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
