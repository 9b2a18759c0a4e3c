"""What is kept of buying before goods come: what is wanted, what was asked, offered and ordered."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import PRICE, QUANTITY
from jxc_desktop.partners.models import Partner
from jxc_desktop.sales.models import SalesOrder
from jxc_desktop.stock.lines import GoodsLine, TradeLine
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.models import Order, TradeOrder

_POSITIVE = "quantity > 0 AND base_quantity > 0"


class Wish(Order):
    """A paper that names goods without prices, for a warehouse."""

    @declared_attr
    def warehouse_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Warehouse.id))


class PurchaseRequest(Wish, Base):
    """Goods that somebody needs by `due_day`, and what for (请购单)."""

    __tablename__ = "purchase_request"
    kind = "purchase_request"
    prefix = "QG"

    purpose: Mapped[str] = mapped_column(default="")


class PurchaseRequestLine(GoodsLine, Base):
    """What is wanted on one line."""

    __tablename__ = "purchase_request_line"
    __table_args__ = (
        CheckConstraint(_POSITIVE, name="quantity_positive"),
        guarded("order_lines", parent="purchase_request"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseRequest.id), primary_key=True)


class Rfq(Wish, Base):
    """Suppliers asked for their prices until `due_day` (询价单)."""

    __tablename__ = "rfq"
    kind = "rfq"
    prefix = "XJ"

    request_id: Mapped[int | None] = mapped_column(ForeignKey(PurchaseRequest.id), index=True)


class RfqLine(GoodsLine, Base):
    """What prices are asked for on one line."""

    __tablename__ = "rfq_line"
    __table_args__ = (
        CheckConstraint(_POSITIVE, name="quantity_positive"),
        guarded("order_lines", parent="rfq"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(Rfq.id), primary_key=True)


class RfqSupplier(Base):
    """A supplier that was asked."""

    __tablename__ = "rfq_supplier"
    __table_args__ = (guarded("order_lines", parent="rfq"),)

    document_id: Mapped[int] = mapped_column(ForeignKey(Rfq.id), primary_key=True)
    line_no: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id), index=True)


class SupplierQuotation(TradeOrder, Base):
    """Prices that a supplier offers, good until `due_day` (供应商报价单)."""

    __tablename__ = "supplier_quotation"
    kind = "supplier_quotation"
    prefix = "GB"

    rfq_id: Mapped[int | None] = mapped_column(ForeignKey(Rfq.id), index=True)


class SupplierQuotationLine(TradeLine, Base):
    """What is offered on one line: `lead_days` until it comes, at least `minimum` (1e-4 of the line's unit)."""

    __tablename__ = "supplier_quotation_line"
    __table_args__ = (
        CheckConstraint(_POSITIVE, name="quantity_positive"),
        guarded("order_lines", parent="supplier_quotation"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(SupplierQuotation.id), primary_key=True)
    lead_days: Mapped[int | None]
    minimum: Mapped[int] = mapped_column(QUANTITY, default=0)


class PurchaseOrder(TradeOrder, Base):
    """What a supplier is to deliver, wanted by `due_day` (采购订单).

    It follows a quotation or a request; through its quotation it serves the request that this was asked for.
    `sales_order_id` is the order of a customer that it buys for (以销定购).
    """

    __tablename__ = "purchase_order"
    kind = "purchase_order"
    prefix = "CGDD"

    buyer: Mapped[str] = mapped_column(default="")
    request_id: Mapped[int | None] = mapped_column(ForeignKey(PurchaseRequest.id), index=True)
    quotation_id: Mapped[int | None] = mapped_column(ForeignKey(SupplierQuotation.id), index=True)
    sales_order_id: Mapped[int | None] = mapped_column(ForeignKey(SalesOrder.id), index=True)


class PurchaseOrderLine(TradeLine, Base):
    """What was ordered on one line; `request_line` is the line of the request that it serves."""

    __tablename__ = "purchase_order_line"
    __table_args__ = (
        CheckConstraint(_POSITIVE, name="quantity_positive"),
        guarded("order_lines", parent="purchase_order"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey(PurchaseOrder.id), primary_key=True)
    request_line: Mapped[int | None]


class SupplierPrice(Base):
    """What a supplier asks for one `unit` of a product from a day on, until the next (供应商价目).

    `price` 1e-6 yuan, `minimum` 1e-4 of the unit. One that a quotation said holds while the quotation does.
    """

    __tablename__ = "supplier_price"
    __table_args__ = (
        UniqueConstraint("partner_id", "product_id", "unit", "from_day", name="one_price_a_day"),
        CheckConstraint("price >= 0 AND minimum >= 0 AND lead_days >= 0", name="terms_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey(Partner.id))
    product_id: Mapped[int] = mapped_column(ForeignKey(Product.id), index=True)
    unit: Mapped[str]
    price: Mapped[int] = mapped_column(PRICE)
    price_includes_tax: Mapped[bool]
    lead_days: Mapped[int | None]
    minimum: Mapped[int] = mapped_column(QUANTITY, default=0)
    from_day: Mapped[date]
    until_day: Mapped[date | None]
    quotation_id: Mapped[int | None] = mapped_column(ForeignKey(SupplierQuotation.id), index=True)
