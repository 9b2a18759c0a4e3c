"""What can be typed after `jxc`: the global options and the verbs, each verb with its own module."""

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from jxc_desktop import __version__
from jxc_desktop.cli import (
    approving,
    assets,
    attaching,
    backing,
    bank,
    bring,
    chart,
    check,
    export,
    health,
    noting,
    paper,
    people,
    period,
    places,
    post,
    promoting,
    recorded,
    report,
    restoring,
    reverse,
    setting,
    shift,
    show,
    staff,
    start,
)
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

LANGUAGES = ("zh", "en")
VERBS = (
    start.add_verb,
    bring.add_verb,
    post.add_verb,
    reverse.add_verb,
    approving.add_pending,
    approving.add_approve,
    approving.add_rules,
    promoting.add_verb,
    shift.add_verb,
    period.add_verb,
    bank.add_verb,
    setting.add_verb,
    report.add_verb,
    show.add_verb,
    paper.add_verb,
    attaching.add_verb,
    noting.add_verb,
    check.add_verb,
    backing.add_verb,
    restoring.add_restore,
    restoring.add_drill,
    recorded.add_verb,
    export.add_verb,
    people.add_verb,
    people.add_audit,
    places.add_verb,
    chart.add_verb,
    assets.add_verb,
    staff.add_verb,
    health.add_verb,
)
"""Each adds its verb to the parser; heavy imports wait until the verb runs."""

AddVerb = Callable[[Any], None]


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is the user's error in one line."""

    def error(self, message: str) -> NoReturn:
        raise InvalidInput(
            translate("cli", "{message}。用法见 {command} --help").format(
                message=message, command=self.prog
            )
        )


def parser(further: Sequence[AddVerb] = ()) -> argparse.ArgumentParser:
    """The whole command line; `further` are verbs that live above this room."""
    top = Parser(prog="jxc", description="进销存桌面版", allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"jxc_desktop {__version__}")
    top.add_argument("--shop", metavar="PATH|URL", help="a shop file or postgresql+psycopg://…")
    top.add_argument("--user", metavar="NAME")
    top.add_argument("--password-file", metavar="F", help="the first line is the password")
    top.add_argument("--lang", choices=LANGUAGES)
    verbs = top.add_subparsers(metavar="VERB", required=True)
    for add in (*VERBS, *further):
        add(verbs)
    return top


def names_a_verb(arguments: Sequence[str]) -> bool:
    """Whether anything but global options is asked for; without a verb the window opens."""
    rest: list[Any] = list(arguments)
    while rest:
        word = rest.pop(0)
        if word in {"--shop", "--user", "--password-file", "--lang"}:
            rest[:1] = []
        elif not word.startswith(("--shop=", "--user=", "--password-file=", "--lang=")):
            return True
    return False
