"""What wallets took and what of it has come to the bank (domain.md §2.6: the fee is booked when it arrives).

A wallet is a money account that settles. What left it by transfers settles the oldest takings first, so what is open
is always what lies there.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import MoneyAccountView, money_accounts
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.typed_fields import TypedFields

BANK = "1002"
NEAR = 7
"""Days by which an arrival may miss its day."""
_MOVED_BY_DAY = Statement(
    "SELECT l.money_account_id, l.day, sum(l.debit - l.credit) FROM money_account m "
    "JOIN leg l ON l.money_account_id = m.id WHERE m.settle_days IS NOT NULL AND l.day <= :until "
    "GROUP BY l.money_account_id, l.day ORDER BY l.day"
)
_TRANSFERRED = Statement(
    "SELECT l.money_account_id, l.day, sum(l.debit - l.credit) FROM money_transfer d "
    "JOIN entry e ON e.source = d.number AND e.kind = 'money_transfer' JOIN leg l ON l.entry_id = e.id "
    "JOIN money_account m ON m.id = l.money_account_id WHERE m.settle_days IS NOT NULL "
    "AND l.day <= :until GROUP BY l.money_account_id, l.day"
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a wallet took on a day, in fen: `arrived` of it has left for the bank, with its fee; `open` has not.

    `due` is the day on which it should be there, `fee` what the rate says is kept of what is open.
    """

    wallet: MoneyAccountView
    day: date
    taken: int
    arrived: int
    due: date
    fee: int

    @property
    def open(self) -> int:
        """Fen that have not come yet."""
        return self.taken - self.arrived

    @property
    def expected(self) -> int:
        """Fen that should come to the bank."""
        return self.open - self.fee


def arrivals(session: Session, until: date) -> list[Arrival]:
    """Every day of every wallet through `until`, by wallet and day."""
    return [
        arrival
        for wallet, taken, moved in _takings(session, until)
        for arrival in _of_wallet(wallet, taken, moved)
    ]


def open_arrivals(session: Session, until: date) -> list[Arrival]:
    """Those of which something has not come, the longest due first."""
    found = [each for each in arrivals(session, until) if each.open > 0]
    return sorted(found, key=lambda each: (each.due, each.day, each.wallet.id))


def _takings(
    session: Session, until: date
) -> Iterator[tuple[MoneyAccountView, list[tuple[date, int]], int]]:
    """Each wallet with what it took by day and what left it for other accounts, in fen."""
    wallets = [each for each in money_accounts(session) if each.settle_days is not None]
    if not wallets:
        return
    transferred: dict[tuple[int, str], int] = {
        (account, day): int(amount)
        for account, day, amount in _TRANSFERRED.all(session, until=until)
    }
    taken: dict[int, list[tuple[date, int]]] = defaultdict(list)
    moved: dict[int, int] = defaultdict(int)
    for account, day, amount in _MOVED_BY_DAY.all(session, until=until):
        by_transfer = transferred.get((account, day), 0)
        moved[account] -= by_transfer
        if own := int(amount) - by_transfer:
            taken[account].append((date.fromisoformat(day), own))
    for wallet in wallets:
        days = taken[wallet.id]
        if moved[wallet.id] and not days:
            days = [(until, 0)]  # more left than ever came: it stands there as less than nothing
        yield wallet, days, moved[wallet.id]


def _of_wallet(
    wallet: MoneyAccountView, taken: Sequence[tuple[date, int]], moved: int
) -> Iterator[Arrival]:
    arrived = oldest_first([amount for _, amount in taken], moved)
    for (day, amount), come in zip(taken, arrived, strict=True):
        fee = div_half_up(max(amount - come, 0) * wallet.fee_rate, ONE)
        due = day + timedelta(days=wallet.settle_days or 0)
        yield Arrival(wallet, day, amount, come, due, fee)


def oldest_first(taken: Sequence[int], moved: int) -> list[int]:
    """How much of each day's takings has come, in fen: what was moved, and what was given back, settles the oldest.

    What is left over, because more was moved than taken, is put to the last day; together they are what was moved.
    """
    left = moved - sum(amount for amount in taken if amount < 0)
    come = []
    for amount in taken:
        part = amount if amount < 0 else max(0, min(amount, left))
        left -= max(part, 0)
        come.append(part)
    if come:
        come[-1] += left
    return come


def transfer_of(found: Arrival, bank: MoneyAccountView | None) -> TypedFields:
    """The transfer that brings what is open to the bank, with the fee that is expected."""
    ends = {"from": found.wallet.id, **({} if bank is None else {"to": bank.id})}
    fields = {**ends, "amount": found.expected, "fee": found.fee}
    return TypedFields(found.due, fields=fields)


def arrived_as(session: Session, day: date, amount: int) -> Arrival | None:
    """The one day's takings of a wallet that `amount` fen at the bank are, less a fee near the expected one."""
    fits = [
        each
        for each in open_arrivals(session, day)
        if 0 <= each.open - amount <= 2 * each.fee and abs((day - each.due).days) <= NEAR
    ]
    return fits[0] if len(fits) == 1 else None


def bank_of(accounts: Sequence[MoneyAccountView]) -> MoneyAccountView | None:
    """The bank account that a wallet's takings usually go to: the first in use."""
    usable = [each for each in accounts if each.account == BANK and not each.disabled]
    return usable[0] if usable else None
