"""利润表 (会小企02表): what was earned and what it cost, in the period and in the year (domain.md §3.3)."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import item_nets, result_nets
from jxc_desktop.reports import comparison
from jxc_desktop.reports.balance_sheet import link_of, net_below
from jxc_desktop.reports.formulas import Figures, lines_of, worked_out
from jxc_desktop.reports.report import Cell, Column, Report, Request, Row

STATEMENT = "income_statement"


def columns(_session: Session, request: Request) -> list[Column]:
    return [
        Column("row", translate("reports", "行次"), "count"),
        Column("item", translate("reports", "项目")),
        Column("year", translate("reports", "本年累计金额"), "money", matrix=True),
        Column("period", translate("reports", "本期金额"), "money", matrix=True),
        *comparison.columns(request),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    new_year = date(request.to_day.year, 1, 1)
    spans = [(new_year, request.to_day), (request.from_day, request.to_day)]
    spans += comparison.spans(request)
    found = [worked_out(STATEMENT, _figures(session, *span)) for span in spans]
    for line in lines_of(STATEMENT):
        cells: tuple[Cell, ...] = (line.row, line.words, *(each[line.row] for each in found))
        yield Row(cells, link=link_of(line))


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
)
