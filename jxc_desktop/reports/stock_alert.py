"""库存预警: what ran short, and what lies above its most (domain.md §5)."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good
from jxc_desktop.reports.parameters import Parameter, category_parameter, warehouse_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.stock.queries import on_hand_of


def parameters() -> list[Parameter]:
    return [warehouse_parameter(), category_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        Column("min_stock", translate("reports", "下限"), "quantity"),
        Column("max_stock", translate("reports", "上限"), "quantity"),
        Column("shortage", translate("reports", "缺货量"), "quantity", total=True, matrix=True),
        Column("excess", translate("reports", "超储量"), "quantity", total=True, matrix=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    p = Product
    query = select(p.id, p.code, p.name, p.spec, p.unit, p.min_stock, p.max_stock)
    watched = session.execute(query.where(*_watched(request)).order_by(p.code)).all()
    ids = select(p.id).where(*_watched(request))
    there = on_hand_of(session, ids, request.get("warehouse"))
    for product, code, name, spec, unit, least, most in watched:
        row = _row(Good(code, name, spec, unit, ""), there.get(product, 0), least, most)
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


def _row(good: Good, quantity: int, least: int | None, most: int | None) -> Row | None:
    """A product's row; None while it lies between its least and its most."""
    shortage = 0 if least is None else max(0, least - quantity)
    excess = 0 if most is None else max(0, quantity - most)
    if not shortage and not excess:
        return None
    cells = (
        good.product, good.name, good.spec, good.unit, quantity, least, most, shortage, excess,
    )  # fmt: skip
    return Row(cells, good.unit, Link(report="stock_ledger", filters={"product": good.product}))


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
