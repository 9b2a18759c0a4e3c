"""A transfer on its way as something that is fulfilled by others: by receipts, and by losses of what never came."""

from jxc_desktop.ledger.papers import Family
from jxc_desktop.stock.ordering.kinds import ALLOCATED, Follower, OrderKind
from jxc_desktop.stock.transfer_models import StockTransfer, StockTransferLine

TRANSFER = Family(StockTransfer, (StockTransferLine,), "调拨单")
TRANSIT = OrderKind(
    TRANSFER,
    (Follower("transfer_receipt", "transfer_id"), Follower("stock_loss", "transfer_id")),
)
OPEN = "o.in_transit = 1 AND o.state = 'posted' AND o.reverses_id IS NULL"
"""SQL: transfer o may have goods on their way."""
LEFT = f"l.base_quantity - ({TRANSIT.fulfilled_sql('o', 'l')})"
"""SQL: base units of line l of transfer o that did not come yet."""


def coming_sql(promise: str) -> str:
    """SQL: (product, warehouse, base units) that goods on their way put into a column of `StockPromise`."""
    place = (
        "(SELECT min(id) FROM warehouse WHERE transit = 1)"
        if promise == ALLOCATED
        else "o.to_warehouse_id"
    )
    return (
        f"SELECT l.product_id AS product_id, {place} AS warehouse_id, {LEFT} AS left_over "
        f"FROM stock_transfer o JOIN stock_transfer_line l ON l.document_id = o.id WHERE {OPEN}"
    )
