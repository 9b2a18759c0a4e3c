"""What stands behind a row of a statement: its formula term by term, each account with its figure."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import accounts, nets_at, result_nets, trial_rows
from jxc_desktop.ledger.queries.cash_flow import cash_flow
from jxc_desktop.reports.balance_sheet import STATEMENT as BALANCE_SHEET
from jxc_desktop.reports.formulas import Line, account_codes, lines_of
from jxc_desktop.reports.income_statement import STATEMENT as INCOME
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

CASH_FLOW = "cash_flow"


def parameters() -> list[Parameter]:
    titles = (
        (BALANCE_SHEET, translate("reports", "资产负债表")),
        (INCOME, translate("reports", "利润表")),
    )
    return [
        Parameter("of", translate("reports", "报表"), "choice", titles, required=True),
        Parameter("row", translate("reports", "行次"), required=True),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("account", translate("reports", "科目编码")),
        Column("name", translate("reports", "科目名称")),
        Column("debit", translate("reports", "借方"), "money", total=True, matrix=True),
        Column("credit", translate("reports", "贷方"), "money", total=True, matrix=True),
        Column("balance", translate("reports", "借减贷"), "money", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    line = _line(request)
    names = {account.code: account.shown for account in accounts(session)}
    moved = {row.account: row for row in trial_rows(session, request.from_day, request.to_day)}
    nets = _nets(session, request)
    for code in sorted(nets):
        if not code.startswith(account_codes(line)) or not nets[code]:
            continue
        debit, credit = (moved[code].debit, moved[code].credit) if code in moved else (0, 0)
        link = Link(report="subsidiary_ledger", filters={"account": code})
        yield Row((code, names[code], debit, credit, nets[code]), link=link)


def _nets(session: Session, request: Request) -> dict[str, int]:
    """Balances on the day for the balance sheet, what moved for the income statement."""
    if request.values["of"] == BALANCE_SHEET:
        return nets_at(session, request.to_day)
    return result_nets(session, request.from_day, request.to_day)


def _line(request: Request) -> Line:
    for line in lines_of(request.values["of"]):
        if str(line.row) == request.values["row"]:
            return line
    raise NotFound(
        translate("reports", "没有第 {row} 行").format(row=request.values["row"]),
        field="filter.row",
    )


def cash_parameters() -> list[Parameter]:
    return [Parameter("line", translate("reports", "行次"))]


def cash_columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("line", translate("reports", "行次")),
        Column("item", translate("reports", "项目")),
        Column("account", translate("reports", "对方科目")),
        Column("name", translate("reports", "科目名称")),
        Column("amount", translate("reports", "现金流入（流出为负）"), "money", total=True),
    ]


def cash_rows(session: Session, request: Request) -> Iterator[Row]:
    """Each account's part of each line; cash without a line stands at the end."""
    words = {str(line.row): line.words for line in lines_of(CASH_FLOW)}
    names = {account.code: account.shown for account in accounts(session)}
    found = _flow(session, request.from_day, request.to_day)
    for (line, account), amount in sorted(found.items(), key=lambda each: _order(*each[0])):
        if request.get("line") in {None, line} and amount:
            link = Link(report="subsidiary_ledger", filters={"account": account})
            item = words.get(line, translate("reports", "没有流量项目"))
            yield Row((line, item, account, names[account], amount), link=link)


def _flow(session: Session, first: date, last: date) -> dict[tuple[str, str], int]:
    return cash_flow(session, first, last).accounts


def _order(line: str, account: str) -> tuple[bool, int, str]:
    return not line, int(line or 0), account


REPORT = Report(
    name="statement_accounts",
    title=lambda: translate("reports", "报表行的科目"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
CASH_ACCOUNTS = Report(
    name="cash_flow_accounts",
    title=lambda: translate("reports", "现金流量的科目"),
    group="books",
    permission="report.books",
    columns=cash_columns,
    rows=cash_rows,
    parameters=cash_parameters,
)
