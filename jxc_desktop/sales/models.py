"""Deliveries (销售出库单)."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY
from jxc_desktop.partners.models import Partner
from jxc_desktop.stock.lines import TradeLine
from jxc_desktop.stock.models import Warehouse


class SalesDelivery(Document, Base):
    """Goods handed to a customer, on credit or paid."""

    __tablename__ = "sales_delivery"
    kind = "sales_delivery"
    prefix = "XSCK"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    salesperson: Mapped[str] = mapped_column(default="")
    price_includes_tax: Mapped[bool]
    order_discount: Mapped[int] = mapped_column(MONEY, default=0)


class SalesDeliveryLine(TradeLine, Base):
    """What went out on one line."""

    __tablename__ = "sales_delivery_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="sales_delivery"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesDelivery.id), primary_key=True)


class SalesDeliveryPayment(Paid, Base):
    """What the customer paid at once."""

    __tablename__ = "sales_delivery_payment"
    __table_args__ = (guarded("lines", parent="sales_delivery"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesDelivery.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)


class SalesReturn(Document, Base):
    """Goods a customer brought back, from a delivery or without one (销售退货单)."""

    __tablename__ = "sales_return"
    kind = "sales_return"
    prefix = "XSTH"

    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)
    partner_name: Mapped[str]
    warehouse_id: Mapped[int] = mapped_column(ForeignKey(Warehouse.id))
    price_includes_tax: Mapped[bool]
    original_id: Mapped[int | None] = mapped_column(ForeignKey(SalesDelivery.id), index=True)


class SalesReturnLine(TradeLine, Base):
    """One line handed back; `from_line` is the line of the original, where there is one."""

    __tablename__ = "sales_return_line"
    __table_args__ = (
        CheckConstraint("quantity <> 0 AND base_quantity <> 0", name="quantity_nonzero"),
        guarded("lines", parent="sales_return"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesReturn.id), primary_key=True)
    from_line: Mapped[int | None]


class SalesReturnPayment(Paid, Base):
    """Money that went back at once."""

    __tablename__ = "sales_return_payment"
    __table_args__ = (guarded("lines", parent="sales_return"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesReturn.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
