"""What a closed month leaves behind: the balances it ended with."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base
from jxc_desktop.core.types import MONEY
from jxc_desktop.ledger.models import Account, ClosedPeriod


class PeriodBalance(Base):
    """An account, by partner, at the end of a closed month; 0 stands for no partner.

    `debit` and `credit` moved in the month, `balance` is debit less credit of everything up to its end, in fen.
    Written when the month is closed, gone when it is opened again (I15 compares it with the legs).
    """

    __tablename__ = "period_balance"

    month: Mapped[str] = mapped_column(ForeignKey(ClosedPeriod.month), primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code), primary_key=True)
    partner_id: Mapped[int] = mapped_column(primary_key=True)
    debit: Mapped[int] = mapped_column(MONEY)
    credit: Mapped[int] = mapped_column(MONEY)
    balance: Mapped[int] = mapped_column(MONEY)
