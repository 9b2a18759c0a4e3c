"""A new shop file out of a backup: looked at first, then put back by somebody who may; the backup stays as it is."""

import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.secrets import Secret

if TYPE_CHECKING:
    from jxc_desktop.safety.examine import Examined
    from jxc_desktop.shop.actor import Actor


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a proven backup holds: whose it is, when it was made, how much is in it, rules that its books break."""

    source: Path
    name: str
    made_at: datetime | None
    counts: dict[str, int]
    problems: tuple[str, ...]
    locked: bool
    """Whether somebody has to log in to put it back."""


def look_into(source: Path) -> BackupFacts:
    """Prove a backup on a private copy and say what is in it; raises `UserError` for one that cannot be used."""
    from jxc_desktop.core.clock import Clock
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.examine import examined

    clock = Clock()
    with examined(source, INVARIANTS, clock=clock) as backup:
        made = backup.manifest.created_at if backup.manifest else None
        name, counts, locked = _inside(backup)
        return BackupFacts(
            source=source,
            name=name,
            made_at=clock.local(made) if made is not None else None,
            counts=counts,
            problems=backup.problems,
            locked=locked,
        )


def put_into(facts: BackupFacts, target: Path, login: str, password: Secret) -> str:
    """Make a new shop file of a backup and return its path; raises `UserError` with nothing left."""
    from jxc_desktop.core.clock import Clock
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.examine import examined
    from jxc_desktop.safety.restore import Place, put_back

    if target.exists():
        raise ShopFileError(
            translate("shell", "已经有 {path} 了，不覆盖。换一个文件名").format(path=target)
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    with examined(facts.source, INVARIANTS, clock=clock, near=target.parent) as backup:
        actor = _who(backup, login, password)
        place = Place(target, target.parent, clock=clock, accept_problems=bool(facts.problems))
        return put_back(backup, place, INVARIANTS, actor=actor).shop


def _inside(backup: "Examined") -> tuple[str, dict[str, int], bool]:
    from jxc_desktop.core.db import Database
    from jxc_desktop.safety.examine import totals_of
    from jxc_desktop.shop.login import open_actor
    from jxc_desktop.shop.settings import settings_of

    database = Database(backup.copy)
    try:
        with database.reading() as session:
            name, locked = settings_of(session).name, open_actor(session) is None
        # What the stock is worth is for those who log in.
        counts = {key: n for key, n in totals_of(database).items() if key != "stock_value"}
    finally:
        database.close()
    return name, counts, locked


def _who(backup: "Examined", login: str, password: Secret) -> "Actor":
    from jxc_desktop.core.db import Database
    from jxc_desktop.shop.login import log_in, open_actor

    database = Database(backup.copy)
    try:
        with database.reading() as session:
            owner = open_actor(session, machine=platform.node())
        return owner or log_in(database, login, password, machine=platform.node())
    finally:
        database.close()
