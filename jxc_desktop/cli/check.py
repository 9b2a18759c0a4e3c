"""`verify`: the shop checked against its own rules."""

import argparse
import sys
from typing import Any

from jxc_desktop.cli.speaking import say, tell


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("verify", help="账实自检: check every rule of the books")
    verb.add_argument("--full", action="store_true", help="read every page of the file too")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 when anything is wrong."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.verify import verify

    told = tell if sys.stderr.isatty() else None
    with opened(options) as shop:
        found = verify(shop.database, INVARIANTS, actor=shop.actor, full=options.full, told=told)
    say(found.as_json())
    return 0 if found.ok else 1
