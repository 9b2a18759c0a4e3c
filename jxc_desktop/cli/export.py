"""`export`: the whole shop as open files, or the books for another accounting program."""

import argparse
from pathlib import Path
from typing import Any

from jxc_desktop.cli.speaking import hand_over, say
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

LEDGER = "ledger"
FORMATS = ("hledger", "beancount", "csv")


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("export", help="the whole shop into DIR, or ledger --as FORMAT")
    verb.add_argument("what", metavar="DIR|ledger")
    verb.add_argument("--as", dest="form", choices=FORMATS)
    verb.add_argument("-o", dest="file", metavar="FILE")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """With --as the books, on standard output or in a file; else everything, into a new folder."""
    if (options.what == LEDGER) != bool(options.form) or (options.file and not options.form):
        raise InvalidInput(
            translate("cli", "写 export 文件夹，或 export ledger --as {known} -o 文件").format(
                known="|".join(FORMATS)
            )
        )
    return _ledger(options) if options.form else _shop(options)


def _ledger(options: argparse.Namespace) -> int:
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.export import export_ledger

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        content = "".join(export_ledger(session, options.form)).encode()
    hand_over(content, options.file)
    return 0


def _shop(options: argparse.Namespace) -> int:
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.safety.export import export_shop

    folder = Path(options.what)
    with opened(options) as shop:
        files = export_shop(shop.database, folder, actor=shop.actor)
    say({"folder": str(folder), "files": [file.name for file in files]})
    return 0
