"""What is kept of selling: quotations and orders, deliveries, and what comes back of them."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.cash.models import Paid
from jxc_desktop.core.document import Document
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MOMENT, MONEY
from jxc_desktop.partners.models import Partner
from jxc_desktop.stock.lines import TradeLine
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.models import TradeOrder


class Quotation(TradeOrder, Base):
    """Prices offered to a customer, good until `due_day` (销售报价单)."""

    __tablename__ = "quotation"
    kind = "quotation"
    prefix = "XSBJ"

    salesperson: Mapped[str] = mapped_column(default="")


class QuotationLine(TradeLine, Base):
    """What was offered on one line."""

    __tablename__ = "quotation_line"
    __table_args__ = (
        CheckConstraint("quantity > 0 AND base_quantity > 0", name="quantity_positive"),
        guarded("order_lines", parent="quotation"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Quotation.id), primary_key=True)


class QuotationVersion(Base):
    """A quotation as it read before it was revised: `body` is its view as JSON, `total` fen."""

    __tablename__ = "quotation_version"
    __table_args__ = (guarded("append"),)

    quotation_id: Mapped[int] = mapped_column(ForeignKey(Quotation.id), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    total: Mapped[int] = mapped_column(MONEY)
    kept_at: Mapped[int] = mapped_column(MOMENT)
    body: Mapped[str]


class SalesOrder(TradeOrder, Base):
    """What a customer ordered, wanted by `due_day` (销售订单); it reserves the goods."""

    __tablename__ = "sales_order"
    kind = "sales_order"
    prefix = "XSDD"

    salesperson: Mapped[str] = mapped_column(default="")
    quotation_id: Mapped[int | None] = mapped_column(ForeignKey(Quotation.id), index=True)


class SalesOrderLine(TradeLine, Base):
    """What was ordered on one line."""

    __tablename__ = "sales_order_line"
    __table_args__ = (
        CheckConstraint("quantity > 0 AND base_quantity > 0", name="quantity_positive"),
        guarded("order_lines", parent="sales_order"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesOrder.id), primary_key=True)


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
    order_id: Mapped[int | None] = mapped_column(ForeignKey(SalesOrder.id), index=True)


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


class SalesReturnPayment(Paid, Base):
    """Money that went back at once."""

    __tablename__ = "sales_return_payment"
    __table_args__ = (guarded("lines", parent="sales_return"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(SalesReturn.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
