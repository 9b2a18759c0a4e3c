"""Money ahead of goods: from customers (预收款单) and to suppliers (预付款单); settlements apply it later."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import (
    AdvancePayment,
    AdvancePaymentPayment,
    AdvanceReceipt,
    AdvanceReceiptPayment,
)
from jxc_desktop.cash.payments import MoneyAccountFacts, Payment, known_payments, payment_rows
from jxc_desktop.cash.settling import (
    ADVANCE_PAID,
    ADVANCE_RECEIVED,
    lock_partner,
    reverse_settling,
)
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import Base
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts, supplier_facts
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember

ADVANCE_RECEIPT = Family(AdvanceReceipt, (AdvanceReceiptPayment,), "预收款单")
ADVANCE_PAYMENT = Family(AdvancePayment, (AdvancePaymentPayment,), "预付款单")


@dataclass(frozen=True, slots=True)
class AdvanceDraft:
    """Money that nothing is owed for yet, by money account."""

    day: date
    partner_id: int
    payments: tuple[Payment, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What differs between money from customers and money to suppliers."""

    family: Family
    payment: type[Base]
    account: str
    partner: Callable[..., PartnerFacts]
    incoming: bool
    word: str


_FROM_CUSTOMER = _Ahead(
    ADVANCE_RECEIPT,
    AdvanceReceiptPayment,
    ADVANCE_RECEIVED,
    customer_facts,
    incoming=True,
    word="预收",
)
_TO_SUPPLIER = _Ahead(
    ADVANCE_PAYMENT,
    AdvancePaymentPayment,
    ADVANCE_PAID,
    supplier_facts,
    incoming=False,
    word="预付",
)


@needs("advance_receipt.post")
def post_advance_receipt(session: Session, draft: AdvanceDraft, *, key: Key) -> Posted:
    """Take money from a customer ahead of the goods: Dr money / Cr 220301."""
    return _post(session, draft, _FROM_CUSTOMER, key)


@needs("advance_payment.post")
def post_advance_payment(session: Session, draft: AdvanceDraft, *, key: Key) -> Posted:
    """Pay a supplier ahead of the goods: Dr 1123 / Cr money."""
    return _post(session, draft, _TO_SUPPLIER, key)


@needs("advance_receipt.reverse")
def reverse_advance_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take an advance back that nothing was settled with."""
    return reverse_settling(session, ADVANCE_RECEIPT, wanted, key=key)


@needs("advance_payment.reverse")
def reverse_advance_payment(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a prepayment back that nothing was settled with."""
    return reverse_settling(session, ADVANCE_PAYMENT, wanted, key=key)


@needs("voucher.view")
def foresee_advance_receipt(session: Session, draft: AdvanceDraft) -> Foreseen:
    """What taking the advance would book."""
    because = translate("cash", "因为：预收款按“收款，记预收货款”规则，出货后用核销单冲应收")
    return _foresee(session, draft, _FROM_CUSTOMER, because)


@needs("voucher.view")
def foresee_advance_payment(session: Session, draft: AdvanceDraft) -> Foreseen:
    """What paying ahead would book."""
    because = translate("cash", "因为：预付款按“付款，记预付账款”规则，收货后用核销单冲应付")
    return _foresee(session, draft, _TO_SUPPLIER, because)


def _foresee(session: Session, draft: AdvanceDraft, way: _Ahead, because: str) -> Foreseen:
    partner = way.partner(session, draft.partner_id)
    legs = _advance_legs(way, partner, _advance_payments(session, draft))
    return foreseen(session, legs, f"{way.word} {partner.name}", because)


def _post(session: Session, draft: AdvanceDraft, way: _Ahead, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    partner = way.partner(session, draft.partner_id)
    payments = _advance_payments(session, draft)
    total = sum(amount for _account, amount in payments)
    facts = partial(Facts, draft.day, total, partner.name)
    if held := held_back(session, way.family.kind, draft, facts, key):
        return held
    lock_partner(session, partner.id)
    header = {
        "day": draft.day,
        "partner_id": partner.id,
        "partner_name": partner.name,
        "remark": draft.remark,
    }
    document_id = open_paper(session, way.family.header, header)
    write_parts(session, way.payment, payment_rows(document_id, draft.payments))
    summary = f"{way.word} {partner.name}"
    paper = Paper(way.family.kind, document_id, way.family.header.prefix, draft.day, summary, total)
    number = book(session, paper, _advance_legs(way, partner, payments))
    return remember(session, key, Posted(way.family.kind, document_id, number, total))


def _advance_payments(session: Session, draft: AdvanceDraft) -> list[tuple[MoneyAccountFacts, int]]:
    """What moved through which account; raises when nothing did."""
    if not draft.payments:
        raise InvalidInput(translate("cash", "收付金额要大于 0"), field="amount")
    return known_payments(session, draft.payments)


def _advance_legs(
    way: _Ahead, partner: PartnerFacts, payments: list[tuple[MoneyAccountFacts, int]]
) -> Iterator[LegDraft]:
    """In: Dr money / Cr 220301. Out: Dr 1123 / Cr money."""
    total = sum(amount for _account, amount in payments)
    for account, amount in payments:
        leg = LegDraft(account.account, debit=amount, money_account_id=account.id)
        yield leg if way.incoming else replace(leg, debit=0, credit=amount)
    debit, credit = (0, total) if way.incoming else (total, 0)
    yield LegDraft(way.account, debit=debit, credit=credit, partner_id=partner.id)
