"""A shop opened for a window: one window per shop, a share in its file, brought to this version.

Nothing heavy is imported before `open_for_window` is called: the login screen is painted by then.
"""

import platform
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.core.clock import Clock
    from jxc_desktop.core.db import Database
    from jxc_desktop.core.locks import ShopLock
    from jxc_desktop.core.secrets import Secret
    from jxc_desktop.shop.actor import Actor


_HEADER = 100
_VERSION, _APPLICATION = slice(60, 64), slice(68, 72)
"""Where SQLite keeps `user_version` and `application_id`."""


@dataclass(frozen=True, slots=True)
class OpenedShop:
    """An open shop; `owner` is at work at once where nobody has a password yet, else somebody of `people` logs in."""

    target: str
    name: str
    language: str
    people: tuple[tuple[str, str], ...]
    owner: "Actor | None"
    database: "Database"
    lock: "ShopLock | None"
    held: ExitStack

    def close(self) -> None:
        """Close every connection, then let others have the shop."""
        self.held.close()


def open_for_window(target: str, clock: "Clock | None" = None) -> OpenedShop:
    """Open the shop; raises `UserError` in one sentence when it cannot be, with nothing left open."""
    from jxc_desktop.core.locks import ShopLock, only_window
    from jxc_desktop.core.opening import local_path, open_existing
    from jxc_desktop.core.place import require_safe_place
    from jxc_desktop.guide import tables  # noqa: F401  every table must be known before the schema is looked at

    path = local_path(target)
    with ExitStack() as stack:
        lock = None
        if path is not None and path.is_file():
            require_safe_place(path)
            stack.enter_context(only_window(path))
            lock = stack.enter_context(ShopLock(path))
            _upgrade(path, lock)
        database = open_existing(target, clock=clock)
        stack.callback(database.close)
        opened = _looked_at(target, database, lock)
        opened.held.push(stack.pop_all())
        return opened


def log_in_to(shop: OpenedShop, name: str, password: "Secret") -> "Actor":
    """Whoever proves to be `name`; raises `UserError`."""
    from jxc_desktop.shop.login import log_in

    return log_in(shop.database, name, password, machine=platform.node())


def recover(shop: OpenedShop, code: "Secret", password: "Secret") -> "Actor":
    """The owner who proves it with a recovery code, with a new password; raises `UserError`."""
    from jxc_desktop.shop.recovery import recover_owner

    with shop.database.transaction() as session:
        return recover_owner(session, code, password, machine=platform.node())


def people_of(shop: OpenedShop) -> tuple[tuple[str, str], ...]:
    """Login and full name of everybody who may log in now."""
    with shop.database.reading() as session:
        return _people(session)


def _people(session: "Session") -> tuple[tuple[str, str], ...]:
    from jxc_desktop.shop.queries import login_names

    return tuple((one.name, one.full_name) for one in login_names(session))


def _looked_at(target: str, database: "Database", lock: "ShopLock | None") -> OpenedShop:
    from jxc_desktop.shop.login import open_actor
    from jxc_desktop.shop.settings import settings_of

    with database.reading() as session:
        settings = settings_of(session)
        return OpenedShop(
            target=target,
            name=settings.name,
            language=settings.language,
            people=_people(session),
            owner=open_actor(session, machine=platform.node()),
            database=database,
            lock=lock,
            held=ExitStack(),
        )


def _upgrade(path: Path, lock: "ShopLock") -> None:
    """Bring an older shop to this version, copied first. Its header tells the version; no lock is lost yet."""
    from jxc_desktop.core.creation import SCHEMA_VERSION
    from jxc_desktop.core.db import APPLICATION_ID

    with path.open("rb") as file:
        header = file.read(_HEADER)
    version, application = header[_VERSION], header[_APPLICATION]
    ours = application == APPLICATION_ID.to_bytes(4, "big")
    if ours and int.from_bytes(version, "big") < SCHEMA_VERSION:
        from jxc_desktop.core.migrations.upgrade import upgrade_file

        upgrade_file(path, lock=lock)
