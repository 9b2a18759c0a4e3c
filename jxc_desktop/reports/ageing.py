"""应收账龄表 and 应付账龄表: what each firm owes by the days since it was due, or since the document (domain.md §5)."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.ageing import BUCKETS, NOT_DUE, FirmAge, ages
from jxc_desktop.cash.debt_book import last_promises
from jxc_desktop.cash.settling import PAYABLE, RECEIVABLE, SIDE
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.queries import partner_nets
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Cell, Column, Link, Proof, Report, Request, Result, Row

DUE, DOCUMENT = "due", "document"


def parameters() -> list[Parameter]:
    starts = (
        (DUE, translate("reports", "从到期日算")),
        (DOCUMENT, translate("reports", "从单据日算")),
    )
    return [
        Parameter("age", translate("reports", "账龄"), "choice", starts, DUE),
        Parameter("partner", translate("reports", "往来单位"), "partner"),
    ]


def columns(account: str, _session: Session, request: Request) -> list[Column]:
    limits = (
        Column("credit_limit", translate("reports", "信用额度"), "money", matrix=True),
        Column("over_limit", translate("reports", "超额"), "money", total=True, matrix=True),
        Column("promise", translate("reports", "承诺付款日"), "day", detail=True),
    )
    ahead = (
        translate("reports", "预收余额")
        if account == RECEIVABLE
        else translate("reports", "预付余额")
    )
    return [
        Column("partner", translate("reports", "编号")),
        Column("name", translate("reports", "往来单位")),
        Column("balance", translate("reports", "余额"), "money", total=True),
        *_span_columns(from_due=request.values["age"] == DUE),
        Column("advance", ahead, "money", total=True, matrix=True),
        *(limits if account == RECEIVABLE else ()),
    ]


def _span_columns(*, from_due: bool) -> Iterator[Column]:
    overdue = translate("reports", "逾期") if from_due else ""
    if from_due:
        yield Column("not_due", translate("reports", "未到期"), "money", total=True, matrix=True)
    first = 1 if from_due else 0
    for last in BUCKETS:
        title = translate("reports", "{first}–{last} 天").format(first=first, last=last)
        name = f"days_{first}_{last}"
        yield Column(name, title, "money", total=True, matrix=True, group=overdue)
        first = last + 1
    title = translate("reports", "{last} 天以上").format(last=BUCKETS[-1])
    yield Column("days_over", title, "money", total=True, matrix=True, group=overdue)


def rows(account: str, session: Session, request: Request) -> Iterator[Row]:
    from_due, wanted = request.values["age"] == DUE, request.get("partner")
    promises = last_promises(session)
    for partner, age in ages(session, account, request.to_day, from_due=from_due).items():
        if wanted not in {None, partner}:
            continue
        spans = age.spans if from_due else age.spans[NOT_DUE + 1 :]
        cells: list[Cell] = [age.code, age.name, age.balance, *spans, age.advance]
        if account == RECEIVABLE:
            promise = promises.get(partner)
            over = age.over or None
            cells += [age.credit_limit, over, promise.by_day if promise else None]
        yield Row(tuple(cells), link=_link(account, age))


def _link(account: str, age: FirmAge) -> Link | None:
    if not age.code:
        return None
    report = "customer_statement" if account == RECEIVABLE else "supplier_statement"
    return Link(report=report, filters={"partner": age.code})


def prove(account: str, session: Session, result: Result) -> Proof | None:
    """The balances of all firms are the account's balance in the books."""
    if result.request.get("partner"):
        return None
    nets = partner_nets(session, account, result.request.to_day)
    booked = SIDE[account] * sum(nets.values())
    found = result.totals["balance"] or 0
    if found == booked:
        told = translate("reports", "余额合计和总账 {account} 相符")
        return Proof(holds=True, text=told.format(account=account))
    told = translate("reports", "余额合计 {found}，总账 {account} 是 {booked}，差 {difference}")
    return Proof(
        holds=False,
        text=told.format(
            found=text_of(found, MONEY_PLACES),
            account=account,
            booked=text_of(booked, MONEY_PLACES),
            difference=text_of(found - booked, MONEY_PLACES),
        ),
    )


RECEIVABLES = Report(
    name="ar_ageing",
    title=lambda: translate("reports", "应收账龄表"),
    group="cash",
    permission="report.cash",
    columns=partial(columns, RECEIVABLE),
    rows=partial(rows, RECEIVABLE),
    parameters=parameters,
    prove=partial(prove, RECEIVABLE),
    point=True,
)
PAYABLES = Report(
    name="ap_ageing",
    title=lambda: translate("reports", "应付账龄表"),
    group="cash",
    permission="report.cash",
    columns=partial(columns, PAYABLE),
    rows=partial(rows, PAYABLE),
    parameters=parameters,
    prove=partial(prove, PAYABLE),
    point=True,
)
