"""Statements for the paths that must be fast: posting, imports, searches.

A `Statement` is written once with :named parameters and handed to the driver as it is, so a posting costs
little more than its rows. Values go in and come out raw: ints, ISO days, 0 or 1.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import changed
from jxc_desktop.core.schema import Base

Row = tuple[Any, ...]
Pick = Callable[[Mapping[str, Any]], tuple[Any, ...]]
"""Takes the parameters of a statement out of a mapping, in order."""
_PARAMETER = re.compile(r"(?<!:):([a-z_]+)")


class Statement:
    """One SQL statement, translated once for each driver.

    `postgresql` replaces the text there, mostly to add FOR UPDATE. `changes` names the table written to.
    """

    def __init__(self, sql: str, *, postgresql: str | None = None, changes: str = "") -> None:
        self._texts = {"sqlite": sql, "postgresql": postgresql or sql}
        self._changes = changes
        self._ready: dict[str, tuple[str, Pick]] = {}

    def all(self, session: Session, **values: Any) -> list[Row]:
        """Every row of the answer, as plain tuples."""
        rows: list[Row] = self._execute(session, values).fetchall()
        return rows

    def first(self, session: Session, **values: Any) -> Row | None:
        """The first row, or None."""
        rows = self.all(session, **values)
        return rows[0] if rows else None

    def one(self, session: Session, **values: Any) -> Row:
        """The only row; a bug when there is none or more."""
        [row] = self.all(session, **values)
        return row

    def run(self, session: Session, **values: Any) -> None:
        """Execute for its effect."""
        self._execute(session, values)

    def run_many(self, session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute once for each mapping, as one batch."""
        sql, pick = self._translated(session)
        batch = [pick(row) for row in rows]
        if session.info["dialect"] != "sqlite":
            batch = [tuple(map(_plain, values)) for values in batch]
        if batch:
            self._note(session)
            _driver(session).cursor().executemany(sql, batch)

    def _execute(self, session: Session, values: Mapping[str, Any]) -> Any:
        sql, pick = self._translated(session)
        self._note(session)
        bound = pick(values)
        if session.info["dialect"] != "sqlite":
            bound = tuple(map(_plain, bound))
        elif list in map(type, bound):
            bound = tuple(json.dumps(v) if isinstance(v, list) else v for v in bound)
        cursor = _driver(session).cursor()
        cursor.execute(sql, bound)
        return cursor

    def _note(self, session: Session) -> None:
        if self._changes:
            changed(session, self._changes)

    def _translated(self, session: Session) -> tuple[str, Pick]:
        dialect = session.info["dialect"]
        if dialect not in self._ready:
            text = self._texts[dialect]
            mark = "?" if dialect == "sqlite" else "%s"
            names = tuple(_PARAMETER.findall(text))
            escaped = text if dialect == "sqlite" else text.replace("%", "%%")
            self._ready[dialect] = _PARAMETER.sub(mark, escaped), _picker(names)
        return self._ready[dialect]


def _driver(session: Session) -> Any:
    """The driver's own connection inside the session's transaction, which begins with the first call."""
    driver = session.info.get("driver")
    if driver is None:
        driver = session.info["driver"] = session.connection().connection.driver_connection
    return driver


def among(parameter: str) -> str:
    """A list parameter for IN on SQLite; PostgreSQL takes `= ANY(:parameter)` (see `Statement`)."""
    return f"(SELECT value FROM json_each(:{parameter}))"


def insert_into(model: type[Base], columns: Sequence[str], *, returning: str = "") -> Statement:
    """A statement that inserts `columns` of a mapped class, giving back column `returning`."""
    names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join(f":{c}" for c in columns)
    tail = f' RETURNING "{returning}"' if returning else ""
    return Statement(
        f'INSERT INTO "{model.__tablename__}" ({names}) VALUES ({marks}){tail}',
        changes=model.__tablename__,
    )


def _picker(names: Sequence[str]) -> Pick:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[name] for name in names)


def _plain(value: Any) -> Any:
    """What psycopg must be given for our text and integer columns; SQLite's driver turns days and flags itself."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
