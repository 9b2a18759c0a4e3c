"""What a voucher that was typed, or that a month's end made, is kept as; and patterns to make more from."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.ledger.models import Account
from jxc_desktop.partners.models import Partner


class Purpose(StrEnum):
    """Why a voucher was made: by hand, from a pattern, or by the month's end in this order (domain.md §2.10)."""

    MANUAL = "manual"
    DEPRECIATION = "depreciation"
    VAT = "vat"
    VAT_EXEMPTION = "vat_exemption"
    SURCHARGES = "surcharges"
    INCOME_TAX = "income_tax"
    PROFIT = "profit"
    YEAR_END = "year_end"


class JournalVoucher(Document, Base):
    """A voucher with its legs; `total` is Σ debit. `attachments` counts the papers pinned to it."""

    __tablename__ = "journal_voucher"
    __table_args__ = (one_of("purpose", Purpose), one_of("state", State), guarded("document"))
    kind = "journal_voucher"
    prefix = "PZ"

    purpose: Mapped[str]
    summary: Mapped[str]
    attachments: Mapped[int]


class JournalVoucherLine(Base):
    """One leg as it was typed: fen in `debit` or `credit`, either may be negative."""

    __tablename__ = "journal_voucher_line"
    __table_args__ = (
        CheckConstraint("(debit = 0) <> (credit = 0)", name="one_side"),
        guarded("lines", parent="journal_voucher"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(JournalVoucher.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    summary: Mapped[str]
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    debit: Mapped[int] = mapped_column(MONEY)
    credit: Mapped[int] = mapped_column(MONEY)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id))
    money_account_id: Mapped[int | None] = mapped_column(ForeignKey("money_account.id"))
    item: Mapped[str | None]
    employee: Mapped[str | None]
    department: Mapped[str | None]
    project: Mapped[str | None]
    product_id: Mapped[int | None] = mapped_column(ForeignKey(Product.id))
    warehouse_id: Mapped[int | None] = mapped_column(ForeignKey("warehouse.id"))


class VoucherPattern(Base):
    """A voucher kept to be made again (模板); `body` is its draft as plain data.

    A recurring one is due each `every` months from `next_month` on; 0 means whenever somebody wants it.
    """

    __tablename__ = "voucher_pattern"
    __table_args__ = (CheckConstraint("every >= 0", name="every_range"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    body: Mapped[str]
    every: Mapped[int] = mapped_column(default=0)
    next_month: Mapped[str] = mapped_column(default="")
    made_by: Mapped[int]
    made_at: Mapped[int] = mapped_column(MOMENT)
    disabled: Mapped[bool] = mapped_column(default=False)
