"""Prices of sales: what a customer was promised, the lowest that may be asked, and changes from a day on."""
