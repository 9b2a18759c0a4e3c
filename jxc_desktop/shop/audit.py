"""The audit chain: who did what when, each row sealed by the hash of the one before (财会〔2024〕12号 art. 32)."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Row, Statement, insert_into
from jxc_desktop.shop.actor import actor_of
from jxc_desktop.shop.models import Audit

GENESIS = "0" * 64
"""What the first row is chained to."""

_HEAD = Statement(
    "SELECT length, hash FROM audit_head WHERE id = 1",
    postgresql="SELECT length, hash FROM audit_head WHERE id = 1 FOR UPDATE",
)
_READ_HEAD = Statement("SELECT length, hash FROM audit_head WHERE id = 1")
_MOVE_HEAD = Statement("UPDATE audit_head SET length = :length, hash = :hash WHERE id = 1")
_INSERT = insert_into(
    Audit, ("id", "at", "user_id", "machine", "action", "object", "detail", "hash")
)
_ROWS = Statement(
    "SELECT id, at, user_id, machine, action, object, detail, hash FROM audit "
    "WHERE id > :after ORDER BY id LIMIT :limit"
)
_told = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode
_canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_BEFORE_ALL = -(2**63)
_BATCH = 500


def record(session: Session, action: str, subject: str, **detail: Any) -> None:
    """Chain one row: `action` ("goods_receipt.post") on `subject` (a number, a name), with details as JSON."""
    actor = actor_of(session)
    length, previous = _HEAD.one(session)
    row = (
        length + 1,
        clock_of(session).milliseconds(),
        actor.user_id,
        actor.machine,
        action,
        subject,
        _told(detail),
    )
    sealed = seal(previous, row)
    names = ("id", "at", "user_id", "machine", "action", "object", "detail")
    _INSERT.run(session, **dict(zip(names, row, strict=True)), hash=sealed)
    _MOVE_HEAD.run(session, length=length + 1, hash=sealed)


def seal(previous: str, row: Iterable[Any]) -> str:
    """SHA-256 of a row (without its own hash) and the hash before it."""
    return hashlib.sha256(_canonical([previous, *row]).encode()).hexdigest()


def broken_links(session: Session) -> list[int]:
    """The ids of audit rows that do not follow from the row before, and 0 when the head is wrong."""
    previous, last, broken = GENESIS, 0, []
    for *row, sealed in _all_rows(session):
        if row[0] != last + 1 or seal(previous, row) != sealed:
            broken.append(int(row[0]))
        previous, last = sealed, int(row[0])
    return broken if head_of(session) == (last, previous) else [*broken, 0]


def _all_rows(session: Session) -> Iterator[Row]:
    """Every row in order, without holding them all."""
    after = _BEFORE_ALL
    while rows := _ROWS.all(session, after=after, limit=_BATCH):
        yield from rows
        if rows[-1][0] <= after:
            return  # a damaged tree answers out of order, for ever; what was read shows it already
        after = rows[-1][0]


def head_of(session: Session) -> tuple[int, str]:
    """How long the chain is and its last hash."""
    length, sealed = _READ_HEAD.one(session)
    return int(length), str(sealed)
