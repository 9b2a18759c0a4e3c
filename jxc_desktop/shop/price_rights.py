"""Who may see the money of documents that tell what goods cost."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from jxc_desktop.shop.actor import Actor, actor_of

PURCHASE_PRICE = "field.purchase_price"
COST_PRICE = "field.cost_price"
PRICE_RIGHTS: Mapping[str, str] = {
    "supplier_quotation": PURCHASE_PRICE,
    "purchase_order": PURCHASE_PRICE,
    "goods_receipt": PURCHASE_PRICE,
    "purchase_invoice": PURCHASE_PRICE,
    "purchase_return": PURCHASE_PRICE,
    "purchase_allowance": PURCHASE_PRICE,
    "landed_cost": PURCHASE_PRICE,
    "stock_loss": COST_PRICE,
    "stock_gain": COST_PRICE,
    "stock_count": COST_PRICE,
    "other_receipt": COST_PRICE,
    "other_issue": COST_PRICE,
    "cost_adjustment": COST_PRICE,
    "recost": COST_PRICE,
    "assembly": COST_PRICE,
    "disassembly": COST_PRICE,
}
"""The right without which no money of a kind is seen; every other kind shows it."""


def shows_money(actor: Actor, kind: str) -> bool:
    """Whether somebody may see the sums and prices of documents of a kind."""
    right = PRICE_RIGHTS.get(kind)
    return right is None or actor.may(right)


def may_see_money(session: Session, kind: str) -> bool:
    """The same of whoever is at work."""
    return shows_money(actor_of(session), kind)
