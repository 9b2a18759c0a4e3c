"""价格执行表: what was sold below the list price or the lowest price, and what was given away by it.

Gifts are given away whole and shown as gifts; no lowest price is broken by them. List price and lowest price are
those that held on the document's day, as far as the history of prices goes back, at the level the customer has today
(levels of customers have no history). What was paid is after every discount, on the footing of tax that the shop sells
on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.price_history import as_of, changes_since
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up, line_amount
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports import headings
from jxc_desktop.reports.line_list import listed_lines
from jxc_desktop.reports.parameters import (
    Parameter,
    by_parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    salesperson_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row
from jxc_desktop.reports.summing import margin as share_of
from jxc_desktop.reports.trade_sources import GONE_OUT
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.shop.settings import settings_of

PRICE_OF_FEN = 10**8
"""A price in 1e-6 yuan of 1 fen for 1e-4 units."""


@dataclass(frozen=True, slots=True)
class Sold:
    """A line sold: prices 1e-6 yuan of its unit, `listed` and `paid` fen for all of it.

    `list_price` and `lowest` are None where the goods have none.
    """

    line: Any
    list_price: int | None
    lowest: int | None
    listed: int
    paid: int

    @property
    def given(self) -> int:
        """Fen that the list price would have brought more."""
        return self.listed - self.paid

    @property
    def price(self) -> int:
        """What was paid for one unit."""
        return div_half_up(self.paid * PRICE_OF_FEN, self.line.quantity)

    @property
    def below_lowest(self) -> bool:
        """Whether it went below the lowest price; gifts have none."""
        return not self.line.is_gift and self.lowest is not None and self.price < self.lowest


def parameters() -> list[Parameter]:
    shown = (
        ("given", translate("reports", "低于标价的")),
        ("lowest", translate("reports", "低于最低售价的")),
    )
    return [
        by_parameter(
            [
                ("line", translate("reports", "逐行")),
                ("salesperson", translate("reports", "按业务员")),
                ("customer", translate("reports", "按客户")),
                ("product", translate("reports", "按商品")),
            ]
        ),
        Parameter("show", translate("reports", "显示"), "choice", shown, "given"),
        product_parameter(),
        category_parameter(),
        customer_parameter(),
        warehouse_parameter(),
        salesperson_parameter(),
    ]


def columns(_session: Session, request: Request) -> list[Column]:
    money = (
        Column("listed", translate("reports", "标价金额"), "money", total=True),
        Column("paid", translate("reports", "实售金额"), "money", total=True),
        Column("given", translate("reports", "让利"), "money", total=True),
        Column("given_rate", translate("reports", "让利率"), "percent"),
    )
    if request.values["by"] == "line":
        return [
            headings.number(),
            headings.day(),
            Column("partner_name", translate("reports", "客户")),
            Column("person", translate("reports", "业务员")),
            headings.product(),
            headings.name(),
            headings.spec(),
            headings.unit(),
            headings.quantity(),
            Column("list_price", translate("reports", "标价"), "price"),
            Column("price", translate("reports", "实售单价"), "cost"),
            Column("lowest", translate("reports", "最低售价"), "price", detail=True),
            *money,
            Column("gift", translate("reports", "赠品")),
            Column("below", translate("reports", "低于最低")),
        ]
    titles = {
        "salesperson": translate("reports", "业务员"),
        "customer": translate("reports", "客户编号"),
        "product": translate("reports", "商品编号"),
    }
    return [
        headings.key(titles[request.values["by"]]),
        headings.name(),
        Column("lines", translate("reports", "行数"), "count", total=True),
        *money,
        Column("gifts", translate("reports", "赠品行数"), "count", total=True, matrix=True),
        Column("below", translate("reports", "低于最低的行数"), "count", total=True, matrix=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by, only_lowest = request.values["by"], request.values["show"] == "lowest"
    found = [
        each
        for each in sold_lines(session, request)
        if each.below_lowest or (each.given > 0 and not only_lowest)
    ]
    if by == "line":
        for each in found:
            yield Row(_cells(each), each.line.unit, Link(document=each.line.number))
        return
    groups: dict[tuple[str, str], list[Sold]] = {}
    for each in found:
        groups.setdefault(_key(by, each.line), []).append(each)
    kept = {name: text for name, text in request.texts.items() if name != "by"}
    for key in sorted(groups, key=lambda key: (-sum(x.given for x in groups[key]), key)):
        filters = {**kept, "by": "line", by: key[0]}
        link = Link(report="price_execution", filters=filters) if key[0] else None
        yield Row(_sums(key, groups[key]), link=link)


def sold_lines(session: Session, request: Request) -> list[Sold]:
    """Every line that went out and stands, with the prices it might have had."""
    lines = traded_lines(session, request, GONE_OUT)
    undone = _undone(session, request)
    rows = [row for row in listed_lines(session, lines) if row.number not in undone]
    asked = session.execute(select(Partner.id, Partner.price_level))
    levels = {row[0]: row[1] for row in asked}
    wanted: dict[str, set[int]] = {}
    for row in rows:
        wanted.setdefault(levels.get(row.partner_id, ""), set()).add(row.product_id)
    facts = {
        level: product_facts(session, products, level=level) for level, products in wanted.items()
    }
    changes = changes_since(session, (row.product_id for row in rows), request.from_day)
    with_tax = settings_of(session).sale_price_includes_tax
    found = []
    for row in rows:
        level = levels.get(row.partner_id, "")
        paid = row.gross if with_tax else row.net
        now, later = facts[level][row.product_id], changes.get(row.product_id, ())
        found.append(_sold(row, as_of(now, later, row.day, row.posted_at), level, paid))
    return found


def _undone(session: Session, request: Request) -> set[str]:
    """The numbers of sales of the period that were taken back, and of what took others back."""
    branches = [
        select(header.number).where(
            or_(header.state == State.REVERSED, header.reverses_id.is_not(None)),
            header.day.between(request.from_day, request.to_day),
        )
        for header in (source.header for source in GONE_OUT)
    ]
    return {number for number in session.scalars(union_all(*branches)) if number is not None}


def _sold(row: Any, facts: ProductFacts, level: str, paid: int) -> Sold:
    try:
        listed = facts.price_of(level, row.unit)
        above, below = facts.factor(row.unit)
    except UserError:  # the unit is gone from the goods since
        return Sold(row, None, None, paid, paid)
    lowest = facts.min_price
    if lowest is not None:
        lowest = div_half_up(lowest * above, below)
    whole = paid if listed is None else line_amount(row.quantity, listed)
    return Sold(row, listed, lowest, whole, paid)


def _cells(sold: Sold) -> tuple[Cell, ...]:
    line = sold.line
    gift, below = (
        translate("reports", "是") if true else "" for true in (line.is_gift, sold.below_lowest)
    )
    return (
        line.number, line.day, line.partner_name or translate("reports", "零售散客"),
        line.person or "", line.code, line.name, line.spec, line.unit, line.quantity,
        sold.list_price, sold.price, sold.lowest, sold.listed, sold.paid, sold.given,
        share_of(sold.given, sold.listed), gift, below,
    )  # fmt: skip


def _key(by: str, line: Any) -> tuple[str, str]:
    if by == "product":
        return line.code, line.name
    if by == "customer":
        return line.customer_code or "", line.partner_name or translate("reports", "零售散客")
    return line.person or "", line.person or translate("reports", "未填")


def _sums(key: tuple[str, str], lines: list[Sold]) -> tuple[Cell, ...]:
    listed, paid = sum(x.listed for x in lines), sum(x.paid for x in lines)
    gifts, below = sum(x.line.is_gift for x in lines), sum(x.below_lowest for x in lines)
    given = listed - paid
    return (*key, len(lines), listed, paid, given, share_of(given, listed), gifts, below)


REPORT = Report(
    name="price_execution",
    title=lambda: translate("reports", "价格执行表"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
