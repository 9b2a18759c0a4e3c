"""What is kept of goods bought: receipts (采购入库单) and what goes back of them."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, QUANTITY
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.order_models import PurchaseOrder
from jxc_desktop.stock.lines import TradeLine
from jxc_desktop.stock.models import Warehouse


class GoodsReceipt(Document, Base):
    """Goods taken in from a supplier; `invoice` decides whether the tax can be deducted (decisions 10).

    An `estimated` one waits for its invoice: what it owes stands on 220202 until then (暂估).
    """

    __tablename__ = "goods_receipt"
    kind = "goods_receipt"
    prefix = "CGRK"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    buyer: Mapped[str] = mapped_column(default="")
    invoice: Mapped[str]
    estimated: Mapped[bool] = mapped_column(default=False)
    price_includes_tax: Mapped[bool]
    order_discount: Mapped[int] = mapped_column(MONEY, default=0)
    order_id: Mapped[int | None] = mapped_column(ForeignKey(PurchaseOrder.id), index=True)


class GoodsReceiptLine(TradeLine, Base):
    """What came in on one line; `estimate` is what it put on 220202, in fen."""

    __tablename__ = "goods_receipt_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="goods_receipt"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), primary_key=True)
    estimate: Mapped[int] = mapped_column(MONEY, default=0)


class GoodsReceiptPayment(Paid, Base):
    """What was paid to the supplier at once."""

    __tablename__ = "goods_receipt_payment"
    __table_args__ = (guarded("lines", parent="goods_receipt"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class GoodsReceiptRejection(Base):
    """Goods that were refused at the door and why; they never came in (验收拒收)."""

    __tablename__ = "goods_receipt_rejection"
    __table_args__ = (guarded("lines", parent="goods_receipt"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(GoodsReceipt.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    unit: Mapped[str]
    quantity: Mapped[int] = mapped_column(QUANTITY)
    base_quantity: Mapped[int] = mapped_column(QUANTITY)
    from_line: Mapped[int | None]
    cause: Mapped[str]


class PurchaseReturn(Document, Base):
    """Goods sent back to a supplier, from a receipt or without one (采购退货单)."""

    __tablename__ = "purchase_return"
    kind = "purchase_return"
    prefix = "CGTH"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    invoice: Mapped[str]
    price_includes_tax: Mapped[bool]
    original_id: Mapped[int | None] = mapped_column(ForeignKey(GoodsReceipt.id), index=True)


class PurchaseReturnLine(TradeLine, Base):
    """One line handed back; `from_line` is the line of the original, where there is one.

    An `estimated` line went back before its invoice came, and took `estimate` off 220202.
    """

    __tablename__ = "purchase_return_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="purchase_return"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseReturn.id), primary_key=True)
    estimated: Mapped[bool] = mapped_column(default=False)
    estimate: Mapped[int] = mapped_column(MONEY, default=0)


class PurchaseReturnPayment(Paid, Base):
    """Money that went back at once."""

    __tablename__ = "purchase_return_payment"
    __table_args__ = (guarded("lines", parent="purchase_return"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseReturn.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
