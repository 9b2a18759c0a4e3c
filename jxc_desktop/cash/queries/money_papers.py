"""What can be asked about money by itself: customer receipts, supplier payments, expenses."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import (
    CustomerReceipt,
    Expense,
    ExpenseLine,
    MoneyAccount,
    SupplierPayment,
)
from jxc_desktop.cash.queries.settlements import SettledView, settled_by
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.models import Account
from jxc_desktop.ledger.paper_views import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    find_head,
    list_documents,
    sum_documents,
)
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class MoneyView:
    """A customer receipt or a supplier payment; fen.

    `amount` moved, `cash_discount` was given up; both make `total`, of which `advance` settled nothing.
    """

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    account: str
    account_name: str
    amount: int
    cash_discount: int
    advance: int
    total: int
    settled: tuple[SettledView, ...]


@dataclass(frozen=True, slots=True)
class ExpenseLineView:
    """Fen spent on a GL account."""

    line_no: int
    account: str
    name: str
    item: str | None
    summary: str
    amount: int


@dataclass(frozen=True, slots=True)
class ExpenseView:
    """Expenses paid from one money account; fen."""

    head: Head
    account: str
    account_name: str
    total: int
    lines: tuple[ExpenseLineView, ...]


Page = tuple[date, int]


@needs("customer_receipt.view")
def customer_receipt_list(
    session: Session, wanted: ListFilter, after: Page | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of receipts, newest first."""
    return list_documents(session, CustomerReceipt, wanted, after=after, limit=limit)


@needs("customer_receipt.view")
def customer_receipt_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all receipts that the filter lets through."""
    return sum_documents(session, CustomerReceipt, wanted)


@needs("customer_receipt.view")
def customer_receipt_view(session: Session, number: str) -> MoneyView:
    """The customer receipt with this number."""
    missing = translate("cash", "没有收款单 {number}。核对单号")
    return _money_view(session, CustomerReceipt, Partner.customer_code, number, missing)


@needs("supplier_payment.view")
def supplier_payment_list(
    session: Session, wanted: ListFilter, after: Page | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of payments, newest first."""
    return list_documents(session, SupplierPayment, wanted, after=after, limit=limit)


@needs("supplier_payment.view")
def supplier_payment_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all payments that the filter lets through."""
    return sum_documents(session, SupplierPayment, wanted)


@needs("supplier_payment.view")
def supplier_payment_view(session: Session, number: str) -> MoneyView:
    """The supplier payment with this number."""
    missing = translate("cash", "没有付款单 {number}。核对单号")
    return _money_view(session, SupplierPayment, Partner.supplier_code, number, missing)


@needs("expense.view")
def expense_list(
    session: Session, wanted: ListFilter, after: Page | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of expenses, newest first."""
    return list_documents(session, Expense, wanted, after=after, limit=limit)


@needs("expense.view")
def expense_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all expenses that the filter lets through."""
    return sum_documents(session, Expense, wanted)


@needs("expense.view")
def expense_view(session: Session, number: str) -> ExpenseView:
    """The expenses with this number."""
    head = find_head(session, Expense, Expense.number == number)
    if head is None:
        raise NotFound(translate("cash", "没有费用单 {number}。核对单号").format(number=number))
    row = session.execute(
        select(MoneyAccount.code, MoneyAccount.name, Expense.total)
        .join(MoneyAccount, MoneyAccount.id == Expense.money_account_id)
        .where(Expense.id == head.id)
    ).one()
    return ExpenseView(*(head, *row, _expense_lines(session, head.id)))


def _expense_lines(session: Session, document_id: int) -> tuple[ExpenseLineView, ...]:
    line = ExpenseLine
    query = (
        select(line.line_no, line.account, Account.name, line.item, line.summary, line.amount)
        .join(Account, Account.code == line.account)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )
    return tuple(ExpenseLineView(*row) for row in session.execute(query))


def _money_view(session: Session, model: Any, code: Any, number: str, missing: str) -> MoneyView:
    head = find_head(session, model, model.number == number)
    if head is None:
        raise NotFound(missing.format(number=number))
    row = session.execute(
        select(
            model.partner_id, code, model.partner_name, MoneyAccount.code, MoneyAccount.name,
            model.amount, model.cash_discount, model.advance, model.total,
        )
        .join(Partner, Partner.id == model.partner_id)
        .join(MoneyAccount, MoneyAccount.id == model.money_account_id)
        .where(model.id == head.id)
    ).one()  # fmt: skip
    return MoneyView(*(head, *row, settled_by(session, number)))
