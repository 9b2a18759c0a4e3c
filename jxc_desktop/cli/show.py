"""`show`: one document with its lines, what it moved and what it put into the books."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("show", help="a document with its lines, moves and legs")
    verb.add_argument("number", metavar="NUMBER")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """What may be seen of the document; moves and legs are absent for who may not see them."""
    from jxc_desktop.cli.shop import opened

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say(shown(session, options.number))
    return 0


def shown(session: "Session", number: str) -> dict[str, Any]:
    """The document as plain data."""
    from jxc_desktop.cli.plain import document_view
    from jxc_desktop.intake.reversal import kind_of
    from jxc_desktop.ledger.queries import entries_of
    from jxc_desktop.shop.actor import may
    from jxc_desktop.shop.attachments import Subject, attachments_of, takes_files
    from jxc_desktop.shop.notes import notes_on
    from jxc_desktop.stock.queries import moves_of

    kind = kind_of(session, number)
    answer = document_view(session, kind, number)
    if takes_files(kind):
        files = attachments_of(session, Subject(kind, number))
        answer["attachments"] = [_file(each) for each in files]
        answer["notes"] = [each.text for each in notes_on(session, kind, number)]
    if kind == "quotation":
        answer["versions"] = _former_versions(session, number)
    if may(session, "stock.view"):
        answer["moves"] = [_move(move) for move in moves_of(session, number)]
    if may(session, "voucher.view"):
        entries = entries_of(session, number)
        answer["legs"] = [_leg(leg) for entry in entries for leg in entry.legs]
        answer["vouchers"] = [entry.voucher for entry in entries if entry.voucher]
    return answer


def _former_versions(session: "Session", number: str) -> list[dict[str, Any]]:
    """What a quotation said before it was revised, the newest first."""
    from jxc_desktop.cli.plain import plain
    from jxc_desktop.sales.versions import quotation_versions

    return [plain(view) for view in quotation_versions(session, number)[1:]]


def _file(each: Any) -> dict[str, Any]:
    return {"name": each.name, "bytes": each.size, "sha256": each.digest}


def _move(move: Any) -> dict[str, Any]:
    from jxc_desktop.cli.plain import plain

    wanted = ("kind", "source_line", "product", "warehouse", "quantity", "amount")
    found = plain(move)
    told = {name: found[name] for name in wanted if found[name] is not None}
    return {**told, "lot": move.lot} if move.lot else told


def _leg(leg: Any) -> dict[str, Any]:
    from jxc_desktop.cli.plain import plain

    wanted = ("account", "name", "debit", "credit", "partner", "item", "summary")
    found = plain(leg)
    return {name: found[name] for name in wanted}
