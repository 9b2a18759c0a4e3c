"""数量金额明细账: one product's 1405 with its vouchers, quantity and worth in, out and left (domain.md §5)."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries.books import vouchers_of_sources
from jxc_desktop.reports import stock_ledger
from jxc_desktop.reports.report import Column, Report, Request, Row

NUMBER = 1
"""Where the document's number stands; its voucher goes before it."""


def columns(session: Session, request: Request) -> list[Column]:
    known = list(stock_ledger.columns(session, request))
    return [*known[:NUMBER], Column("voucher", translate("reports", "凭证字号")), *known[NUMBER:]]


def rows(session: Session, request: Request) -> Iterator[Row]:
    found = list(stock_ledger.rows(session, request))
    numbers = [str(row.cells[NUMBER]) for row in found]
    words = vouchers_of_sources(session, numbers)
    for row, number in zip(found, numbers, strict=True):
        cells = (*row.cells[:NUMBER], words.get(number, ""), *row.cells[NUMBER:])
        yield replace(row, cells=cells)


REPORT = Report(
    name="quantity_amount_ledger",
    title=lambda: translate("reports", "数量金额明细账"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=stock_ledger.parameters,
)
