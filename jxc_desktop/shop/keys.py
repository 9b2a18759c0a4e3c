"""Idempotency: the same key with the same content is answered again, never posted twice."""

import hashlib
import json
import uuid
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import KeyReused
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
    """The answer to a posting: the document's number and total in fen."""

    kind: str
    document_id: int
    number: str
    total: int
    repeated: bool = False


_FIND = Statement(
    "SELECT digest, kind, document_id, number, total FROM document_key WHERE key = :key"
)
_CLAIM = Statement("SELECT 1", postgresql="SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
"""On PostgreSQL two tills may send one key at the same moment: the second waits for the first."""
_INSERT = insert_into(DocumentKey, ("key", "digest", "kind", "document_id", "number", "total"))


def new_key() -> Key:
    """A key of our own for one intention of a person at a screen; kept while it is retried."""
    return Key(uuid.uuid4().hex)


def digest_of(content: Any) -> str:
    """SHA-256 of the canonical JSON of what was sent."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def answered(session: Session, key: Key) -> Posted | None:
    """The answer given to `key` before, or None; raises `KeyReused` when it came with other content."""
    if session.get_bind().dialect.name == "postgresql":
        _CLAIM.run(session, key=key.value)
    found = _FIND.first(session, key=key.value)
    if found is None:
        return None
    digest, kind, document_id, number, total = found
    if digest != key.digest:
        raise KeyReused(
            translate("shop", "键 {key} 已用于 {number}，内容不同。换一个键").format(
                key=key.value, number=number
            ),
            field="key",
        )
    return Posted(kind, document_id, number, total, repeated=True)


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
