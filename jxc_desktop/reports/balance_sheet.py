"""资产负债表 (会小企01表): what the shop has, owes and owns on a day, beside the beginning of the year.

Receivables and payables are split partner by partner by the side they stand on; a VAT credit is an asset
(domain.md §3.2).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.queries import accounts, nets_at, partner_nets
from jxc_desktop.reports import comparison
from jxc_desktop.reports.formulas import Figures
from jxc_desktop.reports.official import official_paper
from jxc_desktop.reports.official_sheet import official_sheet
from jxc_desktop.reports.report import Column, Proof, Report, Request, Result, Row
from jxc_desktop.reports.statements import (
    accounts_behind,
    net_below,
    statement_columns,
    statement_rows,
)
from jxc_desktop.shop.settings import settings_of

STATEMENT = "balance_sheet"
ASSETS, SOURCES = 30, 53
RESULT_KIND = "P"


def columns(_session: Session, request: Request) -> list[Column]:
    return statement_columns(
        request,
        Column("closing", translate("reports", "期末余额"), "money", matrix=True),
        Column("opening", translate("reports", "年初余额"), "money", matrix=True),
    )


def rows(session: Session, request: Request) -> Iterator[Row]:
    new_year = date(request.to_day.year, 1, 1)
    days = [request.to_day, new_year - timedelta(days=1)]
    days += [last for _first, last in comparison.spans(request)]
    found = (figures_at(session, day) for day in days)
    return statement_rows(STATEMENT, found, accounts_behind)


def figures_at(session: Session, day: date) -> Figures:
    """The books at the end of `day`, as formulas read them."""
    nets = nets_at(session, day)
    results = {account.code for account in accounts(session) if account.kind == RESULT_KIND}
    return Figures(
        net=lambda code: net_below(nets, code),
        partners=lambda code: partner_nets(session, code, day),
        credit_is_asset=settings_of(session).vat_credit_row == "assets",
        profit=-sum(net for code, net in nets.items() if code in results),
    )


def prove(_session: Session, result: Result) -> Proof:
    """Whether assets equal what paid for them."""
    closing = {row.cells[0]: row.cells[2] for row in result.rows}
    assets, sources = closing[ASSETS], closing[SOURCES]
    if assets == sources:
        return Proof(True, translate("reports", "资产等于负债加所有者权益"))
    difference = int(str(assets)) - int(str(sources))
    return Proof(
        False,
        translate("reports", "不平，差 {difference}。看 0001 期初平衡是否为零").format(
            difference=text_of(difference, MONEY_PLACES)
        ),
    )


REPORT = Report(
    name=STATEMENT,
    title=lambda: translate("reports", "资产负债表"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=lambda: [comparison.parameter()],
    paper=official_paper,
    sheet=official_sheet,
    prove=prove,
    point=True,
)
