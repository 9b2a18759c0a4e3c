"""账户统计: what lay in each money account, what came in and went out, what lies there (features.md no. 53)."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import money_accounts, money_balances
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.models import Leg
from jxc_desktop.reports.report import Column, Link, Report, Request, Row


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("account", translate("reports", "编号")),
        Column("name", translate("reports", "结算账户")),
        Column("gl_account", translate("reports", "科目")),
        Column("opening", translate("reports", "期初余额"), "money", total=True),
        Column("income", translate("reports", "收入"), "money", total=True, matrix=True),
        Column("outgo", translate("reports", "支出"), "money", total=True, matrix=True),
        Column("closing", translate("reports", "期末余额"), "money", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    before = money_balances(session, request.from_day - timedelta(days=1))
    moved = _moved(session, request)
    for account in money_accounts(session):
        opening = before.get(account.id, 0)
        income, outgo = moved.get(account.id, (0, 0))
        if account.disabled and not (opening or income or outgo):
            continue
        cells = (
            account.code, account.name, account.account, opening, income, outgo,
            opening + income - outgo,
        )  # fmt: skip
        yield Row(cells, link=Link(report="cash_journal", filters={"account": account.code}))


def _moved(session: Session, request: Request) -> dict[int, tuple[int, int]]:
    query = (
        select(Leg.money_account_id, summed(Leg.debit), summed(Leg.credit))
        .where(Leg.money_account_id.is_not(None), Leg.day.between(request.from_day, request.to_day))
        .group_by(Leg.money_account_id)
    )
    return {row[0] or 0: (row[1], row[2]) for row in session.execute(query)}


REPORT = Report(
    name="money_account_summary",
    title=lambda: translate("reports", "账户统计表"),
    group="cash",
    permission="report.cash",
    columns=columns,
    rows=rows,
)
