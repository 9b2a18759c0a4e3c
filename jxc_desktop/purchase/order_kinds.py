"""Requests, inquiries, suppliers' quotations and purchase orders as kinds of order: their tables, what follows them."""

from jxc_desktop.ledger.papers import Family
from jxc_desktop.purchase.order_models import (
    PurchaseOrder,
    PurchaseOrderLine,
    PurchaseRequest,
    PurchaseRequestLine,
    Rfq,
    RfqLine,
    RfqSupplier,
    SupplierQuotation,
    SupplierQuotationLine,
)
from jxc_desktop.stock.ordering.kinds import ON_ORDER, Follower, OrderKind

REQUEST = OrderKind(
    Family(PurchaseRequest, (PurchaseRequestLine,), "请购单"),
    (Follower("purchase_order", "request_id", "request_line"),),
    bounded=False,
)
RFQ = OrderKind(
    Family(Rfq, (RfqLine, RfqSupplier), "询价单"),
    (Follower("supplier_quotation", "rfq_id"),),
    bounded=False,
)
SUPPLIER_QUOTATION = OrderKind(
    Family(SupplierQuotation, (SupplierQuotationLine,), "供应商报价单"),
    (Follower("purchase_order", "quotation_id"),),
)
PURCHASE_ORDER = OrderKind(
    Family(PurchaseOrder, (PurchaseOrderLine,), "采购订单"),
    (Follower("goods_receipt", "order_id"),),
    ON_ORDER,
)
PURCHASE_KINDS = (REQUEST, RFQ, SUPPLIER_QUOTATION, PURCHASE_ORDER)
