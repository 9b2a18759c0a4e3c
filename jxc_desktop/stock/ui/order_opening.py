"""Typing an un-approved order anew, from what was approved or from what was kept since."""

from sqlalchemy.orm import Session

from jxc_desktop.shop.drafts import drafts_of, load_draft
from jxc_desktop.stock.ordering.views import OrderView
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.ui.paper_opening import typed_again


def kept_amendment(session: Session, kind: str, number: str) -> int | None:
    """The kept draft that writes order `number` anew, if somebody began one."""
    for draft in drafts_of(session, kind):
        body = load_draft(session, kind, draft.id)
        if number in (body.get("amends"), body.get("fields", {}).get("amends")):
            return draft.id
    return None


def order_again(order: OrderView) -> TypedPaper:
    """An un-approved order as it was, to be typed on under its number."""
    return TypedPaper(
        order.head.day,
        order.partner_id,
        order.partner_name,
        order.warehouse_id,
        remark=order.head.remark,
        order_discount=order.order_discount or 0,
        lines=tuple(typed_again(line) for line in order.lines),
        due_day=order.due_day,
        source=order.source,
        amends=order.head.number or "",
        price_includes_tax=order.price_includes_tax,
    )
