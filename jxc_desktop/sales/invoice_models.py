"""What is kept of invoices given out (开票登记): the paper, and which sales it is for."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, RATE
from jxc_desktop.partners.models import Partner


class SalesInvoice(Document, Base):
    """An invoice of the tax platform as registered; `day` is the invoice's own, `total` what it says with tax.

    One below 0 takes invoice `red_of` back (红字发票). `partner_name` is the buyer as written on it.
    """

    __tablename__ = "sales_invoice"
    __table_args__ = (one_of("state", State), guarded("document", booked=False))
    kind = "sales_invoice"
    prefix = "XSFP"

    partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    invoice_number: Mapped[str] = mapped_column(index=True)
    invoice: Mapped[str]
    red_of: Mapped[str] = mapped_column(default="", index=True)


class SalesInvoiceLine(Base):
    """What the invoice says of document `source`, or of what is named nowhere else, in fen.

    `sold` is the day of that sale; `tax_rate` 1e-4, None where several are mixed.
    """

    __tablename__ = "sales_invoice_line"
    __table_args__ = (
        CheckConstraint("gross <> 0", name="gross_nonzero"),
        guarded("lines", parent="sales_invoice"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesInvoice.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(index=True)
    sold: Mapped[date]
    summary: Mapped[str] = mapped_column(default="")
    tax_rate: Mapped[int | None] = mapped_column(RATE)
    net: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY)
    gross: Mapped[int] = mapped_column(MONEY)
