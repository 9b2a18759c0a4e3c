"""Files as shops have them, made by each test."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from jxc_desktop.imports.grid import Cell, Sheet
from jxc_desktop.imports.headings import map_headings
from jxc_desktop.imports.running import import_table, open_table
from jxc_desktop.imports.table import Table, read_table

Rows = Sequence[Sequence[object]]


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """`xlsx(rows, merged=("A1:B1",))` writes a workbook of one sheet."""

    def write(rows: Rows, merged: Sequence[str] = (), name: str = "goods.xlsx") -> Path:
        book = Workbook()
        page = book.active
        for row in rows:
            page.append(list(row))
        for cells in merged:
            page.merge_cells(cells)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes, str], Path]:
    """`file(content, name)` writes bytes."""

    def write(content: bytes, name: str = "goods.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def sheet() -> Callable[..., Sheet]:
    """`sheet(row, row, …)` is one in memory."""
    return lambda *rows: Sheet("表", tuple(tuple(row) for row in rows))


@pytest.fixture
def table_of(sheet: Callable[..., Sheet]) -> Callable[..., Table]:
    """`table_of(kind, header, row, …)` is read as the import would."""

    def read(kind: str, *rows: Sequence[Cell], fill: Sequence[str] = ()) -> Table:
        page = sheet(*rows)
        return read_table(page, map_headings(page, kind), kind=kind, fill=fill)

    return read


@pytest.fixture
def run(tmp_path, owner):
    """`run(database, source, text)` imports a csv file and returns the result."""

    def run(database, source, text, actor=owner, **options):
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8-sig")
        table = open_table(path, source)
        with database.transaction(actor) as session:
            return import_table(session, source, table, **options)

    return run
