"""Members of the shop: their cards and levels, the points they earn, the value they store."""
