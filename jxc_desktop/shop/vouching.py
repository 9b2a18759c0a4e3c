"""Doing what somebody with the right allowed on the spot (授权)."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from jxc_desktop.shop.actor import Actor, lend
from jxc_desktop.shop.audit import record

T = TypeVar("T")


def with_rights(
    vouchers: Sequence[tuple[str, Actor]],
    operation: Callable[..., T],
    session: Session,
    *args: Any,
) -> T:
    """Run an operation of this transaction with rights that were lent; both names stand in the audit log."""
    for permission, by in vouchers:
        lend(session, permission, by)
    result = operation(session, *args)
    for permission, by in vouchers:
        record(session, "right.lend", permission, by=by.name, act=_name_of(operation))
    return result


def with_rights_to_see(
    vouchers: Sequence[tuple[str, Actor]],
    operation: Callable[..., T],
    session: Session,
    *args: Any,
) -> T:
    """The same for questions, which leave no trace."""
    for permission, by in vouchers:
        lend(session, permission, by)
    return operation(session, *args)


def _name_of(operation: Callable[..., Any]) -> str:
    plain = getattr(operation, "func", operation)
    return str(getattr(plain, "__name__", plain))
