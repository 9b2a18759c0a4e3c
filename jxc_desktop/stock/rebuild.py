"""Making levels, pools, layers and months anew from the journal; on a sound shop it changes nothing."""

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.stock.months import MONTHS_OF_MOVES

_CLEAR_LEVELS = Statement("DELETE FROM stock_level", changes="stock_level")
_FILL_LEVELS = Statement(
    "INSERT INTO stock_level (product_id, warehouse_id, lot_id, quantity) "
    "SELECT product_id, warehouse_id, lot_id, sum(quantity) FROM move "
    "GROUP BY product_id, warehouse_id, lot_id",
    changes="stock_level",
)
_FILL_POOLS = Statement(
    "UPDATE cost_pool SET "
    "quantity = coalesce((SELECT sum(quantity) FROM move WHERE pool_id = cost_pool.id), 0), "
    "value = coalesce((SELECT sum(amount) FROM move WHERE pool_id = cost_pool.id), 0), "
    "seq = coalesce((SELECT max(seq) FROM move WHERE pool_id = cost_pool.id), 0)",
    changes="cost_pool",
)
_CLEAR_LAYERS = Statement("DELETE FROM cost_layer", changes="cost_layer")
_FILL_LAYERS = Statement(
    "INSERT INTO cost_layer (pool_id, seq, quantity, value) "
    "SELECT pool_id, layer, sum(quantity), sum(amount) FROM layer_part "
    "GROUP BY pool_id, layer HAVING sum(quantity) <> 0",
    changes="cost_layer",
)
_CLEAR_MONTHS = Statement("DELETE FROM stock_month", changes="stock_month")
_FILL_MONTHS = Statement(
    "INSERT INTO stock_month (month, product_id, warehouse_id, in_quantity, in_amount, "
    f"out_quantity, out_amount, adjust_amount) {MONTHS_OF_MOVES}",
    changes="stock_month",
)


def rebuild_stock(session: Session) -> None:
    """Replace every level, layer and month, and quantity and value of every pool, by the sums of their moves.

    The last known unit cost of a pool stays: it is no sum.
    """
    _CLEAR_LEVELS.run(session)
    _FILL_LEVELS.run(session)
    _FILL_POOLS.run(session)
    _CLEAR_LAYERS.run(session)
    _FILL_LAYERS.run(session)
    _CLEAR_MONTHS.run(session)
    _FILL_MONTHS.run(session)
