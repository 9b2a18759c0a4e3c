"""A finished report as a file: JSON and CSV for machines, xlsx and PDF for people.

The four kinds show the same figures; JSON has the promised columns only. Taking data out as CSV or xlsx needs
the right `export.data`, printing (PDF) and asking (JSON) only that of the report.
"""

import csv
import io
import json
from collections.abc import Callable
from typing import Literal

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.printing.form import Form, FormPaper
from jxc_desktop.printing.table import Table, TableColumn, TableRow
from jxc_desktop.reports.report import Cell, Column, Kind, Result, Role, Row
from jxc_desktop.reports.texts import (
    filter_texts,
    heading_of,
    period_text,
    text_for_machines,
    texts_of_row,
    texts_of_totals,
)
from jxc_desktop.reports.workbook import xlsx_bytes
from jxc_desktop.shop.actor import authorize

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that begins so for a formula."""
_TAKES_DATA_OUT = frozenset({"csv", "xlsx"})
_PAPER_KINDS: dict[Kind, Literal["text", "money", "quantity", "price", "percent", "day"]] = {
    "text": "text",
    "day": "day",
    "money": "money",
    "quantity": "quantity",
    "price": "price",
    "cost": "price",
    "percent": "percent",
    "count": "quantity",
}


_MACHINE_KINDS: dict[str, str] = {"cost": "price"}


def exported(session: Session, result: Result, form: str) -> bytes:
    """`result` as json, csv, xlsx or pdf for whoever is at work."""
    if form not in FORMS:
        raise InvalidInput(
            translate("reports", "报表格式只能是 {known}").format(known=listed(FORMS)),
            field="format",
        )
    if form in _TAKES_DATA_OUT:
        authorize(session, "export.data")
    return _own(session, result, form) or FORMS[form](result)


def _own(session: Session, result: Result, form: str) -> bytes | None:
    """What a report draws itself instead of its table."""
    if form == "pdf":
        drawn = result.report.paper(session, result)
        return None if drawn is None else form_bytes(*drawn)
    return result.report.sheet(result) if form == "xlsx" else None


def json_bytes(result: Result) -> bytes:
    """The promised shape: name, title, columns, rows of decimal strings, totals."""
    places = [i for i, column in enumerate(result.columns) if not column.detail]
    columns = [result.columns[i] for i in places]
    answer = {
        "name": result.report.name,
        "title": result.title,
        "from": result.request.from_day.isoformat(),
        "to": result.request.to_day.isoformat(),
        "columns": [
            {"id": c.id, "title": heading_of(c), "kind": _MACHINE_KINDS.get(c.kind, c.kind)}
            for c in columns
        ],
        "rows": [
            [text_for_machines(result.columns[i], row.cells[i]) for i in places]
            for row in result.data
        ],
        "totals": {
            c.id: text_for_machines(c, result.totals[c.id])
            for c in columns
            if c.id in result.totals
        },
    }
    return json.dumps(answer, ensure_ascii=False).encode() + b"\n"


def csv_bytes(result: Result) -> bytes:
    """Every column and every data row, in UTF-8 with the mark that Excel looks for; no totals."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([heading_of(column) for column in result.columns])
    for row in result.data:
        writer.writerow(map(_csv_cell, result.columns, row.cells))
    return target.getvalue().encode("utf-8-sig")


def _csv_cell(column: Column, value: Cell) -> str | int:
    text = text_for_machines(column, value)
    if text is None:
        return ""
    if column.kind == "text" and str(text).startswith(_STARTS_A_FORMULA):
        return f"'{text}"
    return text


def table_of(result: Result) -> Table:
    """`result` as a table for paper."""
    printed = translate("reports", "{person} 打印于 {moment}").format(
        person=result.made_by, moment=result.made_at
    )
    return Table(
        title=result.title,
        columns=tuple(TableColumn(heading_of(c), _PAPER_KINDS[c.kind]) for c in result.columns),
        rows=[TableRow(texts_of_row(result, row), _paper_role(row)) for row in result.rows],
        total=texts_of_totals(result),
        company=result.company,
        subtitles=(period_text(result), *filter_texts(result)),
        notes=(result.proof.text,) if result.proof else (),
        printed=printed,
    )


def _paper_role(row: Row) -> Role:
    """A heading with sums is set like a subtotal, so that they stand under their columns."""
    summed = any(isinstance(cell, int) for cell in row.cells)
    return "subtotal" if row.role == "group" and summed else row.role


def pdf_bytes(result: Result) -> bytes:
    """`result` on A4 pages."""
    from jxc_desktop.printing.table_pdf import table_pdf

    return table_pdf(table_of(result))


def form_bytes(form: Form, paper: FormPaper) -> bytes:
    """A report that has a paper of its own."""
    from jxc_desktop.printing.form_pdf import form_pdf

    return form_pdf(form, paper)


FORMS: dict[str, Callable[[Result], bytes]] = {
    "json": json_bytes,
    "csv": csv_bytes,
    "xlsx": xlsx_bytes,
    "pdf": pdf_bytes,
}
