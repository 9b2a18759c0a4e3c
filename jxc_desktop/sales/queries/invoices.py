"""What can be asked about invoices given out."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    list_documents,
    required_head,
    sum_documents,
)
from jxc_desktop.partners.models import Partner
from jxc_desktop.sales.invoice_models import SalesInvoice, SalesInvoiceLine
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class SalesInvoiceLineView:
    """What an invoice says of one sale, in fen; `sold` is the sale's day, `tax_rate` None where rates are mixed."""

    line_no: int
    source: str
    sold: date
    summary: str
    tax_rate: int | None
    net: int
    tax: int
    gross: int


@dataclass(frozen=True, slots=True)
class SalesInvoiceView:
    """An invoice given out, as registered; `red_of` is the number of the invoice it takes back, "" for none."""

    head: Head
    partner_id: int | None
    partner: str
    partner_name: str
    invoice_number: str
    invoice: str
    red_of: str
    total: int
    lines: tuple[SalesInvoiceLineView, ...]

    @property
    def tax(self) -> int:
        """Fen of tax."""
        return sum(line.tax for line in self.lines)


@needs("sales_invoice.view")
def sales_invoice_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of invoices, newest first."""
    return list_documents(session, SalesInvoice, wanted, after=after, limit=limit)


@needs("sales_invoice.view")
def sales_invoice_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all invoices that the filter lets through."""
    return sum_documents(session, SalesInvoice, wanted)


@needs("sales_invoice.view")
def sales_invoice_view(session: Session, number: str) -> SalesInvoiceView:
    """The registration with this number of ours."""
    invoice = SalesInvoice
    head = required_head(
        session, invoice, number, translate("sales", "没有开票登记 {number}。核对单号")
    )
    query = (
        select(
            invoice.partner_id, func.coalesce(Partner.customer_code, ""), invoice.partner_name,
            invoice.invoice_number, invoice.invoice, invoice.red_of, invoice.total,
        )
        .outerjoin(Partner, Partner.id == invoice.partner_id)
        .where(invoice.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    return SalesInvoiceView(*(head, *row, _lines(session, head.id)))


def _lines(session: Session, document_id: int) -> tuple[SalesInvoiceLineView, ...]:
    line = SalesInvoiceLine
    query = (
        select(
            line.line_no, line.source, line.sold, line.summary, line.tax_rate, line.net, line.tax,
            line.gross,
        )
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    return tuple(SalesInvoiceLineView(*row) for row in session.execute(query))
