"""What can be asked about settlement: what a document settled, and what a partner has open."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import PAYABLE, RECEIVABLE, open_items
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

_SETTLED_BY = Statement(
    "SELECT s.number, sum(s.amount) FROM matching s WHERE s.by = :by AND NOT EXISTS "
    "(SELECT 1 FROM document_key a JOIN document_key b ON b.kind = a.kind "
    "WHERE a.number = s.number AND b.number = :by) "
    "GROUP BY s.number HAVING sum(s.amount) <> 0 ORDER BY min(s.id)"
)
"""Money settles debts, never money: what stands against its own kind is itself and its reversal."""
_WHOLE = Statement(
    "SELECT e.source, sum(l.debit - l.credit) FROM leg l JOIN entry e ON e.id = l.entry_id "
    "WHERE l.partner_id = :partner AND l.account = :account GROUP BY e.source"
)


@dataclass(frozen=True, slots=True)
class SettledView:
    """Fen of document `number` that were settled."""

    number: str
    amount: int


@dataclass(frozen=True, slots=True)
class OpenView:
    """A document of a partner that is not settled: `total` fen put on their account, `open` still there.

    Both are positive for a debt, negative for what counts against it (a return).
    """

    number: str
    day: date
    total: int
    open: int


def settled_by(session: Session, number: str) -> tuple[SettledView, ...]:
    """What money document `number` settled, and still does."""
    rows = _SETTLED_BY.all(session, by=number)
    return tuple(SettledView(str(other), int(amount)) for other, amount in rows)


@needs("customer_receipt.view")
def owed_by_customer(session: Session, partner_id: int) -> list[OpenView]:
    """What a customer has open, the oldest first."""
    return _open(session, RECEIVABLE, partner_id, side=1)


@needs("supplier_payment.view")
def owed_to_supplier(session: Session, partner_id: int) -> list[OpenView]:
    """What the shop owes a supplier, the oldest first."""
    return _open(session, PAYABLE, partner_id, side=-1)


def _open(session: Session, account: str, partner_id: int, *, side: int) -> list[OpenView]:
    rows = _WHOLE.all(session, account=account, partner=partner_id)
    whole = {str(number): side * int(amount) for number, amount in rows}
    return [
        OpenView(item.number, item.day, whole[item.number], item.amount)
        for item in open_items(session, account, partner_id)
    ]
