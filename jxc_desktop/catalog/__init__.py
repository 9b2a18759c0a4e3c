"""Goods: products, units, barcodes, categories, prices, search."""
