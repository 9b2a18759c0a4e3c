"""现金银行日记账: the money of one account day by day, with the other side of each movement (domain.md §5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.cash import queries as cash
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row, Totals
from jxc_desktop.reports.running import with_ends

BALANCE = -1
"""Where the balance stands in a row."""


def _parameters(default: str) -> list[Parameter]:
    title = translate("reports", "结算账户")
    return [Parameter("account", title, "money_account", default=default, required=True)]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.day(),
        Column("voucher", translate("reports", "凭证字号")),
        headings.number(),
        Column("summary", translate("reports", "摘要")),
        Column("counterpart", translate("reports", "对方科目")),
        Column("income", translate("reports", "收入"), "money", total=True, matrix=True),
        Column("outgo", translate("reports", "支出"), "money", total=True, matrix=True),
        Column("balance", translate("reports", "余额"), "money"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    opening, journal = cash.cash_journal(
        session, request.values["account"], request.from_day, request.to_day
    )
    said = ("", "", translate("reports", "期初余额"), "")
    yield Row((request.from_day, *said, 0, 0, opening))
    day = (0, 0)
    for row, last in with_ends(journal, len("2026-03-31")):
        cells = (
            row.day, row.voucher, row.number, row.summary, row.counterpart, row.income, row.outgo,
            row.balance,
        )  # fmt: skip
        yield Row(cells, link=Link(document=row.number))
        day = day[0] + row.income, day[1] + row.outgo
        if last:
            sums = ("", "", translate("reports", "本日合计"), "")
            yield Row((None, *sums, *day, row.balance), role="subtotal")
            day = (0, 0)


def derive(_totals: Totals, rows: Sequence[Row]) -> Mapping[str, int | None]:
    """What lies in the account at the end."""
    last = rows[-1].cells[BALANCE]
    return {"balance": last if isinstance(last, int) else None}


REPORT = Report(
    name="cash_journal",
    title=lambda: translate("reports", "现金银行日记账"),
    group="cash",
    permission="report.cash",
    columns=columns,
    rows=rows,
    parameters=lambda: _parameters("cash"),
    derive=derive,
)
BANK = replace(
    REPORT,
    name="bank_journal",
    title=lambda: translate("reports", "银行存款日记账"),
    parameters=lambda: _parameters("bank"),
)
