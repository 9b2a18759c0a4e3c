"""`account`: the chart of accounts, and sub-accounts of one's own."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("account", help="the chart of accounts")
    acts = verb.add_subparsers(metavar="list|add|rename|ask|disable|enable|remove", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    for name in ("add", "rename", "ask", "disable", "enable", "remove"):
        act = acts.add_parser(name)
        act.add_argument("code", metavar="CODE")
        if name in {"add", "rename"}:
            act.add_argument("--name", metavar="N", required=True)
        if name in {"add", "ask"}:
            act.add_argument("--needs", metavar="partner,employee,…", required=name == "ask")
        act.set_defaults(run=run_act, act=name)


def run_list(options: argparse.Namespace) -> int:
    """Every account in order of code."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.queries import accounts
    from jxc_desktop.shop.actor import authorize

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        authorize(session, "account.view")
        say({"accounts": [_told(each) for each in accounts(session)]})
    return 0


def run_act(options: argparse.Namespace) -> int:
    """Add, rename, ask, switch or remove one account."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.queries import account_named

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        code = _done(session, options)
        removed = options.act == "remove"
        told = {"code": code, "removed": True} if removed else _told(account_named(session, code))
    say(told)
    return 0


def _done(session: "Session", options: argparse.Namespace) -> str:
    from jxc_desktop.ledger import chart

    if options.act == "add":
        needs = None if options.needs is None else _listed(options.needs)
        return chart.add_account(session, chart.AccountDraft(options.code, options.name, needs))
    if options.act == "rename":
        chart.rename_account(session, options.code, options.name)
    elif options.act == "ask":
        chart.ask_of_account(session, options.code, _listed(options.needs))
    elif options.act == "remove":
        chart.remove_account(session, options.code)
    else:
        chart.disable_account(session, options.code, disabled=options.act == "disable")
    return str(options.code)


def _listed(needs: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in needs.split(",") if part.strip())


def _told(account: Any) -> dict[str, Any]:
    return {
        "code": account.code,
        "name": account.name.strip(),
        "parent": account.parent,
        "leaf": account.leaf,
        "needs": account.needs.split(),
        "own": account.own,
        "disabled": account.disabled,
    }
