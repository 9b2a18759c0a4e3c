"""`post`: JSON documents, one a line, each answered with one line as soon as it is in the books."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from jxc_desktop.cli.speaking import log_bug, say
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from jxc_desktop.cli.shop import OpenShop

DONE, REFUSED, BUG = 0, 1, 2


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("post", help="documents as JSON lines on standard input")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Answer every line in order; the worst outcome of any line is the outcome."""
    from jxc_desktop.cli.shop import opened

    worst = DONE
    with opened(options) as shop:
        _put_due_prices_in_force(shop)
        for line in lines_of(sys.stdin.buffer):
            answer, outcome = _answer(shop, line)
            say(answer)
            worst = max(worst, outcome)
    return worst


def _put_due_prices_in_force(shop: "OpenShop") -> None:
    """What is posted now asks the prices of today, also where no window is open at midnight."""
    from jxc_desktop.pricing.services import apply_due_price_changes, price_changes_due

    with shop.database.reading(shop.actor) as session:
        due = price_changes_due(session)
    if due:
        with shop.database.transaction(shop.actor) as session:
            apply_due_price_changes(session)


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Lines that are not blank; of an endless one only as much as is needed to refuse it."""
    from jxc_desktop.intake.strict_json import LONGEST

    while line := stream.readline(LONGEST + 1):
        rest = line
        while not rest.endswith(b"\n") and len(rest) > LONGEST:
            rest = stream.readline(LONGEST + 1)
        if line.strip():
            yield line


def _answer(shop: "OpenShop", line: bytes) -> tuple[dict[str, Any], int]:
    from jxc_desktop.cli.posting import accepted, posted, refused
    from jxc_desktop.intake.strict_json import read_object

    data: dict[str, Any] = {}
    try:
        data = read_object(line)
        return accepted(shop, data, posted(shop, data)), DONE
    except UserError as error:
        return refused(data, error), REFUSED
    except Exception as error:  # noqa: BLE001  one line's bug is logged and answered; the others go on
        sentence = translate("cli", "程序出错了，没有保存，记在 {path}").format(path=log_bug(error))
        return refused(data, UserError(sentence)), BUG
