"""Making the kept balances anew from the journal; on a sound shop it changes nothing."""

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

_CLEAR = Statement("DELETE FROM account_balance", changes="account_balance")
_FILL = Statement(
    "INSERT INTO account_balance (account, partner_id, month, debit, credit) "
    "SELECT account, coalesce(partner_id, 0), substr(day, 1, 7), sum(debit), sum(credit) FROM leg "
    "GROUP BY account, coalesce(partner_id, 0), substr(day, 1, 7)",
    changes="account_balance",
)


def rebuild_balances(session: Session) -> None:
    """Replace every account balance by the sum of its legs."""
    _CLEAR.run(session)
    _FILL.run(session)
