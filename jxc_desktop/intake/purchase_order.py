"""Purchase orders as data."""

from functools import partial

from jxc_desktop.intake.codes import supplier_named
from jxc_desktop.intake.intake import Intake, never_reversed
from jxc_desktop.intake.ordering import BOUGHT_OFFER, order_draft
from jxc_desktop.purchase.ordering import approve_purchase_order
from jxc_desktop.stock.ordering.drafts import OrderDraft

INTAKES = (
    Intake(
        "purchase_order",
        BOUGHT_OFFER,
        partial(order_draft, partner=supplier_named),
        approve_purchase_order,
        never_reversed,
        draft=OrderDraft,
    ),
)
