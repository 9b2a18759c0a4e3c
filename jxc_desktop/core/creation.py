"""Making the schema of a new shop, and telling whether a shop's schema is the one we know."""

import hashlib
import re
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, text

from jxc_desktop.core.db import APPLICATION_ID, Database
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.guards import create_guards
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import Base
from jxc_desktop.core.search_index import create_search

SCHEMA_VERSION = 1
"""`PRAGMA user_version`, one more with each migration."""


def create_schema(database: Database, rooms: Collection[str]) -> None:
    """Make every table, search index and guard in an empty database, and mark it as ours.

    `rooms` names the modules and packages whose tables must be known by now; a table elsewhere is a bug.
    """
    homes = tuple(f"{room}." for room in rooms)
    modules = (mapper.class_.__module__ for mapper in Base.registry.mappers)
    strays = [name for name in modules if not f"{name}.".startswith(homes)]
    if strays:
        raise RuntimeError(f"tables outside the known rooms: {strays}")
    with database.engine().begin() as connection:
        Base.metadata.create_all(connection)
        create_search(connection)
        create_guards(connection)
        stamp(connection)


def stamp(connection: Connection) -> None:
    """Write which program and which schema version the database belongs to."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    else:
        connection.exec_driver_sql(
            "CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)"
        )
        connection.exec_driver_sql("DELETE FROM schema_version")
        connection.execute(text("INSERT INTO schema_version VALUES (:v)"), {"v": SCHEMA_VERSION})


def require_our_schema(database: Database) -> None:
    """Refuse a database that is no shop, or one written by a newer program."""
    version = schema_version(database)
    if version is None:
        raise ShopFileError(
            translate("core", "{shop} 不是进销存账套").format(shop=_shown(database))
        )
    if version > SCHEMA_VERSION:
        raise ShopFileError(
            translate(
                "core", "{shop} 是更新版本的程序写的（第 {version} 版）。升级本程序后再打开"
            ).format(shop=_shown(database), version=version)
        )


def schema_version(database: Database) -> int | None:
    """The schema version the database bears, or None when it is no shop."""
    with database.engine().connect() as connection:
        if database.dialect == "sqlite":
            ours = (
                connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
            )
            return (
                int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
                if ours
                else None
            )
        known = connection.exec_driver_sql("SELECT to_regclass('schema_version')").scalar_one()
        if known is None:
            return None
        return int(connection.exec_driver_sql("SELECT version FROM schema_version").scalar_one())


def _shown(database: Database) -> str:
    return str(database.path or database.url.render_as_string(hide_password=True))


def fingerprint(connection: Any) -> str:
    """SHA-256 over the tables, constraints, indexes and triggers of a SQLite file (driver connection).

    It tells a schema that somebody changed (a dropped trigger) from the one this version makes.
    """
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    ).fetchall()
    digest = hashlib.sha256()
    for kind, name, table, sql in rows:
        digest.update(f"{kind}|{name}|{table}|{_normalised(sql)}\n".encode())
    return digest.hexdigest()


def _normalised(sql: str) -> str:
    bare = re.sub(r'["`\[\]]', "", sql)
    head, parenthesis, rest = re.sub(r"\s+", " ", bare).strip().partition("(")
    if not head.upper().startswith("CREATE TABLE"):
        return head + parenthesis + rest
    body, _, tail = rest.rpartition(")")
    parts = sorted(part.strip() for part in _split(body))
    return f"{head}({','.join(parts)}){tail}"


def _split(body: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, letter in enumerate(body):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield body[start:place]
            start = place + 1
    yield body[start:]
