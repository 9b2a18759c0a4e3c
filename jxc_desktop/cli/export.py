"""`export`: the whole shop as open files, or the books for another accounting program."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from jxc_desktop.cli.given import day
from jxc_desktop.cli.speaking import hand_over, say
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

LEDGER = "ledger"
VOUCHERS = ("t3", "kis", "jdy")
"""Vouchers for 用友 T3/U8, 金蝶 KIS/K3, 精斗云."""
FORMATS = ("hledger", "beancount", "csv", *VOUCHERS)


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("export", help="the whole shop into DIR, or ledger --as FORMAT")
    verb.add_argument("what", metavar="DIR|ledger")
    verb.add_argument("--as", dest="form", choices=FORMATS)
    verb.add_argument("--from", dest="first", metavar="D", help="vouchers only")
    verb.add_argument("--to", dest="last", metavar="D", help="vouchers only")
    verb.add_argument("--accounts", metavar="FILE", help="CSV: account, part, target code, name")
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
    if options.form in VOUCHERS:
        return _vouchers(options)
    return _ledger(options) if options.form else _shop(options)


def _vouchers(options: argparse.Namespace) -> int:
    """The vouchers of a period for another program; without days all there are."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.voucher_export import export_vouchers, read_codes

    first, last = day(options.first) or date.min, day(options.last) or date.max
    codes = read_codes(Path(options.accounts)) if options.accounts else None
    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        content = export_vouchers(session, options.form, first, last, codes)
    hand_over(content, options.file, binary=options.form != "t3")
    return 0


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
