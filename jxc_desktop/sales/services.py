"""Selling on delivery notes: goods handed to a customer, on credit or paid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import MoneyAccountFacts, Payment, payment_rows, require_payments
from jxc_desktop.cash.settling import RECEIVABLE
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts
from jxc_desktop.pricing.minimum import any_below, require_lowest
from jxc_desktop.sales.customer_terms import over_credit
from jxc_desktop.sales.legs import revenue_legs, sold_steps
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine, SalesDeliveryPayment
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.legs import legs_of_sold
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.priced import (
    LineDraft,
    PricedLine,
    Terms,
    largest_discount,
    price_lines,
)

DELIVERY = Family(SalesDelivery, (SalesDeliveryLine, SalesDeliveryPayment), "销售出库单")


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """A delivery as typed; None lets the company decide."""

    day: date
    partner_id: int
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    salesperson: str = ""
    price_includes_tax: bool | None = None
    order_discount: int = 0
    payments: tuple[Payment, ...] = ()
    remark: str = ""


@needs("sales_delivery.post")
def post_delivery(session: Session, draft: DeliveryDraft, *, key: Key) -> Posted:
    """Take the goods out of stock and put the sale in the books; `key` makes a repeat harmless."""
    if earlier := answered(session, key):
        return earlier
    settings = settings_of(session)
    require_open_period(session, draft.day)
    customer = customer_facts(session, draft.partner_id)
    lines = priced_delivery(session, draft, settings, customer)
    total = sum(line.gross for line in lines)
    payments = require_payments(session, draft.payments, total)
    facts = partial(delivery_facts, session, draft, lines, customer)
    if held := held_back(session, DELIVERY.kind, draft, facts, key):
        return held
    require_lowest(session, lines)
    document_id = _write(session, draft, lines, customer)
    steps = list(sold_steps(lines, draft.warehouse_id))
    goods = move_goods(session, steps, "issue", allow_negative=settings.allow_negative_stock)
    legs = [
        *debit_legs(total, payments, customer),
        *revenue_legs(lines, settings),
        *legs_of_sold(goods),
    ]
    summary = f"销售 {customer.name}"
    paper = Paper(DELIVERY.kind, document_id, SalesDelivery.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(DELIVERY.kind, document_id, number, total))


@needs("sales_delivery.reverse")
def reverse_delivery(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a posted delivery back: goods in, debt and money undone, exactly mirrored."""
    return reverse_goods_paper(session, DELIVERY, wanted, key=key)


def _includes_tax(draft: DeliveryDraft, settings: Settings) -> bool:
    if draft.price_includes_tax is None:
        return settings.sale_price_includes_tax
    return draft.price_includes_tax


def priced_delivery(
    session: Session, draft: DeliveryDraft, settings: Settings, customer: PartnerFacts
) -> list[PricedLine]:
    """The lines as they will be posted, at the customer's price level where no price was typed."""
    level = customer.price_level
    products = product_facts(session, (line.product_id for line in draft.lines), level=level)
    terms = Terms(
        draft.day,
        _includes_tax(draft, settings),
        settings.default_tax_rate,
        draft.order_discount,
        level=level,
    )
    return price_lines(draft.lines, products, terms)


def delivery_facts(
    session: Session, draft: DeliveryDraft, lines: Sequence[PricedLine], customer: PartnerFacts
) -> Facts:
    """What approval rules look at."""
    total = sum(line.gross for line in lines)
    owed = total - sum(payment.amount for payment in draft.payments)
    return Facts(
        draft.day,
        total,
        customer.name,
        discount=largest_discount(lines),
        below_min=any_below(lines),
        over_credit=over_credit(session, customer.id, owed),
    )


def _write(
    session: Session, draft: DeliveryDraft, lines: list[PricedLine], customer: PartnerFacts
) -> int:
    header = {
        "day": draft.day,
        "partner_id": customer.id,
        "partner_name": customer.name,
        "warehouse_id": draft.warehouse_id,
        "salesperson": draft.salesperson,
        "price_includes_tax": _includes_tax(draft, settings_of(session)),
        "order_discount": draft.order_discount,
        "remark": draft.remark,
    }
    document_id = open_paper(session, SalesDelivery, header)
    write_parts(session, SalesDeliveryLine, line_rows(document_id, lines))
    write_parts(session, SalesDeliveryPayment, payment_rows(document_id, draft.payments))
    return document_id


def debit_legs(
    total: int, payments: list[tuple[MoneyAccountFacts, int]], customer: PartnerFacts
) -> Iterator[LegDraft]:
    """What was paid at once, and what the customer owes for the rest."""
    for account, amount in payments:
        yield LegDraft(account.account, debit=amount, money_account_id=account.id)
    owed = total - sum(amount for _account, amount in payments)
    yield LegDraft(RECEIVABLE, debit=owed, partner_id=customer.id)
