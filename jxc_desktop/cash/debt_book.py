"""欠款本: what each customer owes, how late, and what they promised; and whose promise is due."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.ageing import FirmAge, ages
from jxc_desktop.cash.settling import RECEIVABLE
from jxc_desktop.core.clock import Clock
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

_PROMISES = Statement(
    "SELECT p.partner_id, p.by_day, p.note, p.made_at FROM promise p "
    "WHERE p.id IN (SELECT max(id) FROM promise GROUP BY partner_id)"
)
_PAID = Statement(
    "SELECT partner_id, max(day) FROM (SELECT partner_id, day FROM customer_receipt WHERE state = 'posted' "
    "AND reverses_id IS NULL UNION ALL SELECT partner_id, day FROM advance_receipt "
    "WHERE state = 'posted' AND reverses_id IS NULL) x GROUP BY partner_id"
)


@dataclass(frozen=True, slots=True)
class Promised:
    """The last promise of a firm, and the moment it was made."""

    by_day: date
    note: str
    made_at: int


@dataclass(frozen=True, slots=True)
class Debtor:
    """A customer who owes, or has paid ahead: ages, the last promise, the last day they paid."""

    age: FirmAge
    promise: Promised | None
    paid_on: date | None
    today: date

    @property
    def broken(self) -> bool:
        """Whether the promised day is past and something is owed still."""
        return self.promise is not None and self.promise.by_day < self.today and self.owes

    @property
    def due(self) -> bool:
        """Whether the promised day has come and something is owed still."""
        return self.promise is not None and self.promise.by_day <= self.today and self.owes

    @property
    def owes(self) -> bool:
        """Whether money is still awaited."""
        return self.age.balance > 0


@needs("report.cash")
def debt_book(session: Session) -> list[Debtor]:
    """Every customer with something open, the most overdue first."""
    clock = clock_of(session)
    today, promised = clock.today(), last_promises(session)
    paid: dict[int, str] = dict(_PAID.all(session))
    found = [
        Debtor(age, _standing(promised.get(partner), age, clock), _day(paid.get(partner)), today)
        for partner, age in ages(session, RECEIVABLE, today).items()
    ]
    return sorted(found, key=lambda each: (-each.age.overdue, -each.age.balance, each.age.code))


@needs("report.cash")
def promises_due(session: Session) -> list[Debtor]:
    """Customers whose promised day has come, the oldest promise first."""
    today = clock_of(session).today()
    if all(promise.by_day > today for promise in last_promises(session).values()):
        return []  # the ages of all debts cost more than this question is worth
    due = [debtor for debtor in debt_book(session) if debtor.due]
    return sorted(due, key=lambda each: each.promise.by_day if each.promise else each.today)


def last_promises(session: Session) -> dict[int, Promised]:
    """The promise of each firm that counts."""
    return {
        int(partner): Promised(date.fromisoformat(by_day), note, int(made_at))
        for partner, by_day, note, made_at in _PROMISES.all(session)
    }


def _standing(promise: Promised | None, age: FirmAge, clock: Clock) -> Promised | None:
    """A promise stands while something is open that was owed when it was made; newer debts were not promised."""
    if promise is None or age.since is None or age.since > clock.local(promise.made_at).date():
        return None
    return promise


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
