"""Cleaners: one foreign cell in, a typed value, None for a blank, or a `Fault` out. None of them raises."""

from jxc_desktop.imports.cells.amounts import count, factor, money, number, price, tax_rate
from jxc_desktop.imports.cells.barcodes import barcodes
from jxc_desktop.imports.cells.days import day
from jxc_desktop.imports.cells.discounts import discount
from jxc_desktop.imports.cells.faults import Clean, Fault, cleaner, tidy
from jxc_desktop.imports.cells.flags import disabled, enabled, tracking, yes_no
from jxc_desktop.imports.cells.invoices import invoice_kind
from jxc_desktop.imports.cells.quantities import Packs, in_base_units, quantity
from jxc_desktop.imports.cells.sides import direction, outgo
from jxc_desktop.imports.cells.texts import code, phone, remark, text

__all__ = [
    "Clean",
    "Fault",
    "Packs",
    "barcodes",
    "cleaner",
    "code",
    "count",
    "day",
    "direction",
    "disabled",
    "discount",
    "enabled",
    "factor",
    "in_base_units",
    "invoice_kind",
    "money",
    "number",
    "outgo",
    "phone",
    "price",
    "quantity",
    "remark",
    "tax_rate",
    "text",
    "tidy",
    "tracking",
    "yes_no",
]
