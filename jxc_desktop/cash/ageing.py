"""How old debts are, firm by firm, on any day: what was open then, by the days since it was due (domain.md §5)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import (
    ADVANCE_PAID,
    ADVANCE_RECEIVED,
    PAYABLE,
    RECEIVABLE,
    SIDE,
    OpenItem,
)
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

BUCKETS = (30, 60, 90, 180, 365)
"""The last day of each span after the due day; the rest is older still."""
ADVANCES = {RECEIVABLE: ADVANCE_RECEIVED, PAYABLE: ADVANCE_PAID}
NOT_DUE = 0
"""The place of what is not due yet among a firm's spans."""

_OPEN_AT = Statement(
    "SELECT partner, number, min(day), sum(amount) FROM ("
    "SELECT l.partner_id AS partner, e.source AS number, e.day AS day, (l.debit - l.credit) * :side AS amount "
    "FROM leg l JOIN entry e ON e.id = l.entry_id WHERE l.account = :account AND l.day <= :until "
    "UNION ALL SELECT m.partner_id, m.number, m.since, -m.amount FROM matching m "
    "WHERE m.account = :account AND m.since <= :until) x "
    "GROUP BY partner, number HAVING sum(amount) <> 0 ORDER BY 1, 3, 2"
)
_FIRMS = Statement(
    "SELECT id, name, coalesce(customer_code, ''), coalesce(supplier_code, ''), credit_limit, credit_days "
    "FROM partner"
)


@dataclass(slots=True)
class FirmAge:
    """One firm: fen by span, first what is not due; `advance` is what was paid ahead and waits.

    `since` is the day of the oldest document that is still owed.
    """

    partner_id: int
    name: str
    code: str
    credit_limit: int | None
    credit_days: int
    spans: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 2))
    advance: int = 0
    since: date | None = None

    @property
    def balance(self) -> int:
        """Fen owed, advances aside."""
        return sum(self.spans)

    @property
    def overdue(self) -> int:
        """Fen past their due day; returns and money not matched yet count against it."""
        return max(min(sum(self.spans[1:]), self.balance), 0)

    @property
    def over(self) -> int:
        """Fen beyond the credit limit, what was paid ahead counted."""
        if self.credit_limit is None:
            return 0
        return max(self.balance - self.advance - self.credit_limit, 0)


def items_at(session: Session, account: str, until: date) -> Iterator[tuple[int, OpenItem]]:
    """Every document that was open on an account at the end of a day, by firm and day."""
    rows = _OPEN_AT.all(session, account=account, side=SIDE[account], until=until)
    for partner, number, day, amount in rows:
        yield int(partner), OpenItem(str(number), date.fromisoformat(day), int(amount))


@needs("report.cash")
def ages(
    session: Session, account: str, until: date, *, from_due: bool = True
) -> dict[int, FirmAge]:
    """Every firm with something open at the end of `until`; ages count from the due day, or the document's own."""
    firms = _firms(session, account)
    found: dict[int, FirmAge] = {}
    for partner, item in items_at(session, account, until):
        firm = found.setdefault(partner, firms[partner])
        start = item.day + timedelta(days=firm.credit_days if from_due else 0)
        firm.spans[_span((until - start).days, from_due=from_due)] += item.amount
        if item.amount > 0 and firm.since is None:
            firm.since = item.day
    for partner, item in items_at(session, ADVANCES[account], until):
        found.setdefault(partner, firms[partner]).advance += item.amount
    return dict(sorted(found.items(), key=lambda each: (each[1].code, each[0])))


def _firms(session: Session, account: str) -> dict[int, FirmAge]:
    place = 2 if account == RECEIVABLE else 3
    return {
        int(row[0]): FirmAge(
            int(row[0]),
            str(row[1]),
            str(row[place]),
            row[4] if account == RECEIVABLE else None,
            int(row[5] or 0),
        )
        for row in _FIRMS.all(session)
    }


def _span(days: int, *, from_due: bool) -> int:
    """The place of an age; a document's own day is in the first span, its due day is not due yet."""
    if from_due and days <= 0:
        return NOT_DUE
    return next((n for n, last in enumerate(BUCKETS, 1) if days <= last), len(BUCKETS) + 1)
