"""Writing approval rules, and who stands in for whom on which days."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import ONE
from jxc_desktop.shop.actor import all_roles, matrix, needs, rights_of
from jxc_desktop.shop.approvals.models import ApprovalRule, Delegation
from jxc_desktop.shop.approvals.rules import APPROVABLE, DISCOUNT_OVER, WITH_VALUE
from jxc_desktop.shop.approvals.words import condition_names, condition_words
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import User
from jxc_desktop.shop.people import roles_of, user_named
from jxc_desktop.shop.roles import role_words

MOST_STEPS = 9
_RIGHT = "approval.act"


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule as typed; the approver is a role, or one user by login name."""

    kind: str
    condition: str
    value: int = 0
    step: int = 1
    role: str = ""
    user: str = ""
    disabled: bool = False


@needs("approval_rule.edit")
def save_rule(session: Session, draft: RuleDraft, rule_id: int | None = None) -> int:
    """Write a new rule, or rule `rule_id` anew, and return its id. What waits already keeps the rule it met."""
    user = _require_rule(session, draft)
    rule = ApprovalRule() if rule_id is None else _rule(session, rule_id)
    rule.kind, rule.condition, rule.step = draft.kind, draft.condition, draft.step
    rule.value = draft.value if draft.condition in WITH_VALUE else 0
    rule.role, rule.user_id = ("", user.id) if user else (draft.role, None)
    rule.disabled = draft.disabled
    session.add(rule)
    session.flush()
    act = "approval_rule.add" if rule_id is None else "approval_rule.edit"
    record(session, act, draft.kind, **_told(draft))
    return rule.id


@needs("approval_rule.edit")
def remove_rule(session: Session, rule_id: int) -> None:
    """Take a rule away; what waits already still waits."""
    rule = _rule(session, rule_id)
    session.delete(rule)
    session.flush()
    record(
        session,
        "approval_rule.remove",
        rule.kind,
        condition=condition_words(rule.condition, rule.value),
    )


@needs("approval_rule.edit")
def delegate(session: Session, absent: str, deputy: str, first: date, last: date) -> int:
    """Let `deputy` approve for `absent` from `first` to `last`, both included.

    They must be able to post what `absent` is asked about: the last yes does.
    """
    away, here = user_named(session, absent), user_named(session, deputy)
    if away.id == here.id:
        raise InvalidInput(translate("shop", "代理人要是另一个人"), field="deputy")
    if last < first:
        raise InvalidInput(translate("shop", "代理的最后一天早于第一天"), field="last")
    if last < clock_of(session).today():
        raise InvalidInput(translate("shop", "代理的日子已经过去"), field="last")
    roles = roles_of(session, here.id)
    _require_right(here.name, roles, "deputy")
    for kind in _kinds_asked_of(session, away):
        _require_right(here.name, roles, "deputy", kind)
    row = Delegation(from_user_id=away.id, to_user_id=here.id, first_day=first, last_day=last)
    session.add(row)
    session.flush()
    record(session, "delegation.add", away.name, deputy=here.name, first=first, last=last)
    return row.id


@needs("approval_rule.edit")
def end_delegation(session: Session, delegation_id: int) -> None:
    """Let nobody stand in any more."""
    row = session.get(Delegation, delegation_id)
    if row is None:
        raise NotFound(translate("shop", "这条代理已经删了。刷新后再看"))
    away = session.get_one(User, row.from_user_id)
    session.delete(row)
    session.flush()
    record(session, "delegation.remove", away.name)


def _kinds_asked_of(session: Session, user: User) -> list[str]:
    """The kinds of documents that rules in force ask somebody about."""
    asked = or_(ApprovalRule.role.in_(roles_of(session, user.id)), ApprovalRule.user_id == user.id)
    kinds = select(ApprovalRule.kind).where(ApprovalRule.disabled == False, asked)  # noqa: E712  SQL
    return list(session.scalars(kinds.distinct().order_by(ApprovalRule.kind)))


def _rule(session: Session, rule_id: int) -> ApprovalRule:
    rule = session.get(ApprovalRule, rule_id)
    if rule is None:
        raise NotFound(translate("shop", "这条审批规则已经删了。刷新后再看"))
    return rule


def _require_rule(session: Session, draft: RuleDraft) -> User | None:
    """The user whom the rule names, if it names one; raises for a rule that could never be answered."""
    if draft.kind not in APPROVABLE:
        raise InvalidInput(translate("shop", "这种单据不能设审批规则"), field="kind")
    if draft.condition not in APPROVABLE[draft.kind]:
        known = condition_names()
        raise InvalidInput(
            translate("shop", "这种单据的条件只能是{known}").format(
                known=listed(known[name] for name in APPROVABLE[draft.kind])
            ),
            field="condition",
        )
    if draft.value < 0 or (draft.condition == DISCOUNT_OVER and draft.value >= ONE):
        raise InvalidInput(
            translate("shop", "条件的数要大于等于 0，让利要小于 100%"), field="value"
        )
    if not 1 <= draft.step <= MOST_STEPS:
        raise InvalidInput(
            translate("shop", "第几步要在 1 和 {most} 之间").format(most=MOST_STEPS), field="step"
        )
    return _require_approver(session, draft)


def _require_approver(session: Session, draft: RuleDraft) -> User | None:
    if bool(draft.role) == bool(draft.user):
        raise InvalidInput(translate("shop", "审核人选一个角色，或选一个人"), field="approver")
    if draft.user:
        user = user_named(session, draft.user)
        if user.disabled:
            raise InvalidInput(
                translate("shop", "{name} 已停用。选别人审核").format(name=user.name),
                field="approver",
            )
        _require_right(user.name, roles_of(session, user.id), "approver", draft.kind)
        return user
    if draft.role not in all_roles():
        raise InvalidInput(translate("shop", "没有这个角色。重新选"), field="approver")
    _require_right(role_words()[draft.role], frozenset({draft.role}), "approver", draft.kind)
    return None


def _require_right(name: str, roles: frozenset[str], field: str, kind: str = "") -> None:
    """Whoever is to approve must be able to: the last yes posts the document."""
    wanted = (_RIGHT, f"{kind}.post") if kind else (_RIGHT,)
    for permission in wanted:
        if permission not in rights_of(roles):
            raise InvalidInput(
                translate("shop", "{name} 没有“{right}”的权限，不能当审核人").format(
                    name=name, right=matrix()[permission].words
                ),
                field=field,
            )


def _told(draft: RuleDraft) -> dict[str, object]:
    return {
        "condition": condition_words(draft.condition, draft.value),
        "step": draft.step,
        "approver": draft.user or role_words()[draft.role],
        "disabled": draft.disabled or None,
    }
