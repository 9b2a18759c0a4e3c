"""`user` and `audit`: who may work in the shop, and who did what."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.given import day, whole
from jxc_desktop.cli.speaking import say

if TYPE_CHECKING:
    from jxc_desktop.core.secrets import Secret


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("user", help="people and their roles")
    acts = verb.add_subparsers(metavar="add|list|role|passwd|disable|enable", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    add = acts.add_parser("add")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", action="append", required=True, metavar="ROLE")
    add.add_argument("--full-name", metavar="N", default="")
    role = acts.add_parser("role", help="exactly these roles from the next login on")
    role.add_argument("name", metavar="NAME")
    role.add_argument("--role", action="append", required=True, metavar="ROLE")
    passwd = acts.add_parser("passwd", help="the owner's first password shows ten recovery codes")
    passwd.add_argument("name", metavar="NAME", nargs="?", default="owner")
    for act in (add, passwd):
        act.add_argument("--new-password-file", metavar="F", required=True)
    for name in ("disable", "enable"):
        act = acts.add_parser(name)
        act.add_argument("name", metavar="NAME")
        act.set_defaults(run=run_switch, act=name)
    add.set_defaults(run=run_add)
    role.set_defaults(run=run_role)
    passwd.set_defaults(run=run_passwd)


def run_list(options: argparse.Namespace) -> int:
    """Everybody who can or could log in."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.queries import users

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say(
            {
                "users": [
                    {
                        "name": user.name,
                        "full_name": user.full_name,
                        "roles": list(user.roles),
                        "has_password": user.has_password,
                        "disabled": user.disabled,
                    }
                    for user in users(session)
                ]
            }
        )
    return 0


def run_add(options: argparse.Namespace) -> int:
    """Let somebody new log in."""
    from jxc_desktop.cli.shop import opened, password_in
    from jxc_desktop.shop.services import add_user

    password = password_in(options.new_password_file)
    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            add_user(session, options.name, options.role, password, full_name=options.full_name)
        say(_told(options.name, options.role))
    return 0


def run_role(options: argparse.Namespace) -> int:
    """Give somebody exactly these roles."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.services import set_roles

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            set_roles(session, options.name, options.role)
        say(_told(options.name, options.role))
    return 0


def run_passwd(options: argparse.Namespace) -> int:
    """Give somebody a new password; whoever has a password of their own may change that one."""
    from jxc_desktop.cli.shop import OpenShop, opened, password_in
    from jxc_desktop.shop.login import change_password
    from jxc_desktop.shop.services import set_password

    def put(shop: OpenShop, password: "Secret") -> "Sequence[Secret]":
        if options.user and shop.actor.name == options.name:
            old = password_in(options.password_file)
            return change_password(shop.database, options.name, old, password)
        with shop.database.transaction(shop.actor) as session:
            return set_password(session, options.name, password)

    password = password_in(options.new_password_file)
    with opened(options) as shop:
        codes = put(shop, password)
    shown = [code.reveal() for code in codes]
    say({"name": options.name, **({"recovery_codes": shown} if shown else {})})
    return 0


def run_switch(options: argparse.Namespace) -> int:
    """Keep somebody from logging in, or let them again."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.services import disable_user, enable_user

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            (disable_user if options.act == "disable" else enable_user)(session, options.name)
        say({"name": options.name, "disabled": options.act == "disable"})
    return 0


def _told(name: str, roles: Sequence[str]) -> dict[str, Any]:
    return {"name": name, "roles": list(roles)}


def add_audit(verbs: Any) -> None:
    verb = verbs.add_parser("audit", help="who did what, newest first")
    verb.add_argument("--from", dest="first", metavar="D")
    verb.add_argument("--to", dest="last", metavar="D")
    verb.add_argument("--user", dest="by", metavar="NAME", help="what this user did")
    verb.add_argument("--text", default="", metavar="WORDS")
    verb.add_argument("--limit", type=whole, default=200, metavar="N")
    verb.add_argument("--verify", action="store_true", help="check the chain")
    verb.set_defaults(run=run_audit)


def run_audit(options: argparse.Namespace) -> int:
    """A page of the audit log, or whether its chain holds."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.queries import AuditFilter, audit_count, audit_rows

    wanted = AuditFilter(day(options.first), day(options.last), options.by or "", options.text)
    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        if options.verify:
            return _chain(session)
        rows = [
            {
                "id": row.id,
                "at": row.at.isoformat(timespec="milliseconds"),
                "user": row.user,
                "machine": row.machine,
                "action": row.action,
                "object": row.subject,
                "detail": row.detail,
            }
            for row in audit_rows(session, wanted, limit=options.limit)
        ]
        say({"rows": rows, "count": audit_count(session, wanted)})
    return 0


def _chain(session: Any) -> int:
    from jxc_desktop.shop.actor import authorize
    from jxc_desktop.shop.audit import broken_links, head_of

    authorize(session, "audit.view")
    broken = broken_links(session)
    length, head = head_of(session)
    say({"ok": not broken, "broken": broken, "length": length, "head": head})
    return 1 if broken else 0
