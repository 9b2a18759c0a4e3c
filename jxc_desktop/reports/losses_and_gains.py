"""报损报溢明细表: what was lost and found, why, and what it was worth (features 47)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import of_goods
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.stock.loss_models import (
    LossReason,
    StockGain,
    StockGainLine,
    StockLoss,
    StockLossLine,
)
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    return [product_parameter(), category_parameter(), warehouse_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("kind", translate("reports", "类型")),
        Column("reason", translate("reports", "原因")),
        Column("warehouse", translate("reports", "仓库"), detail=True),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        headings.cost_amount(),
        Column("tax_out", translate("reports", "转出税额"), "money", COST, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    """Lost goods are negative; what was taken back is left out with its red paper."""
    lines = union_all(
        _lines(request, StockLoss, StockLossLine, -1),
        _lines(request, StockGain, StockGainLine, 1),
    ).subquery()
    query = (
        select(lines, LossReason.name.label("reason"), Warehouse.name.label("place"), Product.code,
               Product.name, Product.spec, Product.unit)
        .join(LossReason, LossReason.id == lines.c.reason_id)
        .join(Warehouse, Warehouse.id == lines.c.warehouse_id)
        .join(Product, Product.id == lines.c.product_id)
        .order_by(lines.c.day, lines.c.posted_at, lines.c.number, lines.c.line_no)
    )  # fmt: skip
    for line in session.execute(query):
        cells = (
            line.number, line.day, kind_words(line.kind), line.reason, line.place, line.code, line.name,
            line.spec, line.unit, line.quantity, line.amount, line.tax,
        )  # fmt: skip
        yield Row(cells, line.unit, Link(document=line.number))


def _lines(request: Request, model: Any, line: Any, sign: int) -> Any:
    query = (
        select(
            model.number, model.day, literal(model.kind).label("kind"), model.reason_id, model.warehouse_id,
            model.posted_at, line.line_no, line.product_id, (sign * line.base_quantity).label("quantity"),
            (sign * line.amount).label("amount"), line.tax,
        )
        .join(model, model.id == line.document_id)
        .where(model.state == State.POSTED, model.reverses_id.is_(None))
        .where(model.day.between(request.from_day, request.to_day))
    )  # fmt: skip
    if warehouse := request.get("warehouse"):
        query = query.where(model.warehouse_id == warehouse)
    return of_goods(query, request, line.product_id)


REPORT = Report(
    name="losses_and_gains",
    title=lambda: translate("reports", "报损报溢明细表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
