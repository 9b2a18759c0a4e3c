"""What is some people's alone: a customer that is 小李's, a warehouse that is 小王's (分配客户、分配仓库).

What is assigned to nobody is everybody's, so a shop that assigns nothing notices nothing. Whoever has
`assigned.view` sees everything. Customers and warehouses are kept by rooms above, so they are known here by their id.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.kept import kept
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.actor import actor_of
from jxc_desktop.shop.models import Assignment
from jxc_desktop.shop.people import user_named

VIEW, EDIT = "assigned.view", "assigned.edit"
"""The rights to see what is assigned to others, and to say whose it is."""


class Assigned(StrEnum):
    """What can be assigned; the column of a document that names it is called after it."""

    CUSTOMER = "customer"
    WAREHOUSE = "warehouse"


Hidden = Mapping[Assigned, frozenset[int]]
"""What whoever is at work must not see, by its id."""

_ALL = Statement(
    "SELECT a.what, a.ref_id, a.user_id, u.name FROM assignment a JOIN shop_user u ON u.id = a.user_id "
    "ORDER BY a.what, a.ref_id, u.name"
)
_DROP = Statement(
    "DELETE FROM assignment WHERE what = :what AND ref_id = :ref", changes="assignment"
)
_ADD = insert_into(Assignment, ("what", "ref_id", "user_id"))
_NOTHING: Hidden = {}
_BETWEEN = re.compile(r"[、,，;；\s]+")


def names_typed(text: str) -> tuple[str, ...]:
    """The login names in a cell: "小李、小王"."""
    return tuple(filter(None, _BETWEEN.split(text)))


def hidden(session: Session) -> Hidden:
    """What is assigned, and not to whoever is at work; empty where nothing is."""
    holders = kept(session, "assignment", _read)
    if not holders or actor_of(session).may(VIEW):
        return _NOTHING
    user, found = actor_of(session).user_id, dict[Assigned, set[int]]()
    for (what, ref), users in holders.items():
        if user not in users:
            found.setdefault(what, set()).add(ref)
    return {what: frozenset(refs) for what, refs in found.items()}


def require_seen(session: Session, what: Assigned, ref: int, field: str) -> None:
    """Raise `Forbidden`, naming whose it is, when it is assigned to others."""
    if ref not in hidden(session).get(what, ()):
        return
    names = listed(holders_of(session, what, ref))
    told = (
        translate("shop", "这个客户分配给了 {names}。请他做，或让老板改分配")
        if what is Assigned.CUSTOMER
        else translate("shop", "这个仓库分配给了 {names}。请他做，或让老板改分配")
    )
    raise Forbidden(told.format(names=names), field=field)


def require_whole_shop(session: Session) -> None:
    """Raise `Forbidden` where figures of the whole shop would tell of what is assigned to others."""
    if hidden(session):
        raise Forbidden(
            translate(
                "shop", "这里是全店的数，有客户或仓库分配给了别人，你看不到。看自己的用销售明细表"
            )
        )


def holders_of(session: Session, what: Assigned, ref: int) -> tuple[str, ...]:
    """The login names that it is assigned to, none when it is everybody's."""
    return tuple(kept(session, "assignment", _read).get((what, ref), {}).values())


def assign(session: Session, what: Assigned, ref: int, names: Iterable[str]) -> None:
    """Give it to the users of these names alone, to everybody when there are none; the caller asks for the right.

    Raises `NotFound` for a name nobody has.
    """
    users = {user_named(session, name).id for name in names}
    _DROP.run(session, what=what, ref=ref)
    _ADD.run_many(session, ({"what": what, "ref_id": ref, "user_id": user} for user in users))


def _read(session: Session) -> Mapping[tuple[Assigned, int], Mapping[int, str]]:
    found: dict[tuple[Assigned, int], dict[int, str]] = {}
    for what, ref, user, name in _ALL.all(session):
        found.setdefault((Assigned(what), ref), {})[user] = name
    return found
