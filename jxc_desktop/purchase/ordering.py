"""Ordering of suppliers: a purchase order is received in parts."""

from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.services import includes_tax, priced_receipt
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import WrittenOrder, approve_order
from jxc_desktop.stock.papers import line_rows
from jxc_desktop.stock.priced import largest_discount


@needs("purchase_order.post")
def approve_purchase_order(session: Session, draft: OrderDraft, *, key: Key) -> Posted:
    """Order goods of a supplier; they count as on their way until they come or the order is closed."""
    if earlier := answered(session, key):
        return earlier
    settings = settings_of(session)
    supplier = supplier_facts(session, draft.partner_id)
    lines = priced_receipt(session, draft, settings)
    total = sum(line.gross for line in lines)
    facts = partial(Facts, draft.day, total, supplier.name, largest_discount(lines))
    if held := held_back(session, PURCHASE_ORDER.kind, draft, facts, key):
        return held
    header = {
        "due_day": draft.due_day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": draft.warehouse_id,
        "price_includes_tax": includes_tax(draft, settings),
        "order_discount": draft.order_discount or 0,
        "remark": draft.remark,
    }
    rows = line_rows(0, lines)
    written = WrittenOrder(draft.day, total, header, (rows,), draft.amends)
    return approve_order(session, PURCHASE_ORDER, written, key=key)
