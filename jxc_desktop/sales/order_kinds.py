"""Quotations and sales orders as kinds of order: their tables, and what follows them."""

from jxc_desktop.ledger.papers import Family
from jxc_desktop.sales.models import Quotation, QuotationLine, SalesOrder, SalesOrderLine
from jxc_desktop.stock.ordering.kinds import ALLOCATED, Follower, OrderKind

QUOTATION = OrderKind(
    Family(Quotation, (QuotationLine,), "销售报价单"),
    (Follower("sales_order", "quotation_id"),),
)
SALES_ORDER = OrderKind(
    Family(SalesOrder, (SalesOrderLine,), "销售订单"),
    (Follower("sales_delivery", "order_id"),),
    ALLOCATED,
)
