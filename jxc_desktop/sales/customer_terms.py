"""What a delivery must know of its customer the moment it is chosen: what is owed, how much may be, which prices."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.queries import partner_balance
from jxc_desktop.shop.actor import needs

RECEIVABLE = "1122"
_TERMS = Statement(
    "SELECT price_level, credit_limit, credit_days, salesperson FROM partner WHERE id = :id"
)


@dataclass(frozen=True, slots=True)
class CustomerTerms:
    """Fen `owed` now and at most (`limit`), `days` of credit; None where nothing was agreed.

    `salesperson` usually sells to him.
    """

    level: str
    owed: int
    limit: int | None
    days: int | None
    salesperson: str = ""

    def due_of(self, day: date) -> date | None:
        """By when what is sold on credit on `day` is to be paid; None where no time was given."""
        return day + timedelta(days=self.days) if self.days else None


@needs("customer.view")
def customer_terms(session: Session, partner_id: int) -> CustomerTerms:
    """The terms of a customer as they are now."""
    level, limit, days, seller = _TERMS.one(session, id=partner_id)
    owed = partner_balance(session, RECEIVABLE, partner_id)
    return CustomerTerms(level, owed, limit, days, seller)
