"""What is kept of bank statements (银行流水) and of what matches what (勾对).

Nothing here is ever changed: an import or a match that was wrong is taken back by a row of its own.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import MoneyAccount
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY


class BankImport(Base):
    """One bringing in of statement lines; `opening` where it is only what lay in the bank before the first line."""

    __tablename__ = "bank_import"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id), index=True)
    opening: Mapped[bool]
    user_id: Mapped[int]
    at: Mapped[int] = mapped_column(MOMENT)


class BankImportUndone(Base):
    """An import that was wrong; its lines count no more."""

    __tablename__ = "bank_import_undone"
    __table_args__ = (guarded("append"),)

    import_id: Mapped[int] = mapped_column(ForeignKey(BankImport.id), primary_key=True)
    user_id: Mapped[int]
    at: Mapped[int] = mapped_column(MOMENT)


class BankLine(Base):
    """One line of a statement: fen that came in (positive) or went out, and the bank's own balance after it, if told.

    `reference` is the bank's number of it. Lines of one day stand in the order of their ids.
    """

    __tablename__ = "bank_line"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_nonzero"),
        Index("ix_bank_line_account_day", "money_account_id", "day"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey(BankImport.id), index=True)
    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))
    day: Mapped[date]
    amount: Mapped[int] = mapped_column(MONEY)
    balance: Mapped[int | None] = mapped_column(MONEY)
    counterparty: Mapped[str]
    summary: Mapped[str]
    reference: Mapped[str]


class BankMatch(Base):
    """Statement lines and legs of the books that are the same money; their sums are equal.

    `last_day` is the latest day of them all: from then on the match counts in a reconciliation. `automatic` says that
    the program found it.
    """

    __tablename__ = "bank_match"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id), index=True)
    last_day: Mapped[date]
    automatic: Mapped[bool]
    user_id: Mapped[int]
    at: Mapped[int] = mapped_column(MOMENT)


class BankMatchUndone(Base):
    """A match that was wrong; its lines and legs are free again."""

    __tablename__ = "bank_match_undone"
    __table_args__ = (guarded("append"),)

    match_id: Mapped[int] = mapped_column(ForeignKey(BankMatch.id), primary_key=True)
    user_id: Mapped[int]
    at: Mapped[int] = mapped_column(MOMENT)


class BankMatchLine(Base):
    """A statement line in a match."""

    __tablename__ = "bank_match_line"
    __table_args__ = (guarded("append"),)

    match_id: Mapped[int] = mapped_column(ForeignKey(BankMatch.id), primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey(BankLine.id), primary_key=True, index=True)


class BankMatchLeg(Base):
    """A leg of the books in a match."""

    __tablename__ = "bank_match_leg"
    __table_args__ = (
        ForeignKeyConstraint(["entry_id", "leg_no"], ["leg.entry_id", "leg.leg_no"]),
        Index("ix_bank_match_leg_leg", "entry_id", "leg_no"),
        guarded("append"),
    )

    match_id: Mapped[int] = mapped_column(ForeignKey(BankMatch.id), primary_key=True)
    entry_id: Mapped[int] = mapped_column(primary_key=True)
    leg_no: Mapped[int] = mapped_column(primary_key=True)
