"""What is kept of goods moved from one warehouse to another (调拨单)."""

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, aliased, column_property, mapped_column

from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.stock.lines import GoodsLine
from jxc_desktop.stock.models import Warehouse

_SOURCE, _TARGET = aliased(Warehouse), aliased(Warehouse)


class StockTransfer(Document, Base):
    """Goods that left one warehouse and came into another at the same moment; worth nothing to the books."""

    __tablename__ = "stock_transfer"
    kind = "stock_transfer"
    prefix = "DB"

    from_warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    to_warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
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
