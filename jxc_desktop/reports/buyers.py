"""What customers bought on delivery notes, day by day: the ground of the reports on who stays and who comes back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports.report import Request
from jxc_desktop.reports.trade_sources import COUNTED
from jxc_desktop.sales.models import SalesDelivery, SalesReturn


@dataclass(slots=True)
class Buyer:
    """A customer with the days of deliveries that stand, one for each, and fen bought less what came back."""

    code: str
    name: str
    person: str = ""
    days: list[date] = field(default_factory=list)
    amount: int = 0

    def between(self, first: date, last: date) -> list[date]:
        """The days of deliveries in a period."""
        return [day for day in self.days if first <= day <= last]


def buyers(session: Session, request: Request, *, since: date | None = None) -> dict[int, Buyer]:
    """Every customer who bought until the request's last day, by id; `amount` counts from `since` on."""
    found: dict[int, Buyer] = {}
    names = {
        row[0]: (row[1] or "", row[2])
        for row in session.execute(select(Partner.id, Partner.customer_code, Partner.name))
    }
    for row in _deliveries(session, request):
        buyer = found.setdefault(row.partner_id, Buyer(*names[row.partner_id]))
        if row.state == State.POSTED and row.reverses_id is None:
            buyer.days.append(row.day)
            buyer.person = row.salesperson or buyer.person
        buyer.amount += row.total if since is None or row.day >= since else 0
    for row in _returns(session, request, since):
        if row.partner_id in found:
            found[row.partner_id].amount -= row.total
    return {partner: buyer for partner, buyer in found.items() if buyer.days}


def _deliveries(session: Session, request: Request) -> Sequence[Any]:
    d = SalesDelivery
    query = select(d.partner_id, d.day, d.total, d.state, d.reverses_id, d.salesperson)
    return session.execute(_of_customers(query, request, d).order_by(d.day, d.id)).all()


def _returns(session: Session, request: Request, since: date | None) -> Sequence[Any]:
    r = SalesReturn
    query = _of_customers(select(r.partner_id, r.total), request, r)
    return session.execute(query if since is None else query.where(r.day >= since)).all()


def _of_customers(query: Any, request: Request, header: Any) -> Any:
    """A query narrowed to what counts until the last day asked for, of the customers asked for."""
    query = query.where(header.state.in_(COUNTED), header.day <= request.to_day)
    partners = request.get("customer")
    return query.where(header.partner_id.in_(partners)) if partners else query
