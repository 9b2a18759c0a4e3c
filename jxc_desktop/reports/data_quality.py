"""资料体检: goods whose card lacks something or says something odd, each row leading to the card."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Barcode, Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.pos.models import PosSaleLine
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter, category_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.sales.models import SalesDeliveryLine
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import CostPool, StockLevel
from jxc_desktop.stock.shares import unit_cost
from jxc_desktop.stock.trade import COST
from jxc_desktop.widgets.formats import cost_text, quantity_text


@dataclass(frozen=True, slots=True)
class _Card:
    """What a check looks at: the product and what of it must be seen."""

    id: int
    code: str
    name: str
    spec: str
    unit: str
    category: int | None
    retail: int | None


Found = Iterator[tuple[_Card, str]]
"""A card and what is odd about it, "" where the heading says it all."""


def parameters() -> list[Parameter]:
    known = [("all", translate("reports", "全部")), *((n, c.title()) for n, c in CHECKS.items())]
    return [
        Parameter("check", translate("reports", "检查"), "choice", tuple(known), "all"),
        category_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("check", translate("reports", "检查")),
        Column("told", translate("reports", "哪里不对")),
        Column("retail_price", translate("reports", "零售价"), "price"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    cards = list(_cards(session, request))
    chosen = request.values["check"]
    for name, check in CHECKS.items():
        if chosen in {"all", name} and (not check.needs or may(session, check.needs)):
            title = check.title()
            found = [_row(card, title, told) for card, told in check.find(session, cards)]
            if found:
                yield _heading(title, len(found))
                yield from found


def _heading(title: str, count: int) -> Row:
    words = translate("reports", "{title}（{count}）").format(
        title=title, count=translate("reports", "%n 种", "", count)
    )
    return Row(("", words, *("",) * 4, None), role="group")


def _row(card: _Card, check: str, told: str) -> Row:
    cells = (card.code, card.name, card.spec, card.unit, check, told, card.retail)
    return Row(cells, card.unit, Link(pane="product", subject=card.id))


def _cards(session: Session, request: Request) -> Iterator[_Card]:
    """Goods in use, in order of code."""
    p = Product
    query = select(p.id, p.code, p.name, p.spec, p.unit, p.category_id, p.retail_price)
    query = query.where(p.disabled.in_([False]))
    if categories := request.get("category"):
        query = query.where(p.category_id.in_(categories))
    for row in session.execute(query.order_by(p.code)):
        yield _Card(*row)


def _no_barcode(session: Session, cards: list[_Card]) -> Found:
    known = set(session.scalars(select(Barcode.product_id).distinct()))
    yield from ((card, "") for card in cards if card.id not in known)


def _no_category(_session: Session, cards: list[_Card]) -> Found:
    yield from ((card, "") for card in cards if card.category is None)


def _no_price(_session: Session, cards: list[_Card]) -> Found:
    yield from ((card, "") for card in cards if not card.retail)


def _below_cost(session: Session, cards: list[_Card]) -> Found:
    """A retail price under what a base unit costs now; both with whatever tax the shop writes them with."""
    pools = select(CostPool.product_id, summed(CostPool.quantity), summed(CostPool.value))
    costs = {
        row[0]: unit_cost(row[2], row[1])
        for row in session.execute(pools.group_by(CostPool.product_id))
    }
    said = translate("reports", "成本 {cost}")
    for card in cards:
        cost = costs.get(card.id)
        if cost is not None and card.retail and card.retail < cost:
            yield card, said.format(cost=cost_text(cost))


def _same_name(_session: Session, cards: list[_Card]) -> Found:
    yield from _alike(cards, lambda card: _bare(card.name) + "|" + _bare(card.spec))


def _same_code(_session: Session, cards: list[_Card]) -> Found:
    yield from _alike(cards, lambda card: _bare(card.code).lstrip("0"))


def _alike(cards: list[_Card], key: Callable[[_Card], str]) -> Found:
    """Cards that share a key, each with the codes of the others."""
    groups = defaultdict(list)
    for card in cards:
        groups[key(card)].append(card)
    for group in groups.values():
        for card in group if len(group) > 1 else ():
            yield card, listed(each.code for each in group if each is not card)


def _bare(text: str) -> str:
    """A text without what people write once this way and once that: spaces, hyphens, capitals."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _negative(session: Session, cards: list[_Card]) -> Found:
    level = StockLevel
    query = select(level.product_id, func.min(level.quantity)).where(level.quantity < 0)
    below = {row[0]: row[1] for row in session.execute(query.group_by(level.product_id))}
    for card in cards:
        if card.id in below:
            yield card, f"{quantity_text(below[card.id])} {card.unit}"


def _never_sold(session: Session, cards: list[_Card]) -> Found:
    sold: set[Any] = set()
    for line in (SalesDeliveryLine, PosSaleLine):
        sold.update(session.scalars(select(line.product_id).distinct()))
    yield from ((card, "") for card in cards if card.id not in sold)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be wrong with a card; `needs` is the right without which it is not looked for."""

    title: Callable[[], str]
    find: Callable[[Session, list[_Card]], Found]
    needs: str = ""


CHECKS = {
    "barcode": Check(lambda: translate("reports", "没有条码"), _no_barcode),
    "category": Check(lambda: translate("reports", "没有类别"), _no_category),
    "price": Check(lambda: translate("reports", "没有零售价"), _no_price),
    "below_cost": Check(lambda: translate("reports", "零售价低于成本"), _below_cost, COST),
    "name": Check(lambda: translate("reports", "名称规格相同"), _same_name),
    "code": Check(lambda: translate("reports", "编号相近"), _same_code),
    "negative": Check(lambda: translate("reports", "库存为负"), _negative),
    "never_sold": Check(lambda: translate("reports", "从没卖过"), _never_sold),
}
"""In the order of the report."""


REPORT = Report(
    name="data_quality",
    title=lambda: translate("reports", "资料体检"),
    group="quality",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
