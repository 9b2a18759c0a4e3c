"""How a report's values read: for people with commas, for machines as plain decimals."""

from collections.abc import Callable
from datetime import date
from typing import Any

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    text_of,
    trimmed,
)
from jxc_desktop.reports.report import Cell, Column, Result, Row
from jxc_desktop.widgets import formats

_FOR_PEOPLE: dict[str, Callable[[Any], str]] = {
    "text": str,
    "day": date.isoformat,
    "money": formats.money_text,
    "quantity": formats.quantity_text,
    "price": formats.price_text,
    "cost": formats.cost_text,
    "percent": lambda value: formats.percent_text(value, 1),
    "count": formats.count_text,
}
_FOR_MACHINES: dict[str, Callable[[Any], str | int]] = {
    "text": str,
    "day": date.isoformat,
    "money": lambda value: text_of(value, MONEY_PLACES),
    "quantity": lambda value: trimmed(value, QUANTITY_PLACES),
    "price": lambda value: trimmed(value, PRICE_PLACES, MONEY_PLACES),
    "cost": lambda value: trimmed(value, PRICE_PLACES, MONEY_PLACES),
    "percent": lambda value: text_of(value, RATE_PLACES),
    "count": int,
}


def text_for_people(column: Column, value: Cell) -> str:
    """A cell with thousands commas; nothing is blank, and so is 0 in a matrix."""
    if value is None or (column.matrix and value == 0):
        return ""
    return _FOR_PEOPLE[column.kind](value)


def text_for_machines(column: Column, value: Cell) -> str | int | None:
    """A cell as a plain decimal string; counts stay numbers, nothing is None."""
    return None if value is None else _FOR_MACHINES[column.kind](value)


def texts_of_row(result: Result, row: Row) -> tuple[str, ...]:
    """A whole row for people."""
    return tuple(map(text_for_people, result.columns, row.cells))


def texts_of_totals(result: Result) -> tuple[str, ...]:
    """The totals row for people: 合计, how many rows, and the sums; empty when nothing is summed."""
    if not result.totals:
        return ()
    said = [translate("reports", "合计")]
    cells = []
    for column in result.columns:
        if column.id in result.totals:
            cells.append(text_for_people(column, result.totals[column.id]))
        else:
            cells.append(said.pop() if said else "")
    return tuple(cells)


def period_text(result: Result) -> str:
    """The period, or the day of a report that stands on one."""
    request = result.request
    if result.report.point:
        return translate("reports", "截至 {day}").format(day=request.to_day)
    return translate("reports", "{first} 至 {last}").format(
        first=request.from_day, last=request.to_day
    )


def filter_texts(result: Result) -> list[str]:
    """Each filter in words: 仓库：总仓."""
    found = []
    for parameter in result.report.parameters():
        text = result.request.texts.get(parameter.name, "")
        label = dict(parameter.choices).get(text, text)
        if text and text != parameter.default:
            found.append(
                translate("reports", "{title}：{value}").format(title=parameter.title, value=label)
            )
    return found


def heading_of(column: Column) -> str:
    """A column's title with the heading over it, for where there is one line only."""
    if not column.group:
        return column.title
    return translate("reports", "{group}{title}").format(group=column.group, title=column.title)
