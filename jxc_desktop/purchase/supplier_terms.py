"""What a receipt must know of its supplier the moment it is chosen: what is owed, which invoice it gives."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.queries import partner_balance
from jxc_desktop.shop.actor import may, needs

PAYABLE = "220201"
_INVOICE = Statement("SELECT invoice FROM partner WHERE id = :id")


@dataclass(frozen=True, slots=True)
class SupplierTerms:
    """`owed` is what we owe in fen, None for who may not see purchase prices; `invoice` is usual, None unknown."""

    owed: int | None
    invoice: str | None


@needs("supplier.view")
def supplier_terms(session: Session, partner_id: int) -> SupplierTerms:
    """The terms of a supplier as they are now."""
    [invoice] = _INVOICE.one(session, id=partner_id)
    if not may(session, "field.purchase_price"):
        return SupplierTerms(None, invoice)
    return SupplierTerms(-partner_balance(session, PAYABLE, partner_id), invoice)
