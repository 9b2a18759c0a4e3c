"""Goods receipts as data."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import supplier_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, payments_of
from jxc_desktop.intake.inspected import inspected_lines
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.ordering import partner_of, shared_discount, warehouse_of
from jxc_desktop.purchase.legs import INVOICES
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt, reverse_receipt


def receipt_draft(session: Session, fields: Fields) -> ReceiptDraft:
    """The draft that a JSON goods receipt describes."""
    lines, rejected = inspected_lines(session, fields)
    return ReceiptDraft(
        day=day_of(session, fields),
        partner_id=partner_of(session, fields, supplier_named, PURCHASE_ORDER),
        warehouse_id=warehouse_of(session, fields, PURCHASE_ORDER),
        lines=lines,
        invoice=fields.one_of("invoice", INVOICES),
        price_includes_tax=fields.flag("price_includes_tax"),
        order_discount=shared_discount(fields),
        payments=payments_of(session, fields),
        remark=fields.text("remark"),
        source=fields.text("from"),
        rejected=rejected,
        buyer=fields.text("buyer"),
    )


INTAKE = Intake(
    "goods_receipt",
    (
        *EVERY, "partner", "warehouse", "buyer", "invoice", "price_includes_tax", "order_discount", "from", "lines",
        "payments",
    ),
    receipt_draft,
    post_receipt,
    reverse_receipt,
    draft=ReceiptDraft,
)  # fmt: skip
