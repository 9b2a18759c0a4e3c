"""Suppliers' invoices: what was estimated when the goods came is taken back in red and owed for good (单到冲回, T16).

What the goods cost beyond the estimate is borne by those that still lie there; the rest is cost of sales. An invoice
over goods that were final when they came is only registered: its number, its day, what it covers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import match
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, original_header, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.estimates import ESTIMATED
from jxc_desktop.purchase.invoice_models import PurchaseInvoice, PurchaseInvoiceLine
from jxc_desktop.purchase.invoiced import (
    Billed,
    InvoiceLine,
    billed_lines,
    receipts_named,
    rest_of,
)
from jxc_desktop.purchase.legs import INPUT_TAX, PAYABLE, SERVICES
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import Goods, GoodsStep, move_goods, record_moves
from jxc_desktop.stock.priced import Terms

INVOICE = Family(PurchaseInvoice, (PurchaseInvoiceLine,), "采购发票")
KINDS = ("special", "ordinary")

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


@dataclass(frozen=True, slots=True)
class PurchaseInvoiceDraft:
    """An invoice as typed: without `lines` it covers all that is left of `receipts`.

    `invoice` is special or ordinary, None as the supplier usually gives it; `price_includes_tax` None as the first
    receipt has it; `invoice_day` None is the document's.
    """

    day: date
    partner_id: int
    invoice_number: str
    receipts: tuple[str, ...] = ()
    lines: tuple[InvoiceLine, ...] = ()
    invoice: str | None = None
    invoice_day: date | None = None
    price_includes_tax: bool | None = None
    remark: str = ""


@needs("purchase_invoice.post")
def post_purchase_invoice(session: Session, draft: PurchaseInvoiceDraft, *, key: Key) -> Posted:
    """Take the estimate of the goods back and owe the supplier what the invoice says."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    settings = settings_of(session)
    invoice = _kind_of(draft, supplier, settings)
    _require_new_number(session, draft)
    named = draft.receipts or tuple(line.receipt for line in draft.lines)
    receipts = receipts_named(session, named, supplier.id)
    if not receipts:
        raise InvalidInput(translate("purchase", "写上这张发票是哪些入库单的"), field="from")
    includes = draft.price_includes_tax
    if includes is None:
        includes = bool(next(iter(receipts.values())).head["price_includes_tax"])
    terms = Terms(draft.day, includes, settings.default_tax_rate, buying=True)
    lines = billed_lines(session, receipts, draft.lines or rest_of(receipts), terms)
    deductible = settings.general and invoice == "special"
    posted = _post(
        session, replace(draft, invoice=invoice), supplier, lines, terms, deductible=deductible
    )
    for receipt in receipts:
        match(session, PAYABLE, supplier.id, receipt, posted.number)
    return remember(session, key, posted)


def _kind_of(draft: PurchaseInvoiceDraft, supplier: PartnerFacts, settings: Settings) -> str:
    usual = supplier.invoice if supplier.invoice in KINDS else None
    invoice = draft.invoice or usual or ("special" if settings.general else "ordinary")
    if invoice not in KINDS:
        raise InvalidInput(
            translate("purchase", "发票只能是 {known}").format(known=listed(KINDS)),
            field="invoice",
        )
    return invoice


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
    session: Session,
    draft: PurchaseInvoiceDraft,
    supplier: PartnerFacts,
    lines: Sequence[Billed],
    terms: Terms,
    *,
    deductible: bool,
) -> Posted:
    for line in lines:
        if line.estimated:
            line.row["difference"] = line.cost(deductible=deductible) - line.row["estimate"]
    document_id = _write(session, draft, supplier, lines, terms, deductible=deductible)
    goods = move_goods(session, list(_steps(lines)), "invoice", allow_negative=True)
    total = sum(line.row["gross"] for line in lines if line.estimated)
    legs = list(_legs(lines, goods, supplier, deductible=deductible))
    summary = f"采购发票 {draft.invoice_number.strip()} {supplier.name}"
    paper = Paper(INVOICE.kind, document_id, PurchaseInvoice.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return Posted(INVOICE.kind, document_id, number, total)


def _write(
    session: Session,
    draft: PurchaseInvoiceDraft,
    supplier: PartnerFacts,
    lines: Sequence[Billed],
    terms: Terms,
    *,
    deductible: bool,
) -> int:
    header = {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "invoice_number": draft.invoice_number.strip(),
        "invoice": draft.invoice,
        "invoice_day": draft.invoice_day or draft.day,
        "deductible": deductible,
        "price_includes_tax": terms.includes_tax,
        "amount": sum(line.row["gross"] for line in lines),
        "remark": draft.remark,
    }
    document_id = open_paper(session, PurchaseInvoice, header)
    rows = ({**line.row, "document_id": document_id} for line in lines)
    write_parts(session, PurchaseInvoiceLine, rows)
    return document_id


def _steps(lines: Sequence[Billed]) -> Iterator[GoodsStep]:
    """What the goods cost beyond the estimate, to be borne by those that still lie there."""
    for line in lines:
        if line.tracked and line.row["difference"]:
            yield GoodsStep(
                line.row["line_no"],
                line.row["product_id"],
                line.warehouse_id,
                0,
                amount=line.row["difference"],
                concerns=line.row["base_quantity"],
            )


def _legs(
    lines: Sequence[Billed], goods: Goods, supplier: PartnerFacts, *, deductible: bool
) -> Iterator[LegDraft]:
    """The estimate in red, then the invoice: stock, services, cost of sales and tax against the debt (T16)."""
    billed = [line for line in lines if line.estimated]

    def sums(name: str, *, tracked: bool) -> int:
        return sum(line.row[name] for line in billed if line.tracked is tracked)

    stock, services = sums("estimate", tracked=True), sums("estimate", tracked=False)
    yield LegDraft(STOCK, debit=-stock)
    yield LegDraft(SERVICES, debit=-services)
    yield LegDraft(ESTIMATED, credit=-(stock + services), partner_id=supplier.id)
    yield LegDraft(STOCK, debit=stock + goods.adjustment)
    yield LegDraft(SERVICES, debit=services + sums("difference", tracked=False))
    yield from _sold(sums("difference", tracked=True) - goods.adjustment)
    if deductible:
        yield LegDraft(INPUT_TAX, debit=sum(line.row["tax"] for line in billed))
    owed = sum(line.row["gross"] for line in billed)
    yield LegDraft(PAYABLE, credit=owed, partner_id=supplier.id)


def _sold(difference: int) -> Iterator[LegDraft]:
    """What goods sold meanwhile cost beyond, or below, their estimate."""
    if difference > 0:
        yield LegDraft(COST_OF_SALES, debit=difference)
    elif difference < 0:
        yield LegDraft(COST_OF_SALES, credit=-difference)


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
