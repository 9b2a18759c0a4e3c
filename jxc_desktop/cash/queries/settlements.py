"""What can be asked about settlement: what a document settled, and what a partner has open."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import ADVANCE_RECEIVED, RECEIVABLE, SIDE, open_items
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import authorize

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

_CREDIT_DAYS = Statement("SELECT credit_days FROM partner WHERE id = :partner")


@dataclass(frozen=True, slots=True)
class SettledView:
    """Fen of document `number` that were settled."""

    number: str
    amount: int


@dataclass(frozen=True, slots=True)
class OpenView:
    """A document of a firm that is not settled: `total` fen put on their account, `open` still there.

    Both are positive for a debt or an advance, negative for what counts against it (a return).
    """

    number: str
    day: date
    due: date
    total: int
    open: int


def settled_by(session: Session, number: str) -> tuple[SettledView, ...]:
    """What money document `number` settled, and still does."""
    rows = _SETTLED_BY.all(session, by=number)
    return tuple(SettledView(str(other), int(amount)) for other, amount in rows)


def open_documents(session: Session, account: str, partner_id: int) -> list[OpenView]:
    """What a firm has open on an account of `SIDE`, the oldest first; needs the right to see such money."""
    customer = account in {RECEIVABLE, ADVANCE_RECEIVED}
    authorize(session, "customer_receipt.view" if customer else "supplier_payment.view")
    rows = _WHOLE.all(session, account=account, partner=partner_id)
    whole = {str(number): SIDE[account] * int(amount) for number, amount in rows}
    [days] = _CREDIT_DAYS.one(session, partner=partner_id)
    return [
        OpenView(
            item.number,
            item.day,
            item.day + timedelta(days=days or 0),
            whole[item.number],
            item.amount,
        )
        for item in open_items(session, account, partner_id)
    ]
