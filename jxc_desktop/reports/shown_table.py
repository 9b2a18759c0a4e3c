"""Any table of a pane as a file: the shown columns and all rows, written as a report is."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.reports.export import exported
from jxc_desktop.reports.report import Cell, Column, Report, Request, Result, Row
from jxc_desktop.shop.actor import actor_of
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.widgets.columns import Column as Shown
from jxc_desktop.widgets.columns import Kind

_KINDS: dict[Kind, Any] = {
    Kind.MONEY: "money",
    Kind.QUANTITY: "quantity",
    Kind.PRICE: "price",
    Kind.COST: "cost",
    Kind.PERCENT: "percent",
    Kind.COUNT: "count",
}
"""What is written as a number; everything else reads as on the screen."""


def table_file(
    session: Session, title: str, columns: Sequence[Shown[Any]], rows: Iterable[Any], form: str
) -> bytes:
    """`rows` through `columns` as xlsx or csv; raises `Forbidden` for who may take no data out."""
    clock = clock_of(session)
    today = clock.today()
    written = tuple(
        Column(c.key, c.heading, _KINDS.get(c.kind, "text"), group=c.group) for c in columns
    )
    result = Result(
        Report("table", lambda: title, "", "", _none, _none, point=True),
        title,
        Request(today, today, {}, {}),
        written,
        tuple(Row(tuple(_cell(column, row) for column in columns)) for row in rows),
        {},
        settings_of(session).name,
        clock.local(clock.milliseconds()).strftime("%Y-%m-%d %H:%M"),
        actor_of(session).name,
    )
    return exported(session, result, form)


def _none(_session: Session, _request: Request) -> tuple[()]:
    """The rows are given: nothing is asked of the database."""
    return ()


def _cell(column: Shown[Any], row: Any) -> Cell:
    """A number as itself where the column counts something, else the words on the screen with what follows them."""
    if column.kind in _KINDS:
        value = column.value_of(row)
        if value is None or isinstance(value, int):
            return value
    sub = column.sub(row) if column.sub else ""
    return f"{column.text_of(row)} {sub}".strip()
