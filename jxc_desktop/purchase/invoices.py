"""Suppliers' invoices: what was estimated when the goods came is taken back in red and owed for good (单到冲回, T16).

What the goods cost beyond the estimate is borne by those that still lie there; the rest is cost of sales. An invoice
over goods that were final when they came is only registered: its number, its day, what it covers.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import match
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, original_header, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.bills import Bill, PurchaseInvoiceDraft, bill_legs, bill_of, bill_steps
from jxc_desktop.purchase.invoice_models import PurchaseInvoice, PurchaseInvoiceLine
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.legs import PAYABLE
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves

INVOICE = Family(PurchaseInvoice, (PurchaseInvoiceLine,), "采购发票")

_SAME_NUMBER = Statement(
    "SELECT number FROM purchase_invoice WHERE partner_id = :partner AND invoice_number = :number "
    "AND state = 'posted' AND reverses_id IS NULL"
)
_RECEIPTS = Statement(
    "SELECT DISTINCT r.number FROM purchase_invoice_line l JOIN goods_receipt r ON r.id = l.receipt_id "
    "WHERE l.document_id = :invoice ORDER BY r.number"
)
_FOLLOWED = Statement(
    "SELECT d.number FROM purchase_invoice_line i JOIN purchase_return d ON d.original_id = i.receipt_id "
    "JOIN purchase_return_line l ON l.document_id = d.id AND l.from_line = i.from_line "
    "WHERE i.document_id = :invoice AND i.estimate <> 0 AND l.estimated = 0 "
    "AND d.state = 'posted' AND d.reverses_id IS NULL UNION ALL "
    "SELECT d.number FROM purchase_invoice_line i JOIN purchase_allowance d ON d.original_id = i.receipt_id "
    "JOIN purchase_allowance_line l ON l.document_id = d.id AND l.from_line = i.from_line "
    "WHERE i.document_id = :invoice AND i.estimate <> 0 "
    "AND d.state = 'posted' AND d.reverses_id IS NULL LIMIT 1"
)


@needs("purchase_invoice.post")
def post_purchase_invoice(session: Session, draft: PurchaseInvoiceDraft, *, key: Key) -> Posted:
    """Take the estimate of the goods back and owe the supplier what the invoice says."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    _require_new_number(session, draft)
    bill = bill_of(session, draft, supplier)
    facts = partial(Facts, draft.day, bill.amount, supplier.name)
    if held := held_back(session, INVOICE.kind, _as_read(draft, bill), facts, key):
        return held
    posted = _post(session, draft, supplier, bill)
    for receipt in bill.receipts:
        match(session, PAYABLE, supplier.id, receipt, posted.number)
    return remember(session, key, posted)


def _as_read(draft: PurchaseInvoiceDraft, bill: Bill) -> PurchaseInvoiceDraft:
    """The invoice with the lines that were meant: what an approver reads is what a yes posts."""
    meant = draft.lines or (InvoiceLine(x.receipt, x.row["from_line"]) for x in bill.lines)
    lines = zip(meant, bill.lines, strict=True)
    return replace(draft, lines=tuple(replace(a, quantity=b.row["quantity"]) for a, b in lines))


def _require_new_number(session: Session, draft: PurchaseInvoiceDraft) -> None:
    """An invoice number comes once from each supplier; one that was taken back may come again."""
    number = draft.invoice_number.strip()
    if not number:
        raise InvalidInput(translate("purchase", "写上发票号码"), field="invoice_number")
    known = _SAME_NUMBER.first(session, partner=draft.partner_id, number=number)
    if known is not None:
        raise Refused(
            translate("purchase", "这个供应商的发票 {number} 已录在 {other}。核对发票号码").format(
                number=number, other=known[0]
            ),
            field="invoice_number",
        )


def _post(
    session: Session, draft: PurchaseInvoiceDraft, supplier: PartnerFacts, bill: Bill
) -> Posted:
    document_id = _write(session, draft, supplier, bill)
    goods = move_goods(session, list(bill_steps(bill)), "invoice", allow_negative=True)
    legs = bill_legs(bill, goods, supplier)
    summary = f"采购发票 {draft.invoice_number.strip()} {supplier.name}"
    paper = Paper(INVOICE.kind, document_id, PurchaseInvoice.prefix, draft.day, summary, bill.due)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return Posted(INVOICE.kind, document_id, number, bill.due)


def _write(
    session: Session, draft: PurchaseInvoiceDraft, supplier: PartnerFacts, bill: Bill
) -> int:
    header = {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "invoice_number": draft.invoice_number.strip(),
        "invoice": bill.invoice,
        "invoice_day": draft.invoice_day or draft.day,
        "deductible": bill.deductible,
        "price_includes_tax": bill.terms.includes_tax,
        "amount": bill.amount,
        "remark": draft.remark,
    }
    document_id = open_paper(session, PurchaseInvoice, header)
    rows = ({**line.row, "document_id": document_id} for line in bill.lines)
    write_parts(session, PurchaseInvoiceLine, rows)
    return document_id


@needs("purchase_invoice.reverse")
def reverse_purchase_invoice(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take an invoice back: the estimate stands again, debt, tax and cost as before."""
    original: Mapping[str, Any] = original_header(session, INVOICE.kind, wanted.number)
    for [number] in _RECEIPTS.all(session, invoice=original["id"]):
        original_header(session, GoodsReceipt.kind, number)
    gone = _FOLLOWED.first(session, invoice=original["id"])
    if gone is not None and answered(session, key) is None:
        raise Refused(
            translate("purchase", "{number} 已有后续的 {other}。先红冲 {other}").format(
                number=wanted.number, other=gone[0]
            ),
            field="number",
        )
    return reverse_goods_paper(session, INVOICE, wanted, key=key)
