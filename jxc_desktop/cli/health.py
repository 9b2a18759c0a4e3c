"""`health`: what the program stands on and when the shop was last made safe."""

import argparse
import platform
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from jxc_desktop import __version__
from jxc_desktop.cli.speaking import say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.cli.shop import OpenShop


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("health", help="versions, sizes, last backup")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """No figure of the business: fit to be sent to somebody who helps."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.core.creation import schema_version
    from jxc_desktop.core.log import set_up_log
    from jxc_desktop.shop.actor import authorize

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        authorize(session, "settings.view")
        say(
            {
                "version": __version__,
                "python": platform.python_version(),
                "system": platform.platform(),
                "database": _engine(session),
                "schema": schema_version(shop.database),
                **_disk(shop),
                "log": str(set_up_log()),
                **_safety(session),
            }
        )
    return 0


def _engine(session: "Session") -> str:
    from sqlalchemy import text

    if session.get_bind().dialect.name == "sqlite":
        return f"SQLite {session.execute(text('SELECT sqlite_version()')).scalar_one()}"
    return f"PostgreSQL {session.execute(text('SHOW server_version')).scalar_one()}"


def _disk(shop: "OpenShop") -> dict[str, Any]:
    path = shop.database.path
    if path is None:
        return {}
    return {
        "shop": str(path),
        "bytes": path.stat().st_size,
        "free_bytes": shutil.disk_usage(path.parent).free,
    }


def _safety(session: "Session") -> dict[str, Any]:
    from jxc_desktop.safety.backup_log import attempts, last_backup
    from jxc_desktop.shop.audit import head_of

    length, head = head_of(session)
    last, latest = last_backup(session), attempts(session, most=1)
    problem = latest[0].problem if latest else ""
    return {
        "audit": {"length": length, "head": head},
        "last_backup": {"at": _moment(last.at), "file": last.file} if last else None,
        "backup_problem": problem or None,
    }


def _moment(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
