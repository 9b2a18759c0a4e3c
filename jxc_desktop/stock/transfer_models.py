"""What is kept of goods moved from one warehouse to another (调拨单), and of their coming in (调拨入库单)."""

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, aliased, column_property, mapped_column

from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.stock.lines import GoodsLine
from jxc_desktop.stock.models import Warehouse

_SOURCE, _TARGET = aliased(Warehouse), aliased(Warehouse)


class StockTransfer(Document, Base):
    """Goods that left one warehouse and came into another; worth nothing to the books.

    They came at the same moment, or lie where the shop keeps what is `in_transit` until receipts say that they came.
    """

    __tablename__ = "stock_transfer"
    kind = "stock_transfer"
    prefix = "DB"

    from_warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    to_warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    in_transit: Mapped[bool] = mapped_column(default=False)
    partner_name: Mapped[str] = column_property(
        select(_SOURCE.name + " → " + _TARGET.name)
        .where(_SOURCE.id == from_warehouse_id, _TARGET.id == to_warehouse_id)
        .correlate_except(_SOURCE, _TARGET)
        .scalar_subquery()
    )
    """What lists call it by: from where to where."""


class StockTransferLine(GoodsLine, Base):
    """So much of a product."""

    __tablename__ = "stock_transfer_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="stock_transfer"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(StockTransfer.id), primary_key=True)


class TransferReceipt(Document, Base):
    """Goods of a transfer that was on its way, come in where they were sent."""

    __tablename__ = "transfer_receipt"
    kind = "transfer_receipt"
    prefix = "DBRK"

    transfer_id: Mapped[int] = mapped_column(ForeignKey(StockTransfer.id), index=True)
    partner_name: Mapped[str] = column_property(
        select(StockTransfer.number)
        .where(StockTransfer.id == transfer_id)
        .correlate_except(StockTransfer)
        .scalar_subquery()
    )
    """What lists call it by: the transfer."""


class TransferReceiptLine(GoodsLine, Base):
    """So much of a product that came in; `from_line` is the transfer's line."""

    __tablename__ = "transfer_receipt_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="transfer_receipt"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(TransferReceipt.id), primary_key=True)
