"""What can be asked about money: accounts with what lies in them, ways to pay, payments, the cash journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, not_, select
from sqlalchemy.orm import Session, aliased

from jxc_desktop.cash.models import CashItem, MoneyAccount, PaymentMethod
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account, Entry, Leg
from jxc_desktop.ledger.queries import voucher_words
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.shop.actor import needs

_GOODS, _COST_OF_SALES = "1405", "5401"
DRAWERS = "1001"
"""Begins the GL accounts of drawers, of which no bank gives a statement."""
SUMMED = 500
"""Entries whose other sides are looked up at once."""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """Money paid with a document, in fen, and the money account it went through."""

    account: str
    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class MoneyAccountView:
    """A drawer, bank account or wallet and the GL account it belongs to.

    `settle_days` after they were taken its takings go on to the bank, less `fee_rate` (1e-4); None where they stay.
    """

    id: int
    code: str
    name: str
    account: str
    disabled: bool
    settle_days: int | None = None
    fee_rate: int = 0


@dataclass(frozen=True, slots=True)
class CashItemView:
    """What money comes in for or goes out on, and the GL account that stands for it."""

    id: int
    code: str
    name: str
    incoming: bool
    account: str
    account_name: str
    item: str
    disabled: bool


@dataclass(frozen=True, slots=True)
class MethodView:
    """A way to pay at the till; `is_cash` ways give change."""

    code: str
    name: str
    is_cash: bool


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One movement of money: fen in `income` or `outgo`, `balance` after it.

    `counterpart` names the accounts on the other side (对方科目); `voucher` is "" until one binds the entry.
    """

    day: date
    voucher: str
    number: str
    summary: str
    counterpart: str
    income: int
    outgo: int
    balance: int


def payments_of(session: Session, payment: Any, document_id: int) -> tuple[PaymentView, ...]:
    """What was paid with a document at once."""
    query = (
        select(MoneyAccount.code, built_in_column(MoneyAccount.name), payment.amount)
        .join(MoneyAccount, MoneyAccount.id == payment.money_account_id)
        .where(payment.document_id == document_id)
        .order_by(payment.line_no)
    )
    return tuple(PaymentView(*row) for row in session.execute(query))


@needs("money_account.view")
def money_accounts(session: Session) -> list[MoneyAccountView]:
    """Every money account, disabled ones too, in the order they were made."""
    account = MoneyAccount
    name = built_in_column(account.name)
    query = select(
        account.id, account.code, name, account.account, account.disabled, account.settle_days,
        account.fee_rate,
    )  # fmt: skip
    return [MoneyAccountView(*row) for row in session.execute(query.order_by(account.id))]


@needs("cash_item.view")
def cash_items(session: Session) -> list[CashItemView]:
    """Every income and expense item, disabled ones too: expenses first, each by code."""
    item = CashItem
    query = (
        select(
            item.id, item.code, built_in_column(item.name), item.incoming, item.account, name_column(), item.item,
            item.disabled,
        )
        .join(Account, Account.code == item.account)
        .order_by(item.incoming, item.code)
    )  # fmt: skip
    return [CashItemView(*row[:6], row[6] or "", disabled=row[7]) for row in session.execute(query)]


def payment_methods(session: Session) -> list[MethodView]:
    """The ways to pay that are offered, in their places on the till's keys."""
    method = PaymentMethod
    query = (
        select(method.code, built_in_column(method.name), method.is_cash)
        .where(method.disabled.in_([False]))
        .order_by(method.place, method.code)
    )
    return [MethodView(*row) for row in session.execute(query)]


def money_account_named(session: Session, code: str) -> MoneyAccountView:
    """The money account with this code."""
    for view in money_accounts(session):
        if view.code == code:
            return view
    raise NotFound(translate("cash", "没有结算账户 {code}。核对账户编号").format(code=code))


@needs("report.cash")
def money_balances(session: Session, until: date | None = None) -> dict[int, int]:
    """Fen in each money account (by id) at the end of `until`, or now; those never used are missing."""
    query = select(Leg.money_account_id, summed(Leg.debit - Leg.credit))
    query = query.where(Leg.money_account_id.is_not(None)).group_by(Leg.money_account_id)
    if until is not None:
        query = query.where(Leg.day <= until)
    return {account: balance for account, balance in session.execute(query) if account is not None}


@needs("report.cash")
def cash_journal(
    session: Session, money_account_id: int, from_day: date, to_day: date
) -> tuple[int, list[JournalRow]]:
    """What lay in the account before `from_day`, and every movement through `to_day` in order."""
    opening = session.scalar(
        select(summed(Leg.debit - Leg.credit)).where(
            Leg.money_account_id == money_account_id, Leg.day < from_day
        )
    )
    rows = session.execute(_movements(money_account_id, from_day, to_day)).all()
    entries = list(dict.fromkeys(row.entry_id for row in rows))
    words, others = voucher_words(session, entries), _other_sides(session, entries)
    balance, journal = opening or 0, []
    for row in rows:
        balance += row.debit - row.credit
        counterpart = listed(others.get((row.entry_id, row.debit == 0), ()))
        journal.append(
            JournalRow(
                row.day, words.get(row.entry_id, ""), row.source, row.summary or spoken_summary(row.of_entry, row.kind),
                counterpart, row.debit, row.credit, balance,
            )
        )  # fmt: skip
    return opening or 0, journal


def _movements(money_account_id: int, from_day: date, to_day: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Leg.entry_id, Leg.day, Leg.debit, Leg.credit, Leg.summary,
            Entry.source, Entry.summary.label("of_entry"), Entry.kind,
        )
        .join(Entry, Entry.id == Leg.entry_id)
        .where(Leg.money_account_id == money_account_id, Leg.day.between(from_day, to_day))
        .order_by(Leg.day, Leg.entry_id, Leg.leg_no)
    )  # fmt: skip


def _other_sides(session: Session, entries: list[int]) -> dict[tuple[int, bool], list[str]]:
    """Account names of each entry by (entry, whether they stand on the debit side).

    Goods and their cost face each other, never the money of the same entry.
    """
    found: dict[tuple[int, bool], list[str]] = {}
    cost = aliased(Leg)
    sold = select(cost.entry_id).where(
        cost.entry_id == Leg.entry_id, cost.account == _COST_OF_SALES
    )
    for part in _parts(entries):
        query = (
            select(Leg.entry_id, Leg.debit, name_column())
            .join(Account, Account.code == Leg.account)
            .where(
                Leg.entry_id.in_(part),
                Leg.account != _COST_OF_SALES,
                not_(and_(Leg.account == _GOODS, sold.exists())),
            )
            .order_by(Leg.entry_id, Leg.leg_no)
        )
        for entry, debit, name in session.execute(query):
            names = found.setdefault((entry, debit != 0), [])
            if name not in names:
                names.append(name)
    return found


def _parts(entries: list[int]) -> Iterable[list[int]]:
    return (entries[start : start + SUMMED] for start in range(0, len(entries), SUMMED))
