"""`settings`: reading and changing what the shop has set."""

import argparse
from typing import Any

from jxc_desktop.cli.speaking import say


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("settings", help="every setting of the shop")
    acts = verb.add_subparsers(metavar="get|set", required=True)
    get = acts.add_parser("get")
    get.add_argument("name", metavar="NAME", nargs="?")
    get.set_defaults(run=run_get)
    put = acts.add_parser("set")
    put.add_argument("name", metavar="NAME")
    put.add_argument("value", metavar="VALUE", nargs="?", help="without: the default again")
    put.set_defaults(run=run_set)


def run_get(options: argparse.Namespace) -> int:
    """One setting or all, by name."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.queries import setting_views
    from jxc_desktop.shop.settings import require_setting

    if options.name:
        require_setting(options.name)
    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        views = setting_views(session)
        say({v.name: v.text for v in views if options.name in {None, v.name}})
    return 0


def run_set(options: argparse.Namespace) -> int:
    """Change one setting, or give it its default again."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.opening import open_books
    from jxc_desktop.shop.setting_text import text_of_setting, value_of_setting
    from jxc_desktop.shop.settings import change_setting, reset_setting, settings_of

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            if options.value is None:
                reset_setting(session, options.name)
            else:
                value = value_of_setting(options.name, options.value)
                if options.name == "opened" and value and not settings_of(session).opened:
                    open_books(session)
                else:
                    change_setting(session, options.name, value)
        with shop.database.reading(shop.actor) as session:
            kept = getattr(settings_of(session), options.name)
            say({options.name: text_of_setting(options.name, kept)})
    return 0
