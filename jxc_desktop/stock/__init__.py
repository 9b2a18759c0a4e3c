"""Stock: warehouses, pools, moves and their cost."""
