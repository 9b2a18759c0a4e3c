"""`note`: add a sentence to a posted document, or read what was added."""

import argparse
from typing import Any

from jxc_desktop.cli.speaking import say


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("note", help="add a sentence to a posted document")
    verb.add_argument("number", metavar="NUMBER")
    verb.add_argument("text", metavar="TEXT")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """The answer names all that was added to it by now."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.reversal import kind_of
    from jxc_desktop.shop.notes import add_note, notes_on

    with opened(options) as shop, shop.database.transaction(shop.actor) as session:
        kind = kind_of(session, options.number)
        add_note(session, kind, options.number, options.text)
        noted = [each.text for each in notes_on(session, kind, options.number)]
    say({"number": options.number, "notes": noted})
    return 0
