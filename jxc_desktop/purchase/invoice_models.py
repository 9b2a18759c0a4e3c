"""What is kept of suppliers' invoices (采购发票)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.stock.lines import TradeLine


class PurchaseInvoice(Document, Base):
    """An invoice over goods that came before.

    `amount` is what it comes to, `total` what became due by it: goods that were final when they came owe nothing
    more. `deductible` says whether its tax was deducted.
    """

    __tablename__ = "purchase_invoice"
    kind = "purchase_invoice"
    prefix = "CGFP"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    invoice_number: Mapped[str] = mapped_column(index=True)
    invoice: Mapped[str]
    invoice_day: Mapped[date]
    deductible: Mapped[bool]
    price_includes_tax: Mapped[bool]
    amount: Mapped[int] = mapped_column(MONEY)


class PurchaseInvoiceLine(TradeLine, Base):
    """Line `from_line` of a receipt as invoiced.

    `estimate` is what this takes off 220202, `difference` what the goods cost beyond it (fen); both are 0 for goods
    that were final when they came. `own_price` tells a line that was typed from one at the receipt's price.
    """

    __tablename__ = "purchase_invoice_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="purchase_invoice"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseInvoice.id), primary_key=True)
    receipt_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), index=True)
    own_price: Mapped[bool]
    estimate: Mapped[int] = mapped_column(MONEY, default=0)
    difference: Mapped[int] = mapped_column(MONEY, default=0)
