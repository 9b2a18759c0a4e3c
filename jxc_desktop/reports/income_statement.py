"""利润表 (会小企02表): what was earned and what it cost, in the period and in the year (domain.md §3.3)."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import item_nets, result_nets
from jxc_desktop.reports import comparison
from jxc_desktop.reports.formulas import Figures
from jxc_desktop.reports.official import official_paper
from jxc_desktop.reports.official_sheet import official_sheet
from jxc_desktop.reports.report import Column, Report, Request, Row
from jxc_desktop.reports.statements import (
    accounts_behind,
    flow_columns,
    flow_spans,
    net_below,
    statement_rows,
)

STATEMENT = "income_statement"


def columns(_session: Session, request: Request) -> list[Column]:
    return flow_columns(request)


def rows(session: Session, request: Request) -> Iterator[Row]:
    found = (_figures(session, *span) for span in flow_spans(request))
    return statement_rows(STATEMENT, found, accounts_behind)


def _figures(session: Session, first: date, last: date) -> Figures:
    nets, items = result_nets(session, first, last), item_nets(session, first, last)
    return Figures(
        net=lambda code: net_below(nets, code),
        item=lambda code, item: items.get((code, item), 0),
    )


REPORT = Report(
    name=STATEMENT,
    title=lambda: translate("reports", "利润表"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=lambda: [comparison.parameter()],
    paper=official_paper,
    sheet=official_sheet,
)
