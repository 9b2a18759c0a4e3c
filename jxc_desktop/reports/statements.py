"""What the statements of the books have in common: the form's rows, one column of figures for each span or day."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import comparison
from jxc_desktop.reports.formulas import Figures, Line, account_codes, lines_of, worked_out
from jxc_desktop.reports.report import Column, Link, Request, Row


def statement_columns(request: Request, first: Column, second: Column) -> list[Column]:
    """The official columns, and those of the earlier period where there is one to compare with."""
    return [
        Column("row", translate("reports", "行次"), "count"),
        Column("item", translate("reports", "项目")),
        first,
        second,
        *comparison.columns(request),
    ]


def flow_columns(request: Request) -> list[Column]:
    """Of a statement on what moved: the year so far, the period."""
    return statement_columns(
        request,
        Column("year", translate("reports", "本年累计金额"), "money", matrix=True),
        Column("period", translate("reports", "本期金额"), "money", matrix=True),
    )


def flow_spans(request: Request) -> list[comparison.Span]:
    """The spans of `flow_columns`, and the earlier one where there is one."""
    new_year = date(request.to_day.year, 1, 1)
    spans = [(new_year, request.to_day), (request.from_day, request.to_day)]
    return spans + comparison.spans(request)


def statement_rows(
    statement: str, figures: Iterable[Figures], link: Callable[[Line], Link | None]
) -> Iterator[Row]:
    """Every row of the form, worked out from each column's figures."""
    found = [worked_out(statement, each) for each in figures]
    for line in lines_of(statement):
        yield Row((line.row, line.words, *(each[line.row] for each in found)), link=link(line))


def accounts_behind(line: Line) -> Link | None:
    """The accounts behind a row, or the one account it is."""
    codes = account_codes(line)
    if not codes:
        return None
    if len(codes) == 1:
        return Link(report="subsidiary_ledger", filters={"account": codes[0]})
    return Link(report="statement_accounts", filters={"of": line.statement, "row": str(line.row)})


def net_below(nets: Mapping[str, int], code: str) -> int:
    """The balance of an account and all below it; codes of sub-accounts begin with their account's."""
    return sum(net for leaf, net in nets.items() if leaf.startswith(code))
