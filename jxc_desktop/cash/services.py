"""Money by itself: what customers pay, what suppliers are paid, what running the shop costs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import CustomerReceipt, Expense, ExpenseLine, SupplierPayment
from jxc_desktop.cash.payments import MoneyAccountFacts, money_accounts
from jxc_desktop.cash.settling import (
    PAYABLE,
    RECEIVABLE,
    Settled,
    choose,
    lock_partner,
    open_items,
    settle,
    take_back_settlements,
)
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, reverse_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts, supplier_facts
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember

RECEIPT = Family(CustomerReceipt, (), "收款单")
PAYMENT = Family(SupplierPayment, (), "付款单")
EXPENSE = Family(Expense, (ExpenseLine,), "费用单")
ADVANCE_FROM_CUSTOMER, ADVANCE_TO_SUPPLIER = "220301", "1123"
CASH_DISCOUNT = "5603"


@dataclass(frozen=True, slots=True)
class MoneyDraft:
    """Money received from or paid to a partner; fen. Without `settle` the oldest debts come first."""

    day: date
    partner_id: int
    money_account_id: int
    amount: int
    cash_discount: int = 0
    settle: tuple[Settled, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ExpenseLineDraft:
    """Fen spent on a GL account, with an item where the account has such."""

    account: str
    amount: int
    item: str | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ExpenseDraft:
    """Expenses paid from one money account."""

    day: date
    money_account_id: int
    lines: tuple[ExpenseLineDraft, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Direction:
    """What differs between money in from customers and money out to suppliers."""

    family: Family
    account: str
    advance: str
    partner: Callable[[Session, int], PartnerFacts]
    incoming: bool
    summary: Callable[[str], str]


_IN = _Direction(
    RECEIPT,
    RECEIVABLE,
    ADVANCE_FROM_CUSTOMER,
    customer_facts,
    incoming=True,
    summary=lambda name: f"收款 {name}",
)
_OUT = _Direction(
    PAYMENT,
    PAYABLE,
    ADVANCE_TO_SUPPLIER,
    supplier_facts,
    incoming=False,
    summary=lambda name: f"付款 {name}",
)


@needs("customer_receipt.post")
def post_customer_receipt(session: Session, draft: MoneyDraft, *, key: Key) -> Posted:
    """Take money from a customer: debts go down, what nobody asked for is an advance (220301)."""
    return _post_money(session, draft, _IN, key)


@needs("supplier_payment.post")
def post_supplier_payment(session: Session, draft: MoneyDraft, *, key: Key) -> Posted:
    """Pay a supplier: debts go down, what nobody asked for is a prepayment (1123)."""
    return _post_money(session, draft, _OUT, key)


@needs("customer_receipt.reverse")
def reverse_customer_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a receipt back and open again what it settled."""
    return _reverse_money(session, wanted, _IN, key)


@needs("supplier_payment.reverse")
def reverse_supplier_payment(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a payment back and open again what it settled."""
    return _reverse_money(session, wanted, _OUT, key)


def _post_money(session: Session, draft: MoneyDraft, way: _Direction, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    partner = way.partner(session, draft.partner_id)
    account = _money_account(session, draft.money_account_id)
    if draft.amount <= 0 or draft.cash_discount < 0:
        raise InvalidInput(translate("cash", "收付金额要大于 0"), field="amount")
    lock_partner(session, partner.id)
    money = draft.amount + draft.cash_discount
    chosen = choose(open_items(session, way.account, partner.id), draft.settle, money)
    settled = sum(each.amount for each in chosen)
    if settled < draft.cash_discount:
        raise InvalidInput(translate("cash", "没有欠款可以优惠。改优惠金额"), field="cash_discount")
    facts = partial(Facts, draft.day, money, partner.name)
    if held := held_back(session, way.family.kind, draft, facts, key):
        return held
    document_id = _open_money(session, draft, way, partner, money - settled)
    legs = _money_legs(draft, way, partner, account, settled)
    summary = way.summary(partner.name)
    paper = Paper(way.family.kind, document_id, way.family.header.prefix, draft.day, summary, money)
    number = book(session, paper, legs)
    settle(session, way.account, partner.id, chosen, by=number)
    settle(session, way.account, partner.id, [Settled(number, -settled)], by=number)
    return remember(session, key, Posted(way.family.kind, document_id, number, money))


def _open_money(
    session: Session, draft: MoneyDraft, way: _Direction, partner: PartnerFacts, advance: int
) -> int:
    header = {
        "day": draft.day,
        "partner_id": partner.id,
        "partner_name": partner.name,
        "money_account_id": draft.money_account_id,
        "amount": draft.amount,
        "cash_discount": draft.cash_discount,
        "advance": advance,
        "remark": draft.remark,
    }
    return open_paper(session, way.family.header, header)


def _money_legs(
    draft: MoneyDraft,
    way: _Direction,
    partner: PartnerFacts,
    account: MoneyAccountFacts,
    settled: int,
) -> Iterator[LegDraft]:
    """In: Dr money, Dr 5603 / Cr 1122, Cr 220301. Out: Dr 220201, Dr 1123 / Cr money, Cr 5603."""

    def side(leg: LegDraft, *, turn: bool) -> LegDraft:
        return replace(leg, debit=leg.credit, credit=leg.debit) if turn else leg

    money = draft.amount + draft.cash_discount
    legs = (
        LegDraft(account.account, debit=draft.amount, money_account_id=account.id),
        LegDraft(CASH_DISCOUNT, debit=draft.cash_discount),
        LegDraft(way.account, credit=settled, partner_id=partner.id),
        LegDraft(way.advance, credit=money - settled, partner_id=partner.id),
    )
    for leg in legs:
        yield side(leg, turn=not way.incoming)


def _reverse_money(session: Session, wanted: Reversal, way: _Direction, key: Key) -> Posted:
    posted = reverse_paper(session, way.family, wanted, key=key)
    if not posted.repeated:
        take_back_settlements(session, wanted.number, red=posted.number)
    return posted


def _money_account(session: Session, money_account_id: int) -> MoneyAccountFacts:
    known = money_accounts(session)
    if money_account_id not in known:
        raise NotFound(translate("cash", "结算账户不存在或已停用。重新选"), field="account")
    return known[money_account_id]


_ACCOUNT = Statement("SELECT leaf, kind FROM account WHERE code = :code AND disabled = 0")


@needs("expense.post")
def post_expense(session: Session, draft: ExpenseDraft, *, key: Key) -> Posted:
    """Spend money: each line's account is debited, the money account credited."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    account = _money_account(session, draft.money_account_id)
    _require_lines(session, draft)
    total = sum(line.amount for line in draft.lines)
    facts = partial(Facts, draft.day, total, draft.remark)
    if held := held_back(session, EXPENSE.kind, draft, facts, key):
        return held
    header = {"day": draft.day, "money_account_id": account.id, "remark": draft.remark}
    document_id = open_paper(session, Expense, header)
    write_parts(session, ExpenseLine, _expense_rows(document_id, draft))
    legs = [
        *(LegDraft(e.account, debit=e.amount, item=e.item, summary=e.summary) for e in draft.lines),
        LegDraft(account.account, credit=total, money_account_id=account.id),
    ]
    summary = draft.remark or "费用"
    paper = Paper(EXPENSE.kind, document_id, Expense.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    return remember(session, key, Posted(EXPENSE.kind, document_id, number, total))


@needs("expense.reverse")
def reverse_expense(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take expenses back."""
    return reverse_paper(session, EXPENSE, wanted, key=key)


def _require_lines(session: Session, draft: ExpenseDraft) -> None:
    if not draft.lines:
        raise InvalidInput(translate("cash", "费用单没有一行"), field="lines")
    for place, line in enumerate(draft.lines):
        if line.amount <= 0:
            raise InvalidInput(
                translate("cash", "第 {line} 行：金额要大于 0").format(line=place + 1),
                field=f"lines[{place}].amount",
            )
        row = _ACCOUNT.first(session, code=line.account)
        if row is None or not row[0] or row[1] != "P":
            raise InvalidInput(
                translate("cash", "第 {line} 行：{account} 不是末级损益科目").format(
                    line=place + 1, account=line.account
                ),
                field=f"lines[{place}].account",
            )


def _expense_rows(document_id: int, draft: ExpenseDraft) -> Iterator[dict[str, object]]:
    for number, line in enumerate(draft.lines, 1):
        yield {
            "document_id": document_id,
            "line_no": number,
            "account": line.account,
            "amount": line.amount,
            "item": line.item,
            "summary": line.summary,
        }
