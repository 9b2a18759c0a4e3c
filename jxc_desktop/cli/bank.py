"""`bank`: statements matched with the books. Statements come in by `import bank_statement FILE --account CODE`."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.given import day, whole
from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, parse_scaled, text_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("bank", help="bank statements matched with the books")
    acts = verb.add_subparsers(metavar="list|match|pair|undo|opening|undo-import", required=True)
    _of_account(acts, "list", run_list)
    by_itself = _of_account(acts, "match", run_match)
    by_itself.add_argument("--days", metavar="N", help="at most, between the bank and the books")
    pair = _of_account(acts, "pair", run_pair)
    pair.add_argument("--lines", nargs="*", default=[], metavar="ID")
    pair.add_argument("--documents", nargs="*", default=[], metavar="NUMBER")
    opening = _of_account(acts, "opening", run_opening)
    opening.add_argument("amount", metavar="AMOUNT")
    opening.add_argument("--day", metavar="D", required=True)
    for name, run in (("undo", run_undo), ("undo-import", run_undo_import)):
        act = acts.add_parser(name)
        act.add_argument("id", metavar="ID")
        act.set_defaults(run=run)


def _of_account(acts: Any, name: str, run: Any) -> Any:
    act = acts.add_parser(name)
    act.add_argument("--account", metavar="CODE", default="bank")
    act.set_defaults(run=run)
    return act


def run_list(options: argparse.Namespace) -> int:
    """What is open on both sides, what is matched, what was brought in."""
    from jxc_desktop.cash.bank.queries import bench, imports, matches
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        account = _account(session, options.account)
        found = bench(session, account)
        say(
            {
                "lines": [_line(line) for line in found.lines],
                "legs": [_leg(leg) for leg in found.legs],
                "matches": [
                    {
                        "id": m.id,
                        "amount": _yuan(m.amount),
                        "number": m.number,
                        "automatic": m.automatic,
                    }
                    for m in matches(session, account)
                ],
                "imports": [
                    {"id": i.id, "lines": i.lines, "first": str(i.first), "last": str(i.last)}
                    for i in imports(session, account)
                ],
            }
        )
    return 0


def run_match(options: argparse.Namespace) -> int:
    """Match whatever can only be one thing."""
    from jxc_desktop.cash.bank.matching import match_by_itself
    from jxc_desktop.cash.bank.pairing import NEAR
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop:
        near = whole(options.days) if options.days else NEAR
        with shop.database.transaction(shop.actor) as session:
            done = match_by_itself(session, _account(session, options.account), near)
        say({"matched": done.made, "open_lines": done.lines, "open_legs": done.legs})
    return 0


def run_pair(options: argparse.Namespace) -> int:
    """Match lines with the open legs of documents, as somebody has chosen them."""
    from jxc_desktop.cash.bank.matching import match
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            account = _account(session, options.account)
            legs = _legs_of(session, account, options.documents)
            made = match(session, account, [whole(each) for each in options.lines], legs)
        say({"id": made})
    return 0


def run_opening(options: argparse.Namespace) -> int:
    """Say what lay in the bank at the beginning of a day."""
    from jxc_desktop.cash.bank.statements import open_statement
    from jxc_desktop.cli.shop import opened

    amount, since = parse_scaled(options.amount, MONEY_PLACES), day(options.day)
    if since is None:
        raise InvalidInput(translate("cli", "写上是哪一天开始时的余额：--day"))
    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            open_statement(session, _account(session, options.account), since, amount)
        say({"account": options.account, "day": str(since), "opening": _yuan(amount)})
    return 0


def run_undo(options: argparse.Namespace) -> int:
    """Take a match back."""
    from jxc_desktop.cash.bank.matching import undo_match
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            undo_match(session, whole(options.id))
        say({"undone": whole(options.id)})
    return 0


def run_undo_import(options: argparse.Namespace) -> int:
    """Take an import back."""
    from jxc_desktop.cash.bank.statements import undo_import
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            undo_import(session, whole(options.id))
        say({"undone": whole(options.id)})
    return 0


def _account(session: "Session", code: str) -> int:
    from jxc_desktop.cash.queries import money_account_named

    return money_account_named(session, code).id


def _legs_of(session: "Session", account: int, numbers: list[str]) -> list[tuple[int, int]]:
    """The open legs of documents on the account; refused where one has none."""
    from jxc_desktop.cash.bank.open_sides import open_legs

    legs = [leg for leg in open_legs(session, account) if leg.number in numbers]
    missing = set(numbers) - {leg.number for leg in legs}
    if missing:
        problem = translate("cli", "{number} 在这个账户没有未勾对的账。用 bank list 看")
        raise Refused(problem.format(number=min(missing)))
    return [leg.key for leg in legs]


def _line(line: "OpenLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "day": str(line.day),
        "amount": _yuan(line.amount),
        "counterparty": line.counterparty,
        "summary": line.summary,
        "reference": line.reference,
    }


def _leg(leg: "OpenLeg") -> dict[str, Any]:
    return {
        "number": leg.number,
        "day": str(leg.day),
        "amount": _yuan(leg.amount),
        "summary": leg.summary,
    }


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)
