"""盘点差异表: what the books said, what was found, and what the difference was worth (features 46)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select, union_all
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
from jxc_desktop.stock.count_models import StockCount, StockCountLine
from jxc_desktop.stock.loss_models import StockGain, StockGainLine, StockLoss, StockLossLine
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    return [product_parameter(), category_parameter(), warehouse_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("warehouse", translate("reports", "仓库"), detail=True),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("book", translate("reports", "账面"), "quantity", total=True),
        Column("counted", translate("reports", "实盘"), "quantity", total=True),
        Column("difference", translate("reports", "差异"), "quantity", total=True),
        Column("worth", translate("reports", "差异金额"), "money", COST, total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    """Every line counted, those that agree too; counts that were taken back are left out."""
    line, count, worths = StockCountLine, StockCount, _worths()
    query: Any = (
        select(
            count.number, count.day, Warehouse.name.label("place"), Product.code, Product.name,
            Product.spec, Product.unit, line.book, line.counted, line.difference,
            func.coalesce(worths.c.worth, 0).label("worth"),
        )
        .join(count, count.id == line.document_id)
        .join(Warehouse, Warehouse.id == count.warehouse_id)
        .join(Product, Product.id == line.product_id)
        .outerjoin(
            worths, (worths.c.count_id == count.id) & (worths.c.from_line == line.line_no)
        )
        .where(count.state == State.POSTED, count.reverses_id.is_(None))
        .where(count.day.between(request.from_day, request.to_day))
        .order_by(count.day, count.posted_at, count.number, line.line_no)
    )  # fmt: skip
    if warehouse := request.get("warehouse"):
        query = query.where(count.warehouse_id == warehouse)
    for row in session.execute(of_goods(query, request, line.product_id)):
        yield Row(tuple(row), row.unit, Link(document=row.number))


def _worths() -> Any:
    """Fen that each difference was worth, lost goods negative, by count and line."""
    return union_all(
        _made(StockGain, StockGainLine, 1), _made(StockLoss, StockLossLine, -1)
    ).subquery()


def _made(model: Any, line: Any, sign: int) -> Any:
    return (
        select(model.count_id, line.from_line, (sign * line.amount).label("worth"))
        .join(model, model.id == line.document_id)
        .where(model.count_id.is_not(None), model.reverses_id.is_(None))
    )


REPORT = Report(
    name="count_differences",
    title=lambda: translate("reports", "盘点差异表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
