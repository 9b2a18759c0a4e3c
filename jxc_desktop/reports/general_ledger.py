"""总账: account by account what each month moved, with the year so far and the balance after it."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.periods import first_of, last_of, month_after, month_of
from jxc_desktop.ledger.queries import AccountView, accounts, moved_by_account, nets_at
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.running import side_of

Sums = dict[str, tuple[int, int]]


def parameters() -> list[Parameter]:
    return [Parameter("account", translate("reports", "科目"), "account")]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("account", translate("reports", "科目编码")),
        Column("name", translate("reports", "科目名称")),
        Column("month", translate("reports", "月份")),
        Column("summary", translate("reports", "摘要")),
        Column("debit", translate("reports", "借方"), "money", matrix=True),
        Column("credit", translate("reports", "贷方"), "money", matrix=True),
        Column("side", translate("reports", "方向")),
        Column("balance", translate("reports", "余额"), "money"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    """Opening, then 本月合计 and 本年累计 of each month, of first-level accounts or of the one asked for."""
    chart = accounts(session)
    shown = [view for view in chart if _wanted(view, request.get("account"))]
    opening = nets_at(session, request.from_day - timedelta(days=1))
    spans = list(_months(request.from_day, request.to_day))
    moved = [moved_by_account(session, first, last) for first, last in spans]
    years = [moved_by_account(session, date(last.year, 1, 1), last) for _first, last in spans]
    for view in shown:
        yield from _account_rows(view, opening, list(zip(spans, moved, years, strict=True)))


def _wanted(view: AccountView, account: str | None) -> bool:
    return view.parent is None if account is None else view.code == account


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """The days of each month of a period."""
    month = month_of(first)
    while first_of(month) <= last:
        yield max(first, first_of(month)), min(last, last_of(month))
        month = month_after(month)


def _account_rows(
    view: AccountView,
    opening: dict[str, int],
    months: list[tuple[tuple[date, date], Sums, Sums]],
) -> Iterator[Row]:
    balance = sum(net for code, net in opening.items() if code.startswith(view.code))
    if not balance and not any(_sum(sums, view.code) != (0, 0) for _span, sums, _year in months):
        return
    yield _row(view, months[0][0], (translate("reports", "期初余额"), 0, 0), balance)
    for span, sums, year in months:
        debit, credit = _sum(sums, view.code)
        if not (debit or credit):
            continue
        balance += debit - credit
        yield _row(view, span, (translate("reports", "本月合计"), debit, credit), balance)
        told = (translate("reports", "本年累计"), *_sum(year, view.code))
        yield _row(view, span, told, balance)


def _sum(sums: Sums, code: str) -> tuple[int, int]:
    found = [pair for leaf, pair in sums.items() if leaf.startswith(code)]
    return sum(pair[0] for pair in found), sum(pair[1] for pair in found)


def _row(
    view: AccountView, span: tuple[date, date], told: tuple[str, int, int], balance: int
) -> Row:
    link = Link(report="subsidiary_ledger", filters={"account": view.code})
    said = (view.code, view.name.strip(), month_of(span[0]), *told)
    return Row((*said, side_of(balance), abs(balance)), link=link)


REPORT = Report(
    name="general_ledger",
    title=lambda: translate("reports", "总账"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
