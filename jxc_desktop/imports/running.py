"""Runs one import: read, check all, write all or nothing."""

from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from jxc_desktop.imports.checking import Checked, check
from jxc_desktop.imports.headings import Override, choose_sheet
from jxc_desktop.imports.problems import ImportResult
from jxc_desktop.imports.sheets import read_sheets
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.table import Table, read_table
from jxc_desktop.shop.actor import needs

IMPORT = "import.data"
"""The right to check and to write foreign tables."""


def open_table(
    path: Path, source: Source, *, override: Override | None = None, encoding: str | None = None
) -> Table:
    """The records of `path` as `source` understands them; reads no database, may take a second."""
    sheet, header = choose_sheet(read_sheets(path, encoding=encoding), source.kind, override)
    return read_table(sheet, header, kind=source.kind, fill=source.fill_down)


@needs(IMPORT)
def check_table(session: Session, source: Source, table: Table) -> Checked:
    """`check` with what the shop knows: known keys, the source's own `verify`, then rows that stand already."""
    lookup = partial(source.lookup, session) if source.lookup else None
    checked = check(source, table, lookup)
    if source.verify is not None:
        flaws = source.verify(session, checked.rows)
        checked = checked.with_flaws(source, table.header, flaws)
    if source.standing is None:
        return checked
    return checked.without(source.standing(session, checked.rows))


def write_table(
    session: Session, source: Source, table: Table, *, skip_bad_rows: bool = False
) -> Checked:
    """Check `table` and write all its rows, or none when one is wrong; the caller's transaction commits.

    `skip_bad_rows` leaves the wrong ones out. Rows that are there already are skipped, so a repeated file writes
    nothing.
    """
    checked = check_table(session, source, table)
    if source.write and checked.rows and (skip_bad_rows or not checked.bad):
        source.write(session, checked.rows)
    return checked


def import_table(
    session: Session,
    source: Source,
    table: Table,
    *,
    skip_bad_rows: bool = False,
    dry_run: bool = False,
) -> ImportResult:
    """`write_table` as the machine interface tells it; a dry run tells what would be written."""
    if dry_run:
        checked = check_table(session, source, table)
    else:
        checked = write_table(session, source, table, skip_bad_rows=skip_bad_rows)
    found = (checked.problems, checked.notices)
    if checked.bad and not skip_bad_rows:
        return ImportResult(checked.read, 0, 0, *found, refused=True)
    skipped = checked.unchanged + len(checked.bad)
    return ImportResult(checked.read, len(checked.rows), skipped, *found)
