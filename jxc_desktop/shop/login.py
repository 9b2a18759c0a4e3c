"""Letting people in: by password, or the owner of a shop that has none yet.

A try is counted and kept *before* the password is looked at, so neither a killed process, nor a refused transaction,
nor many tries at once get more of them; and the slow hashing holds no lock. That takes transactions of its own:
`log_in` is given the shop, not a session.
"""

from dataclasses import dataclass
from math import ceil

from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database, clock_of
from jxc_desktop.core.errors import Forbidden, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor, matrix
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import User
from jxc_desktop.shop.passwords import STRONG, Passwords
from jxc_desktop.shop.people import (
    actor_for,
    anybody_has_password,
    find_user,
    put_password,
    roles_of,
)
from jxc_desktop.shop.recovery import first_codes
from jxc_desktop.shop.roles import OWNER

FREE_TRIES = 5
LONGEST_WAIT = 60
"""Minutes."""
MINUTE = 60_000
NOBODY = 0
"""The user id that the audit log shows for somebody who is not in."""


def open_actor(session: Session, *, machine: str = "") -> Actor | None:
    """The owner, when nobody has a password yet and whoever can read the file may do all; else None.

    A shop on PostgreSQL is never open (decisions 28).
    """
    if session.get_bind().dialect.name != "sqlite" or anybody_has_password(session):
        return None
    everybody = session.query(User).filter_by(disabled=False).order_by(User.id)
    owner = next((user for user in everybody if OWNER in roles_of(session, user.id)), None)
    return None if owner is None else actor_for(session, owner, machine)


def log_in(
    database: Database,
    name: str,
    password: Secret,
    *,
    machine: str = "",
    passwords: Passwords = STRONG,
) -> Actor:
    """Whoever proves to be `name`.

    An unknown name and a wrong password are refused alike, at the same cost (`Forbidden`). After five wrong ones in a
    row each further one makes the wait longer, up to an hour (`Refused`, with the minutes).
    """
    return _prove(database, name, password, "user.log_in", machine, passwords)


def vouch(
    database: Database,
    name: str,
    password: Secret,
    permission: str,
    *,
    machine: str = "",
    passwords: Passwords = STRONG,
) -> Actor:
    """Somebody with the right `permission` who allows it on the spot (授权); raises `Forbidden` for others."""
    actor = _prove(database, name, password, "user.vouch", machine, passwords)
    if not actor.may(permission):
        raise Forbidden(
            translate("shop", "{name} 也没有“{right}”的权限。换一个有权的人").format(
                name=actor.name, right=matrix()[permission].words
            )
        )
    return actor


def change_password(
    database: Database,
    name: str,
    old: Secret,
    new: Secret,
    *,
    machine: str = "",
    passwords: Passwords = STRONG,
) -> tuple[Secret, ...]:
    """Give oneself a new password by proving the old one; returns recovery codes to an owner who has none."""
    actor = _prove(database, name, old, "user.prove", machine, passwords)
    with database.transaction(actor) as session:
        user = session.get_one(User, actor.user_id)
        put_password(session, user, new, passwords)
        session.flush()
        record(session, "user.set_password", user.name)
        return first_codes(session, user)


@dataclass(frozen=True, slots=True)
class _Try:
    """A counted try: whose it is and what to compare with; `wait` minutes when it may not be made yet."""

    user_id: int | None = None
    kept: str | None = None
    disabled: bool = False
    wait: int = 0


def _prove(
    database: Database, name: str, password: Secret, act: str, machine: str, passwords: Passwords
) -> Actor:
    with database.transaction(Actor(NOBODY, "", frozenset(), machine)) as session:
        tried = _count(session, name)
    if tried.wait:
        raise Refused(
            translate("shop", "密码输错太多次。{minutes} 分钟后再试，或让老板解锁").format(
                minutes=tried.wait
            ),
            field="password",
        )
    fits = passwords.fits(tried.kept, password)
    with database.transaction(Actor(NOBODY, "", frozenset(), machine)) as session:
        actor = _welcome(session, tried, password, passwords, act) if fits else None
        if actor is None:
            record(session, "user.refused", name_of(session, tried.user_id), act=act)
    if actor is None:
        raise _refusal(told_apart=fits and tried.disabled)
    return actor


def _refusal(*, told_apart: bool) -> Forbidden:
    """The same words for every wrong try; only who knows the password hears that they are disabled."""
    if told_apart:
        return Forbidden(translate("shop", "这个用户已停用。让老板启用，或换一个用户"))
    return Forbidden(translate("shop", "登录名或密码不对。再试一次"), field="password")


def _count(session: Session, name: str) -> _Try:
    """Count a try of `name` as failed until it proves right."""
    user = find_user(session, name)
    if user is None:
        return _Try()
    now = clock_of(session).milliseconds()
    if now < user.locked_until:
        # A clock that was set back must not make the wait longer than it was.
        user.locked_until = min(user.locked_until, now + _wait(user.failures) * MINUTE)
        return _Try(user.id, wait=ceil((user.locked_until - now) / MINUTE))
    user.failures += 1
    user.locked_until = now + _wait(user.failures) * MINUTE
    return _Try(user.id, user.password, user.disabled)


def _wait(failures: int) -> int:
    """Minutes to wait after so many failures in a row: 1, 2, 4 … 60 from the fifth on."""
    beyond = failures - FREE_TRIES
    return 0 if beyond < 0 else min(2 ** min(beyond, 10), LONGEST_WAIT)


def _welcome(
    session: Session, tried: _Try, password: Secret, passwords: Passwords, act: str
) -> Actor | None:
    """The person whose password fitted, unless somebody disabled them or changed it meanwhile."""
    user = session.get_one(User, tried.user_id)
    if user.disabled or user.password != tried.kept:
        return None
    user.failures, user.locked_until = 0, 0
    if passwords.outdated(user.password or ""):
        user.password = passwords.kept(password)
    session.flush()
    machine = session.info["actor"].machine
    actor = session.info["actor"] = actor_for(session, user, machine)
    record(session, act, user.name)
    return actor


def name_of(session: Session, user_id: int | None) -> str:
    """The login name of a user, "" for an unknown one: what was typed there may be a password."""
    user = session.get(User, user_id) if user_id is not None else None
    return "" if user is None else user.name
