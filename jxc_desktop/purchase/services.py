"""Buying: taking goods in from a supplier, on credit or paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import MoneyAccountFacts, Payment, payment_rows, require_payments
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine, GoodsReceiptPayment
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import Goods, GoodsStep, move_goods, record_moves
from jxc_desktop.stock.priced import (
    LineDraft,
    PricedLine,
    Terms,
    largest_discount,
    price_lines,
)

RECEIPT = Family(GoodsReceipt, (GoodsReceiptLine, GoodsReceiptPayment), "采购入库单")
PAYABLE = "220201"
INPUT_TAX = "22210101"
SERVICES = "5601"
"""Carriage and other bought services are selling expenses in trade (小企业会计准则, 5601)."""
INVOICES = ("special", "ordinary", "none", "pending")
DEDUCTIBLE = frozenset({"special", "pending"})


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """A goods receipt as typed; None lets the supplier and the company decide."""

    day: date
    partner_id: int
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    invoice: str | None = None
    price_includes_tax: bool | None = None
    order_discount: int = 0
    payments: tuple[Payment, ...] = ()
    remark: str = ""


@needs("goods_receipt.post")
def post_receipt(session: Session, draft: ReceiptDraft, *, key: Key) -> Posted:
    """Take the goods in, owe the supplier what is not paid at once; `key` makes a repeat harmless."""
    if earlier := answered(session, key):
        return earlier
    settings = settings_of(session)
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    invoice = invoice_of(draft, supplier, settings)
    lines = priced_receipt(session, draft, settings)
    total = sum(line.gross for line in lines)
    payments = require_payments(session, draft.payments, total)
    facts = partial(Facts, draft.day, total, supplier.name, largest_discount(lines))
    if held := held_back(session, RECEIPT.kind, draft, facts, key):
        return held
    document_id = _write(session, draft, lines, supplier, invoice)
    deductible = settings.general and invoice in DEDUCTIBLE
    steps = list(receipt_steps(draft, lines, deductible=deductible))
    goods = move_goods(session, steps, "receipt", allow_negative=True)
    legs = receipt_legs(lines, goods, payments, supplier, deductible=deductible)
    summary = f"采购 {supplier.name}"
    paper = Paper(RECEIPT.kind, document_id, GoodsReceipt.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(RECEIPT.kind, document_id, number, total))


@needs("goods_receipt.reverse")
def reverse_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a posted receipt back: goods out, debt and money undone, exactly mirrored."""
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


def _includes_tax(draft: ReceiptDraft, settings: Settings) -> bool:
    if draft.price_includes_tax is None:
        return settings.purchases_include_tax
    return draft.price_includes_tax


def priced_receipt(session: Session, draft: ReceiptDraft, settings: Settings) -> list[PricedLine]:
    """The lines as they will be posted; refuses a price of 0 that is no gift."""
    products = product_facts(session, (line.product_id for line in draft.lines))
    terms = Terms(
        draft.day,
        _includes_tax(draft, settings),
        settings.default_tax_rate,
        draft.order_discount,
        buying=True,
        listed_with_tax=settings.purchases_include_tax,
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
) -> int:
    header = {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": draft.warehouse_id,
        "invoice": invoice,
        "price_includes_tax": _includes_tax(draft, settings_of(session)),
        "order_discount": draft.order_discount,
        "remark": draft.remark,
    }
    document_id = open_paper(session, GoodsReceipt, header)
    write_parts(session, GoodsReceiptLine, line_rows(document_id, lines))
    write_parts(session, GoodsReceiptPayment, payment_rows(document_id, draft.payments))
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
