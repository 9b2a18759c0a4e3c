"""Managing people: who may log in, in which roles, with which password.

Passwords and codes travel as `Secret`; the audit log hears of every act and never of a secret.
"""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import User
from jxc_desktop.shop.passwords import STRONG, Passwords
from jxc_desktop.shop.people import (
    anybody_has_password,
    find_user,
    one_at_a_time,
    put_password,
    put_roles,
    require_an_owner,
    roles_of,
    tidy_name,
    user_named,
)
from jxc_desktop.shop.recovery import first_codes, new_codes
from jxc_desktop.shop.roles import OWNER, require_roles


@needs("user.edit")
def add_user(
    session: Session,
    name: str,
    roles: Iterable[str],
    password: Secret,
    *,
    full_name: str = "",
    passwords: Passwords = STRONG,
) -> int:
    """Let somebody new log in and return their id; refused until the owner has a password (decisions 28)."""
    one_at_a_time(session)
    if not anybody_has_password(session):
        raise Refused(translate("shop", "老板还没有密码。先给老板设密码，再加用户"))
    tidy, wanted = tidy_name(name), require_roles(roles)
    if find_user(session, tidy):
        raise InvalidInput(
            translate("shop", "已有用户 {name}。换一个登录名").format(name=tidy), field="name"
        )
    user = User(name=tidy, full_name=full_name.strip(), failures=0, locked_until=0, disabled=False)
    put_password(session, user, password, passwords)
    session.add(user)
    session.flush()
    put_roles(session, user, wanted)
    record(session, "user.add", tidy, roles=wanted)
    return user.id


@needs("user.edit")
def set_password(
    session: Session, name: str, password: Secret, *, passwords: Passwords = STRONG
) -> tuple[Secret, ...]:
    """Give somebody a new password; an owner's first one returns ten recovery codes, shown this once."""
    user = user_named(session, name)
    put_password(session, user, password, passwords)
    session.flush()
    record(session, "user.set_password", user.name)
    return first_codes(session, user)


@needs("user.edit")
def renew_recovery_codes(session: Session, name: str) -> tuple[Secret, ...]:
    """Ten new recovery codes for an owner; the old ones stop working."""
    user = user_named(session, name)
    if OWNER not in roles_of(session, user.id):
        raise Refused(
            translate("shop", "{name} 不是老板，没有恢复码。由老板重设密码").format(name=user.name)
        )
    return new_codes(session, user)


@needs("user.edit")
def set_roles(session: Session, name: str, roles: Iterable[str]) -> None:
    """Let somebody have exactly `roles` from their next act on; one active owner must remain."""
    one_at_a_time(session)
    user, wanted = user_named(session, name), require_roles(roles)
    before = roles_of(session, user.id)
    put_roles(session, user, wanted)
    require_an_owner(session)
    record(session, "user.set_roles", user.name, before=sorted(before), after=sorted(wanted))


@needs("user.edit")
def rename_user(session: Session, name: str, full_name: str) -> None:
    """Change the name that papers and lists show; the login name stays."""
    user = user_named(session, name)
    before, user.full_name = user.full_name, full_name.strip()
    session.flush()
    record(session, "user.rename", user.name, before=before, after=user.full_name)


@needs("user.edit")
def disable_user(session: Session, name: str) -> None:
    """Keep somebody from working on and from logging in; what they did stays theirs. One active owner must remain."""
    one_at_a_time(session)
    user = user_named(session, name)
    user.disabled = True
    session.flush()
    require_an_owner(session)
    record(session, "user.disable", user.name)


@needs("user.edit")
def enable_user(session: Session, name: str) -> None:
    """Let somebody who was disabled log in again."""
    user = user_named(session, name)
    user.disabled = False
    session.flush()
    record(session, "user.enable", user.name)


@needs("user.edit")
def unlock_user(session: Session, name: str) -> None:
    """End the wait after wrong passwords."""
    user = user_named(session, name)
    user.failures, user.locked_until = 0, 0
    session.flush()
    record(session, "user.unlock", user.name)
