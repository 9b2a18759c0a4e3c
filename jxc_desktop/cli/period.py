"""`period`: the months of the books."""

import argparse
from typing import Any

from jxc_desktop.cli.speaking import say


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("period", help="the months of the books")
    acts = verb.add_subparsers(metavar="list", required=True)
    acts.add_parser("list").set_defaults(run=run_list)


def run_list(options: argparse.Namespace) -> int:
    """Every month and whether it is open, closed or filed."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.queries.periods import periods

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"periods": [{"month": p.month, "state": p.state} for p in periods(session)]})
    return 0
