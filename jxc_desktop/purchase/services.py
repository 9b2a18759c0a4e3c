"""Buying: taking goods in from a supplier, on credit or paid."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    Payment,
    paid_in,
    payment_rows,
    require_payments,
    require_right_to_pay,
)
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, original_header, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.inspection import Rejection, rejection_rows, require_accepted
from jxc_desktop.purchase.legs import InvoiceTerms, invoice_terms, receipt_legs, receipt_steps
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    GoodsReceiptPayment,
    GoodsReceiptRejection,
)
from jxc_desktop.purchase.offered import with_prices
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.employees import person_named
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.lot_drafts import tracked_goods
from jxc_desktop.stock.lot_entry import into_lots
from jxc_desktop.stock.ordering.following import followed
from jxc_desktop.stock.ordering.promises import keeping_promises, order_of
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.priced import (
    LineDraft,
    PricedLine,
    Terms,
    largest_discount,
    price_lines,
)

RECEIPT = Family(
    GoodsReceipt, (GoodsReceiptLine, GoodsReceiptPayment, GoodsReceiptRejection), "采购入库单"
)


_FOLLOWED = Statement(
    "SELECT d.number FROM goods_receipt r JOIN purchase_invoice_line l ON l.receipt_id = r.id "
    "JOIN purchase_invoice d ON d.id = l.document_id WHERE r.number = :number "
    "AND d.state = 'posted' AND d.reverses_id IS NULL UNION ALL "
    "SELECT d.number FROM goods_receipt r JOIN purchase_return d ON d.original_id = r.id "
    "WHERE r.number = :number AND d.state = 'posted' AND d.reverses_id IS NULL UNION ALL "
    "SELECT d.number FROM goods_receipt r JOIN purchase_allowance d ON d.original_id = r.id "
    "WHERE r.number = :number AND d.state = 'posted' AND d.reverses_id IS NULL UNION ALL "
    "SELECT d.number FROM goods_receipt r JOIN landed_cost_line l ON l.receipt_id = r.id "
    "JOIN landed_cost d ON d.id = l.document_id WHERE r.number = :number "
    "AND d.state = 'posted' AND d.reverses_id IS NULL LIMIT 1"
)


class TypedPurchase(Protocol):
    """What receipts and orders have in common while they are typed."""

    @property
    def day(self) -> date: ...
    @property
    def partner_id(self) -> int: ...
    @property
    def lines(self) -> tuple[LineDraft, ...]: ...
    @property
    def price_includes_tax(self) -> bool | None: ...
    @property
    def order_discount(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """A goods receipt as typed; None lets the supplier and the company decide, or the order that `source` names.

    Without lines a receipt that follows an order takes all that is still open. `rejected` goods were refused.
    """

    day: date
    partner_id: int
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    invoice: str | None = None
    price_includes_tax: bool | None = None
    order_discount: int | None = 0
    payments: tuple[Payment, ...] = ()
    remark: str = ""
    source: str = ""
    rejected: tuple[Rejection, ...] = ()
    buyer: str = ""


@needs("goods_receipt.post")
def post_receipt(session: Session, draft: ReceiptDraft, *, key: Key) -> Posted:
    """Take the goods in, owe the supplier what is not paid at once; `key` makes a repeat harmless."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    require_accepted(draft.lines, draft.rejected)
    draft, order_id = followed(session, PURCHASE_ORDER, draft, supplier.id)
    draft = replace(draft, buyer=person_named(session, draft.buyer, "buyer"))
    lines = priced_receipt(session, draft, settings_of(session))
    total = sum(line.gross for line in lines)
    require_right_to_pay(session, RECEIPT.kind, draft.payments)
    payments = require_payments(session, draft.payments, total)
    discount, paid = largest_discount(lines), paid_in(payments)
    facts = partial(Facts, draft.day, total, supplier.name, discount, paid=paid)
    if held := held_back(session, RECEIPT.kind, draft, facts, key):
        return held
    with keeping_promises(session, PURCHASE_ORDER, order_id):
        posted = _post(session, draft, lines, payments, supplier, order_id)
    return remember(session, key, posted)


def _post(
    session: Session,
    draft: ReceiptDraft,
    lines: list[PricedLine],
    payments: list[tuple[MoneyAccountFacts, int]],
    supplier: PartnerFacts,
    order_id: int | None,
) -> Posted:
    terms = invoice_terms(draft.invoice, supplier, settings_of(session))
    total = sum(line.gross for line in lines)
    document_id = _write(session, draft, lines, supplier, terms, order_id)
    moved = receipt_steps(draft.warehouse_id, lines, terms)
    steps = into_lots(session, moved, draft.lines, tracked_goods(lines))
    goods = move_goods(session, steps, "receipt", allow_negative=True)
    legs = receipt_legs(lines, goods, payments, supplier, terms)
    summary = f"采购 {supplier.name}"
    paper = Paper(RECEIPT.kind, document_id, GoodsReceipt.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return Posted(RECEIPT.kind, document_id, number, total)


@needs("goods_receipt.reverse")
def reverse_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a posted receipt back: goods out, debt and money undone, exactly mirrored."""
    if answered(session, key) is None:
        _require_unfollowed(session, wanted.number)
    order_id = order_of(session, RECEIPT, "order_id", wanted.number)
    with keeping_promises(session, PURCHASE_ORDER, order_id):
        return reverse_goods_paper(session, RECEIPT, wanted, key=key)


def _require_unfollowed(session: Session, number: str) -> None:
    """Refuse to take back a receipt that was invoiced, or of which goods were sent back."""
    original_header(session, RECEIPT.kind, number)
    found = _FOLLOWED.first(session, number=number)
    if found is not None:
        raise Refused(
            translate("purchase", "{number} 已有后续的 {other}。先红冲 {other}").format(
                number=number, other=found[0]
            ),
            field="number",
        )


def includes_tax(draft: TypedPurchase, settings: Settings) -> bool:
    """Whether the typed prices hold tax: as typed, else as the company buys."""
    if draft.price_includes_tax is None:
        return settings.purchases_include_tax
    return draft.price_includes_tax


def priced_receipt(session: Session, draft: TypedPurchase, settings: Settings) -> list[PricedLine]:
    """The lines as they will be posted, at the supplier's prices; refuses a price of 0 that is no gift."""
    products = product_facts(session, (line.product_id for line in draft.lines))
    terms = Terms(
        draft.day,
        includes_tax(draft, settings),
        settings.default_tax_rate,
        draft.order_discount or 0,
        buying=True,
        listed_with_tax=settings.purchases_include_tax,
    )
    drafts = with_prices(session, draft.lines, draft.partner_id, terms)
    lines = price_lines(drafts, products, terms)
    for place, line in enumerate(lines):
        if line.price == 0 and not line.is_gift:
            raise Refused(
                translate(
                    "purchase", "第 {line} 行：{product} 单价是 0。填上单价，或标成赠品"
                ).format(line=line.line_no, product=line.product.name),
                field=f"lines[{place}].price",
            )
    return lines


def _write(
    session: Session,
    draft: ReceiptDraft,
    lines: list[PricedLine],
    supplier: PartnerFacts,
    terms: InvoiceTerms,
    order_id: int | None,
) -> int:
    header = {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": draft.warehouse_id,
        "buyer": draft.buyer,
        "invoice": terms.invoice,
        "estimated": terms.estimated,
        "price_includes_tax": includes_tax(draft, settings_of(session)),
        "order_discount": draft.order_discount or 0,
        "order_id": order_id,
        "remark": draft.remark,
    }
    document_id = open_paper(session, GoodsReceipt, header)
    rows = zip(line_rows(document_id, lines), lines, strict=True)
    write_parts(
        session,
        GoodsReceiptLine,
        ({**row, "estimate": terms.estimate(line)} for row, line in rows),
    )
    write_parts(session, GoodsReceiptPayment, payment_rows(document_id, draft.payments))
    refused = rejection_rows(session, draft.rejected, order_id)
    write_parts(
        session, GoodsReceiptRejection, ({**r, "document_id": document_id} for r in refused)
    )
    return document_id
