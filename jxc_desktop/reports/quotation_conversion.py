"""报价转化表: what became of each quotation, and why some were lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    by_parameter,
    customer_parameter,
    salesperson_parameter,
)
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row, Totals
from jxc_desktop.reports.summing import margin as share_of
from jxc_desktop.sales.models import Quotation, SalesOrder

FINAL = (State.APPROVED, State.CLOSED)
"""States of quotations that were given, and of orders that count as won."""
WON, PARTLY, LOST, EXPIRED, WAITING = "won", "partly", "lost", "expired", "waiting"


@dataclass(frozen=True, slots=True)
class Offer:
    """A quotation: fen `amount` offered, `won` ordered; `result` is one of the words above."""

    number: str
    day: date
    partner: str
    partner_name: str
    person: str
    due_day: date | None
    amount: int
    won: int
    result: str
    reason: str


def parameters() -> list[Parameter]:
    results = (("all", translate("reports", "全部")), *_results().items())
    return [
        by_parameter(
            [
                ("quotation", translate("reports", "逐张")),
                ("customer", translate("reports", "按客户")),
                ("salesperson", translate("reports", "按业务员")),
                ("reason", translate("reports", "按没成交的原因")),
            ]
        ),
        Parameter("result", translate("reports", "结果"), "choice", tuple(results), "all"),
        customer_parameter(),
        salesperson_parameter(),
    ]


def _results() -> dict[str, str]:
    return {
        WON: translate("reports", "成交"),
        PARTLY: translate("reports", "部分成交"),
        LOST: translate("reports", "流失"),
        EXPIRED: translate("reports", "过期"),
        WAITING: translate("reports", "等回复"),
    }


def columns(_session: Session, request: Request) -> list[Column]:
    by = request.values["by"]
    money = (
        Column("offered", translate("reports", "报价金额"), "money", total=True),
        Column("won", translate("reports", "成交金额"), "money", total=True),
        Column("rate", translate("reports", "转化率"), "percent"),
    )
    if by == "quotation":
        return [
            headings.number(),
            headings.day(),
            Column("partner", translate("reports", "客户编号")),
            Column("partner_name", translate("reports", "客户"), detail=True),
            Column("person", translate("reports", "业务员"), detail=True),
            Column("due_day", translate("reports", "有效期至"), "day"),
            *money,
            Column("result", translate("reports", "结果")),
            Column("reason", translate("reports", "没成交的原因")),
        ]
    titles = {
        "customer": translate("reports", "客户编号"),
        "salesperson": translate("reports", "业务员"),
        "reason": translate("reports", "原因"),
    }
    return [
        headings.key(titles[by]),
        headings.name(),
        Column("offers", translate("reports", "报价张数"), "count", total=True),
        Column("wins", translate("reports", "成交张数"), "count", total=True),
        Column("losses", translate("reports", "流失张数"), "count", total=True),
        *money,
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by, wanted = request.values["by"], request.values["result"]
    offers = [x for x in offers_of(session, request) if wanted in {"all", x.result}]
    if by == "quotation":
        words = _results()
        for offer in offers:
            yield Row(_cells(offer, words), link=Link(document=offer.number))
        return
    groups: dict[tuple[str, str], list[Offer]] = {}
    for offer in offers:
        groups.setdefault(_key(by, offer), []).append(offer)
    for key in sorted(groups):
        yield Row(_sums(key, groups[key]), link=_link(request, by, key[0]))


def offers_of(session: Session, request: Request) -> list[Offer]:
    """Every quotation given in the period, in order, with what was ordered of it."""
    ordered = (
        select(summed(SalesOrder.total))
        .where(SalesOrder.quotation_id == Quotation.id, SalesOrder.state.in_(FINAL))
        .correlate(Quotation)
        .scalar_subquery()
    )
    q = Quotation
    query = (
        select(
            q.number, q.day, Partner.customer_code, q.partner_name, q.salesperson, q.due_day,
            q.total, ordered, q.state, q.reason,
        )
        .join(Partner, Partner.id == q.partner_id)
        .where(q.state.in_(FINAL), q.day.between(request.from_day, request.to_day))
        .order_by(q.day, q.id)
    )  # fmt: skip
    if partners := request.get("customer"):
        query = query.where(q.partner_id.in_(partners))
    if person := request.get("salesperson"):
        query = query.where(q.salesperson == person)
    today = clock_of(session).today()
    return [_offer(row, today) for row in session.execute(query)]


def _offer(row: Any, today: date) -> Offer:
    number, day, code, name, person, due, amount, won, state, reason = row
    result = _result(state, amount, won, over=due is not None and due < today)
    return Offer(number, day, code or "", name, person, due, amount, won, result, reason)


def _result(state: str, amount: int, won: int, *, over: bool) -> str:
    if won:
        return WON if won >= amount else PARTLY
    if state == State.CLOSED:
        return LOST
    return EXPIRED if over else WAITING


def _cells(offer: Offer, words: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        offer.number, offer.day, offer.partner, offer.partner_name, offer.person, offer.due_day,
        offer.amount, offer.won, share_of(offer.won, offer.amount), words[offer.result], offer.reason,
    )  # fmt: skip


def _key(by: str, offer: Offer) -> tuple[str, str]:
    if by == "customer":
        return offer.partner, offer.partner_name
    if by == "salesperson":
        return offer.person, offer.person or translate("reports", "未填")
    return offer.reason, offer.reason or _results()[offer.result]


def _sums(key: tuple[str, str], offers: Iterable[Offer]) -> tuple[Cell, ...]:
    kept = list(offers)
    amount, won = sum(x.amount for x in kept), sum(x.won for x in kept)
    wins = sum(bool(x.won) for x in kept)
    losses = sum(x.result in {LOST, EXPIRED} for x in kept)
    return (*key, len(kept), wins, losses, amount, won, share_of(won, amount))


def _link(request: Request, by: str, key: str) -> Link | None:
    """The quotations behind a key, under the same filters."""
    if not key or by == "reason":
        return None
    return Link(
        report="quotation_conversion", filters={**request.texts, "by": "quotation", by: key}
    )


def derive(totals: Totals, _rows: Sequence[Row]) -> Mapping[str, int | None]:
    """How much of all that was offered was ordered."""
    return {"rate": share_of(totals.get("won") or 0, totals.get("offered") or 0)}


REPORT = Report(
    name="quotation_conversion",
    title=lambda: translate("reports", "报价转化表"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=derive,
)
