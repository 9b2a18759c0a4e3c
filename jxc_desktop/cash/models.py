"""Where money lies and by which ways it comes in."""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.ledger.models import Account
from jxc_desktop.partners.models import Partner


class MoneyAccount(Base):
    """A drawer, a bank account, a wallet; each belongs to one GL account."""

    __tablename__ = "money_account"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    disabled: Mapped[bool] = mapped_column(default=False)


class PaymentMethod(Base):
    """A way to pay at the till and the money account it fills; `is_cash` ways give change."""

    __tablename__ = "payment_method"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    place: Mapped[int]
    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))
    is_cash: Mapped[bool] = mapped_column(default=False)
    disabled: Mapped[bool] = mapped_column(default=False)


class Paid:
    """What was paid with a document through one money account, in fen; part of the frozen document."""

    @declared_attr
    def money_account_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(MoneyAccount.id))

    amount: Mapped[int] = mapped_column(MONEY)


class Settlement(Base):
    """How much of document `number` was settled by document `by`, in fen of what `number` left open.

    Positive lessens a debt, negative a credit; taking a settlement back writes its negation.
    """

    __tablename__ = "settlement"
    __table_args__ = (
        Index("ix_settlement_number", "number"),
        Index("ix_settlement_by", "by"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    number: Mapped[str]
    by: Mapped[str]
    amount: Mapped[int] = mapped_column(MONEY)
    at: Mapped[int] = mapped_column(MOMENT)


class MoneyPaper(Document):
    """Money between the shop and a partner; `amount` moved, `cash_discount` was given up, both in fen.

    `total` is what the partner's debt went down by, `advance` the part that no document asked for.
    """

    @declared_attr
    def partner_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Partner.id), index=True)

    partner_name: Mapped[str]

    @declared_attr
    def money_account_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(MoneyAccount.id))

    amount: Mapped[int] = mapped_column(MONEY)
    cash_discount: Mapped[int] = mapped_column(MONEY, default=0)
    advance: Mapped[int] = mapped_column(MONEY, default=0)


class CustomerReceipt(MoneyPaper, Base):
    """Money from a customer (收款单)."""

    __tablename__ = "customer_receipt"
    kind = "customer_receipt"
    prefix = "SKD"


class SupplierPayment(MoneyPaper, Base):
    """Money to a supplier (付款单)."""

    __tablename__ = "supplier_payment"
    kind = "supplier_payment"
    prefix = "FKD"


class Expense(Document, Base):
    """Money spent on running the shop (费用单)."""

    __tablename__ = "expense"
    kind = "expense"
    prefix = "FY"

    money_account_id: Mapped[int] = mapped_column(ForeignKey(MoneyAccount.id))


class ExpenseLine(Base):
    """What it was spent on: a GL account and, where the statements ask, an item (运费, 房租)."""

    __tablename__ = "expense_line"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount_nonzero"),
        guarded("lines", parent="expense"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Expense.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey(Account.code))
    amount: Mapped[int] = mapped_column(MONEY)
    item: Mapped[str | None]
    summary: Mapped[str] = mapped_column(default="")
