"""Every document type that can be posted as data, and the one door through which they all come."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.intake import (
    cards,
    goods_receipt,
    landed_cost,
    money,
    opening,
    pos_return,
    pos_sale,
    price_change,
    purchase_allowance,
    purchase_invoice,
    purchase_order,
    purchase_return,
    sales_delivery,
    sales_invoice,
    sales_order,
    sales_return,
    spending,
    stock_costs,
    stock_papers,
    voucher,
)
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.intake import Intake, Reverse
from jxc_desktop.intake.order_life import ACTS, change_order
from jxc_desktop.intake.order_life import FIELDS as ORDER_FIELDS
from jxc_desktop.intake.reversal import FIELDS, REVERSAL, kind_of, reversal_of
from jxc_desktop.shop.actor import authorize
from jxc_desktop.shop.keys import Key, Posted, answered, digest_of

_KINDS: tuple[Intake[Any], ...] = (
    *purchase_order.INTAKES,
    goods_receipt.INTAKE,
    purchase_invoice.INTAKE,
    purchase_return.INTAKE,
    purchase_allowance.INTAKE,
    landed_cost.INTAKE,
    *sales_order.INTAKES,
    sales_delivery.INTAKE,
    sales_return.INTAKE,
    sales_invoice.INTAKE,
    pos_sale.INTAKE,
    pos_return.INTAKE,
    price_change.INTAKE,
    *money.INTAKES,
    *spending.INTAKES,
    *cards.INTAKES,
    *stock_papers.INTAKES,
    *stock_costs.INTAKES,
    voucher.INTAKE,
    *opening.INTAKES,
)
INTAKES: Mapping[str, Intake[Any]] = {intake.kind: intake for intake in _KINDS}
"""The document types, by their word in JSON."""
_REVERSES: Mapping[str, Reverse] = {
    intake.table or intake.kind: intake.reverse for intake in INTAKES.values()
}


def post_document(session: Session, data: Mapping[str, Any]) -> Posted:
    """Post one document, or take one back, as a JSON object describes it; the caller commits.

    Errors carry the field (`lines[0].quantity`). A repeat with the same key and content answers as before, even
    when the goods or the firm have changed since.
    """
    fields = Fields(data)
    kind = fields.needed("type")
    if kind == REVERSAL:
        return _reverse(session, fields)
    if kind in ACTS:
        word = kind_of(session, fields.only(ORDER_FIELDS).needed("number"))
        return change_order(session, fields, word, key=key_of(fields))
    if kind == price_change.VOID:
        wanted = fields.only(price_change.VOID_FIELDS)
        return price_change.void_change(session, wanted, key=key_of(fields))
    if kind not in INTAKES:
        raise fields.wrong(InvalidInput(_unknown_type(kind)), "type")
    intake = INTAKES[kind]
    fields.only(intake.fields)
    authorize(session, intake.permission)
    key = key_of(fields)
    if earlier := answered(session, key):
        return earlier
    return intake.post(session, intake.parse(session, fields), key=key)


def _reverse(session: Session, fields: Fields) -> Posted:
    wanted = reversal_of(fields.only(FIELDS))
    reverse = _REVERSES[kind_of(session, wanted.number)]
    return reverse(session, wanted, key=key_of(fields))


def answer_to(session: Session, data: Mapping[str, Any]) -> Posted | None:
    """The answer that a document got before, if it is in the books."""
    return answered(session, key_of(Fields(data)))


def key_of(fields: Fields) -> Key:
    """The sender's key with the digest of the canonical JSON as sent.

    A reversal without a key is known by the number it takes back, which can be taken back only once.
    """
    if fields.text("type") == REVERSAL and not fields.text("key"):
        number = fields.needed("number")
        return Key(f"{REVERSAL}:{number}", digest_of(number))
    return Key(fields.needed("key"), digest_of(fields.data))


def _unknown_type(kind: str) -> str:
    return translate("intake", "没有 {kind} 这种单据，可以是 {known}").format(
        kind=kind[:40], known=listed([*INTAKES, REVERSAL, *ACTS, price_change.VOID])
    )
