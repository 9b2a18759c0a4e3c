"""What a connection keeps of the shop while nobody changes it: settings and rules.

Every posting asks for them. SQLite's data_version tells that somebody else committed, `core.db.changed` what this
transaction writes; so only tables are kept that nobody writes past it. PostgreSQL cannot tell the first, so there an
answer is kept for its transaction only.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import driver_of

Answer = TypeVar("Answer")
Store = dict[tuple[str, Callable[..., Any]], Any]


def kept(session: Session, table: str, read: Callable[[Session], Answer]) -> Answer:
    """What `read` makes of `table`, asked again only when the table may have changed; nobody may alter the answer."""
    if table in session.info.get("changed", ()):
        return read(session)
    store = _store_of(session)
    if (table, read) not in store:
        store[table, read] = read(session)
    answer: Answer = store[table, read]
    return answer


def forget(session: Session) -> None:
    """Drop what a file's connection kept of the tables that the session is about to commit."""
    store, tables = session.info["home"].get("kept", {}), session.info["changed"]
    for key in [key for key in store if key[0] in tables]:
        del store[key]


def _store_of(session: Session) -> Store:
    """Looked up once a transaction: only then can others have committed."""
    store: Store | None = session.info.get("kept")
    if store is None:
        store = session.info["kept"] = _still_true(session)
    return store


def _still_true(session: Session) -> Store:
    """What the session's connection kept, if nobody else wrote since; else an empty store."""
    if session.info["dialect"] != "sqlite":
        return {}
    home = session.info.get("home")
    if home is None:
        home = session.connection().info
    [version] = driver_of(session).execute("PRAGMA data_version").fetchone()
    stamp = version, session.info["outside_writes"]
    if home.get("kept_at") != stamp:
        home.update(kept_at=stamp, kept={})
    store: Store = home["kept"]
    return store
