"""What can be asked about sales on paper: offers, orders, deliveries, and goods that came back."""

from jxc_desktop.sales.queries.deliveries import (
    DeliveryView,
    SoldAt,
    delivery_by_id,
    delivery_list,
    delivery_sum,
    delivery_view,
    last_sales,
)
from jxc_desktop.sales.queries.invoices import (
    SalesInvoiceLineView,
    SalesInvoiceView,
    sales_invoice_list,
    sales_invoice_sum,
    sales_invoice_view,
)
from jxc_desktop.sales.queries.orders import (
    quotation_list,
    quotation_sum,
    quotation_view,
    sales_order_list,
    sales_order_sum,
    sales_order_view,
)
from jxc_desktop.sales.queries.returns import (
    SalesReturnLineView,
    SalesReturnView,
    returned_of_delivery,
    sales_return_list,
    sales_return_sum,
    sales_return_view,
)

__all__ = [
    "DeliveryView",
    "SalesInvoiceLineView",
    "SalesInvoiceView",
    "SalesReturnLineView",
    "SalesReturnView",
    "SoldAt",
    "delivery_by_id",
    "delivery_list",
    "delivery_sum",
    "delivery_view",
    "last_sales",
    "quotation_list",
    "quotation_sum",
    "quotation_view",
    "returned_of_delivery",
    "sales_invoice_list",
    "sales_invoice_sum",
    "sales_invoice_view",
    "sales_order_list",
    "sales_order_sum",
    "sales_order_view",
    "sales_return_list",
    "sales_return_sum",
    "sales_return_view",
]
