"""The database: the only module that makes engines and opens connections.

SQLite runs exactly as reliability.md demands: WAL with synchronous=FULL, every pragma read back, writes under
BEGIN IMMEDIATE, readers that cannot write. PostgreSQL 16 and newer serves the shop that outgrew one PC.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.kept import forget

APPLICATION_ID = 0x4A584331
"""`PRAGMA application_id` of a shop file: the letters JXC1."""
OLDEST_SQLITE = (3, 51, 3)
"""Older versions can lose committed writes when the WAL is reset."""
STATEMENTS_KEPT = 512
"""Prepared statements a connection keeps: the driver's own few are fewer than one posting needs."""
WRITER_CACHE = 32 * 1024
"""KiB of pages that a writing connection may keep; SQLite's 2 MiB hold less than the goods of a middling shop."""
DriverError = sqlite.Error
"""What the SQLite driver raises, for those who work on a driver connection."""

_PRAGMAS: dict[str, int | str] = {
    "busy_timeout": 5000,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "journal_size_limit": 64 * 2**20,
    "temp_store": 2,
    "mmap_size": 0,
    "secure_delete": 1,
    "wal_autocheckpoint": 1000,
}

_BEGIN_WRITING = "BEGIN IMMEDIATE"
_WRITERS = 0x4A58_4331
"""Which advisory lock of a PostgreSQL shop its writers share."""

Listener = Callable[[frozenset[str]], None]


def connect(path: Path | str, *, key: str | None = None, read_only: bool = False) -> Any:
    """A raw connection to a SQLite file with every safety pragma set and read back.

    `key` is the hexadecimal key of an encrypted file. A read-only connection can never write.
    """
    connection = sqlite.connect(
        str(path),
        isolation_level=None,
        check_same_thread=False,
        cached_statements=STATEMENTS_KEPT,
    )
    try:
        _prepare(connection, key=key, read_only=read_only)
    except (
        sqlite.DatabaseError,
        UnicodeError,
    ) as error:  # a spoilt page may be quoted in the error
        connection.close()
        raise ShopFileError(
            translate("core", "打不开 {path}：它不是账套文件，或已损坏。用备份恢复").format(
                path=path
            )
        ) from error
    return connection


def _prepare(connection: Any, *, key: str | None, read_only: bool) -> None:
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for name, wanted in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}")
        [got] = connection.execute(f"PRAGMA {name}").fetchone() or [None]
        if got != wanted and connection.execute("PRAGMA database_list").fetchone()[2]:
            raise RuntimeError(f"PRAGMA {name} is {got}, not {wanted}")
    if read_only:
        connection.execute("PRAGMA query_only = 1")
    else:
        connection.execute(f"PRAGMA cache_size = {-WRITER_CACHE}")


def require_sound_sqlite() -> None:
    """Refuse a SQLite library that can lose committed writes."""
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlite.sqlite_version} can lose writes; 3.51.3 is needed")


class Database:
    """One open shop, on SQLite or PostgreSQL.

    `transaction` writes and commits when its block ends; `reading` sees one snapshot and cannot write.
    `actor` is whoever is at work, opaque here; services find it in the session.
    """

    def __init__(
        self, target: str | Path, *, clock: Clock | None = None, key: str | None = None
    ) -> None:
        self.url = shop_url(target)
        self.clock = clock or Clock()
        self.dialect = self.url.get_backend_name()
        self._gate = threading.RLock()
        self._alone = False
        self._outside_writes = 0
        self._listeners: list[Listener] = []
        self._writing, self._readers = _engines(self.url, key)
        self._desk: Connection | None = None
        self._at_work: Session | None = None
        self._write_session = sessionmaker(expire_on_commit=False)
        self._read_session = sessionmaker(self._readers, expire_on_commit=False, autoflush=False)
        event.listen(self._write_session, "after_flush", _note_flush)

    @property
    def path(self) -> Path | None:
        """The shop file, or None on PostgreSQL."""
        return Path(self.url.database or "") if self.dialect == "sqlite" else None

    @contextmanager
    def transaction(self, actor: object = None) -> Iterator[Session]:
        """Commit when the block ends, roll back when it raises; then run what waited for COMMIT."""
        facts: dict[str, Any] = {**self._facts(actor), "changed": set(), "after_commit": []}
        writing = self._on_file if self.dialect == "sqlite" else self._on_server
        with writing(facts) as session:
            yield session
        for call in facts["after_commit"]:
            call()
        if changed := frozenset(facts["changed"]):
            self.announce(changed)

    @contextmanager
    def _on_file(self, facts: dict[str, object]) -> Iterator[Session]:
        """The one writer's connection and session are kept, and begin and commit by themselves: half the way of a pool.

        A session that works with mapped rows joins in (see `_begin`).
        """
        with self._gate:
            desk, driver = self._at_desk()
            if driver.in_transaction:
                raise RuntimeError("a transaction within a transaction")
            session = self._at_work = self._at_work or self._write_session(bind=desk)
            session.info.clear()
            session.info.update(facts, driver=driver, home=desk.info)
            driver.execute(_BEGIN_WRITING)
            try:
                yield session
                session.flush()
                forget(session)
                session.commit() if session.in_transaction() else driver.commit()
            except BaseException:
                self._at_work = None
                session.close()
                driver.rollback()
                raise
            if len(session.identity_map):  # one that mapped no rows holds nothing to let go of
                session.close()

    @contextmanager
    def _on_server(self, facts: dict[str, object]) -> Iterator[Session]:
        with self._write_session(bind=self._writing) as session:
            session.info.update(facts)
            with session.begin():
                self._among_writers(session)
                yield session

    def _at_desk(self) -> tuple[Connection, Any]:
        """The connection that writes to the file, and the driver's own of it."""
        if self._desk is None:
            self._desk = self._writing.connect()
        return self._desk, self._desk.connection.driver_connection

    @contextmanager
    def reading(self, actor: object = None) -> Iterator[Session]:
        """One snapshot of the shop that cannot be written to."""
        with self._read_session() as session:
            session.info.update(self._facts(actor))
            with session.begin():
                yield session

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let no other program write to a PostgreSQL shop until the block ends; what is under way is waited for.

        Others wait meanwhile, so none of what they are told is kept can be lost. A file has `core.locks` for this.
        """
        at_once = self._writing.execution_options(isolation_level="AUTOCOMMIT")
        with at_once.connect() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({_WRITERS})")
            self._alone = True
            try:
                yield
            finally:
                self._alone = False
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_WRITERS})")

    def _among_writers(self, session: Session) -> None:
        """Before anything is read, or what a restore replaced meanwhile would be written on."""
        if self.dialect != "sqlite" and not self._alone:
            session.connection().exec_driver_sql(f"SELECT pg_advisory_xact_lock_shared({_WRITERS})")

    def _facts(self, actor: object) -> dict[str, object]:
        return {
            "actor": actor,
            "clock": self.clock,
            "dialect": self.dialect,
            "outside_writes": self._outside_writes,
        }

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """A driver connection outside any pool, for backup, restore and checks (SQLite)."""
        connection = self._writing.raw_connection()
        try:
            yield connection.driver_connection
        finally:
            connection.invalidate()

    def foreign_commits(self) -> int:
        """A number that changes whenever another program commits; a window asks each second (decisions 22)."""
        if self.dialect != "sqlite":
            with self._writing.connect() as connection:
                return int(connection.exec_driver_sql("SELECT length FROM audit_head").scalar_one())
        with self._gate:
            _desk, driver = self._at_desk()
            [version] = driver.execute("PRAGMA data_version").fetchone()
        return int(version)

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the names of the tables each commit changed, on the writing thread."""
        self._listeners.append(listener)

    def announce(self, changed: frozenset[str]) -> None:
        """Tell every listener what changed, here or in another process."""
        for listener in self._listeners:
            listener(changed)

    def engine(self) -> Engine:
        """The writing engine, for migrations and schema work only; what connections kept counts no more."""
        self._outside_writes += 1
        return self._writing

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file."""
        if self._desk is not None:
            self._desk.close()
            self._desk = self._at_work = None
        self._readers.dispose()
        self._writing.dispose()


def after_commit(session: Session, call: Callable[[], None]) -> None:
    """Run `call` once COMMIT has returned; never when the transaction fails (decisions 21)."""
    session.info["after_commit"].append(call)


def changed(session: Session, *tables: str) -> None:
    """Note that rows of `tables` changed, for writes that do not go through mapped objects."""
    session.info["changed"].update(tables)


def clock_of(session: Session) -> Clock:
    """The clock of the shop that `session` works on."""
    clock = session.info["clock"]
    if not isinstance(clock, Clock):
        raise TypeError("a session of core.db carries a Clock")
    return clock


def shop_url(target: str | Path) -> URL:
    """The database address of a shop file path or of a `postgresql+psycopg://` URL."""
    text = str(target)
    if "://" in text:
        return make_url(text)
    return URL.create("sqlite", database=str(Path(text).expanduser().absolute()))


def _engines(url: URL, key: str | None) -> tuple[Engine, Engine]:
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, key, read_only=False), _sqlite_engine(url, key, read_only=True)
    writing = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    readers = create_engine(
        url,
        pool_pre_ping=True,
        hide_parameters=True,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
    )
    return writing, readers


def _sqlite_engine(url: URL, key: str | None, *, read_only: bool) -> Engine:
    require_sound_sqlite()
    engine = create_engine(
        "sqlite://",
        module=sqlite,
        poolclass=QueuePool,
        hide_parameters=True,
        creator=lambda: connect(url.database or "", key=key, read_only=read_only),
    )
    begin = "BEGIN" if read_only else _BEGIN_WRITING
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", lambda connection: _begin(connection, begin))
    return engine


def _leave_transactions_to_us(connection: Any, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None


def _begin(connection: Connection, statement: str) -> None:
    """Begin on the driver itself, unless it has begun already for a session's own statements."""
    driver = connection.connection.driver_connection
    if driver is not None and not driver.in_transaction:
        driver.execute(statement)


def _note_flush(session: Session, _context: object) -> None:
    touched = {*session.new, *session.dirty, *session.deleted}
    session.info["changed"].update(row.__tablename__ for row in touched)
