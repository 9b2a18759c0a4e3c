"""What an approver must see of money that waits: through which accounts, for which documents, what for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment, money_accounts
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    PurposeDraft,
    SpendingDraft,
    TransferDraft,
)
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.approvals.reviews import Facts, Lines, ReviewLine

Told = tuple[Facts, Lines]
_ACCOUNT = Statement("SELECT name FROM account WHERE code = :code")


def _money(session: Session, draft: MoneyDraft) -> Told:
    facts = list(_paid(session, draft.payments))
    if draft.cash_discount:
        facts.append((translate("intake", "优惠"), text_of(draft.cash_discount, MONEY_PLACES)))
    return tuple(facts), _settled(draft)


def _bad_debt(session: Session, draft: BadDebtDraft) -> Told:
    paid = _paid(session, draft.payments) if draft.payments else ()
    return ((translate("intake", "原因"), draft.reason), *paid), _settled(draft)


def _settled(draft: MoneyDraft | BadDebtDraft) -> Lines:
    named = tuple(ReviewLine(each.number, amount=each.amount) for each in draft.settle)
    oldest = ReviewLine(translate("intake", "从最早的欠款开始"), amount=draft.amount)
    return named or (oldest,)


def _advance(session: Session, draft: AdvanceDraft) -> Told:
    return _paid(session, draft.payments), ()


def _transfer(session: Session, draft: TransferDraft) -> Told:
    ends = (
        (translate("intake", "转出"), draft.from_account_id),
        (translate("intake", "转入"), draft.to_account_id),
    )
    told = [(label, _account_name(session, account)) for label, account in ends]
    told.append((translate("intake", "到账"), text_of(draft.amount, MONEY_PLACES)))
    if draft.fee:
        told.append((translate("intake", "手续费"), text_of(draft.fee, MONEY_PLACES)))
    return tuple(told), ()


def _paid(session: Session, payments: tuple[Payment, ...]) -> Facts:
    """Through which money accounts, and how much."""
    return ((translate("intake", "结算账户"), ways_words(session, payments)),)


def ways_words(session: Session, payments: Iterable[Payment]) -> str:
    """现金 100.00、微信 20.00: through which money accounts, and how much; "" for nothing."""
    return listed(
        f"{_account_name(session, payment.money_account_id)} {text_of(payment.amount, MONEY_PLACES)}"
        for payment in payments
    )


def _spending(session: Session, draft: SpendingDraft) -> Told:
    facts = [(translate("intake", "结算账户"), _account_name(session, draft.money_account_id))]
    if tax := sum(line.tax for line in draft.lines):
        facts.append((translate("intake", "其中税额"), text_of(tax, MONEY_PLACES)))
    lines = []
    for line in draft.lines:
        row = _ACCOUNT.first(session, code=line.account)
        name = f"{line.account} {row[0]}" if row else line.account
        lines.append(ReviewLine(name, _told_of(line), amount=line.amount))
    return tuple(facts), tuple(lines)


def _told_of(line: PurposeDraft) -> str:
    """What a line of an expense is for, for whom, and the tax in it, which is taken off the VAT that is due."""
    whom = (line.employee, line.department, line.project)
    tax = text_of(line.tax, MONEY_PLACES) if line.tax else ""
    taxed = translate("intake", "税 {tax}").format(tax=tax) if tax else ""
    return " ".join(filter(None, (line.item, line.summary, *whom, taxed)))


def _account_name(session: Session, money_account_id: int) -> str:
    account = money_accounts(session).get(money_account_id)
    return account.name if account else "—"


TOLD: Mapping[str, Callable[[Session, Any], Told]] = {
    "customer_receipt": _money,
    "supplier_payment": _money,
    "bad_debt": _bad_debt,
    "advance_receipt": _advance,
    "advance_payment": _advance,
    "expense": _spending,
    "other_income": _spending,
    "money_transfer": _transfer,
}
