"""The months of the books as a list: what became of each, who closed it, what it earned."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.services import profits
from jxc_desktop.ledger.queries.periods import periods
from jxc_desktop.shop.actor import may, needs

_CLOSED = Statement(
    "SELECT c.month, c.closed_at, coalesce(nullif(u.full_name, ''), u.name, '') "
    "FROM closed_period c LEFT JOIN shop_user u ON u.id = c.closed_by"
)
_PAGES = Statement("SELECT month, count(*) FROM voucher GROUP BY month")


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month: `state` open, closed or filed; `closed_at` ms UTC, `profit` fen, both None while it is open.

    Who may not see cost sees no profit.
    `next` marks the one that is closed next, `last` the only one that may be opened again.
    """

    month: str
    state: str
    pages: int
    closed_at: int | None
    closed_by: str
    profit: int | None
    next: bool
    last: bool


@needs("voucher.view")
def month_rows(session: Session) -> list[MonthRow]:
    """Every month, the newest first."""
    closed = {row[0]: (int(row[1]), str(row[2])) for row in _CLOSED.all(session)}
    pages: dict[str, int] = dict(_PAGES.all(session))
    found = periods(session)
    following = next((each.month for each in found if each.state == "open"), "")
    last = max(closed, default="")
    seen = may(session, "field.cost_price")
    earned = profits(session) if seen else {}
    rows = []
    for each in found:
        at, by = closed.get(each.month, (None, ""))
        profit = earned.get(each.month, 0) if seen and at is not None else None
        reopens = each.month == last and each.state == "closed"
        rows.append(
            MonthRow(
                each.month, each.state, pages.get(each.month, 0), at, by, profit,
                each.month == following, reopens,
            )
        )  # fmt: skip
    return rows[::-1]
