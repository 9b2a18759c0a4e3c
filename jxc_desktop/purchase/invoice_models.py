"""What is kept of suppliers' invoices (采购发票) and of what they give back without goods (采购折让单)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, RATE
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import GoodsReceipt
from jxc_desktop.stock.lines import GoodsLine, TradeLine
from jxc_desktop.stock.models import Warehouse


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


class PurchaseAllowance(Document, Base):
    """Money that a supplier gives back without goods: a rebate, a price made good (采购折让单)."""

    __tablename__ = "purchase_allowance"
    kind = "purchase_allowance"
    prefix = "CGZR"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    invoice: Mapped[str]
    deductible: Mapped[bool]
    price_includes_tax: Mapped[bool]
    original_id: Mapped[int | None] = mapped_column(ForeignKey(GoodsReceipt.id), index=True)


class PurchaseAllowanceLine(GoodsLine, Base):
    """What is given back for so much of a product, of line `from_line` of the receipt where there is one.

    `difference` is what the goods cost less by it (fen, negative); 0 for goods that are not kept in stock.
    """

    __tablename__ = "purchase_allowance_line"
    __table_args__ = (guarded("lines", parent="purchase_allowance"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseAllowance.id), primary_key=True)
    tax_rate: Mapped[int] = mapped_column(RATE)
    net: Mapped[int] = mapped_column(MONEY)
    tax: Mapped[int] = mapped_column(MONEY)
    gross: Mapped[int] = mapped_column(MONEY)
    difference: Mapped[int] = mapped_column(MONEY)


class PurchaseAllowancePayment(Paid, Base):
    """Money that came back at once."""

    __tablename__ = "purchase_allowance_payment"
    __table_args__ = (guarded("lines", parent="purchase_allowance"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseAllowance.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
