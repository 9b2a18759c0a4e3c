"""Buying: taking goods in from a supplier, on credit or paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import MoneyAccountFacts, Payment, payment_rows, require_payments
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.inspection import Rejection, rejection_rows, require_accepted
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    GoodsReceiptPayment,
    GoodsReceiptRejection,
)
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.ordering.following import followed
from jxc_desktop.stock.ordering.promises import keeping_promises, order_of
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import Goods, GoodsStep, move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft, PricedLine, Terms, price_lines

RECEIPT = Family(
    GoodsReceipt, (GoodsReceiptLine, GoodsReceiptPayment, GoodsReceiptRejection), "采购入库单"
)
PAYABLE = "220201"
INPUT_TAX = "22210101"
SERVICES = "5601"
"""Carriage and other bought services are selling expenses in trade (小企业会计准则, 5601)."""
INVOICES = ("special", "ordinary", "none", "pending")
DEDUCTIBLE = frozenset({"special", "pending"})


class TypedPurchase(Protocol):
    """What receipts and orders have in common while they are typed."""

    @property
    def day(self) -> date: ...
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


@needs("goods_receipt.post")
def post_receipt(session: Session, draft: ReceiptDraft, *, key: Key) -> Posted:
    """Take the goods in, owe the supplier what is not paid at once; `key` makes a repeat harmless."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    require_accepted(draft.lines, draft.rejected)
    draft, order_id = followed(session, PURCHASE_ORDER, draft, supplier.id)
    with keeping_promises(session, PURCHASE_ORDER, order_id):
        posted = _post(session, draft, supplier, order_id)
    return remember(session, key, posted)


def _post(
    session: Session, draft: ReceiptDraft, supplier: PartnerFacts, order_id: int | None
) -> Posted:
    settings = settings_of(session)
    invoice = invoice_of(draft, supplier, settings)
    lines = priced_receipt(session, draft, settings)
    total = sum(line.gross for line in lines)
    payments = require_payments(session, draft.payments, total)
    document_id = _write(session, draft, lines, supplier, invoice, order_id)
    deductible = settings.general and invoice in DEDUCTIBLE
    steps = list(receipt_steps(draft, lines, deductible=deductible))
    goods = move_goods(session, steps, "receipt", allow_negative=True)
    legs = receipt_legs(lines, goods, payments, supplier, deductible=deductible)
    summary = f"采购 {supplier.name}"
    paper = Paper(RECEIPT.kind, document_id, GoodsReceipt.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return Posted(RECEIPT.kind, document_id, number, total)


@needs("goods_receipt.reverse")
def reverse_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a posted receipt back: goods out, debt and money undone, exactly mirrored."""
    order_id = order_of(session, RECEIPT, "order_id", wanted.number)
    with keeping_promises(session, PURCHASE_ORDER, order_id):
        return reverse_goods_paper(session, RECEIPT, wanted, key=key)


def invoice_of(draft: ReceiptDraft, supplier: PartnerFacts, settings: Settings) -> str:
    """The kind of invoice: as typed, as the supplier gives it, as such shops get it."""
    invoice = draft.invoice or supplier.invoice or ("special" if settings.general else "ordinary")
    if invoice not in INVOICES:
        raise InvalidInput(
            translate("purchase", "发票只能是 {known}").format(known=listed(INVOICES)),
            field="invoice",
        )
    return invoice


def includes_tax(draft: TypedPurchase, settings: Settings) -> bool:
    """Whether the typed prices hold tax: as typed, else as the company buys."""
    if draft.price_includes_tax is None:
        return settings.purchases_include_tax
    return draft.price_includes_tax


def priced_receipt(session: Session, draft: TypedPurchase, settings: Settings) -> list[PricedLine]:
    """The lines as they will be posted; refuses a price of 0 that is no gift."""
    products = product_facts(session, (line.product_id for line in draft.lines))
    terms = Terms(
        draft.day,
        includes_tax(draft, settings),
        settings.default_tax_rate,
        draft.order_discount or 0,
        buying=True,
    )
    lines = price_lines(draft.lines, products, terms)
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
    invoice: str,
    order_id: int | None,
) -> int:
    header = {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": draft.warehouse_id,
        "invoice": invoice,
        "price_includes_tax": includes_tax(draft, settings_of(session)),
        "order_discount": draft.order_discount or 0,
        "order_id": order_id,
        "remark": draft.remark,
    }
    document_id = open_paper(session, GoodsReceipt, header)
    write_parts(session, GoodsReceiptLine, line_rows(document_id, lines))
    write_parts(session, GoodsReceiptPayment, payment_rows(document_id, draft.payments))
    refused = rejection_rows(session, draft.rejected, order_id)
    write_parts(
        session, GoodsReceiptRejection, ({**r, "document_id": document_id} for r in refused)
    )
    return document_id


def _cost(line: PricedLine, *, deductible: bool) -> int:
    """What the line adds to stock: without tax where the tax comes back (decisions 10)."""
    return line.net if deductible else line.gross


def receipt_steps(
    draft: ReceiptDraft, lines: list[PricedLine], *, deductible: bool
) -> Iterator[GoodsStep]:
    """The goods of `lines` into the warehouse, worth what they cost."""
    for line in lines:
        if line.product.track_stock:
            yield GoodsStep(
                line.line_no,
                line.product.id,
                draft.warehouse_id,
                line.base_quantity,
                amount=_cost(line, deductible=deductible),
            )


def receipt_legs(
    lines: list[PricedLine],
    goods: Goods,
    payments: list[tuple[MoneyAccountFacts, int]],
    supplier: PartnerFacts,
    *,
    deductible: bool,
) -> Iterator[LegDraft]:
    """Stock, services and input tax against what was paid and what is owed."""
    services = sum(
        _cost(line, deductible=deductible) for line in lines if not line.product.track_stock
    )
    yield LegDraft(STOCK, debit=goods.amount)
    yield LegDraft(SERVICES, debit=services)
    if deductible:
        yield LegDraft(INPUT_TAX, debit=sum(line.tax for line in lines))
    total = sum(line.gross for line in lines)
    for account, amount in payments:
        yield LegDraft(account.account, credit=amount, money_account_id=account.id)
    owed = total - sum(amount for _account, amount in payments)
    yield LegDraft(PAYABLE, credit=owed, partner_id=supplier.id)
    yield from legs_of_adjustment(goods.adjustment)
