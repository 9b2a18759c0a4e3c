"""Idempotency: the same key with the same content is answered again, never posted twice."""

import hashlib
import json
import secrets
import time
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.errors import KeyReused, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.models import DocumentKey


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a repeat harmless: the sender's `value` and a digest of what was sent."""

    value: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """The answer to a posting: the document's number and total in fen.

    `state` is "pending" for what an approval rule holds back: `document_id` is then that of the paper kept
    (shop.approvals), and there is no number yet.
    """

    kind: str
    document_id: int
    number: str
    total: int
    repeated: bool = False
    state: str = State.POSTED

    @property
    def pending(self) -> bool:
        """Whether it waits for approval."""
        return self.state == State.PENDING


_FIND = Statement(
    "SELECT digest, kind, document_id, number, total, 'posted' FROM document_key WHERE key = :key "
    "UNION ALL SELECT digest, kind, id, '', total, state FROM pending_paper "
    "WHERE key = :key AND state <> 'approved'"
)
"""A paper that was approved is the document under its key."""
_CLAIM = Statement("SELECT 1", postgresql="SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
"""On PostgreSQL two tills may send one key at the same moment: the second waits for the first."""
_INSERT = insert_into(DocumentKey, ("key", "digest", "kind", "document_id", "number", "total"))


def new_key() -> Key:
    """A key of our own for one intention of a person at a screen; kept while it is retried.

    It begins with the moment, so that keys of one day lie side by side in the index (as UUIDv7 has it).
    """
    return Key(f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}")


def digest_of(content: Any) -> str:
    """SHA-256 of the canonical JSON of what was sent."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def answered(session: Session, key: Key) -> Posted | None:
    """The answer given to `key` before, or None.

    Raises `KeyReused` when it came with other content, `Refused` when the approval of what came was denied.
    """
    if session.info["dialect"] == "postgresql":
        _CLAIM.run(session, key=key.value)
    found = _FIND.first(session, key=key.value)
    if found is None:
        return None
    digest, kind, document_id, number, total, state = found
    called = number or translate("shop", "待审核的单 #{id}").format(id=document_id)
    if digest != key.digest:
        raise KeyReused(
            translate("shop", "键 {key} 已用于 {number}，内容不同。换一个键").format(
                key=key.value, number=called
            ),
            field="key",
        )
    if state not in {State.POSTED, State.PENDING}:
        raise Refused(
            translate("shop", "{paper} 没有通过审核，或已撤回。改好后换一个键再提交").format(
                paper=called
            ),
            field="key",
        )
    return Posted(kind, document_id, number, total, repeated=True, state=state)


def remember(session: Session, key: Key, posted: Posted) -> Posted:
    """Keep the answer to `key` in the same transaction as the document."""
    answer = replace(posted, repeated=False)
    _INSERT.run(
        session,
        key=key.value,
        digest=key.digest,
        kind=answer.kind,
        document_id=answer.document_id,
        number=answer.number,
        total=answer.total,
    )
    return answer
