"""What a document of money can be begun with: accounts with what lies in them, and the items in use."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.cash.queries.accounts import (
    CashItemView,
    cash_items,
    money_accounts,
    money_balances,
)
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.employees import departments, names_in_use
from jxc_desktop.shop.settings import settings_of


@dataclass(frozen=True, slots=True)
class PurseView:
    """A money account in use; `balance` in fen, None for who may not see it."""

    id: int
    name: str
    balance: int | None


@dataclass(frozen=True, slots=True)
class MoneyChoices:
    """What there is to choose from now; `general` says whether tax on invoices can be deducted; people by name."""

    accounts: tuple[PurseView, ...]
    items: tuple[CashItemView, ...]
    general: bool
    people: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()


def money_choices(session: Session) -> MoneyChoices:
    """The accounts and items in use."""
    balances = money_balances(session) if may(session, "report.cash") else None
    accounts = tuple(
        PurseView(each.id, each.name, None if balances is None else balances.get(each.id, 0))
        for each in money_accounts(session)
        if not each.disabled
    )
    items = cash_items(session) if may(session, "cash_item.view") else []
    used = tuple(item for item in items if not item.disabled)
    general, people = settings_of(session).general, tuple(names_in_use(session))
    return MoneyChoices(accounts, used, general, people, tuple(departments(session)))
