"""The people of the shop as rows: finding them, their roles, their password. Who may do so is asked elsewhere."""

import unicodedata
from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.models import Shop, User, UserRole
from jxc_desktop.shop.passwords import Passwords, require_good
from jxc_desktop.shop.roles import OWNER
from jxc_desktop.shop.settings import settings_of

LONGEST_NAME = 32


def tidy_name(name: str) -> str:
    """A login name as it is kept; raises `InvalidInput` for none, a long one, or one with blanks or controls."""
    tidy = unicodedata.normalize("NFKC", name).strip()
    fits = 0 < len(tidy) <= LONGEST_NAME and tidy.isprintable() and " " not in tidy
    if not fits:
        raise InvalidInput(
            translate("shop", "登录名要有 1 到 {count} 个字，中间没有空格").format(
                count=LONGEST_NAME
            ),
            field="name",
        )
    return tidy


def find_user(session: Session, name: str) -> User | None:
    """The user with login `name`, whatever its capitals and widths, or None."""
    wanted = unicodedata.normalize("NFKC", name).strip().casefold()
    everybody = session.scalars(select(User).order_by(User.id))
    return next((user for user in everybody if user.name.casefold() == wanted), None)


def user_named(session: Session, name: str) -> User:
    """The user with login `name`; raises `NotFound`."""
    user = find_user(session, name)
    if user is None:
        raise NotFound(translate("shop", "没有用户 {name}").format(name=name), field="name")
    return user


def roles_of(session: Session, user_id: int) -> frozenset[str]:
    """The roles a user has."""
    return frozenset(session.scalars(select(UserRole.role).where(UserRole.user_id == user_id)))


def actor_for(session: Session, user: User, machine: str) -> Actor:
    """`user` at work on `machine` with the rights of their roles."""
    return Actor(user.id, user.name, roles_of(session, user.id), machine, signed_in=True)


def anybody_has_password(session: Session) -> bool:
    """Whether the shop is closed to people without a password."""
    found = select(User.id).where(User.password.is_not(None)).limit(1)
    return session.execute(found).first() is not None


def put_password(session: Session, user: User, password: Secret, passwords: Passwords) -> None:
    """Keep a new password for `user`, if it is a good one, and lift a lock."""
    require_good(password, user.name, user.full_name, settings_of(session).name)
    user.password = passwords.kept(password)
    user.failures, user.locked_until = 0, 0


def put_roles(session: Session, user: User, wanted: Iterable[str]) -> None:
    """Let `user` have exactly the roles `wanted`."""
    session.execute(delete(UserRole).where(UserRole.user_id == user.id))
    session.add_all(UserRole(user_id=user.id, role=role) for role in wanted)
    session.flush()


def require_an_owner(session: Session) -> None:
    """Raise `Refused` when no active owner would be left."""
    owners = (
        select(User.id)
        .join(UserRole, UserRole.user_id == User.id)
        .where(UserRole.role == OWNER, User.disabled == False)  # noqa: E712  SQL
    )
    if session.execute(owners.limit(1)).first() is None:
        raise Refused(translate("shop", "至少要留一个能登录的老板。先让别人当老板"))


def one_at_a_time(session: Session) -> None:
    """Wait until no other transaction changes people (PostgreSQL; SQLite has one writer anyway)."""
    session.execute(select(Shop.id).with_for_update()).all()
