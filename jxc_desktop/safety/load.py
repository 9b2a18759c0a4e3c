"""Filling a PostgreSQL shop from a shop file, in one transaction: before it the old shop, after it the new."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, text

from jxc_desktop.core.creation import create_schema, schema_version
from jxc_desktop.core.db import Database, connect
from jxc_desktop.core.guards import create_guards, drop_guards
from jxc_desktop.core.known_schema import known_rooms
from jxc_desktop.core.schema import Base

BATCH = 5000


def load_into(database: Database, source: Path) -> None:
    """Replace everything in a PostgreSQL shop (made first where there is none) by the rows of a shop file."""
    if schema_version(database) is None:
        create_schema(database, known_rooms())
    tables = Base.metadata.sorted_tables
    rows = connect(source, read_only=True)
    try:
        with database.engine().begin() as connection:
            drop_guards(connection)
            names = ", ".join(f'"{table.name}"' for table in tables)
            connection.exec_driver_sql(f"TRUNCATE {names}")
            for table in tables:
                _fill(connection, table, rows)
                _count_on(connection, table)
            create_guards(connection)
    finally:
        rows.close()


def _fill(connection: Connection, table: Table, rows: Any) -> None:
    """Copy a table; references to its own rows are set when all are there."""
    own = [c.name for c in table.columns if any(k.column.table is table for k in c.foreign_keys)]
    names = [c.name for c in table.columns if c.name not in own]
    driver: Any = connection.connection.driver_connection
    quoted = ", ".join(f'"{name}"' for name in names)
    with (
        driver.cursor() as cursor,
        cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy,
    ):
        for row in _read(rows, f'SELECT {quoted} FROM "{table.name}"'):
            copy.write_row(row)
    for name in own:
        _link(connection, table, name, rows)


def _link(connection: Connection, table: Table, name: str, rows: Any) -> None:
    [key] = [column.name for column in table.primary_key.columns]
    links = [
        {"row": row, "other": other}
        for row, other in _read(
            rows, f'SELECT "{key}", "{name}" FROM "{table.name}" WHERE "{name}" IS NOT NULL'
        )
    ]
    if links:
        connection.execute(
            text(f'UPDATE "{table.name}" SET "{name}" = :other WHERE "{key}" = :row'), links
        )


def _read(rows: Any, sql: str) -> Iterator[tuple[Any, ...]]:
    cursor = rows.execute(sql)
    while batch := cursor.fetchmany(BATCH):
        yield from batch


def _count_on(connection: Connection, table: Table) -> None:
    """Let the table's own numbering go on after its last row."""
    column = table.autoincrement_column
    if column is None:
        return
    connection.execute(
        text(
            f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', '{column.name}'), "
            f'coalesce(max("{column.name}"), 0) + 1, false) FROM "{table.name}" '
            f"HAVING pg_get_serial_sequence('\"{table.name}\"', '{column.name}') IS NOT NULL"
        )
    )
