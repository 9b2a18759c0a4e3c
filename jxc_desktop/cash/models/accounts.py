"""Where money lies, by which ways it comes in, and what it is earned by and spent on."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from jxc_desktop.core.schema import Base
from jxc_desktop.core.types import MONEY, RATE
from jxc_desktop.ledger.models import Account


class MoneyAccount(Base):
    """A drawer, a bank account, a wallet; each belongs to one GL account.

    What a wallet takes goes on to the bank `settle_days` later, less a fee at `fee_rate`; None for money that stays.
    """

    __tablename__ = "money_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    disabled: Mapped[bool] = mapped_column(default=False)
    settle_days: Mapped[int | None]
    fee_rate: Mapped[int] = mapped_column(RATE, default=0)


class PaymentMethod(Base):
    """A way to pay at the till and the money account it fills; `is_cash` ways give change.

    Stored value fills none: it takes what is owed to the member off `account`.
    """

    __tablename__ = "payment_method"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    place: Mapped[int]
    money_account_id: Mapped[int | None] = mapped_column(ForeignKey(MoneyAccount.id))
    account: Mapped[str | None] = mapped_column(ForeignKey(Account.code))
    is_cash: Mapped[bool] = mapped_column(default=False)
    disabled: Mapped[bool] = mapped_column(default=False)


class Paid:
    """What was paid with a document through one money account, in fen; part of the frozen document."""

    @declared_attr
    def money_account_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(MoneyAccount.id))

    amount: Mapped[int] = mapped_column(MONEY)


class CashItem(Base):
    """What money comes in for or goes out on (收支项目), and where that stands in the books.

    `item` is the part of `account` that the statements show (其中 rows), None where it has none.
    """

    __tablename__ = "cash_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    incoming: Mapped[bool]
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    item: Mapped[str | None]
    disabled: Mapped[bool] = mapped_column(default=False)
