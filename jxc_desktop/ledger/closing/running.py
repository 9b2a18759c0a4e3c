"""Closing a month with a backup before it: nothing is copied for a month that would be refused anyway."""

from collections.abc import Callable

from jxc_desktop.core.db import Database
from jxc_desktop.ledger.closing.check import Closing, require_passed
from jxc_desktop.ledger.closing.services import Closed, close_period, closing_list, require_next


def close_with_backup(
    database: Database, actor: object, month: str, rules: Closing, back_up: Callable[[], None]
) -> Closed:
    """Ask first, back up, then close in one transaction (decisions 21)."""
    with database.reading(actor) as session:
        require_next(session, month)
        require_passed(month, closing_list(session, month, rules))
    back_up()
    with database.transaction(actor) as session:
        return close_period(session, month, rules)
