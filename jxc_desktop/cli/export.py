"""`export`: the whole shop as open files, or the books for another accounting program."""

import argparse
from typing import Any

from jxc_desktop.cli.speaking import hand_over

LEDGER = "ledger"
FORMATS = ("hledger", "beancount", "csv")


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("export", help="ledger --as FORMAT: the books for another program")
    verb.add_argument("what", metavar="ledger", choices=(LEDGER,))
    verb.add_argument("--as", dest="form", choices=FORMATS, required=True)
    verb.add_argument("-o", dest="file", metavar="FILE")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """The books on standard output or in a file."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.export import export_ledger

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        content = "".join(export_ledger(session, options.form)).encode()
    hand_over(content, options.file)
    return 0
