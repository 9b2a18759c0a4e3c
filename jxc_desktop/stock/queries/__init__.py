"""What can be asked about stock: what lies where, what it is worth, how it moved."""

from jxc_desktop.stock.queries.flows import Flow, flows_between
from jxc_desktop.stock.queries.levels import (
    NOTHING,
    Availability,
    LevelView,
    WarehouseView,
    WorthView,
    available_of,
    cost_prices,
    levels_of,
    on_hand,
    on_hand_of,
    promises_by_place,
    stock_value,
    warehouse_named,
    warehouses,
    worth_of,
)
from jxc_desktop.stock.queries.listing import (
    StockFilter,
    StockRow,
    StockSum,
    low_stock,
    stock_list,
    stock_sum,
)
from jxc_desktop.stock.queries.moves import MoveView, level_before, moves_of, moves_of_product
from jxc_desktop.stock.queries.product_flow import FlowRow, ProductFlow, product_flow, product_words

__all__ = [
    "NOTHING",
    "Availability",
    "Flow",
    "FlowRow",
    "LevelView",
    "MoveView",
    "ProductFlow",
    "StockFilter",
    "StockRow",
    "StockSum",
    "WarehouseView",
    "WorthView",
    "available_of",
    "cost_prices",
    "flows_between",
    "level_before",
    "levels_of",
    "low_stock",
    "moves_of",
    "moves_of_product",
    "on_hand",
    "on_hand_of",
    "product_flow",
    "product_words",
    "promises_by_place",
    "stock_list",
    "stock_sum",
    "stock_value",
    "warehouse_named",
    "warehouses",
    "worth_of",
]
