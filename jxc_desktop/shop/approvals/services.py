"""Holding a document back until it is approved, and saying yes or no to it (审核, 驳回, 撤回).

What a rule holds back has no number and no effect; it is kept whole. The last yes posts it through the service it
came from, in the same transaction, as made by its maker and posted by who approved.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.plain import plain, typed
from jxc_desktop.core.sql import Row, Statement, insert_into
from jxc_desktop.shop.actor import actor_of, authorize, making_for, needs
from jxc_desktop.shop.approvals.approvers import (
    Need,
    Voice,
    apart_from,
    approver_words,
    covered,
    needs_of,
    voices,
    waited_for,
)
from jxc_desktop.shop.approvals.models import ApprovalStep, PendingNeed, PendingPaper
from jxc_desktop.shop.approvals.rules import Facts, Rule, broken_rules, has_rules
from jxc_desktop.shop.approvals.words import decision_words
from jxc_desktop.shop.attachments import carry_held
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.drafts import DraftBody, give_back
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import settings_of

Post = Callable[..., Posted]


@dataclass(frozen=True, slots=True)
class Approvable:
    """A kind that can be held back: its draft's class, the service that posts it, and how it is a draft again.

    `as_draft` gives None where no screen could open one: the maker is told by the list of papers alone.
    """

    draft: type[Any]
    post: Post
    as_draft: Callable[[Session, Any, str], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Held:
    """A paper that waits, as read for saying yes or no."""

    id: int
    kind: str
    key: Key
    subject: str
    total: int
    body: str
    apart: bool
    made_by: int
    maker: str
    state: str


_INSERT = Statement(
    "INSERT INTO pending_paper (kind, key, digest, day, subject, total, body, apart, made_by, made_at, state) "
    "VALUES (:kind, :key, :digest, :day, :subject, :total, :body, :apart, :user, :at, 'pending') RETURNING id",
    changes="pending_paper",
)
_WAITING_BODIES = Statement(
    "SELECT id, body FROM pending_paper WHERE kind = :kind AND state = 'pending' ORDER BY id"
)
_INSERT_NEED = insert_into(
    PendingNeed, ("pending_id", "need_no", "step", "condition", "value", "role", "user_id")
)
_INSERT_STEP = insert_into(
    ApprovalStep,
    ("pending_id", "need_no", "decision", "user_id", "for_user_id", "at", "comment"),
)
_HELD_SQL = (
    "SELECT p.id, p.kind, p.key, p.digest, p.subject, p.total, p.body, p.apart, p.made_by, u.name, p.state "
    "FROM pending_paper p JOIN shop_user u ON u.id = p.made_by WHERE p.id = :id"
)
_HELD = Statement(_HELD_SQL, postgresql=f"{_HELD_SQL} FOR UPDATE OF p")
_END = Statement(
    "UPDATE pending_paper SET state = :state WHERE id = :id", changes=PendingPaper.__tablename__
)


def held_back(
    session: Session, kind: str, draft: Any, facts: Callable[[], Facts], key: Key
) -> Posted | None:
    """The answer "pending" when a rule holds `draft` back, which is then kept whole; None lets it be posted.

    Posting services ask this once all else is known to be right, before they write. `facts` is asked only where
    the kind has rules.
    """
    if not has_rules(session, kind) or session.info.get("approving") == key.value:
        return None
    told = facts()
    _require_only_revision(session, kind, getattr(draft, "amends", ""))
    broken = broken_rules(session, kind, told)
    if not broken:
        return None
    pending_id = _keep(session, kind, draft, told, key)
    _INSERT_NEED.run_many(session, _need_rows(pending_id, broken))
    record(session, f"{kind}.submit", f"#{pending_id}", total=told.total, partner=told.subject)
    return Posted(kind, pending_id, "", told.total, state=State.PENDING)


def _require_only_revision(session: Session, kind: str, amends: str) -> None:
    """One new version of a document waits at a time: a yes to a second would find nothing left to revise."""
    waiting = _WAITING_BODIES.all(session, kind=kind) if amends else []
    for pending_id, body in waiting:
        if json.loads(body).get("amends") == amends:
            told = translate("shop", "{number} 已有改过的一版在等审核（#{id}）。先撤回它，或等审完")
            raise Refused(told.format(number=amends, id=pending_id))


@needs("approval.act")
def approve(
    session: Session, pending_id: int, kinds: Mapping[str, Approvable], comment: str = ""
) -> Posted:
    """Say yes for everybody one speaks for; the last yes posts the document.

    Refused for one's own where maker and approver are kept apart, and for who is not asked at this step.
    """
    held = _require_waiting(session, pending_id)
    needed = needs_of(session, held.id)
    said = _require_asked(needed, covered(needed, _speaking(session, held, needed)))
    _INSERT_STEP.run_many(session, (_yes(session, held, one, comment) for one in said))
    open_still = len(said) < sum(not need.done for need in needed)
    answer = _waiting(held) if open_still else _post(session, held, kinds[held.kind])
    record(session, f"{held.kind}.approve", answer.number or f"#{held.id}", comment=comment)
    return answer


@needs("approval.act")
def reject(session: Session, pending_id: int, kinds: Mapping[str, Approvable], reason: str) -> None:
    """Give a paper back to its maker as a draft, with the reason."""
    held = _require_waiting(session, pending_id)
    if not reason.strip():
        raise InvalidInput(translate("shop", "驳回要写原因"), field="reason")
    needed = needs_of(session, held.id)
    _require_asked(needed, covered(needed, voices(session)))
    _give_back(session, held, kinds[held.kind], "rejected", reason.strip())
    record(session, f"{held.kind}.reject", f"#{held.id}", reason=reason.strip(), maker=held.maker)


def withdraw(session: Session, pending_id: int, kinds: Mapping[str, Approvable]) -> None:
    """Take one's own paper back while it waits; it is a draft again."""
    held = _require_waiting(session, pending_id)
    authorize(session, f"{held.kind}.view")
    if held.made_by != actor_of(session).user_id:
        raise Forbidden(
            translate("shop", "这张单是 {name} 提交的，只有本人能撤回").format(name=held.maker)
        )
    _give_back(session, held, kinds[held.kind], "withdrawn", "")
    record(session, f"{held.kind}.withdraw", f"#{held.id}")


# --- holding back --------------------------------------------------------------------------------


def _keep(session: Session, kind: str, draft: Any, told: Facts, key: Key) -> int:
    [pending_id] = _INSERT.one(
        session,
        kind=kind,
        key=key.value,
        digest=key.digest,
        day=told.day,
        subject=told.subject,
        total=told.total,
        body=json.dumps(plain(draft), ensure_ascii=False),
        apart=not settings_of(session).approve_own_documents,
        user=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    return int(pending_id)


def _need_rows(pending_id: int, rules: list[Rule]) -> Iterator[dict[str, Any]]:
    for number, rule in enumerate(rules, 1):
        yield {
            "pending_id": pending_id,
            "need_no": number,
            "step": rule.step,
            "condition": rule.condition,
            "value": rule.value,
            "role": rule.role,
            "user_id": rule.user_id,
        }


# --- saying yes or no ----------------------------------------------------------------------------


def _require_waiting(session: Session, pending_id: int) -> Held:
    row = _HELD.first(session, id=pending_id)
    if row is None:
        raise NotFound(
            translate("shop", "没有待审核的单 #{id}").format(id=pending_id), field="pending"
        )
    held = _held(row)
    if held.state != "pending":
        raise Refused(
            translate("shop", "{paper} 已经{state}，刷新后再看").format(
                paper=_called(held), state=decision_words()[held.state]
            )
        )
    return held


def _held(row: Row) -> Held:
    pending_id, kind, key, digest, subject, total, body, apart, made_by, maker, state = row
    return Held(
        pending_id, kind, Key(key, digest), subject, total, body, bool(apart), made_by, maker, state
    )  # fmt: skip


def _called(held: Held) -> str:
    return f"#{held.id} {held.subject}".strip()


def _speaking(session: Session, held: Held, needed: list[Need]) -> tuple[Voice, ...]:
    """The voices that count for a paper; the maker's is none where making and approving are kept apart."""
    everybody = voices(session)
    if not held.apart and settings_of(session).approve_own_documents:
        return everybody
    who = approver_words(waited_for(needed))
    if held.made_by == actor_of(session).user_id:
        raise Refused(
            translate(
                "shop", "{paper} 是你自己制的单，不能自己审核。请{who}中的另一个人审核"
            ).format(paper=_called(held), who=who)
        )
    others = apart_from(everybody, held.made_by)
    if covered(needed, everybody) and not covered(needed, others):
        raise Refused(
            translate(
                "shop", "{paper} 是 {maker} 制的单，不能代 {maker} 审核。请{who}中的另一个人审核"
            ).format(paper=_called(held), maker=held.maker, who=who)
        )
    return others


def _require_asked(needed: list[Need], said: list[tuple[Need, Voice]]) -> list[tuple[Need, Voice]]:
    if said:
        return said
    raise Forbidden(
        translate("shop", "这张单等{who}审核，轮不到你").format(
            who=approver_words(waited_for(needed))
        )
    )


def _yes(session: Session, held: Held, said: tuple[Need, Voice], comment: str) -> dict[str, Any]:
    need, voice = said
    return {
        "pending_id": held.id,
        "need_no": need.number,
        "decision": "approved",
        "user_id": actor_of(session).user_id,
        "for_user_id": voice.for_user_id,
        "at": clock_of(session).milliseconds(),
        "comment": comment.strip(),
    }


def _waiting(held: Held) -> Posted:
    return Posted(held.kind, held.id, "", held.total, state=State.PENDING)


def _post(session: Session, held: Held, kind: Approvable) -> Posted:
    """Post what was held back; whatever forbids it now leaves the paper waiting."""
    _END.run(session, id=held.id, state="approved")
    draft = typed(kind.draft, json.loads(held.body))
    with _approving(session, held):
        posted = kind.post(session, draft, key=held.key)
    carry_held(session, held.kind, held.id, number=posted.number)
    return posted


@contextmanager
def _approving(session: Session, held: Held) -> Iterator[None]:
    conditions = frozenset(need.condition for need in needs_of(session, held.id))
    session.info["approving"], session.info["approved_for"] = held.key.value, conditions
    try:
        with making_for(session, held.made_by):
            yield
    finally:
        del session.info["approving"], session.info["approved_for"]


def _give_back(session: Session, held: Held, kind: Approvable, decision: str, reason: str) -> None:
    _END.run(session, id=held.id, state=decision)
    _INSERT_STEP.run(
        session,
        pending_id=held.id,
        need_no=None,
        decision=decision,
        user_id=actor_of(session).user_id,
        for_user_id=None,
        at=clock_of(session).milliseconds(),
        comment=reason,
    )
    draft = typed(kind.draft, json.loads(held.body))
    body = kind.as_draft(session, draft, held.subject)
    if body is not None:
        again = DraftBody(held.kind, draft.day, held.subject, held.total, body)
        kept = give_back(session, again, to=held.made_by, note=reason)
        carry_held(session, held.kind, held.id, draft_id=kept)
