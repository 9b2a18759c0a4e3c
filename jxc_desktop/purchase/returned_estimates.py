"""Goods sent back of a receipt that waited, or still waits, for its invoice.

Before the invoice they take their share off 220202. After it they are worth what the invoice said, not what was
estimated. One line is never both: what has no invoice yet goes back first, on a document of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up, trimmed
from jxc_desktop.purchase.estimates import OpenLine, open_lines

DEDUCTED = "deducted"
"""Key of a row (no column): fen of its tax that were deducted, and go back."""


def with_estimates(
    session: Session, receipt: Mapping[str, Any], rows: Sequence[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The returned rows of an estimated receipt, each at its share of the estimate or at the invoice's price."""
    lines = open_lines(session, receipt["id"])
    for row in rows:
        yield worth_now(row, lines[row["from_line"]])


def worth_now(row: Mapping[str, Any], line: OpenLine) -> dict[str, Any]:
    """A returned row at its share of the estimate, or once it was invoiced at the invoice's price."""
    if line.left <= 0:
        return _at_invoice_price(row, line)
    if row["quantity"] > line.left:
        raise _mixed(row, line)
    share = line.share(row["quantity"])
    cost = None if row["cost"] is None else share
    return {**row, "estimated": True, "estimate": share, "cost": cost, DEDUCTED: 0}


def _at_invoice_price(row: Mapping[str, Any], line: OpenLine) -> dict[str, Any]:
    """The row's share of what is left of its invoices; the last of the goods takes the last fen."""
    left = line.invoiced - line.returned

    def part(whole: int) -> int:
        return div_half_up(whole * row["quantity"], left)

    gross, net = part(line.gross - line.returned_gross), part(line.net - line.returned_net)
    billed_tax = line.gross - line.net
    deducted = div_half_up((gross - net) * line.deducted, billed_tax) if billed_tax else 0
    worth = {"net": net, "gross": gross, "tax": gross - net, "reduction": 0, "discount": 0}
    cost = None if row["cost"] is None else gross - deducted
    price = div_half_up((gross if row["includes_tax"] else net) * 10**8, row["quantity"])
    return {**row, **worth, "price": price, "cost": cost, DEDUCTED: deducted}


def _mixed(row: Mapping[str, Any], line: OpenLine) -> Refused:
    return Refused(
        translate(
            "purchase", "第 {line} 行还有 {left} {unit} 没开票。先退这些，已开票的另写一张退货单"
        ).format(
            line=row["from_line"],
            left=trimmed(line.left, QUANTITY_PLACES),
            unit=row["unit"],
        ),
        field=f"lines[{row['line_no'] - 1}].quantity",
    )
