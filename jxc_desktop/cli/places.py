"""`warehouse`: the places where goods lie."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.stock.queries import PlaceView


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("warehouse", help="the places where goods lie")
    acts = verb.add_subparsers(metavar="add|list|assign|disable|enable", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    add = acts.add_parser("add")
    add.add_argument("code", metavar="CODE")
    add.add_argument("--name", metavar="N", required=True)
    add.set_defaults(run=run_add)
    assign = acts.add_parser("assign", help="to some users alone; to everybody without a name")
    assign.add_argument("code", metavar="CODE")
    assign.add_argument("users", metavar="USER", nargs="*")
    assign.set_defaults(run=run_assign)
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


def run_assign(options: argparse.Namespace) -> int:
    """Give a place to some users, or to everybody again."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            found = _place(session, options.code)
            draft = WarehouseDraft(found.name, found.code, found.id, tuple(options.users))
            save_warehouse(session, draft)
        say({"code": options.code, "users": options.users})
    return 0


def run_switch(options: argparse.Namespace) -> int:
    """Take a place out of use, or back."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.stock.warehouses import disable_warehouse

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            found = _place(session, options.code)
            disable_warehouse(session, found.id, disabled=options.act == "disable")
        say({"code": options.code, "disabled": options.act == "disable"})
    return 0


def _place(session: "Session", code: str) -> "PlaceView":
    from jxc_desktop.stock.queries import places

    found = next((each for each in places(session) if each.code == code), None)
    if found is None:
        raise NotFound(translate("cli", "没有仓库编号 {code}").format(code=code))
    return found


def _told(each: Any) -> dict[str, Any]:
    return {
        "code": each.code,
        "name": each.name,
        "goods": each.goods,
        "disabled": each.disabled,
        "users": list(each.users),
    }
