"""销售毛利分析: the sales summary with each key's share of the profit, the best first (domain.md §5)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.reports import sales_summary
from jxc_desktop.reports.report import Column, Report, Request, Row
from jxc_desktop.reports.summing import summarise
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.stock.trade import COST


def columns(session: Session, request: Request) -> list[Column]:
    share = Column("share", translate("reports", "毛利占比"), "percent", COST, detail=True)
    return [*sales_summary.columns(session, request), share]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by = request.values["by"]
    found = summarise(session, traded_lines(session, request, SOLD, later_costs=True), by)
    whole = sum(each.profit or 0 for each in found)
    for each in sorted(found, key=lambda each: (-(each.profit or 0), each.key)):
        share = div_half_up((each.profit or 0) * ONE, whole) if whole else None
        cells = (*sales_summary.cells_of(each), share)
        yield Row(cells, each.unit, sales_summary.link_of(request, by, each))


REPORT = Report(
    name="gross_profit",
    title=lambda: translate("reports", "销售毛利分析"),
    group="sales",
    permission="report.profit",
    columns=columns,
    rows=rows,
    parameters=sales_summary.parameters,
    derive=sales_summary.derive,
)
