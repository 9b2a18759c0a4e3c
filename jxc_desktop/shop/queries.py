"""What can be asked about the shop itself: its people, its audit log, its settings."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.shop.actor import actor_of, all_roles, needs
from jxc_desktop.shop.audit import broken_links
from jxc_desktop.shop.models import Audit, RecoveryCode, User, UserRole
from jxc_desktop.shop.setting_text import shown_setting, typed_setting
from jxc_desktop.shop.setting_words import choice_words, setting_words
from jxc_desktop.shop.settings import CHOICES, Settings, setting_types, settings_of

PAGE = 200


@dataclass(frozen=True, slots=True)
class UserView:
    """A person who may log in; `locked_until` is 0 or the moment a wait ends, `codes_left` counts recovery codes."""

    id: int
    name: str
    full_name: str
    roles: tuple[str, ...]
    has_password: bool
    disabled: bool
    locked_until: int
    codes_left: int


@dataclass(frozen=True, slots=True)
class LoginName:
    """What the login screen shows of a person, before anybody is in."""

    name: str
    full_name: str


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which rows of the audit log: days of the shop (both included), a login name, words in any column."""

    first: date | None = None
    last: date | None = None
    user: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class AuditView:
    """One act: when (shop's wall time), who, where, what, on what, with which details."""

    id: int
    at: datetime
    user: str
    machine: str
    action: str
    subject: str
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting with its words. `text` is what a field holds, `shown` what people read; choices are (value, words).

    `kind` is choice, flag (yes or no) or text; an `optional` one may be unset.
    """

    name: str
    group: str
    title: str
    sentence: str
    value: Any
    text: str
    shown: str
    default_shown: str
    changed: bool
    kind: str
    optional: bool
    choices: tuple[tuple[Any, str], ...]


@needs("user.view")
def users(session: Session) -> tuple[UserView, ...]:
    """Everybody who can or could log in, in order of joining."""
    held: dict[int, set[str]] = {}
    for user_id, role in session.execute(select(UserRole.user_id, UserRole.role)):
        held.setdefault(user_id, set()).add(role)
    left = dict(session.execute(_codes_left()).all())
    everybody = session.scalars(select(User).order_by(User.id))
    now = clock_of(session).milliseconds()
    return tuple(_user(u, held.get(u.id, set()), left.get(u.id, 0), now) for u in everybody)


def login_names(session: Session) -> tuple[LoginName, ...]:
    """Whom the login screen offers; asked before anybody is in, so it tells names only."""
    wanted = select(User.name, User.full_name).where(
        User.disabled == False,  # noqa: E712  SQL
        User.password.is_not(None),
    )
    return tuple(LoginName(*row) for row in session.execute(wanted.order_by(User.id)))


def own_name(session: Session) -> str:
    """What people call whoever is at work: the full name, else the login name."""
    actor = actor_of(session)
    full = session.scalar(select(User.full_name).where(User.id == actor.user_id))
    return full or actor.name


@needs("approval_rule.view")
def login_names_of_all(session: Session) -> tuple[str, ...]:
    """The login names of everybody in use, in order of joining: whom rules and delegations may name."""
    active = select(User.name).where(User.disabled == False)  # noqa: E712  SQL
    return tuple(session.scalars(active.order_by(User.id)))


@needs("audit.view")
def audit_rows(
    session: Session,
    wanted: AuditFilter,
    *,
    before: int | None = None,
    skip: int = 0,
    limit: int = PAGE,
) -> tuple[AuditView, ...]:
    """A page of the audit log, newest first; `before` is the last id of the page above.

    Where that is not known, `skip` rows are passed over.
    """
    rows = (
        select(Audit, User.name)
        .outerjoin(User, User.id == Audit.user_id)
        .where(*_conditions(session, wanted))
        .order_by(Audit.id.desc())
        .offset(skip)
        .limit(limit)
    )
    if before is not None:
        rows = rows.where(Audit.id < before)
    clock = clock_of(session)
    return tuple(
        AuditView(
            row.id,
            clock.local(row.at),
            name or "",
            row.machine,
            row.action,
            row.object,
            json.loads(row.detail),
        )
        for row, name in session.execute(rows)
    )


@needs("audit.view")
def audit_count(session: Session, wanted: AuditFilter) -> int:
    """How many rows of the audit log fit."""
    rows = select(func.count()).select_from(Audit).outerjoin(User, User.id == Audit.user_id)
    return session.execute(rows.where(*_conditions(session, wanted))).scalar_one()


@needs("audit.view")
def audit_people(session: Session) -> tuple[str, ...]:
    """The login names of everybody who ever could act, for choosing whose acts to see."""
    return tuple(session.scalars(select(User.name).order_by(User.id)))


@needs("audit.view")
def audit_breaks(session: Session) -> list[int]:
    """The ids of audit rows that do not follow from the row before, 0 for a wrong end; none when all is whole."""
    return broken_links(session)


@needs("settings.view")
def setting_views(session: Session) -> tuple[SettingView, ...]:
    """Every setting with its words, group by group."""
    now, default = settings_of(session), Settings()
    return tuple(
        _setting(name, getattr(now, name), getattr(default, name)) for name in setting_words()
    )


def _user(user: User, held: set[str], left: int, now: int) -> UserView:
    return UserView(
        id=user.id,
        name=user.name,
        full_name=user.full_name,
        roles=tuple(role for role in all_roles() if role in held),
        has_password=user.password is not None,
        disabled=user.disabled,
        locked_until=user.locked_until if user.locked_until > now else 0,
        codes_left=left,
    )


def _codes_left() -> Any:
    return (
        select(RecoveryCode.user_id, func.count())
        .where(RecoveryCode.used_at.is_(None))
        .group_by(RecoveryCode.user_id)
    )


@needs("audit.view")
def acts_of_people(
    session: Session, first: date, last: date, actions: Collection[str]
) -> list[tuple[str, str, str]]:
    """Who did some of `actions` on the days of a period: login name, action, detail as JSON; in their order."""
    end = _start(session, last + timedelta(days=1))
    query = (
        select(User.name, Audit.action, Audit.detail)
        .join(User, User.id == Audit.user_id)
        .where(Audit.at >= _start(session, first), Audit.at < end, Audit.action.in_(actions))
        .order_by(Audit.id)
    )
    return [(name, action, detail) for name, action, detail in session.execute(query)]


def _conditions(session: Session, wanted: AuditFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.first:
        conditions.append(Audit.at >= _start(session, wanted.first))
    if wanted.last:
        conditions.append(Audit.at < _start(session, wanted.last + timedelta(days=1)))
    if wanted.user:
        conditions.append(User.name == wanted.user)
    for word in wanted.text.split():
        columns = (Audit.action, Audit.object, Audit.detail, Audit.machine, User.name)
        conditions.append(or_(*(c.icontains(word, autoescape=True) for c in columns)))
    return conditions


def _start(session: Session, day: date) -> int:
    """The first millisecond of a day of the shop."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=clock_of(session).zone)
    return int(midnight.timestamp() * 1000)


def _setting(name: str, value: Any, default: Any) -> SettingView:
    words, called = setting_words()[name], choice_words().get(name, {})
    return SettingView(
        name=name,
        group=words.group,
        title=words.title,
        sentence=words.sentence,
        value=value,
        text=typed_setting(name, value),
        shown=shown_setting(name, value, called),
        default_shown=shown_setting(name, default, called),
        changed=value != default,
        kind=_kind(name),
        optional=type(None) in _members(name),
        choices=tuple(
            (choice, called.get(choice, str(choice))) for choice in CHOICES.get(name, ())
        ),
    )


def _kind(name: str) -> str:
    """How a setting is edited: choice, flag (yes or no), or text."""
    if name in CHOICES:
        return "choice"
    return "flag" if bool in (setting_types()[name], *_members(name)) else "text"


def _members(name: str) -> tuple[Any, ...]:
    return getattr(setting_types()[name], "__args__", ())
