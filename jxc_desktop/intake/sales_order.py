"""Quotations and sales orders as data."""

from functools import partial

from jxc_desktop.intake.codes import customer_named
from jxc_desktop.intake.intake import Intake, never_reversed
from jxc_desktop.intake.ordering import OFFER, ORDER, order_draft
from jxc_desktop.sales.order_kinds import QUOTATION
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.stock.ordering.drafts import OrderDraft

INTAKES = (
    Intake(
        "quotation",
        OFFER,
        partial(order_draft, partner=customer_named),
        approve_quotation,
        never_reversed,
        draft=OrderDraft,
    ),
    Intake(
        "sales_order",
        ORDER,
        partial(order_draft, partner=customer_named, follows=QUOTATION),
        approve_sales_order,
        never_reversed,
        draft=OrderDraft,
    ),
)
