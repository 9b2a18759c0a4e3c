"""Taking what two documents of one posting need in everybody's order: pools, balances, series (decisions 3)."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.stock.legs import STOCK
from jxc_desktop.stock.losses import FOUND, LOST, PENDING_PROPERTY
from jxc_desktop.stock.pools import hold_pools
from jxc_desktop.stock.reasons import OVER, SHORT, reason_named

_HOLD_BALANCES = Statement(
    "SELECT 1",
    postgresql="SELECT 1 FROM account_balance WHERE month = :month AND account = ANY(:accounts) "
    "ORDER BY account, partner_id FOR UPDATE",
)
_HOLD_SERIES = Statement(
    "SELECT 1",
    postgresql="SELECT 1 FROM counter WHERE series = ANY(:series) AND span = :span "
    "ORDER BY series FOR UPDATE",
)


def hold_for_differences(
    session: Session, day: date, products: Iterable[int], *prefixes: str
) -> None:
    """Hold what the gain and the loss of a count need, so that neither waits for who waits for the other.

    `prefixes` begin the numbers that are taken besides.
    """
    wanted = sorted(set(products))
    if not wanted:
        return
    hold_pools(session, wanted)
    reasons = [reason_named(session, SHORT, gain=False), reason_named(session, OVER, gain=True)]
    accounts = sorted({STOCK, PENDING_PROPERTY, *(reason.account for reason in reasons)})
    _HOLD_BALANCES.all(session, month=month_of(day), accounts=accounts)
    series = [LOST.family.header.prefix, FOUND.family.header.prefix, *prefixes]
    _HOLD_SERIES.all(session, series=series, span=day.isoformat().replace("-", ""))
