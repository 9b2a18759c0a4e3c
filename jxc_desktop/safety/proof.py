"""Proving a shop file that nobody has open: its identity, its pages, its books and its audit chain."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.creation import fingerprint
from jxc_desktop.core.db import Database
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.safety.soundness import file_version, structural_problems
from jxc_desktop.safety.verify import findings_of
from jxc_desktop.shop.audit import head_of


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in a file. With `damage` nothing else was looked at; `problems` are broken rules.

    `length` and `head` are the end of its audit chain, `shop` its uid.
    """

    damage: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    version: int = 0
    fingerprint: str = ""
    shop: str = ""
    length: int = 0
    head: str = ""


def prove(path: Path, invariants: Sequence[Invariant], clock: Clock) -> Proof:
    """Every check on the file at `path`; raises `ShopFileError` when SQLite cannot open it at all."""
    copy = Database(path, clock=clock)
    try:
        with copy.raw() as connection:
            if damage := structural_problems(connection):
                return Proof(damage=tuple(damage))
            version, mark = file_version(connection), fingerprint(connection)
        with copy.reading() as session:
            findings = findings_of(session, invariants)
            length, head = head_of(session)
            shop = session.execute(text("SELECT uid FROM shop")).scalar_one()
        return Proof((), findings.problems, version, mark, shop, length, head)
    finally:
        copy.close()
