"""What sales brought and cost, day by day or month by month, out of the books; closing entries left out.

Revenue and cost are what the books say, so every figure here agrees with the reports made from them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.ledger.models import Entry, Leg
from jxc_desktop.ledger.queries import result_nets
from jxc_desktop.sales.legs import OTHER_REVENUE, REVENUE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.legs import COST_OF_SALES
from jxc_desktop.stock.trade import COST

SOLD_ON = (REVENUE, OTHER_REVENUE)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Takings:
    """One day or month: sales without tax and what the goods cost, fen; `cost` None for who may not see it."""

    day: date
    net: int
    cost: int | None

    @property
    def profit(self) -> int | None:
        """Fen of sales above cost."""
        return None if self.cost is None else self.net - self.cost


@dataclass(frozen=True, slots=True)
class Sum:
    """Several days or months together."""

    net: int
    cost: int | None

    @property
    def profit(self) -> int | None:
        """Fen of sales above cost."""
        return None if self.cost is None else self.net - self.cost

    @property
    def margin(self) -> int | None:
        """Profit as a fraction of sales, 1e-4; None over no sales."""
        return (
            div_half_up(self.profit * ONE, self.net)
            if self.profit is not None and self.net
            else None
        )


@needs("report.sales")
def takings_by_day(session: Session, first: date, last: date) -> list[Takings]:
    """Every day from `first` through `last`, those without sales too."""
    cost = may(session, COST)
    query = _daily(first, last, cost=cost)
    found = {row[0]: row[1:] for row in session.execute(query)}
    return [_of(day, found.get(day, (0, 0)), cost=cost) for day in _days(first, last)]


@needs("report.sales")
def takings_by_month(session: Session, first: date, last: date) -> list[Takings]:
    """Every month from that of `first` through that of `last`, by its first day, out of the cached balances."""
    cost = may(session, COST)
    found = []
    month = first.replace(day=1)
    while month <= last:
        following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        nets = result_nets(session, month, min(following - _DAY, last))
        net = -sum(nets.get(account, 0) for account in SOLD_ON)
        found.append(_of(month, (net, nets.get(COST_OF_SALES, 0)), cost=cost))
        month = following
    return found


def sum_of(takings: list[Takings], which: Callable[[date], bool] = lambda _day: True) -> Sum:
    """The days (or months) that `which` picks, together."""
    picked = [each for each in takings if which(each.day)]
    costs = [each.cost for each in takings if each.cost is not None]
    cost = sum(each.cost or 0 for each in picked) if len(costs) == len(takings) else None
    return Sum(sum(each.net for each in picked), cost)


def _daily(first: date, last: date, *, cost: bool) -> Any:
    sold = Leg.account.in_(SOLD_ON)
    net = summed(case((sold, Leg.credit - Leg.debit), else_=0))
    spent = summed(case((sold, 0), else_=Leg.debit - Leg.credit))
    accounts = (*SOLD_ON, COST_OF_SALES) if cost else SOLD_ON
    return (
        select(Leg.day, net, spent)
        .join(Entry, Entry.id == Leg.entry_id)
        .where(Leg.account.in_(accounts), Leg.day.between(first, last), Entry.closing.in_([False]))
        .group_by(Leg.day)
    )


def _of(day: date, sums: tuple[int, int] | Any, *, cost: bool) -> Takings:
    return Takings(day, sums[0], sums[1] if cost else None)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * _DAY
