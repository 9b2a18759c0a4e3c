"""Goods receipts as data."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import supplier_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, lines_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.purchase.services import INVOICES, ReceiptDraft, post_receipt, reverse_receipt


def receipt_draft(session: Session, fields: Fields) -> ReceiptDraft:
    """The draft that a JSON goods receipt describes."""
    return ReceiptDraft(
        day=day_of(session, fields),
        partner_id=supplier_named(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=lines_of(session, fields),
        invoice=fields.one_of("invoice", INVOICES),
        price_includes_tax=fields.flag("price_includes_tax"),
        order_discount=fields.money("order_discount") or 0,
        payments=payments_of(session, fields),
        remark=fields.text("remark"),
    )


INTAKE = Intake(
    "goods_receipt",
    (*EVERY, "partner", "warehouse", "invoice", "price_includes_tax", "order_discount", "lines", "payments"),
    receipt_draft,
    post_receipt,
    reverse_receipt,
    draft=ReceiptDraft,
)  # fmt: skip
