"""Running the scripts of `versions/` on a shop: copied first, one transaction, proven before COMMIT.

`PRAGMA user_version` (a table of one row on PostgreSQL) says which version a shop has; revision 0007 makes
version 7. Killed anywhere, the shop is the old one or the new one.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from jxc_desktop.core.copying import copy_out
from jxc_desktop.core.creation import (
    SCHEMA_VERSION,
    fingerprint,
    schema_version,
    stamp,
)
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.guards import create_guards, drop_guards
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.known_schema import known_fingerprint
from jxc_desktop.core.locks import ShopLock
from jxc_desktop.core.schema import Base
from jxc_desktop.core.search_index import create_search

VERSIONS = Path(__file__).parent / "versions"
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Upgrade:
    """How to upgrade: where the scripts lie, whom to tell, and what makes a copy where no file is (PostgreSQL)."""

    versions: Path = VERSIONS
    told: Told = field(default=lambda _step: None)
    copy_first: Callable[[], None] = field(default=lambda: None)


def upgrade_file(
    path: Path, how: Upgrade | None = None, *, lock: ShopLock | None = None
) -> Path | None:
    """Bring the shop file at `path` to this version; returns the copy of the old one, None when nothing was to do.

    Nobody may have the shop open. Raises `ShopFileError` for a newer shop, one that is changed, or one in use.
    """
    database = Database(path)
    try:
        version = _version(database)
        if version == SCHEMA_VERSION:
            return None
        _require_sound(database, version)
        copy = path.with_name(f"{path.stem}.v{version}{path.suffix}")
        with (lock or ShopLock(path)).alone():
            with database.raw() as connection:
                copy_out(connection, copy)
            _upgrade(database, version, how or Upgrade())
        return copy
    finally:
        database.close()


def upgrade_database(database: Database, how: Upgrade | None = None) -> bool:
    """Bring an open PostgreSQL shop to this version after `how.copy_first`; says whether there was anything to do."""
    version = _version(database)
    if version == SCHEMA_VERSION:
        return False
    how = how or Upgrade()
    how.copy_first()
    _upgrade(database, version, how)
    return True


def _version(database: Database) -> int:
    version = schema_version(database)
    if version is None:
        raise ShopFileError(
            translate("core", "{shop} 不是进销存账套").format(shop=database.path or "PostgreSQL")
        )
    if version > SCHEMA_VERSION:
        raise ShopFileError(
            translate(
                "core", "账套是更新版本的程序写的（第 {version} 版）。升级本程序后再打开"
            ).format(version=version)
        )
    return version


def _require_sound(database: Database, version: int) -> None:
    with database.raw() as connection:
        found = fingerprint(connection)
    if found != known_fingerprint(version):
        raise ShopFileError(
            translate("core", "账套的表或触发器被人改过，不能升级。用备份恢复后再升级")
        )


def _upgrade(database: Database, version: int, how: Upgrade) -> None:
    with _one_transaction(database) as connection:
        drop_guards(connection)
        _drop_search(connection)
        _run_scripts(connection, _scripts(how.versions, version), how.told)
        create_search(connection)
        _fill_search(connection)
        create_guards(connection)
        stamp(connection)
        _require_new(connection)


@contextmanager
def _one_transaction(database: Database) -> Iterator[Connection]:
    """A connection whose foreign keys are off, as table rebuilds need; SQLite takes that only before BEGIN."""
    with database.engine().connect() as connection:
        if database.dialect == "sqlite":
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            connection.invalidate()


def _scripts(versions: Path, version: int) -> list[Any]:
    """The revisions that come after `version`, oldest first."""
    from alembic.script import ScriptDirectory

    folder = ScriptDirectory(str(versions.parent), version_locations=[str(versions)])
    revisions = reversed(list(folder.walk_revisions("base", "heads")))
    return [revision for revision in revisions if int(revision.revision) > version]


def _run_scripts(connection: Connection, scripts: Iterable[Any], told: Told) -> None:
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"target_metadata": Base.metadata})
    with Operations.context(context):
        for script in scripts:
            told(script.doc or script.revision)
            script.module.upgrade()


def _drop_search(connection: Connection) -> None:
    """Take the search indexes away; table rebuilds would lose their triggers."""
    if connection.dialect.name != "sqlite":
        found = "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'ix\\_%\\_search'"
        for [name] in connection.execute(text(found)).all():
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
        return
    for kind, pattern in (("trigger", "search\\_%"), ("table", "%\\_search")):
        found = f"SELECT name FROM sqlite_master WHERE type = '{kind}' AND name LIKE '{pattern}' ESCAPE '\\'"
        for [name] in connection.execute(text(found)).all():
            connection.exec_driver_sql(f'DROP {kind} "{name}"')


def _fill_search(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    for table in Base.metadata.sorted_tables:
        if "search_text" in table.columns:
            index = f"{table.name}_search"
            connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _require_new(connection: Connection) -> None:
    """Refuse to commit unless the shop is now exactly what a new shop of this version is."""
    if connection.dialect.name != "sqlite":
        return
    driver: Any = connection.connection.driver_connection
    broken = driver.execute("PRAGMA foreign_key_check").fetchone()
    if broken or fingerprint(driver) != known_fingerprint(SCHEMA_VERSION):
        raise RuntimeError(f"the migration does not lead to version {SCHEMA_VERSION}: {broken}")
