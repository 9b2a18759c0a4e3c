"""采购价格分析: the last price of each product beside the others of the period (domain.md §5, features 7).

A price is what one base unit came to with tax, after all discounts; gifts and receipts taken back are left out.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    supplier_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import of_goods
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.shares import unit_cost


def parameters() -> list[Parameter]:
    choices = (
        ("all", translate("reports", "全部")),
        ("far", translate("reports", "只看差得多的")),
    )
    return [
        Parameter("show", translate("reports", "显示"), "choice", choices, "all"),
        product_parameter(),
        category_parameter(),
        supplier_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    money = headings.PURCHASE_PRICE
    return [
        headings.product(),
        headings.name(),
        headings.unit(),
        Column("times", translate("reports", "次数"), "count"),
        Column("last", translate("reports", "最近进价"), "price", money),
        Column("last_day", translate("reports", "最近日期"), "day"),
        Column("partner_name", translate("reports", "供应商")),
        Column("previous", translate("reports", "上次价"), "price", money),
        Column("change", translate("reports", "涨跌"), "percent", money),
        Column("lowest", translate("reports", "最低"), "price", money),
        Column("highest", translate("reports", "最高"), "price", money),
        Column("average", translate("reports", "平均"), "price", money),
        Column("deviation", translate("reports", "偏离平均"), "percent", money),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    limit = settings_of(session).purchase_price_deviation
    bought = session.execute(_query(request)).all()
    for _product, lines in groupby(bought, key=lambda row: row.code):
        found = _row(list(lines))
        deviation = found.cells[-1]
        far = isinstance(deviation, int) and abs(deviation) > limit
        if far or request.get("show") == "all":
            yield found


def _query(request: Request) -> Any:
    receipt, line = GoodsReceipt, GoodsReceiptLine
    query = (
        select(
            Product.code, Product.name, Product.unit, receipt.day, Partner.name.label("firm"),
            line.gross, line.base_quantity,
        )
        .join(receipt, receipt.id == line.document_id)
        .join(Product, Product.id == line.product_id)
        .join(Partner, Partner.id == receipt.partner_id)
        .where(
            receipt.state == State.POSTED,
            receipt.reverses_id.is_(None),
            line.is_gift.in_([False]),
            receipt.day.between(request.from_day, request.to_day),
        )
        .order_by(Product.code, receipt.day, receipt.id, line.line_no)
    )  # fmt: skip
    if suppliers := request.get("supplier"):
        query = query.where(receipt.partner_id.in_(suppliers))
    return of_goods(query, request, line.product_id)


def _row(lines: Sequence[Any]) -> Row:
    last = lines[-1]
    prices = [unit_cost(line.gross, line.base_quantity) or 0 for line in lines]
    previous = prices[-2] if len(prices) > 1 else None
    average = unit_cost(sum(x.gross for x in lines), sum(x.base_quantity for x in lines)) or 0
    cells = (
        last.code, last.name, last.unit, len(lines), prices[-1], last.day, last.firm, previous,
        _off(prices[-1], previous), min(prices), max(prices), average, _off(prices[-1], average),
    )  # fmt: skip
    return Row(cells, last.unit, Link(report="purchase_detail", filters={"product": last.code}))


def _off(price: int, other: int | None) -> int | None:
    """By how much a price differs from another, a fraction of 1e-4; None without one to compare with."""
    return div_half_up((price - other) * ONE, other) if other else None


REPORT = Report(
    name="purchase_prices",
    title=lambda: translate("reports", "采购价格分析表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
