"""Goods sent back to suppliers, as data: from a receipt, or without one."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import supplier_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, lines_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.returned import Originals, original_of, require_same_terms, returned_of
from jxc_desktop.purchase.legs import INVOICES
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    post_purchase_return,
    reverse_purchase_return,
)

RECEIVED = Originals(GoodsReceipt.kind, GoodsReceiptLine)


def purchase_return_draft(session: Session, fields: Fields) -> PurchaseReturnDraft:
    """The draft that a JSON purchase return describes; partner and warehouse default to the original's."""
    if fields.text("from"):
        return _sourced(session, fields)
    return PurchaseReturnDraft(
        day=day_of(session, fields),
        partner_id=supplier_named(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=lines_of(session, fields),
        invoice=fields.one_of("invoice", INVOICES),
        price_includes_tax=fields.flag("price_includes_tax"),
        payments=payments_of(session, fields),
        reason=fields.text("reason"),
        remark=fields.text("remark"),
    )


def _sourced(session: Session, fields: Fields) -> PurchaseReturnDraft:
    original = original_of(session, fields, RECEIVED)
    require_same_terms(fields, original, ("price_includes_tax", "invoice"))
    known = original.header
    partner, warehouse = fields.text("partner"), fields.text("warehouse")
    return PurchaseReturnDraft(
        day=day_of(session, fields),
        partner_id=supplier_named(session, fields) if partner else known["partner_id"],
        warehouse_id=warehouse_named(session, fields) if warehouse else known["warehouse_id"],
        original=fields.needed("from"),
        back=returned_of(session, fields, original),
        payments=payments_of(session, fields),
        reason=fields.text("reason"),
        remark=fields.text("remark"),
    )


INTAKE = Intake(
    "purchase_return",
    (*EVERY, "partner", "warehouse", "invoice", "from", "price_includes_tax", "reason", "lines", "payments"),
    purchase_return_draft,
    post_purchase_return,
    reverse_purchase_return,
    draft=PurchaseReturnDraft,
)  # fmt: skip
