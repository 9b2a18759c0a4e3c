"""组装单 and 拆卸单 while they are typed: the documents that their fields are, and what is proposed for them.

`fields` hold warehouse, product (id and name), quantity, lines (as `TypedLine.kept`), fee, account, supplier (id and
name).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.stock.kit_parts import proposed_lines
from jxc_desktop.stock.kits import KitDraft
from jxc_desktop.stock.typed_paper import draft_of, kept_line


@dataclass(frozen=True, slots=True)
class Proposal:
    """The parts of so much of a product, as kept lines; none where nothing is known of its parts."""

    product_id: int
    quantity: int
    lines: Sequence[dict[str, Any]]


def proposal(session: Session, product_id: int, quantity: int) -> Proposal:
    """What goes into `quantity` (1e-4 base units) of a product."""
    lines = proposed_lines(session, product_id, quantity)
    return Proposal(product_id, quantity, [kept_line(line) for line in lines])


def kit_draft(typed: TypedFields) -> KitDraft:
    """The document for the service."""
    fields = typed.fields
    lines = (draft_of(line) for line in fields.get("lines", ()) if line["quantity"])
    product, supplier = fields.get("product"), fields.get("supplier")
    fee = fields.get("fee") or 0
    return KitDraft(
        day=typed.day,
        warehouse_id=fields.get("warehouse") or 0,
        product_id=product[0] if product else 0,
        quantity=fields.get("quantity") or 0,
        lines=tuple(lines),
        fee=fee,
        money_account_id=None if supplier or not fee else fields.get("account"),
        partner_id=supplier[0] if supplier and fee else None,
        remark=typed.remark,
    )
