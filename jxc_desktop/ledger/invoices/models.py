"""What the register of invoices given out keeps (开票登记, domain.md §3.5)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY
from jxc_desktop.partners.models import Partner


class TaxInvoice(Base):
    """What an invoice says of one sale: fen without tax and of tax, negative where it takes back (红字).

    `invoice_number` is the tax platform's, `document` that of the paper it was registered with, `kind` special (专票)
    or ordinary (普票). `source` is the number of the sale, "" where it names none; `sold` the day of that sale, which
    may lie in an earlier filing period than `day`, the invoice's own.
    """

    __tablename__ = "tax_invoice"
    __table_args__ = (
        CheckConstraint("kind IN ('special', 'ordinary')", name="kind_known"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(index=True)
    line_no: Mapped[int]
    kind: Mapped[str]
    invoice_number: Mapped[str] = mapped_column(index=True)
    day: Mapped[date] = mapped_column(index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey(Partner.id))
    source: Mapped[str] = mapped_column(index=True)
    sold: Mapped[date]
    net: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY)
