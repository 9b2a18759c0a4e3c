"""促销效果: what each promotion took off, on how many tickets, and what the goods in it sold for and earned (no. 28).

Goods that came back are taken off, with their share of the reduction. A line that was in two promotions counts under
both, so only what was taken off has a total.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, literal, select
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.pos.models import (
    PosReturn,
    PosReturnLine,
    PosSale,
    PosSaleLine,
    PosSalePromotion,
)
from jxc_desktop.pricing.promotions.queries import promotions_by_id
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    product_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Report, Request, Row
from jxc_desktop.reports.summing import margin
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.stock.trade import COST

_AT_TILL = tuple(source for source in SOLD if source.header in {PosSale, PosReturn})


@dataclass(slots=True)
class _Effect:
    """What one promotion did; money in fen."""

    tickets: set[str] = field(default_factory=set)
    taken_back: set[str] = field(default_factory=set)
    reduced: int = 0
    net: int = 0
    gross: int = 0
    cost: int = 0


def parameters() -> list[Parameter]:
    return [product_parameter(), category_parameter(), warehouse_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.key(translate("reports", "促销编号")),
        headings.name(),
        Column("documents", translate("reports", "单数"), "count"),
        Column("reduced", translate("reports", "优惠金额"), "money", total=True),
        Column("amount_incl", translate("reports", "销售额"), "money"),
        Column("amount_excl", translate("reports", "不含税金额"), "money"),
        Column("cost_amount", translate("reports", "成本"), "money", COST),
        Column("profit", translate("reports", "毛利"), "money", COST),
        Column("margin", translate("reports", "毛利率"), "percent", COST),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    effects: dict[int, _Effect] = {}
    for own_id, number, quantity, amount, whole, net, gross, cost in _lines(session, request):
        effect = effects.setdefault(own_id, _Effect())
        if whole is None:
            (effect.tickets if quantity > 0 else effect.taken_back).add(number)
            effect.reduced += amount
        else:
            effect.reduced += div_half_up(amount * quantity, whole)
        effect.net += net
        effect.gross += gross
        effect.cost += cost
    views = promotions_by_id(session)
    for own_id, effect in sorted(effects.items(), key=lambda each: (-each[1].reduced, each[0])):
        draft, profit = views[own_id].draft, effect.net - effect.cost
        documents = len(effect.tickets) - len(effect.taken_back)
        cells = (
            draft.code, draft.name, documents, effect.reduced, effect.gross, effect.net, effect.cost, profit,
            margin(profit, effect.net),
        )  # fmt: skip
        yield Row(cells)


def _lines(session: Session, request: Request) -> Iterator[Any]:
    """Lines in promotions: sold, and (with the `whole` quantity they are a part of) come back."""
    traded = traded_lines(session, request, _AT_TILL)
    told = traded.c
    cost = told.cost if "cost" in told else literal(0)
    own, sold, back = PosSalePromotion, PosSaleLine, PosReturnLine
    money = (told.net, told.gross, cost)
    went = (
        select(own.promotion_id, told.number, told.quantity, own.amount, literal(None), *money)
        .join(own, and_(own.document_id == told.id, own.line_no == told.line_no))
        .where(told.kind == PosSale.kind)
    )
    came = (
        select(own.promotion_id, told.number, told.quantity, own.amount, sold.quantity, *money)
        .join(PosReturn, PosReturn.id == told.id)
        .join(back, and_(back.document_id == told.id, back.line_no == told.line_no))
        .join(
            sold,
            and_(sold.document_id == PosReturn.original_id, sold.line_no == back.from_line),
        )
        .join(own, and_(own.document_id == sold.document_id, own.line_no == sold.line_no))
        .where(told.kind == PosReturn.kind)
    )
    yield from session.execute(went)
    yield from session.execute(came)


REPORT = Report(
    name="promotion_effect",
    title=lambda: translate("reports", "促销效果"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
