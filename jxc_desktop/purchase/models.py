"""Goods receipts (采购入库单)."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY
from jxc_desktop.partners.models import Partner
from jxc_desktop.stock.lines import TradeLine
from jxc_desktop.stock.models import Warehouse


class GoodsReceipt(Document, Base):
    """Goods taken in from a supplier; `invoice` decides whether the tax can be deducted (decisions 10)."""

    __tablename__ = "goods_receipt"
    kind = "goods_receipt"
    prefix = "CGRK"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    invoice: Mapped[str]
    price_includes_tax: Mapped[bool]
    order_discount: Mapped[int] = mapped_column(MONEY, default=0)


class GoodsReceiptLine(TradeLine, Base):
    """What came in on one line."""

    __tablename__ = "goods_receipt_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="goods_receipt"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), primary_key=True)


class GoodsReceiptPayment(Paid, Base):
    """What was paid to the supplier at once."""

    __tablename__ = "goods_receipt_payment"
    __table_args__ = (guarded("lines", parent="goods_receipt"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
