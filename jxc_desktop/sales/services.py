"""Selling on delivery notes: goods handed to a customer, on credit or paid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from jxc_desktop.cash.credit import require_credit
from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    Payment,
    paid_in,
    payment_rows,
    require_payments,
    require_right_to_pay,
)
from jxc_desktop.cash.settling import RECEIVABLE
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, original_header, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts
from jxc_desktop.pricing.minimum import require_lowest
from jxc_desktop.pricing.partner_prices import promised_prices, with_promised
from jxc_desktop.sales.approval_facts import sale_facts
from jxc_desktop.sales.legs import revenue_legs, sold_from_lots
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine, SalesDeliveryPayment
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.sales.returns import FROM_DELIVERY
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.employees import person_named
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.legs import legs_of_sold
from jxc_desktop.stock.ordering.following import followed
from jxc_desktop.stock.ordering.promises import keeping_promises, order_of
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.priced import (
    LineDraft,
    PricedLine,
    Terms,
    price_lines,
)
from jxc_desktop.stock.returned import require_nothing_back

DELIVERY = Family(SalesDelivery, (SalesDeliveryLine, SalesDeliveryPayment), "销售出库单")


class TypedSale(Protocol):
    """What deliveries, quotations and orders have in common while they are typed."""

    @property
    def day(self) -> date: ...
    @property
    def lines(self) -> tuple[LineDraft, ...]: ...
    @property
    def price_includes_tax(self) -> bool | None: ...
    @property
    def order_discount(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class DeliveryDraft:
    """A delivery as typed; None lets the company decide, or the order that `source` names.

    Without lines a delivery that follows an order takes all that is still open.
    """

    day: date
    partner_id: int
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    salesperson: str = ""
    price_includes_tax: bool | None = None
    order_discount: int | None = 0
    payments: tuple[Payment, ...] = ()
    remark: str = ""
    source: str = ""


@needs("sales_delivery.post")
def post_delivery(session: Session, draft: DeliveryDraft, *, key: Key) -> Posted:
    """Take the goods out of stock and put the sale in the books; `key` makes a repeat harmless."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    customer = customer_facts(session, draft.partner_id)
    settled, order_id = followed(session, SALES_ORDER, draft, customer.id)
    seller = person_named(session, settled.salesperson or customer.salesperson, "salesperson")
    settled = replace(settled, salesperson=seller)
    lines = priced_delivery(session, settled, settings_of(session), customer)
    require_right_to_pay(session, DELIVERY.kind, draft.payments)
    payments = require_payments(session, draft.payments, sum(line.gross for line in lines))
    paid = paid_in(payments)
    facts = partial(sale_facts, session, draft.day, lines, customer, paid)
    if held := held_back(session, DELIVERY.kind, settled, facts, key):
        return held
    require_lowest(session, lines)
    require_credit(session, customer, sum(line.gross for line in lines) - paid, draft.day)
    with keeping_promises(session, SALES_ORDER, order_id):
        posted = _post(session, settled, lines, payments, customer, order_id)
    return remember(session, key, posted)


def _post(
    session: Session,
    draft: DeliveryDraft,
    lines: list[PricedLine],
    payments: list[tuple[MoneyAccountFacts, int]],
    customer: PartnerFacts,
    order_id: int | None,
) -> Posted:
    settings = settings_of(session)
    total = sum(line.gross for line in lines)
    document_id = _write(session, draft, lines, customer, order_id)
    steps = sold_from_lots(session, lines, draft.warehouse_id, draft.lines, draft.day)
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
    return Posted(DELIVERY.kind, document_id, number, total)


@needs("sales_delivery.reverse")
def reverse_delivery(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a posted delivery back: goods in, debt and money undone, exactly mirrored; not after a return of it."""
    if answered(session, key) is None:
        original = original_header(session, DELIVERY.kind, wanted.number)
        require_nothing_back(session, FROM_DELIVERY, original)
    order_id = order_of(session, DELIVERY, "order_id", wanted.number)
    with keeping_promises(session, SALES_ORDER, order_id):
        return reverse_goods_paper(session, DELIVERY, wanted, key=key)


def includes_tax(draft: TypedSale, settings: Settings) -> bool:
    """Whether the typed prices hold tax: as typed, else as the company sells."""
    if draft.price_includes_tax is None:
        return settings.sale_price_includes_tax
    return draft.price_includes_tax


def priced_delivery(
    session: Session, draft: TypedSale, settings: Settings, customer: PartnerFacts
) -> list[PricedLine]:
    """The lines as they will be posted, at the customer's own price or level where no price was typed."""
    level = customer.price_level
    products = product_facts(session, (line.product_id for line in draft.lines), level=level)
    terms = Terms(
        draft.day,
        includes_tax(draft, settings),
        settings.default_tax_rate,
        draft.order_discount or 0,
        level=level,
        listed_with_tax=settings.sale_price_includes_tax,
    )
    untyped = [line.product_id for line in draft.lines if line.price is None]
    promised = promised_prices(session, customer.id, untyped, draft.day)
    lines = with_promised(draft.lines, products, promised, terms) if promised else draft.lines
    return price_lines(lines, products, terms)


def _write(
    session: Session,
    draft: DeliveryDraft,
    lines: list[PricedLine],
    customer: PartnerFacts,
    order_id: int | None,
) -> int:
    header = {
        "day": draft.day,
        "partner_id": customer.id,
        "partner_name": customer.name,
        "warehouse_id": draft.warehouse_id,
        "salesperson": draft.salesperson,
        "price_includes_tax": includes_tax(draft, settings_of(session)),
        "order_discount": draft.order_discount or 0,
        "order_id": order_id,
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
