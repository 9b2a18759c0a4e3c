"""A receipt that later documents are about: what was given back on its lines, and what of its worth is left."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import parts_of
from jxc_desktop.purchase.estimates import OpenLine, open_lines
from jxc_desktop.purchase.models import GoodsReceiptLine

_GIVEN = Statement(
    "SELECT l.from_line, sum(l.gross) FROM purchase_allowance_line l "
    "JOIN purchase_allowance d ON d.id = l.document_id "
    "WHERE d.original_id = :receipt AND d.state IN ('posted', 'reversed') GROUP BY l.from_line"
)


def given_back(session: Session, receipt_id: int) -> dict[int, int]:
    """Fen, tax in them, that allowances gave back on a receipt, by its line."""
    return {line: int(gross) for line, gross in _GIVEN.all(session, receipt=receipt_id)}


def worth_left(
    receipt: Mapping[str, Any],
    lines: Iterable[Mapping[str, Any]],
    states: Mapping[int, OpenLine],
    given: Mapping[int, int],
) -> dict[int, int]:
    """Fen, tax in them, that each line cost and that neither went back with goods nor was given back."""
    left = {}
    for row in lines:
        number = int(row["line_no"])
        state = states[number]
        cost = state.gross if receipt["estimated"] else int(row["gross"])
        left[number] = cost - state.returned_gross - given.get(number, 0)
    return left


def require_unspent(
    session: Session, receipt: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Refuse goods sent back at a worth that, with what was given back on their line, is more than they cost."""
    given = given_back(session, receipt["id"])
    if not given:
        return
    lines = parts_of(session, GoodsReceiptLine, receipt["id"])
    left = worth_left(receipt, lines, open_lines(session, receipt["id"]), given)
    for row in rows:
        line = row["from_line"]
        if line in given and row["gross"] > left[line]:
            raise Refused(
                translate(
                    "purchase",
                    "这一行折让过 {given}，最多还能退 {left} 的货。先红冲折让单，退货以后再折让",
                ).format(
                    given=text_of(given[line], MONEY_PLACES),
                    left=text_of(max(left[line], 0), MONEY_PLACES),
                ),
                field=f"lines[{row['line_no'] - 1}].quantity",
            )
        left[line] -= row["gross"]
