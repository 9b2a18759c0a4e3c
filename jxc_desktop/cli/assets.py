"""`asset`: fixed assets: their cards, a month's depreciation, and letting one go."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.given import day
from jxc_desktop.cli.speaking import say
from jxc_desktop.core.clock import FIRST_DAY
from jxc_desktop.core.numbers import MONEY_PLACES, parse_scaled, text_of

if TYPE_CHECKING:
    from jxc_desktop.ledger.assets.queries import AssetView


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("asset", help="fixed assets and their depreciation")
    acts = verb.add_subparsers(metavar="list|add|remove|depreciate|dispose", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    add = acts.add_parser("add", help="the card of an asset whose cost is on 1601")
    for name, metavar in (("--name", "N"), ("--day", "2026-03-02"), ("--cost", "YUAN")):
        add.add_argument(name, metavar=metavar, required=True)
    add.add_argument("--months", type=int, metavar="M", required=True)
    for name in ("--salvage", "--depreciated"):
        add.add_argument(name, metavar="YUAN", default="0")
    add.add_argument("--used-months", type=int, metavar="M", default=0)
    for name, default in (("--account", "5602"), ("--department", ""), ("--code", "")):
        add.add_argument(name, metavar="X", default=default)
    add.set_defaults(run=run_add)
    gone = acts.add_parser("remove", help="a card off which nothing was written")
    gone.add_argument("code", metavar="CODE")
    gone.set_defaults(run=run_remove)
    month = acts.add_parser("depreciate", help="a month; closing it does the same")
    month.add_argument("month", metavar="2026-03")
    month.set_defaults(run=run_depreciate)
    let_go = acts.add_parser("dispose", help="sold or thrown away")
    let_go.add_argument("code", metavar="CODE")
    let_go.add_argument("--day", metavar="2026-03-02", required=True)
    for name in ("--proceeds", "--tax"):
        let_go.add_argument(name, metavar="YUAN", default="0")
    let_go.add_argument("--account", metavar="bank", default="")
    let_go.set_defaults(run=run_dispose)


def run_list(options: argparse.Namespace) -> int:
    """Every asset as it stands."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.assets.queries import asset_cards

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"assets": [_told(each) for each in asset_cards(session)]})
    return 0


def run_add(options: argparse.Namespace) -> int:
    """Make a card."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.assets.queries import asset_named
    from jxc_desktop.ledger.assets.services import AssetDraft, add_asset

    draft = AssetDraft(
        options.name,
        day(options.day) or FIRST_DAY,
        _fen(options.cost),
        options.months,
        _fen(options.salvage),
        options.used_months,
        _fen(options.depreciated),
        options.account,
        options.department,
        options.code,
    )
    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        told = _told(asset_named(session, add_asset(session, draft)))
    say(told)
    return 0


def run_remove(options: argparse.Namespace) -> int:
    """Throw a card away."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.assets.services import remove_asset

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        remove_asset(session, options.code)
    say({"code": options.code, "removed": True})
    return 0


def run_depreciate(options: argparse.Namespace) -> int:
    """Write a month off everything; a second time there is nothing to do."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.assets.services import depreciate

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        posted = depreciate(session, options.month)
    amount = text_of(posted.total if posted else 0, MONEY_PLACES)
    number = posted.number if posted else None
    say({"month": options.month, "number": number, "amount": amount})
    return 0


def run_dispose(options: argparse.Namespace) -> int:
    """Let an asset go."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.assets.queries import asset_named
    from jxc_desktop.ledger.assets.services import Disposal, dispose
    from jxc_desktop.shop.keys import new_key

    wanted = Disposal(
        options.code,
        day(options.day) or FIRST_DAY,
        _fen(options.proceeds),
        _fen(options.tax),
        options.account,
    )
    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        dispose(session, wanted, key=new_key())
        told = _told(asset_named(session, options.code))
    say(told)
    return 0


def _fen(text: str) -> int:
    return parse_scaled(text, MONEY_PLACES)


def _told(asset: "AssetView") -> dict[str, Any]:
    money = {
        name: text_of(getattr(asset, name), MONEY_PLACES)
        for name in ("cost", "salvage", "written_off", "net")
    }
    return {
        "code": asset.code,
        "name": asset.name,
        "day": asset.day.isoformat(),
        "months": asset.months,
        **money,
        "account": asset.account,
        "department": asset.department,
        "left_on": asset.left_on.isoformat() if asset.left_on else None,
        "left_by": asset.left_by or None,
    }
