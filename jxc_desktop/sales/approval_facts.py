"""What approval rules look at in a sale: a delivery, a return, an order."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.credit import credit_standing
from jxc_desktop.cash.settling import lock_partner
from jxc_desktop.partners.facts import PartnerFacts
from jxc_desktop.pricing.minimum import any_below
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.stock.priced import PricedLine, largest_discount


def sale_facts(
    session: Session, day: date, lines: Sequence[PricedLine], customer: PartnerFacts, paid: int
) -> Facts:
    """The facts of a sale of which `paid` fen are paid at once."""
    total = sum(line.gross for line in lines)
    owed = total - paid
    if owed > 0:
        lock_partner(session, customer.id)  # or two sales at once would each find the same room
    return Facts(
        day,
        total,
        customer.name,
        discount=largest_discount(lines),
        below_min=any_below(lines),
        over_credit=owed > 0 and bool(credit_standing(session, customer, owed, day).problem),
        paid=paid,
    )
