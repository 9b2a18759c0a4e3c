"""Offering goods and taking orders: a quotation becomes a sales order, which is delivered in parts."""

from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.partners.facts import customer_facts
from jxc_desktop.sales.approval_facts import sale_facts
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.services import includes_tax, priced_delivery
from jxc_desktop.sales.versions import keep_version
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.employees import person_named
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.following import followed
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.states import WrittenOrder, approve_order
from jxc_desktop.stock.papers import line_rows


@needs("quotation.post")
def approve_quotation(session: Session, draft: OrderDraft, *, key: Key) -> Posted:
    """Offer goods to a customer at prices."""
    if earlier := answered(session, key):
        return earlier
    return _approve(session, QUOTATION, draft, {}, key)


@needs("sales_order.post")
def approve_sales_order(session: Session, draft: OrderDraft, *, key: Key) -> Posted:
    """Take a customer's order and reserve the goods; one that follows a quotation takes its prices."""
    if earlier := answered(session, key):
        return earlier
    draft, quotation_id = followed(session, QUOTATION, draft, draft.partner_id)
    return _approve(session, SALES_ORDER, draft, {"quotation_id": quotation_id}, key)


def _approve(
    session: Session, kind: OrderKind, draft: OrderDraft, own: dict[str, Any], key: Key
) -> Posted:
    settings = settings_of(session)
    customer = customer_facts(session, draft.partner_id)
    seller = person_named(session, draft.salesperson or customer.salesperson, "salesperson")
    draft = replace(draft, salesperson=seller)
    lines = priced_delivery(session, draft, settings, customer)
    facts = partial(sale_facts, session, draft.day, lines, customer, 0)
    if held := held_back(session, kind.kind, draft, facts, key):
        return held
    if kind is QUOTATION and draft.amends:
        keep_version(session, draft.amends)
    header = {
        **own,
        "due_day": draft.due_day,
        "partner_id": customer.id,
        "partner_name": customer.name,
        "warehouse_id": draft.warehouse_id,
        "salesperson": draft.salesperson,
        "price_includes_tax": includes_tax(draft, settings),
        "order_discount": draft.order_discount or 0,
        "remark": draft.remark,
    }
    total = sum(line.gross for line in lines)
    rows = line_rows(0, lines)
    return approve_order(
        session, kind, WrittenOrder(draft.day, total, header, (rows,), draft.amends), key=key
    )
