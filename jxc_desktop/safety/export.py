"""Taking everything out: the whole shop as CSV, one workbook, plain SQLite and a data dictionary."""

import csv
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.db import Database, connect
from jxc_desktop.core.durable import write_durably
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.formula_guard import guarded_text
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import text_of
from jxc_desktop.core.schema import Base
from jxc_desktop.core.types import Scaled
from jxc_desktop.safety.dictionary import as_markdown, described, kind_of
from jxc_desktop.safety.media import told_in_words
from jxc_desktop.safety.snapshot import write_snapshot
from jxc_desktop.shop.actor import authorize
from jxc_desktop.shop.audit import record

NEEDED = ("export.data", "field.cost_price", "field.purchase_price", "field.customer_contact")
"""Everything goes out, so all of these are needed."""
SECRETS: dict[str, frozenset[str]] = {
    "shop_user": frozenset({"password", "failures", "locked_until"}),
    "recovery_code": frozenset({"code"}),
}
"""Columns that never leave the shop."""
SHEET_ROWS = 1_048_000
_PLAIN, _BOOK, _WORDS, _COLUMNS = "shop.sqlite", "shop.xlsx", "dictionary.md", "dictionary.csv"
_BATCH = 5000
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}

Told = Callable[[str], None]


def export_shop(
    database: Database, folder: Path, *, actor: object, told: Told = lambda _table: None
) -> list[Path]:
    """Write the whole shop at one moment into an empty or new folder and return the files.

    When it cannot be finished, nothing of it is left.
    """
    with database.transaction(actor) as session:
        for permission in NEEDED:
            authorize(session, permission)
        record(session, "shop.export", folder.name)
    with told_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refused(
                translate("safety", "{folder} 里已有文件。换一个空文件夹").format(folder=folder)
            )
        try:
            return list(_files(database, folder, told))
        except BaseException:
            for leftover in folder.iterdir():
                leftover.unlink()
            raise


def _files(database: Database, folder: Path, told: Told) -> Iterator[Path]:
    plain = folder / _PLAIN
    write_snapshot(database, plain)
    _without_secrets(plain)
    rows = connect(plain, read_only=True)
    try:
        for table in _tables():
            told(table.name)
            yield _write_csv(folder, table, rows, database.clock)
        yield _write_book(folder / _BOOK, rows, database.clock)
    finally:
        rows.close()
    yield plain
    yield from _write_dictionary(folder)


def _tables() -> list[Table]:
    return sorted(Base.metadata.tables.values(), key=lambda table: table.name)


def _without_secrets(plain: Path) -> None:
    """Blank what must not leave, for good: the pages are overwritten and the file is made anew."""
    connection = connect(plain)
    try:
        for name, columns in SECRETS.items():
            for column in sorted(columns):
                blank = (
                    "''" if kind_of(Base.metadata.tables[name].columns[column]) == "text" else "0"
                )
                connection.execute(f'UPDATE "{name}" SET "{column}" = {blank}')
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        connection.close()


def _columns(table: Table) -> list[str]:
    secret = SECRETS.get(table.name, frozenset())
    return [column.name for column in table.columns if column.name not in secret]


def _read(rows: Any, table: Table) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{name}"' for name in _columns(table))
    cursor = rows.execute(f'SELECT {names} FROM "{table.name}" ORDER BY 1')
    while batch := cursor.fetchmany(_BATCH):
        yield from batch


def _write_csv(folder: Path, table: Table, rows: Any, clock: Clock) -> Path:
    path = folder / f"{table.name}.csv"
    texts = [_text_of(table, name, clock) for name in _columns(table)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_columns(table))
        for row in _read(rows, table):
            writer.writerow([say(value) for say, value in zip(texts, row, strict=True)])
    return path


def _text_of(table: Table, name: str, clock: Clock) -> Callable[[Any], str]:
    """How values of a column are written in CSV; NULL is empty."""
    column = table.columns[name]
    kind = kind_of(column)
    if isinstance(column.type, Scaled):
        places = column.type.places
        return lambda value: "" if value is None else text_of(value, places)
    if kind == "moment":
        return lambda value: "" if value is None else _moment(value, clock)
    if kind == "text":
        return lambda value: "" if value is None else guarded_text(value)
    if kind == "file":
        return _bytes_in_plain
    return lambda value: "" if value is None else str(value)


def _bytes_in_plain(value: Any) -> str:
    """What a file holds stays in the plain database; tables of text say how much it is."""
    return "" if value is None else f"({len(value)} bytes)"


def _moment(value: int, clock: Clock) -> str:
    return clock.local(value).isoformat(timespec="milliseconds")


def _write_book(path: Path, rows: Any, clock: Clock) -> Path:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        for table in _tables():
            _write_sheets(book, table, rows, clock)
    return path


def _write_sheets(book: Any, table: Table, rows: Any, clock: Clock) -> None:
    """One sheet, and further ones where the rows of a table pass what a sheet holds."""
    kinds = [kind_of(table.columns[name]) for name in _columns(table)]
    sheet, place, number = _new_sheet(book, table, 1), 1, 1
    for row in _read(rows, table):
        if place > SHEET_ROWS:
            number += 1
            sheet, place = _new_sheet(book, table, number), 1
        for cell, (kind, value) in enumerate(zip(kinds, row, strict=True)):
            _write_cell(sheet, place, cell, kind, value, clock)
        place += 1


def _new_sheet(book: Any, table: Table, number: int) -> Any:
    name = table.name[:28] + (f"~{number}" if number > 1 else "")
    sheet = book.add_worksheet(name)
    for cell, heading in enumerate(_columns(table)):
        sheet.write_string(0, cell, heading)
    return sheet


def _write_cell(sheet: Any, row: int, cell: int, kind: str, value: Any, clock: Clock) -> None:
    if value is None:
        return
    if kind.startswith("decimal"):
        places = int(kind.removeprefix("decimal(").removesuffix(")"))
        sheet.write_number(row, cell, Decimal(value).scaleb(-places))
    elif kind in {"whole", "flag"}:
        sheet.write_number(row, cell, value)
    elif kind == "file":
        sheet.write_string(row, cell, _bytes_in_plain(value))
    else:
        sheet.write_string(row, cell, _moment(value, clock) if kind == "moment" else value)


def _write_dictionary(folder: Path) -> Iterator[Path]:
    words, columns = folder / _WORDS, folder / _COLUMNS
    write_durably(words, as_markdown().encode())
    yield words
    with columns.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("table", "column", "kind", "key", "optional", "points_to"))
        for said in described():
            key, optional = int(said.key), int(said.optional)
            writer.writerow((said.table, said.column, said.kind, key, optional, said.points_to))
    yield columns
