"""What happens to an order after it was approved, as data: `{"type": "order_close", "number": …, "reason": …}`."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.fields import Fields
from jxc_desktop.ledger.papers import header_of
from jxc_desktop.purchase.order_kinds import PURCHASE_KINDS
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.states import (
    close_order,
    reopen_order,
    unapprove_order,
    void_order,
)

FIELDS = ("key", "type", "number", "reason")
ORDER_KINDS: Mapping[str, OrderKind] = {
    kind.kind: kind for kind in (*PURCHASE_KINDS, QUOTATION, SALES_ORDER)
}
"""Every kind of order, by its word."""

Act = Callable[[Session, OrderKind, str, str], None]
ACTS: Mapping[str, Act] = {
    "order_unapprove": lambda session, kind, number, _reason: unapprove_order(
        session, kind, number
    ),
    "order_close": close_order,
    "order_reopen": lambda session, kind, number, _reason: reopen_order(session, kind, number),
    "order_void": lambda session, kind, number, _reason: void_order(session, kind, number),
}


def change_order(session: Session, fields: Fields, kind_word: str, *, key: Key) -> Posted:
    """Do what `type` says to the order `number`; a repeat with the same key answers as before."""
    if earlier := answered(session, key):
        return earlier
    number = fields.needed("number")
    kind = ORDER_KINDS.get(kind_word)
    if kind is None:
        problem = translate("intake", "{number} 不是订单。只有订单能反审核、关闭和作废")
        raise fields.wrong(InvalidInput(problem.format(number=number)), "number")
    ACTS[fields.needed("type")](session, kind, number, fields.text("reason"))
    head = header_of(session, kind.kind, number)
    return remember(session, key, Posted(kind.kind, head["id"], number, head["total"]))
