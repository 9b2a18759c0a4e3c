"""Who owes what and since when: the open documents of a firm against its credit terms, and of all firms together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.cash.ageing import ADVANCES
from jxc_desktop.cash.settling import (
    PAYABLE,
    RECEIVABLE,
    OpenItem,
    open_items,
    open_items_of_many,
)
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.queries import partner_balances
from jxc_desktop.partners.queries import partner_card
from jxc_desktop.shop.actor import authorize, needs
from jxc_desktop.shop.price_rights import PURCHASE_PRICE

_TERMS = Statement("SELECT id, name, credit_days FROM partner")
_SIDE = {RECEIVABLE: 1, PAYABLE: -1}


@dataclass(frozen=True, slots=True)
class Debt:
    """An open document: fen still open, and the day it is due."""

    number: str
    day: date
    due: date
    amount: int


@dataclass(frozen=True, slots=True)
class FirmDebt:
    """What a firm owes us (a customer) or we owe it (a supplier), in fen; the oldest document first.

    `advance` was paid ahead and waits.
    """

    partner_id: int
    name: str
    customer: bool
    balance: int
    advance: int
    credit_limit: int | None
    credit_days: int
    today: date
    debts: tuple[Debt, ...]

    @property
    def overdue(self) -> int:
        """Fen that are due already; money that was received but not matched yet counts against it."""
        late = sum(debt.amount for debt in self.debts if debt.due < self.today and debt.amount > 0)
        return max(min(late, self.balance), 0)

    @property
    def room(self) -> int | None:
        """Fen until the credit limit, what was paid ahead counted; None without one."""
        return (
            None if self.credit_limit is None else self.credit_limit - self.balance + self.advance
        )


@dataclass(frozen=True, slots=True)
class DueFirm:
    """A firm with something overdue: fen, and the day the oldest of it was due."""

    partner_id: int
    name: str
    overdue: int
    since: date


@dataclass(frozen=True, slots=True)
class DebtSum:
    """All firms on one side: fen owed, how many owe, what of it is overdue."""

    total: int
    firms: int
    due: tuple[DueFirm, ...]

    @property
    def overdue(self) -> int:
        """Fen that are due already."""
        return sum(firm.overdue for firm in self.due)


def firm_debt(session: Session, partner_id: int) -> FirmDebt:
    """What one firm owes as a customer, else what is owed to it as a supplier.

    What is owed for each receipt tells what its goods cost.
    """
    firm = partner_card(session, partner_id).draft
    customer = bool(firm.customer_code)
    for right in ("customer.view",) if customer else ("supplier.view", PURCHASE_PRICE):
        authorize(session, right)
    account, days = RECEIVABLE if customer else PAYABLE, firm.credit_days or 0
    items = open_items(session, account, partner_id)
    ahead = open_items(session, ADVANCES[account], partner_id)
    return FirmDebt(
        partner_id,
        firm.name,
        customer,
        sum(item.amount for item in items),
        sum(item.amount for item in ahead),
        firm.credit_limit if customer else None,
        days,
        clock_of(session).today(),
        tuple(_debt(item, days) for item in items),
    )


@needs("report.cash")
def debts_of_all(session: Session, account: str) -> DebtSum:
    """Every firm on 1122 or 220201 together; what is overdue by firm, the most first."""
    side = _SIDE[account]
    owed = {firm: side * net for firm, net in partner_balances(session, account).items()}
    terms = {row[0]: (str(row[1]), int(row[2] or 0)) for row in _TERMS.all(session)}
    owing = [firm for firm, amount in owed.items() if amount > 0 and firm in terms]
    today = clock_of(session).today()
    due = [
        found
        for firm, items in open_items_of_many(session, account, owing).items()
        if (found := _due_firm(firm, items, owed[firm], terms[firm], today))
    ]
    due.sort(key=lambda each: (-each.overdue, each.partner_id))
    return DebtSum(sum(owed.values()), sum(amount > 0 for amount in owed.values()), tuple(due))


def _due_firm(
    partner_id: int, items: Iterable[OpenItem], balance: int, terms: tuple[str, int], today: date
) -> DueFirm | None:
    name, days = terms
    debts = [_debt(item, days) for item in items]
    late = [debt for debt in debts if debt.due < today and debt.amount > 0]
    if not late:
        return None
    overdue = min(sum(debt.amount for debt in late), balance)
    return DueFirm(partner_id, name, overdue, min(debt.due for debt in late))


def _debt(item: OpenItem, days: int) -> Debt:
    return Debt(item.number, item.day, item.day + timedelta(days=days), item.amount)
