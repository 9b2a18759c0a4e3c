"""Whether a shop file is what it says it is, page by page and trigger by trigger (SQLite).

A hostile file with one extra trigger passes SQLite's own check; the fingerprint of the schema does not.
"""

from collections.abc import Iterator
from typing import Any

from jxc_desktop.core.creation import SCHEMA_VERSION, fingerprint
from jxc_desktop.core.db import APPLICATION_ID, DriverError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.known_schema import known_fingerprint

MOST = 20
"""Problems told of one kind; a damaged file may have thousands."""


def structural_problems(connection: Any) -> list[str]:
    """Everything wrong with the file under a driver connection: ids, schema, pages, references."""
    try:
        return list(_identity(connection)) or [*_schema(connection), *_content(connection)]
    except (DriverError, ValueError) as error:
        return [translate("safety", "文件读不下去：{error}").format(error=error)]


def file_version(connection: Any) -> int:
    """The schema version a file bears."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _identity(connection: Any) -> Iterator[str]:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield translate("safety", "这不是进销存账套")
        return
    version = file_version(connection)
    if version > SCHEMA_VERSION:
        yield translate("safety", "它是更新版本的程序写的（第 {version} 版）").format(
            version=version
        )
    elif known_fingerprint(version) is None:
        yield translate("safety", "没有第 {version} 版的账套").format(version=version)


def _schema(connection: Any) -> Iterator[str]:
    if fingerprint(connection) != known_fingerprint(file_version(connection)):
        yield translate("safety", "表、约束或触发器被人改过")


def _content(connection: Any) -> Iterator[str]:
    for [line] in connection.execute(f"PRAGMA integrity_check({MOST})").fetchall():
        if line != "ok":
            yield translate("safety", "文件损坏：{line}").format(line=line)
    broken = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    for table, row, parent, _ in broken:
        yield translate("safety", "{table} 第 {row} 行指向 {parent} 里没有的行").format(
            table=table, row=row, parent=parent
        )
