"""What is kept of buying before goods come: what was ordered of suppliers."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.stock.lines import TradeLine
from jxc_desktop.stock.ordering.models import TradeOrder


class PurchaseOrder(TradeOrder, Base):
    """What a supplier is to deliver, wanted by `due_day` (采购订单)."""

    __tablename__ = "purchase_order"
    kind = "purchase_order"
    prefix = "CGDD"


class PurchaseOrderLine(TradeLine, Base):
    """What was ordered on one line."""

    __tablename__ = "purchase_order_line"
    __table_args__ = (
        CheckConstraint("quantity > 0 AND base_quantity > 0", name="quantity_positive"),
        guarded("order_lines", parent="purchase_order"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseOrder.id), primary_key=True)
