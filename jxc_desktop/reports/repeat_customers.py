"""首购与复购: who bought for the first time, and who came again, customer by customer or month by month.

复购率 is the share of those who bought in the period that bought at least twice in it (domain.md §5).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.reports import headings
from jxc_desktop.reports.buyers import Buyer, buyers
from jxc_desktop.reports.parameters import Parameter, by_parameter, customer_parameter
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row, Totals

AGAIN = 2
"""Deliveries from which a customer has come again."""


def parameters() -> list[Parameter]:
    choices = [
        ("customer", translate("reports", "按客户")),
        ("month", translate("reports", "按月")),
    ]
    return [by_parameter(choices), customer_parameter()]


def columns(_session: Session, request: Request) -> list[Column]:
    rate = Column("repeat", translate("reports", "复购率"), "percent")
    if request.values["by"] == "month":
        return [
            headings.key(translate("reports", "月份")),
            Column("buyers", translate("reports", "购买客户"), "count"),
            Column("first", translate("reports", "首购客户"), "count", total=True),
            Column("again", translate("reports", "复购客户"), "count"),
            Column("documents", translate("reports", "单数"), "count", total=True),
            rate,
        ]
    return [
        headings.key(translate("reports", "客户编号")),
        headings.name(),
        Column("kind", translate("reports", "新老")),
        Column("first_day", translate("reports", "首购日"), "day"),
        Column("documents", translate("reports", "单数"), "count", total=True),
        Column("amount_incl", translate("reports", "购买金额"), "money", total=True),
        Column("average", translate("reports", "单均金额"), "money"),
        Column("interval", translate("reports", "平均间隔天数"), "count"),
        rate,
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    known = buyers(session, request, since=request.from_day)
    if request.values["by"] == "month":
        for first, last in _months(request.from_day, request.to_day):
            cells = _month(known.values(), first, last)
            if cells[1]:
                yield Row(cells)
        return
    for buyer in sorted(known.values(), key=lambda each: (each.code, each.name)):
        days = buyer.between(request.from_day, request.to_day)
        if days:
            link = Link(report="sales_detail", filters={"customer": buyer.code})
            yield Row(_customer(buyer, days), link=link if buyer.code else None)


def _customer(buyer: Buyer, days: Sequence[date]) -> tuple[Cell, ...]:
    new = translate("reports", "新客") if buyer.days[0] >= days[0] else translate("reports", "老客")
    times = len(set(days))
    span = (days[-1] - days[0]).days
    interval = div_half_up(span, times - 1) if times > 1 else None
    return (
        buyer.code, buyer.name, new, buyer.days[0], len(days), buyer.amount,
        div_half_up(buyer.amount, len(days)), interval, ONE if len(days) >= AGAIN else 0,
    )  # fmt: skip


def _month(known: Collection[Buyer], first: date, last: date) -> tuple[Cell, ...]:
    bought = [(buyer, days) for buyer in known if (days := buyer.between(first, last))]
    again = sum(len(days) >= AGAIN for _buyer, days in bought)
    new = sum(buyer.days[0] >= first for buyer, _days in bought)
    rate = div_half_up(again * ONE, len(bought)) if bought else None
    documents = sum(len(days) for _buyer, days in bought)
    return f"{first:%Y-%m}", len(bought), new, again, documents, rate


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The calendar months of a period, the first and last cut to it."""
    while first <= last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, min(following - timedelta(days=1), last)
        first = following


def derive(totals: Totals, rows: Sequence[Row]) -> Mapping[str, int | None]:
    """The rate of all customers listed; a month's rate stands for itself."""
    if not rows or "amount_incl" not in totals:
        return {}
    again = sum(bool(row.cells[-1]) for row in rows)
    return {"repeat": div_half_up(again * ONE, len(rows))}


REPORT = Report(
    name="repeat_customers",
    title=lambda: translate("reports", "首购与复购"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=derive,
)
