"""Who is at work, and what the matrix of rights lets them do.

Rights are decided here and nowhere else: services are marked with `needs`, so the window, the command line and
imports all meet the same check. Whoever is not known may do nothing.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language, translate
from jxc_desktop.core.paths import resource
from jxc_desktop.core.sql import Statement

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at work on a machine; `rights` is the union of what the roles allow.

    Who `signed_in` is asked after in every transaction: what they may do is what their roles allow by then.
    """

    user_id: int
    name: str
    roles: frozenset[str]
    machine: str = ""
    signed_in: bool = False
    rights: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rights", rights_of(self.roles))

    def may(self, permission: str) -> bool:
        """Whether the matrix gives this person `permission` (`sales_delivery.post`)."""
        return permission in self.rights


def elsewhere(actor: object) -> object:
    """The same person in a copy of the shop, which may not know yet what their own shop says of them."""
    return replace(actor, signed_in=False) if isinstance(actor, Actor) else actor


@dataclass(frozen=True, slots=True)
class Right:
    """One row of the matrix: a permission, what it means in both languages, and the roles that have it."""

    permission: str
    meaning: str
    english: str
    roles: frozenset[str]

    @property
    def words(self) -> str:
        """What the permission means, in the user's language."""
        return self.meaning if language() == SOURCE_LANGUAGE else self.english


@cache
def matrix() -> dict[str, Right]:
    """The matrix of rights, by permission, as `resources/rights/matrix.csv` lists it (domain.md §10)."""
    return {row["permission"]: _right(row) for row in _rows()}


@cache
def all_roles() -> tuple[str, ...]:
    """Every role there is, in the order of the matrix."""
    return tuple(name for name in _rows()[0] if name not in _WORDS)


_WORDS = ("permission", "meaning", "english")


@cache
def _rows() -> list[dict[str, str]]:
    with resource("rights", "matrix.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _right(row: dict[str, str]) -> Right:
    marks = {role: row[role] for role in all_roles()}
    if None in row or not set(marks.values()) <= {"x", ""}:
        raise ValueError(
            f"matrix of rights: {row['permission']} has a cell too many or a wrong mark"
        )
    holders = frozenset(role for role, mark in marks.items() if mark == "x")
    return Right(row["permission"], row["meaning"], row["english"] or row["meaning"], holders)


def rights_of(roles: Iterable[str]) -> frozenset[str]:
    """Every permission that at least one of `roles` has."""
    held = set(roles)
    return frozenset(right.permission for right in matrix().values() if right.roles & held)


def actor_of(session: Session) -> Actor:
    """Who is at work in `session`; raises `Forbidden` when nobody said so, or they were dismissed."""
    actor = session.info.get("actor")
    if not isinstance(actor, Actor):
        raise Forbidden(translate("shop", "还没有登录。登录后再做"))
    if actor.signed_in and "standing_known" not in session.info:
        actor = session.info["actor"] = _as_of_now(session, actor)
        session.info["standing_known"] = True
    return actor


_STANDING = Statement(
    "SELECT u.disabled, r.role FROM shop_user u LEFT JOIN user_role r ON r.user_id = u.id WHERE u.id = :user"
)


def _as_of_now(session: Session, actor: Actor) -> Actor:
    """`actor` with the roles they have by now; raises `Forbidden` when they may no longer work."""
    rows = _STANDING.all(session, user=actor.user_id)
    if not rows or rows[0][0]:
        raise Forbidden(
            translate("shop", "用户 {name} 已停用。换一个用户登录").format(name=actor.name)
        )
    roles = frozenset(role for _disabled, role in rows if role is not None)
    return actor if roles == actor.roles else replace(actor, roles=roles)


def may(session: Session, permission: str) -> bool:
    """Whether whoever is at work has `permission`."""
    return actor_of(session).may(permission)


def authorize(session: Session, permission: str) -> Actor:
    """Whoever is at work, if they have `permission`; else raises `Forbidden` with its meaning in words."""
    actor = actor_of(session)
    if permission not in matrix():
        raise KeyError(f"{permission} is not in the matrix of rights")
    if not actor.may(permission):
        raise Forbidden(
            translate("shop", "{name} 没有“{right}”的权限。让有权的人来做").format(
                name=actor.name, right=matrix()[permission].words
            )
        )
    return actor


def lend(session: Session, permission: str, by: Actor) -> None:
    """Let whoever is at work use one right of `by` in this transaction, who vouched for it (`login.vouch`)."""
    if not by.may(permission):
        raise Forbidden(
            translate("shop", "{name} 没有“{right}”的权限。让有权的人来做").format(
                name=by.name, right=matrix()[permission].words
            )
        )
    actor = actor_of(session)
    lent = replace(actor)  # begins with the rights of the roles alone, without what was lent before
    object.__setattr__(lent, "rights", actor.rights | {permission})
    session.info["actor"] = lent


@contextmanager
def making_for(session: Session, user_id: int) -> Iterator[None]:
    """What is written inside was made by `user_id`, though whoever is at work posts it (an approval)."""
    session.info["maker"] = user_id
    try:
        yield
    finally:
        del session.info["maker"]


def maker_of(session: Session) -> int:
    """The user who made the document being written: whoever is at work, or the maker whose paper is approved."""
    maker: int = session.info.get("maker") or actor_of(session).user_id
    return maker


def needs(
    permission: str,
) -> Callable[[Callable[Concatenate[Session, P], R]], Callable[Concatenate[Session, P], R]]:
    """Mark a service that only holders of `permission` may call."""

    def guard(
        service: Callable[Concatenate[Session, P], R],
    ) -> Callable[Concatenate[Session, P], R]:
        @wraps(service)
        def checked(session: Session, *args: P.args, **kwargs: P.kwargs) -> R:
            authorize(session, permission)
            return service(session, *args, **kwargs)

        checked.needs = permission  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[Session, P], R]", checked)

    return guard


def permission_of(service: Callable[..., Any]) -> str | None:
    """The permission that `service` needs, or None for one that other services call."""
    return getattr(service, "needs", None)
