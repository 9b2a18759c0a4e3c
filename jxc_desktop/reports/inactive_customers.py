"""流失客户: who bought before and has not for so many days, what they used to buy and still owe."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import partner_nets
from jxc_desktop.reports import headings
from jxc_desktop.reports.buyers import buyers
from jxc_desktop.reports.parameters import (
    Parameter,
    customer_parameter,
    days_parameter,
    salesperson_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

RECEIVABLE = "1122"
IDLE = 60
"""Days without buying from which a customer is missed, unless asked otherwise."""


def parameters() -> list[Parameter]:
    return [
        days_parameter(translate("reports", "未购天数"), IDLE),
        customer_parameter(),
        salesperson_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.key(translate("reports", "客户编号")),
        headings.name(),
        Column("person", translate("reports", "业务员")),
        Column("last_day", translate("reports", "最后购买日"), "day"),
        Column("idle_days", translate("reports", "未购天数"), "count"),
        Column("documents", translate("reports", "单数"), "count", total=True),
        Column("amount_incl", translate("reports", "累计购买"), "money", total=True),
        Column("owed", translate("reports", "现欠"), "money", "report.cash", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    owed = partner_nets(session, RECEIVABLE, request.to_day)
    found = []
    for partner, buyer in buyers(session, request).items():
        idle = (request.to_day - buyer.days[-1]).days
        wanted = request.get("salesperson") in {None, buyer.person}
        if idle >= request.values["days"] and wanted:
            cells = (
                buyer.code, buyer.name, buyer.person, buyer.days[-1], idle, len(buyer.days),
                buyer.amount, owed.get(partner, 0),
            )  # fmt: skip
            link = Link(report="sales_detail", filters={"customer": buyer.code})
            found.append((-idle, buyer.code, Row(cells, link=link if buyer.code else None)))
    yield from (row for _idle, _code, row in sorted(found, key=lambda each: each[:2]))


REPORT = Report(
    name="inactive_customers",
    title=lambda: translate("reports", "流失客户"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
