"""现金流量表 (会小企03表): where cash came from and went to, in the period and in the year (domain.md §3.4)."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.queries import nets_at
from jxc_desktop.ledger.queries.cash_flow import cash_flow
from jxc_desktop.reports import comparison
from jxc_desktop.reports.formulas import Figures, Line
from jxc_desktop.reports.official import official_paper
from jxc_desktop.reports.official_sheet import official_sheet
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row
from jxc_desktop.reports.statements import flow_columns, flow_spans, net_below, statement_rows

STATEMENT = "cash_flow"
CLOSING_ROW = 22
CASH = ("1001", "1002", "1012")
MOST = 3
"""Documents named when some cash has no line."""


def columns(_session: Session, request: Request) -> list[Column]:
    return flow_columns(request)


def rows(session: Session, request: Request) -> Iterator[Row]:
    found = (figures(session, *span) for span in flow_spans(request))
    return statement_rows(STATEMENT, found, _accounts_of)


def _accounts_of(line: Line) -> Link | None:
    """The accounts on the other side of a line that holds cash."""
    if not line.formula.lstrip("-").startswith("f"):
        return None
    return Link(report="cash_flow_accounts", filters={"line": str(line.row)})


def figures(session: Session, first: date, last: date) -> Figures:
    """The cash of a period as formulas read it; what opening papers put there was there before."""
    moved = cash_flow(session, first, last)
    before = nets_at(session, first - timedelta(days=1))
    for account, opened in moved.opened.items():
        before[account] = before.get(account, 0) + opened
    return Figures(
        flow=lambda line: moved.lines.get(line, 0), opening=lambda code: net_below(before, code)
    )


def prove(session: Session, result: Result) -> Proof:
    """Whether the statement ends with the cash that the books have, and every movement has its line."""
    request = result.request
    moved = cash_flow(session, request.from_day, request.to_day)
    unassigned = [number for number, fen in moved.unassigned.items() if fen]
    if unassigned:
        documents = listed(unassigned[:MOST])
        return Proof(
            False,
            translate("reports", "{count} 笔现金收支没有流量项目：{documents}").format(
                count=len(unassigned), documents=documents
            ),
        )
    nets = nets_at(session, request.to_day)
    held = sum(net_below(nets, code) for code in CASH)
    [told] = [row.cells[3] for row in result.rows if row.cells[0] == CLOSING_ROW]
    if told == held:
        return Proof(True, translate("reports", "期末现金余额等于账上的货币资金"))
    return Proof(
        False,
        translate("reports", "期末现金余额和账上差 {difference}").format(
            difference=text_of(held - int(str(told)), MONEY_PLACES)
        ),
    )


REPORT = Report(
    name=STATEMENT,
    title=lambda: translate("reports", "现金流量表"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=lambda: [comparison.parameter()],
    paper=official_paper,
    sheet=official_sheet,
    prove=prove,
)
