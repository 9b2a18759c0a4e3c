"""Statements for the paths that must be fast: posting, imports, searches.

A `Statement` is written once with :named parameters and handed to the driver as it is, so a posting costs
little more than its rows. Values go in and come out raw: ints, ISO days, 0 or 1.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.schema import Base

Row = tuple[Any, ...]
Pick = Callable[[Mapping[str, Any]], tuple[Any, ...]]
"""Takes the parameters of a statement out of a mapping, in order."""
_PARAMETER = re.compile(r"(?<!:):([a-z_][a-z0-9_]*)")
_LISTED = "(SELECT value FROM json_each(?))"
"""How SQLite takes a list of any length as one parameter."""
SHORT = 16
"""Lists up to here are written out, which is quicker; longer ones would make a new text for each length."""


class Statement:
    """One SQL statement, translated once for each driver.

    `postgresql` replaces the text there, mostly to add FOR UPDATE. `changes` names the table written to.
    """

    def __init__(self, sql: str, *, postgresql: str | None = None, changes: str = "") -> None:
        self._texts = {"sqlite": sql, "postgresql": postgresql or sql}
        self._changes = changes
        self._ready: dict[str, tuple[str, Pick]] = {}
        self._spelt: dict[tuple[int, ...], str] = {}

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

    def touched(self, session: Session, **values: Any) -> int:
        """Execute for its effect; how many rows it wrote."""
        return int(self._execute(session, values).rowcount)

    def inserted(self, session: Session, **values: Any) -> int:
        """Insert one row and return its id; see `insert_into`."""
        cursor = self._execute(session, values)
        return int(
            cursor.lastrowid if session.info["dialect"] == "sqlite" else cursor.fetchone()[0]
        )

    def run_many(self, session: Session, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute once for each mapping, as one batch."""
        info = session.info
        sql, pick = self._ready.get(info["dialect"]) or self._translated(info["dialect"])
        batch = [pick(row) for row in rows]
        if not batch:
            return
        if info["dialect"] != "sqlite":
            batch = [tuple(map(_plain, values)) for values in batch]
        if self._changes:
            info["changed"].add(self._changes)
        driver = info.get("driver") or driver_of(session)
        driver.cursor().executemany(sql, batch)

    def _execute(self, session: Session, values: Mapping[str, Any]) -> Any:
        # every posting comes through here some twenty times: no call more than needed
        info = session.info
        sql, pick = self._ready.get(info["dialect"]) or self._translated(info["dialect"])
        bound = pick(values)
        if info["dialect"] != "sqlite":
            bound = tuple(map(_plain, bound))
        elif list in map(type, bound):
            sql, bound = self._with_lists(sql, bound)
        if self._changes:
            info["changed"].add(self._changes)
        driver = info.get("driver") or driver_of(session)
        return driver.execute(sql, bound)

    def _with_lists(self, sql: str, bound: Row) -> tuple[str, Row]:
        """The statement for SQLite with its lists in it: short ones one mark for each value, others as JSON."""
        lengths = tuple(len(value) for value in bound if isinstance(value, list))
        if max(lengths) > SHORT:
            return sql, tuple(json.dumps(v) if isinstance(v, list) else v for v in bound)
        if lengths not in self._spelt:
            self._spelt[lengths] = _spelt(sql, lengths)
        flat = (v if isinstance(v, list) else (v,) for v in bound)
        return self._spelt[lengths], tuple(chain.from_iterable(flat))

    def _translated(self, dialect: str) -> tuple[str, Pick]:
        text = self._texts[dialect]
        mark = "?" if dialect == "sqlite" else "%s"
        names = tuple(_PARAMETER.findall(text))
        escaped = text if dialect == "sqlite" else text.replace("%", "%%")
        ready = self._ready[dialect] = _PARAMETER.sub(mark, escaped), _picker(names)
        return ready


def driver_of(session: Session) -> Any:
    """The driver's own connection inside the session's transaction, which begins with the first call."""
    driver = session.info.get("driver")
    if driver is None:
        driver = session.info["driver"] = session.connection().connection.driver_connection
    return driver


def among(parameter: str) -> str:
    """A list parameter for IN on SQLite; PostgreSQL takes `= ANY(:parameter)` (see `Statement`)."""
    return f"(SELECT value FROM json_each(:{parameter}))"


def _spelt(sql: str, lengths: Iterable[int]) -> str:
    """`sql` with a mark for each value of its lists, in their order."""
    for length in lengths:
        sql = sql.replace(_LISTED, f"({', '.join('?' * length)})", 1)
    return sql


def insert_into(model: type[Base], columns: Sequence[str], *, gives_id: bool = False) -> Statement:
    """A statement that inserts `columns` of a mapped class; `gives_id` for those to be called `inserted`."""
    return insert_statement(model.__tablename__, columns, gives_id=gives_id)


def insert_statement(table: str, columns: Sequence[str], *, gives_id: bool = False) -> Statement:
    """A statement that inserts `columns` of `table`.

    OR FAIL spares SQLite the copies it makes to take half a statement back: one row is in or is not. RETURNING would
    cost it those copies too, and it tells the id anyway.
    """
    names, marks = ", ".join(f'"{c}"' for c in columns), ", ".join(f":{c}" for c in columns)
    row = f'INTO "{table}" ({names}) VALUES ({marks})'
    tail = ' RETURNING "id"' if gives_id else ""
    return Statement(f"INSERT OR FAIL {row}", postgresql=f"INSERT {row}{tail}", changes=table)


def _picker(names: Sequence[str]) -> Pick:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: tuple(values[name] for name in names)


def _plain(value: Any) -> Any:
    """What psycopg must be given for our text and integer columns; SQLite's driver turns days and flags itself."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
