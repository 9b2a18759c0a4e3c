"""What can be asked of approvals: the papers that wait, what was said to one, the rules and who stands in."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.shop.actor import actor_of, may, needs
from jxc_desktop.shop.approvals.approvers import (
    Need,
    apart_from,
    approver_words,
    covered,
    needs_of_many,
    voices,
    waited_for,
)
from jxc_desktop.shop.approvals.words import condition_words
from jxc_desktop.shop.price_rights import may_see_money
from jxc_desktop.shop.settings import settings_of

MOST = 500
"""Papers in one list; a shop where more wait has another trouble."""


@dataclass(frozen=True, slots=True)
class PendingView:
    """A paper held back: `total` fen, `why` it waits, `waits_for` whom, `mine` whether whoever asks may say yes.

    `own` says that whoever asks made it, `number` what it became, `reason` why it was rejected. `total` is None for
    who may not see prices of the kind.
    """

    id: int
    kind: str
    day: date
    subject: str
    total: int | None
    maker: str
    made_at: datetime
    state: str
    why: str
    waits_for: str
    mine: bool
    own: bool
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class StepView:
    """What was said to a paper: a yes (`approved`), a no, a withdrawal; `absent` is whom the person stood in for."""

    at: datetime
    user: str
    absent: str
    decision: str
    comment: str
    why: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule with its approver: a role, or a login name in `user`."""

    id: int
    kind: str
    condition: str
    value: int
    step: int
    role: str
    user: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class DelegationView:
    """`deputy` approves for `absent` on these days, both included; both are login names."""

    id: int
    absent: str
    deputy: str
    first: date
    last: date


_PAPERS = (
    "SELECT p.id, p.kind, p.day, p.subject, p.total, u.name, p.made_at, p.state, p.apart, p.made_by, "
    "coalesce(k.number, ''), coalesce((SELECT s.comment FROM approval_step s WHERE s.pending_id = p.id "
    "AND s.decision = 'rejected'), '') FROM pending_paper p JOIN shop_user u ON u.id = p.made_by "
    "LEFT JOIN document_key k ON k.key = p.key WHERE "
)
_WAITING = Statement(
    f"{_PAPERS} p.state = 'pending' AND (:everyone = 1 OR p.made_by = :user) "
    "ORDER BY p.made_at, p.id LIMIT :most"
)
_OWN = Statement(f"{_PAPERS} p.made_by = :user ORDER BY p.id DESC LIMIT :most")
_DECIDED = Statement(f"{_PAPERS} p.state <> 'pending' ORDER BY p.id DESC LIMIT :most")
_ONE = Statement(f"{_PAPERS} p.id = :id")
_BODY = Statement("SELECT kind, body FROM pending_paper WHERE id = :id")
_STEPS = Statement(
    "SELECT s.at, u.name, coalesce(a.name, ''), s.decision, s.comment, "
    "coalesce(n.condition, ''), coalesce(n.value, 0) FROM approval_step s "
    "JOIN shop_user u ON u.id = s.user_id LEFT JOIN shop_user a ON a.id = s.for_user_id "
    "LEFT JOIN pending_need n ON n.pending_id = s.pending_id AND n.need_no = s.need_no "
    "WHERE s.pending_id = :id ORDER BY s.id"
)
_RULES = Statement(
    "SELECT r.id, r.kind, r.condition, r.value, r.step, r.role, coalesce(u.name, ''), r.disabled "
    "FROM approval_rule r LEFT JOIN shop_user u ON u.id = r.user_id ORDER BY r.kind, r.step, r.id"
)
_DELEGATIONS = Statement(
    "SELECT d.id, a.name, t.name, d.first_day, d.last_day FROM delegation d "
    "JOIN shop_user a ON a.id = d.from_user_id JOIN shop_user t ON t.id = d.to_user_id "
    "ORDER BY d.first_day DESC, d.id DESC"
)


@needs("approval.view")
def waiting_papers(session: Session) -> tuple[PendingView, ...]:
    """Every paper that waits, oldest first; who may not approve sees their own."""
    user, everyone = actor_of(session).user_id, may(session, "approval.act")
    return _views(session, _WAITING.all(session, everyone=everyone, user=user, most=MOST))


@needs("approval.view")
def own_papers(session: Session) -> tuple[PendingView, ...]:
    """Every paper that whoever asks had to have approved, newest first, whatever became of it."""
    rows = _OWN.all(session, user=actor_of(session).user_id, most=MOST)
    return _views(session, rows)


@needs("approval.act")
def decided_papers(session: Session) -> tuple[PendingView, ...]:
    """Papers that were approved, rejected or withdrawn, newest first."""
    return _views(session, _DECIDED.all(session, most=MOST))


@needs("approval.view")
def pending_view(session: Session, pending_id: int) -> PendingView:
    """One paper; who may not approve sees their own."""
    views = _views(session, _ONE.all(session, id=pending_id))
    if not views or not (views[0].own or may(session, "approval.act")):
        raise NotFound(
            translate("shop", "没有待审核的单 #{id}").format(id=pending_id), field="pending"
        )
    return views[0]


def pending_body(session: Session, pending_id: int) -> dict[str, Any]:
    """The draft that a paper keeps, as plain data, for whoever may see the paper."""
    pending_view(session, pending_id)
    _kind, body = _BODY.one(session, id=pending_id)
    found: dict[str, Any] = json.loads(body)
    return found


@needs("approval.view")
def steps_of(session: Session, pending_id: int) -> tuple[StepView, ...]:
    """What was said to a paper, in order."""
    pending_view(session, pending_id)
    clock = clock_of(session)
    return tuple(
        StepView(
            clock.local(at),
            user,
            absent,
            decision,
            comment,
            condition_words(condition, value) if condition else "",
        )
        for at, user, absent, decision, comment, condition, value in _STEPS.all(
            session, id=pending_id
        )
    )


@needs("approval.view")
def papers_for_me(session: Session) -> tuple[PendingView, ...]:
    """The papers that wait for whoever asks."""
    return tuple(view for view in waiting_papers(session) if view.mine)


@needs("approval_rule.view")
def rule_views(session: Session) -> tuple[RuleView, ...]:
    """Every rule, kind by kind, in the order of the steps."""
    return tuple(
        RuleView(id, kind, condition, value, step, role, user, disabled=bool(off))
        for id, kind, condition, value, step, role, user, off in _RULES.all(session)
    )


@needs("approval_rule.view")
def delegation_views(session: Session) -> tuple[DelegationView, ...]:
    """Who stands in for whom, the latest first."""
    return tuple(
        DelegationView(id, absent, deputy, date.fromisoformat(first), date.fromisoformat(last))
        for id, absent, deputy, first, last in _DELEGATIONS.all(session)
    )


def _views(session: Session, rows: list[Row]) -> tuple[PendingView, ...]:
    if not rows:
        return ()
    speaking, actor = voices(session), actor_of(session)
    may_act, apart_now = (
        may(session, "approval.act"),
        not settings_of(session).approve_own_documents,
    )
    clock = clock_of(session)
    needs_by_paper = needs_of_many(session, [row[0] for row in rows])
    found = []
    for row in rows:
        (
            pending_id, kind, day, subject, total, maker, made_at, state, apart, made_by, number, reason,
        ) = row  # fmt: skip
        needed = needs_by_paper.get(pending_id, [])
        own = made_by == actor.user_id
        voices_here = apart_from(speaking, made_by) if apart or apart_now else speaking
        asked = bool(covered(needed, voices_here)) and not (own and (apart or apart_now))
        found.append(
            PendingView(
                id=pending_id,
                kind=kind,
                day=date.fromisoformat(day),
                subject=subject,
                total=total if may_see_money(session, kind) else None,
                maker=maker,
                made_at=clock.local(made_at),
                state=state,
                why=_why(needed),
                waits_for=approver_words(waited_for(needed)) if state == "pending" else "",
                mine=state == "pending" and may_act and asked,
                own=own,
                number=number,
                reason=reason,
            )
        )
    return tuple(found)


def _why(needed: list[Need]) -> str:
    return listed(dict.fromkeys(condition_words(need.condition, need.value) for need in needed))
