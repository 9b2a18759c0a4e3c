"""Documents that are still being typed: kept as they are, complete or not, until they are posted or thrown away."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Forbidden, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import actor_of, authorize
from jxc_desktop.shop.attachments import drop_attachments
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.price_rights import may_see_money


@dataclass(frozen=True, slots=True)
class DraftBody:
    """What to keep: `body` is the document as its pane holds it, `subject` and `total` (fen) for lists."""

    kind: str
    day: date
    subject: str
    total: int
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DraftView:
    """A kept draft as lists show it; `saved_at` is a moment, `note` why it came back from approval.

    `total` is None for who may not see the money of the kind.
    """

    id: int
    kind: str
    user: str
    saved_at: int
    day: date
    subject: str
    total: int | None
    note: str = ""


_PUT = Statement(
    "INSERT INTO draft_paper (kind, user_id, saved_at, day, subject, total, note, body) "
    "VALUES (:kind, :user, :at, :day, :subject, :total, :note, :body) RETURNING id",
    changes="draft_paper",
)
_AGAIN = Statement(
    "UPDATE draft_paper SET saved_at = :at, day = :day, subject = :subject, total = :total, body = :body "
    "WHERE id = :id AND kind = :kind RETURNING id",
    changes="draft_paper",
)
_ALL = Statement(
    "SELECT d.id, d.kind, u.name, d.saved_at, d.day, d.subject, d.total, d.note FROM draft_paper d "
    "JOIN shop_user u ON u.id = d.user_id WHERE d.kind = :kind ORDER BY d.saved_at DESC, d.id DESC"
)
_BODY = Statement(
    "SELECT d.body, d.user_id, u.name FROM draft_paper d JOIN shop_user u ON u.id = d.user_id "
    "WHERE d.id = :id AND d.kind = :kind"
)
_NOTE = Statement("SELECT note FROM draft_paper WHERE id = :id AND kind = :kind")
_DROP = Statement(
    "DELETE FROM draft_paper WHERE id = :id AND kind = :kind RETURNING subject",
    changes="draft_paper",
)


def save_draft(session: Session, draft: DraftBody, draft_id: int | None = None) -> int:
    """Keep a draft, or keep `draft_id` anew, and return its id; needs the right to edit the kind."""
    authorize(session, f"{draft.kind}.edit")
    values = _values(session, draft)
    if draft_id is None:
        return int(_PUT.one(session, user=actor_of(session).user_id, note="", **values)[0])
    if _AGAIN.first(session, id=draft_id, **values) is None:
        raise NotFound(translate("shop", "这张草稿已过账或作废。刷新后再看"))
    return draft_id


def give_back(session: Session, draft: DraftBody, *, to: int, note: str) -> int:
    """Keep a draft for user `to`, who made it: it came back from approval with a `note` (the reason)."""
    return int(_PUT.one(session, user=to, note=note, **_values(session, draft))[0])


def _values(session: Session, draft: DraftBody) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "at": clock_of(session).milliseconds(),
        "day": draft.day,
        "subject": draft.subject,
        "total": draft.total,
        "body": json.dumps(draft.body, ensure_ascii=False),
    }


def drafts_of(session: Session, kind: str) -> list[DraftView]:
    """Every kept draft of a kind, the newest first."""
    authorize(session, f"{kind}.view")
    seen = may_see_money(session, kind)
    return [
        DraftView(
            number,
            kept,
            user,
            saved_at,
            date.fromisoformat(day),
            subject,
            total if seen else None,
            note,
        )
        for number, kept, user, saved_at, day, subject, total, note in _ALL.all(session, kind=kind)
    ]


def load_draft(session: Session, kind: str, draft_id: int) -> dict[str, Any]:
    """The document as its pane kept it.

    What somebody else priced is refused to who may not see its money: without the prices it would be another one.
    """
    authorize(session, f"{kind}.view")
    row = _BODY.first(session, id=draft_id, kind=kind)
    if row is None:
        raise NotFound(translate("shop", "这张草稿已过账或作废。刷新后再看"))
    body: dict[str, Any] = json.loads(row[0])
    own = row[1] == actor_of(session).user_id
    if not own and _priced(body) and not may_see_money(session, kind):
        raise Forbidden(
            translate(
                "shop", "这张草稿里有 {user} 写的进价，你没有看进价的权限。请能看进价的人来过账"
            ).format(user=row[2])
        )
    return body


def _priced(body: Mapping[str, Any]) -> bool:
    return any(line.get("price") is not None for line in body.get("lines", ()))


def note_of_draft(session: Session, kind: str, draft_id: int) -> str:
    """Why a draft came back from approval; "" for one that never left."""
    authorize(session, f"{kind}.view")
    row = _NOTE.first(session, id=draft_id, kind=kind)
    return str(row[0]) if row else ""


def void_draft(session: Session, kind: str, draft_id: int) -> None:
    """Throw a draft away (作废)."""
    authorize(session, f"{kind}.edit")
    row = _DROP.first(session, id=draft_id, kind=kind)
    if row is None:
        raise NotFound(translate("shop", "这张草稿已过账或作废。刷新后再看"))
    drop_attachments(session, kind, draft_id)
    record(session, f"{kind}.void", str(draft_id), partner=row[0])


def end_draft(session: Session, kind: str, draft_id: int | None) -> bool:
    """Drop the draft of a document in the transaction that posts it; False where it was gone already."""
    return draft_id is None or _DROP.first(session, id=draft_id, kind=kind) is not None
