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


def open_table(
    path: Path, source: Source, *, override: Override | None = None, encoding: str | None = None
) -> Table:
    """The records of `path` as `source` understands them; reads no database, may take a second."""
    sheet, header = choose_sheet(read_sheets(path, encoding=encoding), source.kind, override)
    return read_table(sheet, header, kind=source.kind, fill=source.fill_down)


def check_table(session: Session, source: Source, table: Table) -> Checked:
    """`check` with what the shop knows: known keys, then the source's own `verify`."""
    lookup = partial(source.lookup, session) if source.lookup else None
    checked = check(source, table, lookup)
    if source.verify is None:
        return checked
    return checked.with_flaws(source, table.header, source.verify(session, checked.rows))


def import_table(
    session: Session,
    source: Source,
    table: Table,
    *,
    skip_bad_rows: bool = False,
    dry_run: bool = False,
) -> ImportResult:
    """Write all rows of `table`, or none when one is wrong; `skip_bad_rows` leaves the wrong ones out.

    The caller's transaction commits. A dry run tells what would be written. Rows that are there already are
    skipped, so a repeated file writes nothing.
    """
    checked = check_table(session, source, table)
    if checked.bad and not skip_bad_rows:
        return ImportResult(checked.read, 0, 0, checked.problems, checked.notices, refused=True)
    if source.write and checked.rows and not dry_run:
        source.write(session, checked.rows)
    return ImportResult(
        checked.read,
        len(checked.rows),
        checked.unchanged + len(checked.bad),
        checked.problems,
        checked.notices,
    )
