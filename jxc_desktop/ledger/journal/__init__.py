"""Vouchers that are no document of trade: typed by hand, made from templates, or by a month's end."""
