"""`employee`: who sells, buys and spends for the shop."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import RATE_PLACES, parse_scaled, trimmed

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.shop.employees import EmployeeDraft, EmployeeView

BASES = ("net", "profit", "collected")


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("employee", help="who sells, buys and spends for the shop")
    acts = verb.add_subparsers(metavar="add|list|edit|disable|enable", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    for name in ("add", "edit"):
        act = acts.add_parser(name)
        act.add_argument("code", metavar="CODE")
        act.add_argument("--name", metavar="N", required=name == "add")
        act.add_argument("--department", metavar="D")
        act.add_argument("--commission-base", choices=(*BASES, ""), help='"" is the shop\'s own')
        act.add_argument("--commission-rate", metavar="FRACTION", help='"" is the shop\'s own')
        act.set_defaults(run=run_keep, act=name)
    for name in ("disable", "enable"):
        act = acts.add_parser(name)
        act.add_argument("code", metavar="CODE")
        act.set_defaults(run=run_switch, act=name)


def run_list(options: argparse.Namespace) -> int:
    """Everybody on the list, with what commission they have of their own."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.employees import employees

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"employees": [_told(each) for each in employees(session)]})
    return 0


def run_keep(options: argparse.Namespace) -> int:
    """Put somebody on the list, or change what it says."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.employees import EmployeeDraft, save_employee

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        draft = EmployeeDraft("", options.code)
        if options.act == "edit":
            draft = _draft_of(_named(session, options.code))
        save_employee(session, _changed(draft, options))
        told = _told(_named(session, options.code))
    say(told)
    return 0


def run_switch(options: argparse.Namespace) -> int:
    """Take somebody out of use, or back."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.employees import disable_employee

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            found = _named(session, options.code)
            disable_employee(session, found.id, disabled=options.act == "disable")
        say({"code": options.code, "disabled": options.act == "disable"})
    return 0


def _named(session: "Session", code: str) -> "EmployeeView":
    from jxc_desktop.shop.employees import employees

    found = next((each for each in employees(session) if each.code == code), None)
    if found is None:
        raise NotFound(translate("cli", "没有职员编号 {code}").format(code=code))
    return found


def _draft_of(found: "EmployeeView") -> "EmployeeDraft":
    from jxc_desktop.shop.employees import EmployeeDraft

    return EmployeeDraft(
        found.name,
        found.code,
        found.department,
        found.commission_base,
        found.commission_rate,
        found.id,
    )


def _changed(draft: "EmployeeDraft", options: argparse.Namespace) -> "EmployeeDraft":
    """The draft with what was said; what was not stays, and an empty rate leaves it to the shop's settings."""
    words = ("name", "department", "commission_base", "commission_rate")
    said = {word: getattr(options, word) for word in words}
    given: dict[str, Any] = {word: value for word, value in said.items() if value is not None}
    if "commission_rate" in given:
        rate = given["commission_rate"].strip()
        given["commission_rate"] = parse_scaled(rate, RATE_PLACES) if rate else None
    return replace(draft, **given)


def _told(each: "EmployeeView") -> dict[str, Any]:
    rate = each.commission_rate
    return {
        "code": each.code,
        "name": each.name,
        "department": each.department,
        "commission_base": each.commission_base or None,
        "commission_rate": None if rate is None else trimmed(rate, RATE_PLACES),
        "disabled": each.disabled,
    }
