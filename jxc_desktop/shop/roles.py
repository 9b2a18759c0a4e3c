"""The roles of the matrix in words, and which of them one person should not have together."""

from collections.abc import Iterable

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.shop.actor import all_roles

OWNER = "owner"
_APART = (("treasurer", "accountant"), ("cashier", "accountant"), ("buyer", "treasurer"))
"""会计法: who keeps the cash does not keep the books; who orders does not pay."""


def role_words() -> dict[str, str]:
    """Every role as people call it, in the order of the matrix."""
    known = {
        "owner": translate("shop", "老板"),
        "manager": translate("shop", "店长"),
        "buyer": translate("shop", "采购员"),
        "sales": translate("shop", "销售员"),
        "keeper": translate("shop", "仓管员"),
        "cashier": translate("shop", "收银员"),
        "accountant": translate("shop", "会计"),
        "treasurer": translate("shop", "出纳"),
        "auditor": translate("shop", "审计"),
    }
    return {role: known[role] for role in all_roles()}


def require_roles(wanted: Iterable[str]) -> tuple[str, ...]:
    """`wanted` without repeats, in the order of the matrix; raises `InvalidInput` for none or an unknown one."""
    asked = set(wanted)
    for role in sorted(asked - set(all_roles())):
        raise InvalidInput(
            translate("shop", "没有“{role}”这个角色，可以用 {roles}").format(
                role=role, roles=listed(all_roles())
            ),
            field="roles",
        )
    if not asked:
        raise InvalidInput(translate("shop", "至少要选一个角色"), field="roles")
    return tuple(role for role in all_roles() if role in asked)


def clashes(held: Iterable[str]) -> list[str]:
    """A sentence for each two roles that the law or good practice keeps apart; the owner is free to hold all."""
    roles, words = set(held), role_words()
    if OWNER in roles:
        return []
    return [
        translate("shop", "{one}和{other}最好不是同一个人").format(one=words[a], other=words[b])
        for a, b in _APART
        if {a, b} <= roles
    ]
