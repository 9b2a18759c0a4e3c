"""Money that customers pay and suppliers are paid: debts go down, the rest waits as an advance."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import (
    CustomerReceipt,
    CustomerReceiptPayment,
    SupplierPayment,
    SupplierPaymentPayment,
)
from jxc_desktop.cash.payments import MoneyAccountFacts, Payment, known_payments, payment_rows
from jxc_desktop.cash.settling import (
    ADVANCE_PAID,
    ADVANCE_RECEIVED,
    PAYABLE,
    RECEIVABLE,
    Settled,
    choose,
    lock_partner,
    open_items,
    reverse_settling,
    settle,
)
from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    ONE,
    RATE_PLACES,
    div_half_up,
    text_of,
    trimmed,
)
from jxc_desktop.core.schema import Base
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts, supplier_facts
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of

RECEIPT = Family(CustomerReceipt, (CustomerReceiptPayment,), "收款单")
PAYMENT = Family(SupplierPayment, (SupplierPaymentPayment,), "付款单")
CASH_DISCOUNT, DISCOUNT_ITEM = "5603", "现金折扣"
GIVE_UP = "bad_debt.post"


@dataclass(frozen=True, slots=True)
class MoneyDraft:
    """Money received from or paid to a firm, by money account; fen. Without `settle` the oldest debts come first.

    A `cash_discount` is what is given up of the debts, small change that nobody pays too; what a setting
    allows and without money none, but for who may write debts off.
    """

    day: date
    partner_id: int
    payments: tuple[Payment, ...]
    cash_discount: int = 0
    settle: tuple[Settled, ...] = ()
    remark: str = ""

    @property
    def amount(self) -> int:
        """Fen that moved."""
        return sum(payment.amount for payment in self.payments)


@dataclass(frozen=True, slots=True)
class _Direction:
    """What differs between money in from customers and money out to suppliers."""

    family: Family
    payment: type[Base]
    account: str
    advance: str
    partner: Callable[..., PartnerFacts]
    incoming: bool
    word: str

    def turned(self, leg: LegDraft) -> LegDraft:
        """A leg written for money coming in, as it stands here."""
        return leg if self.incoming else replace(leg, debit=leg.credit, credit=leg.debit)


_IN = _Direction(
    RECEIPT,
    CustomerReceiptPayment,
    RECEIVABLE,
    ADVANCE_RECEIVED,
    customer_facts,
    incoming=True,
    word="收款",
)
_OUT = _Direction(
    PAYMENT,
    SupplierPaymentPayment,
    PAYABLE,
    ADVANCE_PAID,
    supplier_facts,
    incoming=False,
    word="付款",
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
    return reverse_settling(session, RECEIPT, wanted, key=key)


@needs("supplier_payment.reverse")
def reverse_supplier_payment(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a payment back and open again what it settled."""
    return reverse_settling(session, PAYMENT, wanted, key=key)


@needs("voucher.view")
def foresee_customer_receipt(session: Session, draft: MoneyDraft) -> Foreseen:
    """What taking the money would book."""
    because = translate("cash", "因为：收款按“收款 + 优惠 冲减应收，余下转预收”规则")
    return _foresee(session, draft, _IN, because)


@needs("voucher.view")
def foresee_supplier_payment(session: Session, draft: MoneyDraft) -> Foreseen:
    """What paying would book."""
    because = translate("cash", "因为：付款按“付款 + 优惠 冲减应付，余下转预付”规则")
    return _foresee(session, draft, _OUT, because)


def _foresee(session: Session, draft: MoneyDraft, way: _Direction, because: str) -> Foreseen:
    partner = way.partner(session, draft.partner_id, even_disabled=True)
    payments = known_payments(session, draft.payments)
    settled = sum(each.amount for each in _chosen_debts(session, draft, way))
    legs = _money_legs(draft, way, partner, payments, settled)
    return foreseen(session, legs, f"{way.word} {partner.name}", because)


def _post_money(session: Session, draft: MoneyDraft, way: _Direction, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    partner = way.partner(session, draft.partner_id, even_disabled=True)
    payments = known_payments(session, draft.payments)
    lock_partner(session, partner.id)
    chosen = _chosen_debts(session, draft, way)
    settled = sum(each.amount for each in chosen)
    total = draft.amount + draft.cash_discount
    facts = partial(Facts, draft.day, total, partner.name)
    if held := held_back(session, way.family.kind, draft, facts, key):
        return held
    _require_right_to_give_up(session, draft, settled)
    document_id = _write(session, draft, way, partner, total - settled)
    legs = _money_legs(draft, way, partner, payments, settled)
    summary = f"{way.word} {partner.name}"
    paper = Paper(way.family.kind, document_id, way.family.header.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    settle(session, way.account, partner.id, chosen, by=number, day=draft.day)
    return remember(session, key, Posted(way.family.kind, document_id, number, total))


def _chosen_debts(session: Session, draft: MoneyDraft, way: _Direction) -> list[Settled]:
    """What the money settles; raises when there is none, or less is owed than given up or chosen."""
    if draft.cash_discount < 0:
        raise InvalidInput(translate("cash", "优惠不能小于 0"), field="cash_discount")
    total = draft.amount + draft.cash_discount
    if total <= 0:
        raise InvalidInput(translate("cash", "收付金额要大于 0"), field="amount")
    items = open_items(session, way.account, draft.partner_id)
    chosen = choose(items, draft.settle, total)
    if sum(each.amount for each in chosen) < draft.cash_discount:
        raise InvalidInput(translate("cash", "没有欠款可以优惠。改优惠金额"), field="cash_discount")
    return chosen


def _require_right_to_give_up(session: Session, draft: MoneyDraft, settled: int) -> None:
    """Refuse a discount without money, or beyond what the shop gives, to who may not write a debt off."""
    limit = settings_of(session).cash_discount_limit
    most = div_half_up(settled * limit, ONE) if draft.amount else 0
    if draft.cash_discount <= most or may(session, GIVE_UP):
        return
    told = translate(
        "cash", "没有收付款的优惠等于不要这笔欠款。填上收付金额，或请有权处理坏账的人来"
    )
    if draft.amount:
        told = translate(
            "cash", "优惠 {discount} 超过欠款的 {limit}%（{most}）。改小，或请有权处理坏账的人来"
        )
    raise Forbidden(
        told.format(
            discount=text_of(draft.cash_discount, MONEY_PLACES),
            limit=trimmed(limit, RATE_PLACES - 2),
            most=text_of(most, MONEY_PLACES),
        ),
        field="cash_discount",
        lendable=GIVE_UP,
    )


def _write(
    session: Session, draft: MoneyDraft, way: _Direction, partner: PartnerFacts, advance: int
) -> int:
    header = {
        "day": draft.day,
        "partner_id": partner.id,
        "partner_name": partner.name,
        "amount": draft.amount,
        "cash_discount": draft.cash_discount,
        "advance": advance,
        "remark": draft.remark,
    }
    document_id = open_paper(session, way.family.header, header)
    write_parts(session, way.payment, payment_rows(document_id, draft.payments))
    return document_id


def _money_legs(
    draft: MoneyDraft,
    way: _Direction,
    partner: PartnerFacts,
    payments: list[tuple[MoneyAccountFacts, int]],
    settled: int,
) -> Iterator[LegDraft]:
    """In: Dr money, Dr 5603 / Cr 1122, Cr 220301. Out: Dr 220201, Dr 1123 / Cr money, Cr 5603."""
    ahead = draft.amount + draft.cash_discount - settled
    legs = (
        *(LegDraft(a.account, debit=amount, money_account_id=a.id) for a, amount in payments),
        LegDraft(CASH_DISCOUNT, debit=draft.cash_discount, item=DISCOUNT_ITEM),
        LegDraft(way.account, credit=settled, partner_id=partner.id),
        LegDraft(way.advance, credit=ahead, partner_id=partner.id),
    )
    yield from map(way.turned, legs)
