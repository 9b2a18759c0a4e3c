"""组装拆卸成本表: what was put together and taken apart, what went into it, and what it came to (features 49)."""

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
from jxc_desktop.stock.kit_models import Assembly, Disassembly
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.shares import unit_cost
from jxc_desktop.stock.trade import COST


def parameters() -> list[Parameter]:
    return [product_parameter(), category_parameter(), warehouse_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.number(),
        headings.day(),
        Column("kind", translate("reports", "类型")),
        Column("warehouse", translate("reports", "仓库"), detail=True),
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        headings.quantity(),
        Column("parts", translate("reports", "零件成本"), "money", COST, total=True),
        Column("fee", translate("reports", "加工费"), "money", COST, total=True),
        Column("worth", translate("reports", "成品成本"), "money", COST, total=True),
        Column("unit_cost", translate("reports", "单位成本"), "cost", COST),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    """Products taken apart are negative, and what their parts got; what was taken back is left out."""
    papers = union_all(_papers(request, Assembly, 1), _papers(request, Disassembly, -1)).subquery()
    query = (
        select(papers, Warehouse.name.label("place"), Product.code, Product.name, Product.spec,
               Product.unit)
        .join(Warehouse, Warehouse.id == papers.c.warehouse_id)
        .join(Product, Product.id == papers.c.product_id)
        .order_by(papers.c.day, papers.c.posted_at, papers.c.number)
    )  # fmt: skip
    for paper in session.execute(query):
        parts = paper.worth - paper.fee
        cells = (
            paper.number, paper.day, kind_words(paper.kind), paper.place, paper.code, paper.name, paper.spec,
            paper.unit, paper.quantity, parts, paper.fee, paper.worth,
            unit_cost(paper.worth, paper.quantity),
        )  # fmt: skip
        yield Row(cells, paper.unit, Link(document=paper.number))


def _papers(request: Request, model: Any, sign: int) -> Any:
    query = (
        select(
            model.number, model.day, literal(model.kind).label("kind"), model.warehouse_id, model.posted_at,
            model.product_id, (sign * model.base_quantity).label("quantity"),
            (sign * model.amount).label("worth"), model.fee,
        )
        .where(model.state == State.POSTED, model.reverses_id.is_(None))
        .where(model.day.between(request.from_day, request.to_day))
    )  # fmt: skip
    if warehouse := request.get("warehouse"):
        query = query.where(model.warehouse_id == warehouse)
    return of_goods(query, request, model.product_id)


REPORT = Report(
    name="assembly_costs",
    title=lambda: translate("reports", "组装拆卸成本表"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
