"""One snapshot of a shop as a shop file, whatever database it lives in (decisions 24)."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, inspect, text

from jxc_desktop.core.copying import Progress, copy_out
from jxc_desktop.core.creation import create_schema
from jxc_desktop.core.db import Database
from jxc_desktop.core.durable import remove_with_companions, sync_file, sync_folder
from jxc_desktop.core.guards import create_guards, drop_guards
from jxc_desktop.core.known_schema import known_rooms
from jxc_desktop.core.schema import Base

BATCH = 5000
_OF_POSTGRESQL = {"schema_version"}


def shop_bytes(database: Database) -> int:
    """About how large a snapshot will be."""
    if database.path is None:
        with database.engine().connect() as connection:
            size = connection.execute(text("SELECT pg_database_size(current_database())"))
            return int(size.scalar_one())
    files = (database.path, database.path.with_name(database.path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def write_snapshot(database: Database, target: Path, *, progress: Progress | None = None) -> None:
    """Write the shop as it is at one moment to a new file, forced onto the disk."""
    if database.dialect == "sqlite":
        with database.raw() as connection:
            copy_out(connection, target, progress=progress)
        return
    remove_with_companions(target)
    copy = Database(target, clock=database.clock)
    try:
        create_schema(copy, known_rooms())
        with database.reading() as session:
            _require_known(session.connection())
            _fill(copy, session.connection(), progress)
    finally:
        copy.close()
    sync_file(target)
    sync_folder(target.parent)


def _require_known(connection: Connection) -> None:
    strays = set(inspect(connection).get_table_names()) - set(Base.metadata.tables)
    if strays - _OF_POSTGRESQL:
        raise RuntimeError(f"tables that no room knows: {sorted(strays)}")


def _fill(copy: Database, source: Connection, progress: Progress | None) -> None:
    """Copy every table in one transaction, then set up the guards again."""
    tables = Base.metadata.sorted_tables
    with copy.engine().begin() as connection:
        drop_guards(connection)
    with copy.raw() as target:
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        for place, table in enumerate(tables, 1):
            _copy_table(table, source, target)
            if progress is not None:
                progress(place, len(tables))
        target.execute("COMMIT")
    with copy.engine().begin() as connection:
        create_guards(connection)


def _copy_table(table: Table, source: Connection, target: Any) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    rows = source.execution_options(yield_per=BATCH).exec_driver_sql(
        f'SELECT {names} FROM "{table.name}"'
    )
    for batch in rows.partitions(BATCH):
        target.executemany(
            f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})',
            [tuple(row) for row in batch],
        )
