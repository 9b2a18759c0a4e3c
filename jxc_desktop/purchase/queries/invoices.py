"""What can be asked about suppliers' invoices. Prices leave only for who may see purchase prices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.ledger.papers import header_of
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.estimates import open_lines
from jxc_desktop.purchase.invoice_models import PurchaseInvoice, PurchaseInvoiceLine
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.purchase.queries.receipts import PURCHASE_PRICE
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    list_documents,
    required_head,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class InvoiceLineView:
    """Line `from_line` of receipt `receipt` as invoiced: `quantity` 1e-4 of `unit`, price 1e-6 yuan, money fen.

    `booked` is what the receipt said of that quantity with tax; `difference` what the goods cost beyond the estimate.
    Money is None for who may not see purchase prices.
    """

    line_no: int
    receipt: str
    from_line: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    quantity: int
    price: int | None
    discount: int | None
    tax_rate: int | None
    net: int | None
    tax: int | None
    gross: int | None
    booked: int | None
    difference: int | None

    @property
    def same(self) -> bool:
        """Whether the invoice says what the receipt said (相符)."""
        return self.gross == self.booked


@dataclass(frozen=True, slots=True)
class PurchaseInvoiceView:
    """An invoice: `amount` is what it comes to, `total` what became due by it (fen)."""

    head: Head
    partner_id: int
    partner: str
    partner_name: str
    invoice_number: str
    invoice: str
    invoice_day: date
    deductible: bool
    price_includes_tax: bool
    amount: int | None
    total: int | None
    lines: tuple[InvoiceLineView, ...]


@dataclass(frozen=True, slots=True)
class Unbilled:
    """A line of a receipt whose invoice is still to come: `left` 1e-4 of `unit`, `estimate` fen on 220202."""

    receipt: str
    day: date
    from_line: int
    product: str
    name: str
    unit: str
    quantity: int
    left: int
    price: int | None
    estimate: int | None


@needs("purchase_invoice.view")
def purchase_invoice_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of invoices, newest first."""
    priced = may(session, PURCHASE_PRICE)
    return list_documents(session, PurchaseInvoice, wanted, after=after, limit=limit, priced=priced)


@needs("purchase_invoice.view")
def purchase_invoice_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total due of all invoices that the filter lets through."""
    return sum_documents(session, PurchaseInvoice, wanted, priced=may(session, PURCHASE_PRICE))


@needs("purchase_invoice.view")
def purchase_invoice_view(session: Session, number: str) -> PurchaseInvoiceView:
    """The invoice document with this number of ours."""
    invoice = PurchaseInvoice
    missing = translate("purchase", "没有采购发票 {number}。核对单号")
    head = required_head(session, invoice, number, missing)
    query = select(
        invoice.partner_id, Partner.supplier_code, invoice.partner_name, invoice.invoice_number,
        invoice.invoice, invoice.invoice_day, invoice.deductible, invoice.price_includes_tax,
        invoice.amount, invoice.total,
    ).join(Partner, Partner.id == invoice.partner_id)  # fmt: skip
    row = session.execute(query.where(invoice.id == head.id)).one()
    priced = may(session, PURCHASE_PRICE)
    sums = tuple(row[8:]) if priced else (None, None)
    return PurchaseInvoiceView(*(head, *row[:8], *sums, _lines(session, head.id, priced=priced)))


def _lines(session: Session, document_id: int, *, priced: bool) -> tuple[InvoiceLineView, ...]:
    line, came = PurchaseInvoiceLine, GoodsReceiptLine
    query = (
        select(
            line.line_no, GoodsReceipt.number, line.from_line, line.product_id, Product.code,
            Product.name, Product.spec, line.unit, line.quantity, line.price, line.discount,
            line.tax_rate, line.net, line.tax, line.gross, came.gross, came.quantity,
            line.difference,
        )
        .join(GoodsReceipt, GoodsReceipt.id == line.receipt_id)
        .join(came, (came.document_id == line.receipt_id) & (came.line_no == line.from_line))
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    return tuple(_line(row, priced=priced) for row in session.execute(query))


def _line(row: Sequence[Any], *, priced: bool) -> InvoiceLineView:
    booked = div_half_up(row[15] * row[8], row[16])
    money = (*row[9:15], booked, row[17])
    return InvoiceLineView(*row[:9], *(money if priced else (None,) * len(money)))


@needs("purchase_invoice.view")
def unbilled_of(session: Session, number: str) -> list[Unbilled]:
    """What of a receipt is not invoiced yet, line by line."""
    head = header_of(session, GoodsReceipt.kind, number)
    priced = may(session, PURCHASE_PRICE)
    line = GoodsReceiptLine
    query = (
        select(line.line_no, Product.code, Product.name, line.unit, line.quantity, line.price)
        .join(Product, Product.id == line.product_id)
        .where(line.document_id == head["id"])
        .order_by(line.line_no)
    )
    state, day = open_lines(session, head["id"]), date.fromisoformat(head["day"])
    return [
        Unbilled(
            number, day, row[0], *row[1:5], state[row[0]].left,
            *((row[5], state[row[0]].open_estimate) if priced else (None, None)),
        )
        for row in session.execute(query)
        if state[row[0]].left > 0
    ]  # fmt: skip
