"""余额调节表: the books' balance of a money account beside the bank's, each brought to the same by what it lacks."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine, open_legs, open_lines
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

_BOOKED = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM leg WHERE money_account_id = :account AND day <= :day"
)
_STANDING = "NOT EXISTS (SELECT 1 FROM bank_import_undone u WHERE u.import_id = b.import_id)"
_SAID = Statement(
    "SELECT coalesce(sum(b.amount), 0) FROM bank_line b "
    f"WHERE b.money_account_id = :account AND b.day <= :day AND {_STANDING}"
)
_TOLD = Statement(
    "SELECT b.balance, b.day FROM bank_line b WHERE b.money_account_id = :account AND b.day <= :day "
    f"AND b.balance IS NOT NULL AND {_STANDING} ORDER BY b.day DESC, b.id DESC LIMIT 1"
)
_LAST = Statement(
    f"SELECT max(b.day) FROM bank_line b WHERE b.money_account_id = :account AND {_STANDING}"
)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Both balances at the end of `day`, in fen, and what each side lacks.

    `told` is the balance that the bank's last line through that day says, None where none says one; it differs from
    `said`, the sum of all lines, when lines are missing.
    """

    day: date
    booked: int
    said: int
    told: int | None
    lines: tuple[OpenLine, ...]
    legs: tuple[OpenLeg, ...]

    @property
    def adjusted_books(self) -> int:
        """账面余额 + 银行已收企业未收 − 银行已付企业未付."""
        return self.booked + sum(line.amount for line in self.lines)

    @property
    def adjusted_bank(self) -> int:
        """对账单余额 + 企业已收银行未收 − 企业已付银行未付."""
        return self.bank + sum(leg.amount for leg in self.legs)

    @property
    def bank(self) -> int:
        """What the bank says lies there."""
        return self.said if self.told is None else self.told

    @property
    def missing(self) -> int:
        """Fen of lines that were not brought in, as the bank's own balance betrays."""
        return self.bank - self.said


@needs("bank_statement.view")
def reconciliation(session: Session, account_id: int, day: date) -> Reconciliation:
    """The account at the end of `day`."""
    return reconciled(session, account_id, day)


def reconciled(session: Session, account_id: int, day: date) -> Reconciliation:
    """The same for whoever closes the month."""
    [booked] = _BOOKED.one(session, account=account_id, day=day)
    [said] = _SAID.one(session, account=account_id, day=day)
    told = _TOLD.first(session, account=account_id, day=day)
    return Reconciliation(
        day,
        int(booked),
        int(said),
        None if told is None else int(told[0]),
        tuple(open_lines(session, account_id, day)),
        tuple(open_legs(session, account_id, day)),
    )


def known_until(session: Session, account_id: int) -> date | None:
    """The day of the last statement line, None before the first."""
    [last] = _LAST.one(session, account=account_id)
    return None if last is None else date.fromisoformat(last)
