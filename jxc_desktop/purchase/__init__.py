"""Buying: goods receipts."""
