"""What is still open of a receipt's lines: not invoiced, and not cleared off 220202 (暂估, domain.md §2.4).

A line received without its invoice is an estimate. Invoices and goods sent back before their invoice take their share
of it; whichever takes the last of the goods takes the last fen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement, among

ESTIMATED = "220202"
"""The account of goods received whose invoice has not come, by supplier."""

_LINES = (
    "SELECT l.document_id, l.line_no, l.quantity, l.estimate, "
    "coalesce(i.quantity, 0), coalesce(i.estimate, 0), coalesce(i.gross, 0), coalesce(i.net, 0), "
    "coalesce(i.deducted, 0), coalesce(b.quantity, 0), coalesce(b.estimate, 0), "
    "coalesce(a.quantity, 0), coalesce(a.gross, 0), coalesce(a.net, 0) FROM goods_receipt_line l "
    "LEFT JOIN (SELECT x.receipt_id AS receipt, x.from_line, sum(x.quantity) AS quantity, "
    "sum(x.estimate) AS estimate, sum(x.gross) AS gross, sum(x.net) AS net, "
    "sum(CASE WHEN d.deductible = 1 THEN x.tax ELSE 0 END) AS deducted "
    "FROM purchase_invoice_line x JOIN purchase_invoice d ON d.id = x.document_id "
    "WHERE x.receipt_id {chosen} AND d.state IN ('posted', 'reversed') "
    "GROUP BY x.receipt_id, x.from_line) i ON i.receipt = l.document_id AND i.from_line = l.line_no "
    "LEFT JOIN (SELECT d.original_id AS receipt, x.from_line, sum(x.quantity) AS quantity, "
    "sum(x.estimate) AS estimate "
    "FROM purchase_return_line x JOIN purchase_return d ON d.id = x.document_id "
    "WHERE d.original_id {chosen} AND x.estimated = 1 AND d.state IN ('posted', 'reversed') "
    "GROUP BY d.original_id, x.from_line) b ON b.receipt = l.document_id AND b.from_line = l.line_no "
    "LEFT JOIN (SELECT d.original_id AS receipt, x.from_line, sum(x.quantity) AS quantity, "
    "sum(x.gross) AS gross, sum(x.net) AS net "
    "FROM purchase_return_line x JOIN purchase_return d ON d.id = x.document_id "
    "WHERE d.original_id {chosen} AND x.estimated = 0 AND d.state IN ('posted', 'reversed') "
    "GROUP BY d.original_id, x.from_line) a ON a.receipt = l.document_id AND a.from_line = l.line_no "
    "WHERE l.document_id {chosen} ORDER BY l.document_id, l.line_no"
)
_OF_ONE = Statement(_LINES.format(chosen="= :receipt"))
_OF_MANY = Statement(
    _LINES.format(chosen=f"IN {among('receipts')}"),
    postgresql=_LINES.format(chosen="= ANY(:receipts)"),
)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A receipt's line: quantities 1e-4 of its unit, money fen.

    `invoiced`, `gross`, `net` and `deducted` (tax) are of its invoices; `unbilled` was sent back before the invoice,
    `returned` after it at the invoice's price (`returned_gross`, `returned_net`).
    """

    line_no: int
    quantity: int
    estimate: int
    invoiced: int
    cleared: int
    gross: int
    net: int
    deducted: int
    unbilled: int
    unbilled_estimate: int
    returned: int
    returned_gross: int
    returned_net: int

    @property
    def left(self) -> int:
        """Quantity whose invoice is still to come."""
        return self.quantity - self.invoiced - self.unbilled

    @property
    def open_estimate(self) -> int:
        """Fen of the line that still stand on 220202."""
        return self.estimate - self.cleared - self.unbilled_estimate

    def share(self, quantity: int) -> int:
        """Fen of the open estimate that `quantity` of what is left takes with it."""
        return div_half_up(self.open_estimate * quantity, self.left)


def open_lines(session: Session, receipt_id: int) -> dict[int, OpenLine]:
    """Every line of a receipt by number, with what was invoiced and sent back of it."""
    found = (OpenLine(*map(int, row[1:])) for row in _OF_ONE.all(session, receipt=receipt_id))
    return {line.line_no: line for line in found}


def open_lines_of_many(session: Session, receipts: Iterable[int]) -> dict[int, dict[int, OpenLine]]:
    """The same of many receipts in one question, by receipt."""
    found: dict[int, dict[int, OpenLine]] = {}
    for receipt, *row in _OF_MANY.all(session, receipts=sorted(receipts)):
        line = OpenLine(*map(int, row))
        found.setdefault(int(receipt), {})[line.line_no] = line
    return found
