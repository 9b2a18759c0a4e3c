"""批次/序列号追踪: where the goods of a lot, or one piece, came from and where they went (features.md 39)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.texts import typed_code
from jxc_desktop.purchase.models import GoodsReceipt, PurchaseReturn
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import goods_asked
from jxc_desktop.reports.parameters import Parameter, product_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.sales.models import SalesDelivery, SalesReturn
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.models import Move, Warehouse
from jxc_desktop.stock.words import move_word

_WITH_FIRMS = (GoodsReceipt, PurchaseReturn, SalesDelivery, SalesReturn)


def parameters() -> list[Parameter]:
    return [
        Parameter("lot", translate("reports", "批号 / 序列号"), required=True),
        product_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("lot", translate("reports", "批号 / 序列号")),
        headings.product(),
        headings.name(),
        headings.day(),
        headings.number(),
        Column("kind", translate("reports", "摘要")),
        Column("partner", translate("reports", "往来单位")),
        Column("warehouse", translate("reports", "仓库")),
        Column("in_quantity", translate("reports", "入库"), "quantity", total=True),
        Column("out_quantity", translate("reports", "出库"), "quantity", total=True),
        headings.unit(),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    for code, product, name, unit, day, source, kind, firm, place, quantity in session.execute(
        _query(request)
    ):
        into, out = max(quantity, 0), max(-quantity, 0)
        told = (code, product, name, day, source, move_word(kind), firm or "")
        cells = (*told, place, into, out, unit)
        yield Row(cells, unit, Link(document=source))


def _query(request: Request) -> Any:
    firms = union_all(*(select(d.number, d.partner_name) for d in _WITH_FIRMS)).subquery("firms")
    query = (
        select(
            Lot.code, Product.code, Product.name, Product.unit, Move.day, Move.source, Move.kind,
            firms.c.partner_name, Warehouse.code, Move.quantity,
        )
        .join(Lot, Lot.id == Move.lot_id)
        .join(Product, Product.id == Move.product_id)
        .join(Warehouse, Warehouse.id == Move.warehouse_id)
        .outerjoin(firms, firms.c.number == Move.source)
        .where(Lot.code == typed_code(request.values["lot"]), Move.quantity != 0)
        .where(Move.product_id == Lot.product_id, Move.day <= request.to_day)
        .order_by(Product.code, Move.id)
    )  # fmt: skip
    asked = goods_asked(request)
    return query if asked is None else query.where(Move.product_id.in_(asked))


REPORT = Report(
    name="lot_trace",
    title=lambda: translate("reports", "批次和序列号追踪"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
