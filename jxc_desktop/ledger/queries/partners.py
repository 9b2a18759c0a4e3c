"""Balances by partner out of the cache, with the days of begun months from the legs. Debit minus credit, in fen."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.ledger.models import AccountBalance, Leg
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.ledger.queries.balances import leaves_of

_DAY = timedelta(days=1)


@dataclass(slots=True)
class PartnerFlow:
    """One partner on an account: balance before the period, debits and credits in it."""

    opening: int = 0
    debit: int = 0
    credit: int = 0

    @property
    def closing(self) -> int:
        """Balance after the period."""
        return self.opening + self.debit - self.credit


def partner_nets(session: Session, code: str, until: date) -> dict[int, int]:
    """Debit minus credit of each partner on an account at the end of `until`; 0 stands for no partner."""
    leaves = leaves_of(session, code)
    before = _cached(session, leaves, AccountBalance.month < month_of(until))
    for partner, (debit, credit) in _posted(session, leaves, until.replace(day=1), until).items():
        known = before.get(partner, (0, 0))
        before[partner] = known[0] + debit, known[1] + credit
    return {partner: debit - credit for partner, (debit, credit) in before.items()}


def partner_flows(
    session: Session, code: str, from_day: date, to_day: date
) -> dict[int, PartnerFlow]:
    """What each partner owed before a period and what moved in it; 0 stands for no partner."""
    opening = partner_nets(session, code, from_day - _DAY)
    flows = {partner: PartnerFlow(net) for partner, net in opening.items()}
    for partner, moved in _posted(session, leaves_of(session, code), from_day, to_day).items():
        flow = flows.setdefault(partner, PartnerFlow())
        flow.debit, flow.credit = moved
    return flows


_Sums = dict[int, tuple[int, int]]


def _cached(session: Session, leaves: list[str], condition: ColumnElement[bool]) -> _Sums:
    b = AccountBalance
    query = select(b.partner_id, summed(b.debit), summed(b.credit))
    query = query.where(b.account.in_(leaves), condition).group_by(b.partner_id)
    return {row[0]: (row[1], row[2]) for row in session.execute(query)}


def _posted(session: Session, leaves: list[str], from_day: date, to_day: date) -> _Sums:
    query: Any = select(Leg.partner_id, summed(Leg.debit), summed(Leg.credit))
    query = query.where(Leg.account.in_(leaves), Leg.day >= from_day, Leg.day <= to_day)
    return {
        row[0] or 0: (row[1], row[2]) for row in session.execute(query.group_by(Leg.partner_id))
    }
