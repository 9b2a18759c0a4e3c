"""`reverse`: take one document back by its number."""

import argparse
from typing import Any

from jxc_desktop.cli.speaking import say


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("reverse", help="红冲: post the exact mirror of a document")
    verb.add_argument("number", metavar="NUMBER")
    verb.add_argument("--reason", required=True, metavar="TEXT")
    verb.add_argument("--key", metavar="K")
    verb.add_argument("--day", metavar="D")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Post the mirror; the answer has the shape of `post`."""
    from jxc_desktop.cli.posting import accepted, posted
    from jxc_desktop.cli.shop import opened

    wanted = {"type": "reversal", "number": options.number, "reason": options.reason}
    extra = {"key": options.key, "day": options.day}
    data = {**wanted, **{name: value for name, value in extra.items() if value is not None}}
    with opened(options) as shop:
        say(accepted(shop, data, posted(shop, data)))
    return 0
