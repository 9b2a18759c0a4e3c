"""`warehouse`: the places where goods lie."""

import argparse
from typing import Any

from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("warehouse", help="the places where goods lie")
    acts = verb.add_subparsers(metavar="add|list|disable|enable", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    add = acts.add_parser("add")
    add.add_argument("code", metavar="CODE")
    add.add_argument("--name", metavar="N", required=True)
    add.set_defaults(run=run_add)
    for name in ("disable", "enable"):
        act = acts.add_parser(name)
        act.add_argument("code", metavar="CODE")
        act.set_defaults(run=run_switch, act=name)


def run_list(options: argparse.Namespace) -> int:
    """Every warehouse, and how many kinds of goods lie there."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.stock.queries import places

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"warehouses": [_told(each) for each in places(session)]})
    return 0


def run_add(options: argparse.Namespace) -> int:
    """Make another place."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            save_warehouse(session, WarehouseDraft(options.name, options.code))
        say({"code": options.code, "name": options.name})
    return 0


def run_switch(options: argparse.Namespace) -> int:
    """Take a place out of use, or back."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.stock.queries import places
    from jxc_desktop.stock.warehouses import disable_warehouse

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            found = next((each for each in places(session) if each.code == options.code), None)
            if found is None:
                problem = translate("cli", "没有仓库编号 {code}")
                raise NotFound(problem.format(code=options.code))
            disable_warehouse(session, found.id, disabled=options.act == "disable")
        say({"code": options.code, "disabled": options.act == "disable"})
    return 0


def _told(each: Any) -> dict[str, Any]:
    return {
        "code": each.code,
        "name": each.name,
        "goods": each.goods,
        "disabled": each.disabled,
    }
