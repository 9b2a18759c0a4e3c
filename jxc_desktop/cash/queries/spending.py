"""What can be asked about expenses, other income, and money moved between the shop's accounts."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from jxc_desktop.cash.models import (
    Expense,
    ExpenseLine,
    MoneyAccount,
    MoneyTransfer,
    OtherIncome,
    OtherIncomeLine,
)
from jxc_desktop.core.built_in_names import built_in_column
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account
from jxc_desktop.ledger.paper_views import Head, required_head
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class PurposeView:
    """Fen on a GL account, of which `tax` stands on the invoice."""

    line_no: int
    account: str
    name: str
    item: str | None
    summary: str
    amount: int
    tax: int
    employee: str = ""
    department: str = ""
    project: str = ""


@dataclass(frozen=True, slots=True)
class SpendingView:
    """Expenses paid from, or other income into, one money account; fen."""

    head: Head
    account_id: int
    account: str
    account_name: str
    total: int
    lines: tuple[PurposeView, ...]


@dataclass(frozen=True, slots=True)
class TransferView:
    """Money between two accounts; fen. `amount` arrived, `fee` was kept by the bank."""

    head: Head
    from_account_id: int
    from_account: str
    from_name: str
    to_account_id: int
    to_account: str
    to_name: str
    amount: int
    fee: int
    total: int


@needs("expense.view")
def expense_view(session: Session, number: str) -> SpendingView:
    """The expenses with this number."""
    missing = translate("cash", "没有费用单 {number}。核对单号")
    return _spending(session, Expense, ExpenseLine, number, missing)


@needs("other_income.view")
def other_income_view(session: Session, number: str) -> SpendingView:
    """The other income with this number."""
    missing = translate("cash", "没有其他收入单 {number}。核对单号")
    return _spending(session, OtherIncome, OtherIncomeLine, number, missing)


@needs("money_transfer.view")
def money_transfer_view(session: Session, number: str) -> TransferView:
    """The transfer with this number."""
    missing = translate("cash", "没有转款单 {number}。核对单号")
    head = required_head(session, MoneyTransfer, number, missing)
    doc, source, target = MoneyTransfer, aliased(MoneyAccount), aliased(MoneyAccount)
    row = session.execute(
        select(
            source.id, source.code, built_in_column(source.name),
            target.id, target.code, built_in_column(target.name),
            doc.amount, doc.fee, doc.total,
        )
        .join(source, source.id == doc.from_account_id)
        .join(target, target.id == doc.to_account_id)
        .where(doc.id == head.id)
    ).one()  # fmt: skip
    return TransferView(*(head, *row))


def _spending(session: Session, model: Any, line: Any, number: str, missing: str) -> SpendingView:
    head = required_head(session, model, number, missing)
    row = session.execute(
        select(MoneyAccount.id, MoneyAccount.code, built_in_column(MoneyAccount.name), model.total)
        .join(MoneyAccount, MoneyAccount.id == model.money_account_id)
        .where(model.id == head.id)
    ).one()
    return SpendingView(*(head, *row, _lines(session, line, head.id)))


def _lines(session: Session, line: Any, document_id: int) -> tuple[PurposeView, ...]:
    query = (
        select(
            line.line_no,
            line.account,
            name_column(),
            line.item,
            line.summary,
            line.amount,
            line.tax,
            line.employee,
            line.department,
            line.project,
        )
        .join(Account, Account.code == line.account)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )
    return tuple(PurposeView(*row) for row in session.execute(query))
