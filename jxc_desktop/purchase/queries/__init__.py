"""What can be asked about purchases: orders, receipts, invoices, and goods sent back."""

from jxc_desktop.purchase.queries.invoices import (
    InvoiceLineView,
    PurchaseInvoiceView,
    Unbilled,
    purchase_invoice_list,
    purchase_invoice_sum,
    purchase_invoice_view,
    unbilled_of,
)
from jxc_desktop.purchase.queries.orders import (
    purchase_order_list,
    purchase_order_sum,
    purchase_order_view,
)
from jxc_desktop.purchase.queries.receipts import (
    PURCHASE_PRICE,
    BoughtAt,
    ReceiptLineView,
    ReceiptView,
    last_purchases,
    receipt_by_id,
    receipt_list,
    receipt_sum,
    receipt_view,
)
from jxc_desktop.purchase.queries.returns import (
    PurchaseReturnLineView,
    PurchaseReturnView,
    purchase_return_list,
    purchase_return_sum,
    purchase_return_view,
    returned_of_receipt,
)

__all__ = [
    "PURCHASE_PRICE",
    "BoughtAt",
    "InvoiceLineView",
    "PurchaseInvoiceView",
    "PurchaseReturnLineView",
    "PurchaseReturnView",
    "ReceiptLineView",
    "ReceiptView",
    "Unbilled",
    "last_purchases",
    "purchase_invoice_list",
    "purchase_invoice_sum",
    "purchase_invoice_view",
    "purchase_order_list",
    "purchase_order_sum",
    "purchase_order_view",
    "purchase_return_list",
    "purchase_return_sum",
    "purchase_return_view",
    "receipt_by_id",
    "receipt_list",
    "receipt_sum",
    "receipt_view",
    "returned_of_receipt",
    "unbilled_of",
]
