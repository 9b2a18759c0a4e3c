"""The ways to pay at the till and the accounts they fill."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

STORED_VALUE = "stored_value"
"""The way to pay that spends what lies on a member's card."""


@dataclass(frozen=True, slots=True)
class MethodFacts:
    """A way to pay, its money account (none for stored value) and the GL account it is booked on."""

    code: str
    name: str
    is_cash: bool
    money_account_id: int | None
    account: str


_METHODS = Statement(
    "SELECT m.code, m.name, m.is_cash, m.money_account_id, coalesce(a.account, m.account) FROM payment_method m "
    "LEFT JOIN money_account a ON a.id = m.money_account_id WHERE m.disabled = 0 ORDER BY m.place"
)


def payment_methods(session: Session) -> dict[str, MethodFacts]:
    """Every way to pay in use, by code, in the order of the till's keys."""
    return {
        code: MethodFacts(code, name, bool(is_cash), money_account, account)
        for code, name, is_cash, money_account, account in _METHODS.all(session)
    }
