"""What a purchase document that is still being typed will book: the arithmetic of posting, writing nothing."""

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import require_payments
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.purchase.allowances import allowance_legs, allowance_steps
from jxc_desktop.purchase.allowed import AllowanceDraft, allowance_rows
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft, bill_legs, bill_of, bill_steps
from jxc_desktop.purchase.landed import LandedDraft, landed_rows
from jxc_desktop.purchase.landed_costs import MOVED, landed_legs, landed_steps, word_of
from jxc_desktop.purchase.legs import InvoiceTerms, invoice_terms, receipt_legs, receipt_steps
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    return_from_lots,
    return_legs,
    return_rows,
)
from jxc_desktop.purchase.services import ReceiptDraft, priced_receipt
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.following import followed
from jxc_desktop.stock.posting import foresee_goods


def foresee_receipt(session: Session, draft: ReceiptDraft) -> Foreseen:
    """The legs that posting `draft` would write now."""
    settings = settings_of(session)
    supplier = supplier_facts(session, draft.partner_id)
    draft, _order = followed(session, PURCHASE_ORDER, draft, supplier.id, hold=False)
    terms = invoice_terms(draft.invoice, supplier, settings)
    lines = priced_receipt(session, draft, settings)
    payments = require_payments(session, draft.payments, sum(line.gross for line in lines))
    steps = list(receipt_steps(draft.warehouse_id, lines, terms))
    goods = foresee_goods(session, steps, "receipt")
    legs = receipt_legs(lines, goods, payments, supplier, terms)
    summary = f"采购 {supplier.name}"
    return foreseen(session, legs, summary, _because(terms))


def foresee_return(session: Session, draft: PurchaseReturnDraft) -> Foreseen:
    """The legs that posting a return would write now."""
    supplier = supplier_facts(session, draft.partner_id)
    original, _invoice, rows = return_rows(session, draft, supplier, hold=False)
    payments = require_payments(session, draft.payments, sum(row["gross"] for row in rows))
    goods = foresee_goods(session, return_from_lots(session, draft, rows, hold=False), "return")
    legs = list(return_legs(session, rows, goods, payments, supplier))
    because = (
        translate("purchase", "因为：采购退货，按原单的价和成本退")
        if original
        else translate("purchase", "因为：采购退货，没有原单，按现在的成本出库")
    )
    return foreseen(session, legs, f"采购退货 {supplier.name}", because)


def foresee_invoice(session: Session, draft: PurchaseInvoiceDraft) -> Foreseen:
    """The legs that posting an invoice would write now; none for goods that were final when they came."""
    supplier = supplier_facts(session, draft.partner_id)
    bill = bill_of(session, draft, supplier, hold=False)
    goods = foresee_goods(session, list(bill_steps(bill)), "invoice")
    legs = bill_legs(bill, goods, supplier)
    because = (
        translate("purchase", "因为：发票到了，冲回暂估，按发票记应付")
        if bill.due
        else translate("purchase", "因为：入库时已按发票记账，这张发票只登记，不记账")
    )
    return foreseen(session, legs, f"采购发票 {supplier.name}", because)


def foresee_allowance(session: Session, draft: AllowanceDraft) -> Foreseen:
    """The legs that posting an allowance would write now."""
    supplier = supplier_facts(session, draft.partner_id)
    header, rows = allowance_rows(session, draft, supplier, hold=False)
    payments = require_payments(session, draft.payments, sum(row["gross"] for row in rows))
    steps = list(allowance_steps(rows, header["warehouse_id"], draft.original))
    goods = foresee_goods(session, steps, "allowance")
    legs = allowance_legs(rows, goods, payments, supplier, deductible=header["deductible"])
    because = translate("purchase", "因为：采购折让，还在库的货降成本，已卖的冲减销售成本")
    return foreseen(session, legs, f"采购折让 {supplier.name}", because)


def foresee_landed_cost(session: Session, draft: LandedDraft) -> Foreseen:
    """The legs that posting a landed cost would write now."""
    supplier = supplier_facts(session, draft.partner_id)
    header, rows = landed_rows(session, draft, supplier, hold=False)
    payments = require_payments(session, draft.payments, header["total"])
    goods = foresee_goods(session, landed_steps(session, header, rows), MOVED)
    legs = landed_legs(header, goods, payments, supplier)
    because = (
        translate("purchase", "因为：采购费用，还在库的货加成本，已卖的进销售成本")
        if header["capitalised"]
        else translate("purchase", "因为：采购费用，按设置直接记销售费用，货的成本不变")
    )
    return foreseen(session, legs, word_of(supplier), because)


def _because(terms: InvoiceTerms) -> str:
    if terms.estimated:
        return translate("purchase", "因为：发票还没到，先按暂估入账，收到发票时冲回补差")
    if terms.deductible:
        return translate("purchase", "因为：采购入库，进项税额能抵扣，库存按不含税价")
    return translate("purchase", "因为：采购入库，税额不能抵扣，全部进库存成本")
