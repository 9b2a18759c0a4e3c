"""Documents of money: received, paid, ahead of time, matched, written off, spent, earned, moved."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from jxc_desktop.cash.models.accounts import MoneyAccount, Paid
from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY
from jxc_desktop.ledger.models import Account
from jxc_desktop.partners.models import Partner


class SettlementMode(StrEnum):
    """What a settlement offsets: what is used, and the debt that goes down by it (domain.md §2.9)."""

    ADVANCE_RECEIPT = "advance_receipt"
    ADVANCE_PAYMENT = "advance_payment"
    CONTRA = "contra"
    TRANSFER = "transfer"
    SUPPLIER_TRANSFER = "supplier_transfer"
    CREDIT = "credit"
    SUPPLIER_CREDIT = "supplier_credit"


class BadDebtMode(StrEnum):
    """A customer's debt given up, money for one that was given up before, a debt of ours nobody wants paid."""

    WRITE_OFF = "write_off"
    RECOVERY = "recovery"
    UNPAYABLE = "unpayable"


class PartnerPaper(Document):
    """A document of money with one firm, under the name it had then."""

    @declared_attr
    def partner_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Partner.id), index=True)

    partner_name: Mapped[str]


class MoneyPaper(PartnerPaper):
    """Money for debts; `amount` moved, `cash_discount` was given up, both in fen.

    `total` is what the firm's debt went down by, `advance` the part that no document asked for.
    """

    amount: Mapped[int] = mapped_column(MONEY)
    cash_discount: Mapped[int] = mapped_column(MONEY, default=0)
    advance: Mapped[int] = mapped_column(MONEY, default=0)


class CustomerReceipt(MoneyPaper, Base):
    """Money from a customer (收款单)."""

    __tablename__ = "customer_receipt"
    kind = "customer_receipt"
    prefix = "SKD"


class CustomerReceiptPayment(Paid, Base):
    """Into which money account it came."""

    __tablename__ = "customer_receipt_payment"
    __table_args__ = (guarded("lines", parent="customer_receipt"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(CustomerReceipt.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class SupplierPayment(MoneyPaper, Base):
    """Money to a supplier (付款单)."""

    __tablename__ = "supplier_payment"
    kind = "supplier_payment"
    prefix = "FKD"


class SupplierPaymentPayment(Paid, Base):
    """Out of which money account it went."""

    __tablename__ = "supplier_payment_payment"
    __table_args__ = (guarded("lines", parent="supplier_payment"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(SupplierPayment.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class AdvanceReceipt(PartnerPaper, Base):
    """Money from a customer before anything was delivered (预收款单)."""

    __tablename__ = "advance_receipt"
    kind = "advance_receipt"
    prefix = "YSK"


class AdvanceReceiptPayment(Paid, Base):
    """Into which money account it came."""

    __tablename__ = "advance_receipt_payment"
    __table_args__ = (guarded("lines", parent="advance_receipt"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(AdvanceReceipt.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class AdvancePayment(PartnerPaper, Base):
    """Money to a supplier before anything was received (预付款单)."""

    __tablename__ = "advance_payment"
    kind = "advance_payment"
    prefix = "YFK"


class AdvancePaymentPayment(Paid, Base):
    """Out of which money account it went."""

    __tablename__ = "advance_payment_payment"
    __table_args__ = (guarded("lines", parent="advance_payment"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(AdvancePayment.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class Settlement(PartnerPaper, Base):
    """What is open on one side set against what is open on the other, without money (核销单).

    `amount` is how much, in fen; `total` the same where the books change, 0 where a return meets its own
    account's debts. A debt that moves goes to `to_partner_id`.
    """

    __tablename__ = "settlement"
    __table_args__ = (
        one_of("mode", SettlementMode),
        one_of("state", State),
        guarded("document"),
    )
    kind = "settlement"
    prefix = "HX"

    mode: Mapped[str]
    to_partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id))
    to_partner_name: Mapped[str] = mapped_column(default="")
    amount: Mapped[int] = mapped_column(MONEY)


class SettlementLine(Base):
    """An open document and how much of it: `used` for what pays, else what is paid."""

    __tablename__ = "settlement_line"
    __table_args__ = (guarded("lines", parent="settlement"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(Settlement.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    used: Mapped[bool]
    number: Mapped[str]
    amount: Mapped[int] = mapped_column(MONEY)


class BadDebt(PartnerPaper, Base):
    """A debt that will not be paid (坏账单); `total` is the debt given up, or what came in for one."""

    __tablename__ = "bad_debt"
    __table_args__ = (
        one_of("mode", BadDebtMode),
        one_of("state", State),
        guarded("document"),
    )
    kind = "bad_debt"
    prefix = "HZ"

    mode: Mapped[str]


class BadDebtPayment(Paid, Base):
    """What was still got of it, and into which money account."""

    __tablename__ = "bad_debt_payment"
    __table_args__ = (guarded("lines", parent="bad_debt"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(BadDebt.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class Purpose:
    """What money was spent on or earned by: a GL account and, where the statements ask, an item (运费, 房租).

    `amount` is what was paid, of which `tax` stands on the invoice; `employee`, `department` and `project` are names.
    """

    @declared_attr
    def account(cls) -> Mapped[str]:  # noqa: N805
        return mapped_column(ForeignKey(Account.code))

    amount: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY, default=0)
    item: Mapped[str | None]
    summary: Mapped[str] = mapped_column(default="")
    employee: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    project: Mapped[str] = mapped_column(default="")


class Expense(Document, Base):
    """Money spent on running the shop (费用单)."""

    __tablename__ = "expense"
    kind = "expense"
    prefix = "FY"

    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))


class ExpenseLine(Purpose, Base):
    """What it was spent on."""

    __tablename__ = "expense_line"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_nonzero"),
        guarded("lines", parent="expense"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Expense.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class OtherIncome(Document, Base):
    """Money that came in by something else than goods (其他收入单)."""

    __tablename__ = "other_income"
    kind = "other_income"
    prefix = "QTSR"

    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))


class OtherIncomeLine(Purpose, Base):
    """What it was earned by."""

    __tablename__ = "other_income_line"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_nonzero"),
        guarded("lines", parent="other_income"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(OtherIncome.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class MoneyTransfer(Document, Base):
    """Money moved between the shop's own accounts (转款单): `amount` arrives, `amount` and `fee` leave."""

    __tablename__ = "money_transfer"
    kind = "money_transfer"
    prefix = "ZK"

    from_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))
    to_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))
    amount: Mapped[int] = mapped_column(MONEY)
    fee: Mapped[int] = mapped_column(MONEY, default=0)
