"""Prices and the arithmetic of a priced line."""
