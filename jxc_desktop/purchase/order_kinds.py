"""Purchase orders as a kind of order: its tables, and what follows it."""

from jxc_desktop.ledger.papers import Family
from jxc_desktop.purchase.order_models import PurchaseOrder, PurchaseOrderLine
from jxc_desktop.stock.ordering.kinds import ON_ORDER, Follower, OrderKind

PURCHASE_ORDER = OrderKind(
    Family(PurchaseOrder, (PurchaseOrderLine,), "采购订单"),
    (Follower("goods_receipt", "order_id"),),
    ON_ORDER,
)
