"""应收汇总 and 应付汇总: what each partner owed, what was added, what was paid, what is owed (domain.md §5)."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.queries import PartnerFlow, partner_flows
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

RECEIVABLE, PAYABLE = "1122", "2202"
_DISCOUNTS = {
    kind: Statement(
        f"SELECT partner_id, sum(cash_discount) FROM {kind} WHERE state IN ('posted', 'reversed') "
        "AND day BETWEEN :first AND :last AND cash_discount <> 0 GROUP BY partner_id"
    )
    for kind in ("customer_receipt", "supplier_payment")
}


def parameters() -> list[Parameter]:
    return [Parameter("partner", translate("reports", "往来单位"), "partner")]


def receivable_columns(_session: Session, _request: Request) -> list[Column]:
    return _columns(translate("reports", "应收增加"), translate("reports", "应收减少"))


def payable_columns(_session: Session, _request: Request) -> list[Column]:
    return _columns(translate("reports", "应付增加"), translate("reports", "应付减少"))


def _columns(added: str, paid: str) -> list[Column]:
    return [
        Column("partner", translate("reports", "编号")),
        Column("name", translate("reports", "往来单位")),
        Column("opening", translate("reports", "期初余额"), "money", total=True),
        Column("increase", added, "money", total=True, matrix=True),
        Column("decrease", paid, "money", total=True, matrix=True),
        Column("discount", translate("reports", "优惠"), "money", total=True, matrix=True),
        Column("closing", translate("reports", "期末余额"), "money", total=True),
    ]


def receivable_rows(session: Session, request: Request) -> Iterator[Row]:
    given = _given_up(session, request, "customer_receipt")
    for partner, code, name, flow in _flows(session, request, RECEIVABLE, Partner.customer_code):
        off = given.get(partner, 0)
        cells = (code, name, flow.opening, flow.debit, flow.credit - off, off, flow.closing)
        yield Row(cells, link=_link("customer_statement", code))


def payable_rows(session: Session, request: Request) -> Iterator[Row]:
    given = _given_up(session, request, "supplier_payment")
    for partner, code, name, flow in _flows(session, request, PAYABLE, Partner.supplier_code):
        off = given.get(partner, 0)
        cells = (code, name, -flow.opening, flow.credit, flow.debit - off, off, -flow.closing)
        yield Row(cells, link=_link("supplier_statement", code))


def _given_up(session: Session, request: Request, kind: str) -> dict[int, int]:
    """Fen of cash discounts in the period, by firm."""
    rows = _DISCOUNTS[kind].all(session, first=request.from_day, last=request.to_day)
    return {int(partner): int(amount) for partner, amount in rows}


def _flows(
    session: Session, request: Request, account: str, code: Any
) -> list[tuple[int, str, str, PartnerFlow]]:
    """Id, code, name and figures of every partner with a balance or a movement, in order of code."""
    wanted = request.get("partner")
    flows = partner_flows(session, account, request.from_day, request.to_day)
    names = {
        row[0]: (row[1] or "", row[2])
        for row in session.execute(select(Partner.id, code, Partner.name))
    }
    nobody = ("", translate("reports", "未指明单位"))
    found = [
        (partner, *names.get(partner, nobody), flow)
        for partner, flow in flows.items()
        if (flow.opening or flow.debit or flow.credit) and wanted in {None, partner}
    ]
    return sorted(found, key=lambda each: each[1:3])


def _link(report: str, code: str) -> Link | None:
    return Link(report=report, filters={"partner": code}) if code else None


RECEIVABLES = Report(
    name="receivable_summary",
    title=lambda: translate("reports", "应收汇总表"),
    group="cash",
    permission="report.cash",
    columns=receivable_columns,
    rows=receivable_rows,
    parameters=parameters,
)
PAYABLES = Report(
    name="payable_summary",
    title=lambda: translate("reports", "应付汇总表"),
    group="cash",
    permission="report.cash",
    columns=payable_columns,
    rows=payable_rows,
    parameters=parameters,
)
