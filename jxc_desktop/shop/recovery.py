"""Recovery codes: ten one-time codes on paper that let an owner in who forgot the password.

A code has 80 random bits, so its SHA-256 is safe to keep and quick to find.
"""

import hashlib
import secrets

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import RecoveryCode, User
from jxc_desktop.shop.passwords import STRONG, Passwords
from jxc_desktop.shop.people import actor_for, put_password, roles_of
from jxc_desktop.shop.roles import OWNER

CODES = 10
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: no I, L, O, U, so that nobody reads them wrong."""
_MISREAD = str.maketrans("ILO", "110")
_GROUPS, _GROUP = 4, 4


def new_codes(session: Session, user: User) -> tuple[Secret, ...]:
    """Ten fresh codes for an owner, to be shown once; earlier unused ones stop working."""
    session.execute(
        update(RecoveryCode)
        .where(RecoveryCode.user_id == user.id, RecoveryCode.used_at.is_(None))
        .values(used_at=clock_of(session).milliseconds())
    )
    codes = tuple(_new_code() for _ in range(CODES))
    session.add_all(RecoveryCode(user_id=user.id, code=_digest(code)) for code in codes)
    record(session, "user.new_codes", user.name, count=len(codes))
    return codes


def first_codes(session: Session, user: User) -> tuple[Secret, ...]:
    """Ten codes for an owner who never had any, else none."""
    had = select(RecoveryCode.id).where(RecoveryCode.user_id == user.id).limit(1)
    if OWNER not in roles_of(session, user.id) or session.execute(had).first():
        return ()
    return new_codes(session, user)


def codes_left(session: Session, user_id: int) -> int:
    """How many codes of a user still work."""
    wanted = select(func.count()).where(
        RecoveryCode.user_id == user_id, RecoveryCode.used_at.is_(None)
    )
    return session.execute(wanted).scalar_one()


def recover_owner(
    session: Session,
    code: Secret,
    new_password: Secret,
    *,
    machine: str = "",
    passwords: Passwords = STRONG,
) -> Actor:
    """Give the owner whose `code` it is a new password and let them in; the code never works again."""
    found = session.execute(
        select(RecoveryCode, User)
        .join(User, User.id == RecoveryCode.user_id)
        .where(RecoveryCode.code == _digest(code), RecoveryCode.used_at.is_(None))
        .with_for_update()
    ).first()
    if found is None or found.User.disabled or OWNER not in roles_of(session, found.User.id):
        raise Forbidden(
            translate("shop", "这个恢复码不对，或已经用过。换下一个恢复码"), field="code"
        )
    user: User = found.User
    actor = session.info["actor"] = actor_for(session, user, machine)
    found.RecoveryCode.used_at = clock_of(session).milliseconds()
    put_password(session, user, new_password, passwords)
    session.flush()
    record(session, "user.recover", user.name, codes_left=codes_left(session, user.id))
    return actor


def _new_code() -> Secret:
    letters = [secrets.choice(_LETTERS) for _ in range(_GROUPS * _GROUP)]
    groups = ["".join(letters[at : at + _GROUP]) for at in range(0, len(letters), _GROUP)]
    return Secret("-".join(groups))


def _digest(code: Secret) -> str:
    typed = code.reveal().upper().translate(_MISREAD)
    letters = "".join(letter for letter in typed if letter in _LETTERS)
    return hashlib.sha256(f"recovery {letters}".encode()).hexdigest()
