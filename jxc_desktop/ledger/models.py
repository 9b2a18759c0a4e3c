"""The books: entries of legs are the truth, vouchers are the numbered pages that bind them.

A leg has exactly one of `debit` and `credit` non-zero; either may be negative (红字 on its own side).
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document
from jxc_desktop.core.guards import Rule
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.partners.models import Partner

_UNBALANCED = "(SELECT count(*) < 2 OR sum(debit - credit) <> 0 FROM leg WHERE entry_id = NEW.id)"
_SEALED = "EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id)"


class Account(Base):
    """A GL account (科目). `kind` is A, L, E, C or P; `side` its normal balance, 1 debit, -1 credit.

    `needs` names the dimensions every leg on it must carry, separated by spaces ("partner"). The shop's `own` may be
    renamed and thrown away; the others are the standard's.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("kind IN ('A','L','E','C','P','X')", name="kind_known"),
        CheckConstraint("side IN (1, -1)", name="side_known"),
    )

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    english: Mapped[str] = mapped_column(default="")
    parent: Mapped[str | None] = mapped_column(ForeignKey("account.code"))
    kind: Mapped[str]
    side: Mapped[int]
    leaf: Mapped[bool] = mapped_column(default=True)
    needs: Mapped[str] = mapped_column(default="")
    cash_flow: Mapped[str] = mapped_column(default="")
    disabled: Mapped[bool] = mapped_column(default=False)
    own: Mapped[bool] = mapped_column(default=False)


class Entry(Base):
    """One balanced posting. It is written after its legs, and only if they balance (trigger).

    `source` is the number of the document that caused it; `closing` marks the month-end transfer.
    """

    __tablename__ = "entry"
    __table_args__ = (
        guarded(
            "append", rules=[Rule("INSERT", _UNBALANCED, "an entry has two legs that balance")]
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(index=True)
    kind: Mapped[str]
    source: Mapped[str] = mapped_column(index=True)
    summary: Mapped[str]
    closing: Mapped[bool] = mapped_column(default=False)
    posted_at: Mapped[int] = mapped_column(MOMENT)
    posted_by: Mapped[int]


class Leg(Base):
    """One side of an entry, with its dimensions (辅助核算); employee, department and project are names."""

    __tablename__ = "leg"
    __table_args__ = (
        CheckConstraint("(debit = 0) <> (credit = 0)", name="one_side"),
        Index("ix_leg_account_day", "account", "day"),
        Index("ix_leg_partner_id", "partner_id"),
        Index("ix_leg_money_account_id", "money_account_id"),
        guarded("append", rules=[Rule("INSERT", _SEALED, "a written entry takes no more legs")]),
    )

    entry_id: Mapped[int] = mapped_column(
        ForeignKey(Entry.id, deferrable=True, initially="DEFERRED"), primary_key=True
    )
    leg_no: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    day: Mapped[date]
    debit: Mapped[int] = mapped_column(MONEY)
    credit: Mapped[int] = mapped_column(MONEY)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id))
    money_account_id: Mapped[int | None] = mapped_column(ForeignKey("money_account.id"))
    item: Mapped[str | None]
    summary: Mapped[str] = mapped_column(default="")
    employee: Mapped[str | None]
    department: Mapped[str | None]
    project: Mapped[str | None]
    product_id: Mapped[int | None] = mapped_column(ForeignKey(Product.id))
    warehouse_id: Mapped[int | None] = mapped_column(ForeignKey("warehouse.id"))


class AccountBalance(Base):
    """What an account moved in a month, by partner; 0 stands for no partner (cache of Σ legs)."""

    __tablename__ = "account_balance"

    account: Mapped[str] = mapped_column(ForeignKey(Account.code), primary_key=True)
    partner_id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(primary_key=True)
    debit: Mapped[int] = mapped_column(MONEY)
    credit: Mapped[int] = mapped_column(MONEY)


class Voucher(Base):
    """A numbered page of the books (记账凭证), gapless per month from 1."""

    __tablename__ = "voucher"
    __table_args__ = (UniqueConstraint("word", "month", "number"), guarded("append"))

    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str]
    month: Mapped[str]
    number: Mapped[int]
    day: Mapped[date]
    summary: Mapped[str]
    attachments: Mapped[int] = mapped_column(default=1)
    made_by: Mapped[int]
    made_at: Mapped[int] = mapped_column(MOMENT)


class VoucherEntry(Base):
    """Which voucher binds an entry; each entry is bound at most once."""

    __tablename__ = "voucher_entry"
    __table_args__ = (guarded("append"),)

    entry_id: Mapped[int] = mapped_column(ForeignKey(Entry.id), primary_key=True)
    voucher_id: Mapped[int] = mapped_column(ForeignKey(Voucher.id), index=True)


class ClosedPeriod(Base):
    """A month that was closed; months without a row are open from the start month on."""

    __tablename__ = "closed_period"

    month: Mapped[str] = mapped_column(primary_key=True)
    closed_at: Mapped[int] = mapped_column(MOMENT)
    closed_by: Mapped[int]
    filed_at: Mapped[int | None] = mapped_column(MOMENT)


class VoucherMark(Base):
    """That somebody reviewed (审核) or entered (记账) a page: a fact about the page, which never changes itself."""

    __tablename__ = "voucher_mark"
    __table_args__ = (CheckConstraint("mark IN ('reviewed','entered')", name="mark_known"),)

    voucher_id: Mapped[int] = mapped_column(ForeignKey(Voucher.id), primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    at: Mapped[int] = mapped_column(MOMENT)


class OpeningBalance(Document, Base):
    """Balances the books began with: receivables, payables or accounts, against 0001 期初平衡."""

    __tablename__ = "opening_balance"
    kind = "opening_balance"
    prefix = "QC"

    scope: Mapped[str]


class OpeningBalanceLine(Base):
    """One account, or one partner's debt, at the start; `debit` and `credit` as in a leg."""

    __tablename__ = "opening_balance_line"
    __table_args__ = (guarded("lines", parent="opening_balance"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(OpeningBalance.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id))
    money_account_id: Mapped[int | None] = mapped_column(ForeignKey("money_account.id"))
    debit: Mapped[int] = mapped_column(MONEY)
    credit: Mapped[int] = mapped_column(MONEY)
