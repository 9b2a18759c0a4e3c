"""`backup`: a proven copy of the shop, and the list of those in a folder."""

import argparse
from pathlib import Path
from typing import Any

from jxc_desktop.cli.speaking import say, tell
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("backup", help="a verified backup, or the list of backups in a folder")
    verb.add_argument("-o", dest="folder", metavar="DIR")
    verb.add_argument("--list", metavar="DIR")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 when the copy breaks a rule of the books; it is kept and says so."""
    if bool(options.folder) == bool(options.list):
        raise InvalidInput(translate("cli", "写 -o 文件夹 来备份，或 --list 文件夹 看有哪些备份"))
    if options.list:
        return _list(Path(options.list))
    return _make(options)


def _list(folder: Path) -> int:
    from jxc_desktop.safety.catalogue import backups_in

    say({"backups": [backup.as_json() for backup in backups_in(folder)]})
    return 0


def _make(options: argparse.Namespace) -> int:
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.backup import Order, make_backup

    with opened(options) as shop:
        order = Order(Path(options.folder))
        backup = make_backup(shop.database, order, INVARIANTS, actor=shop.actor)
    say(backup.as_json())
    if not backup.manifest.verified:
        tell(translate("cli", "备份做好了，但账套自检没有通过。用 verify 看问题"))
    return 0 if backup.manifest.verified else 1
