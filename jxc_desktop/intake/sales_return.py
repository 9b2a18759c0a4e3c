"""Goods that customers bring back, as data: from a delivery, or without one."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import customer_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, lines_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.returned import Originals, original_of, require_same_terms, returned_of
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return

DELIVERED = Originals(SalesDelivery.kind, SalesDeliveryLine)


def sales_return_draft(session: Session, fields: Fields) -> SalesReturnDraft:
    """The draft that a JSON sales return describes; partner and warehouse default to the original's."""
    if fields.text("from"):
        return _sourced(session, fields)
    return SalesReturnDraft(
        day=day_of(session, fields),
        partner_id=customer_named(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=lines_of(session, fields),
        price_includes_tax=fields.flag("price_includes_tax"),
        payments=payments_of(session, fields),
        reason=fields.text("reason"),
        remark=fields.text("remark"),
    )


def _sourced(session: Session, fields: Fields) -> SalesReturnDraft:
    original = original_of(session, fields, DELIVERED)
    require_same_terms(fields, original, ("price_includes_tax",))
    known = original.header
    partner, warehouse = fields.text("partner"), fields.text("warehouse")
    return SalesReturnDraft(
        day=day_of(session, fields),
        partner_id=customer_named(session, fields) if partner else known["partner_id"],
        warehouse_id=warehouse_named(session, fields) if warehouse else known["warehouse_id"],
        original=fields.needed("from"),
        back=returned_of(session, fields, original),
        payments=payments_of(session, fields),
        reason=fields.text("reason"),
        remark=fields.text("remark"),
    )


INTAKE = Intake(
    "sales_return",
    (*EVERY, "partner", "warehouse", "from", "price_includes_tax", "reason", "lines", "payments"),
    sales_return_draft,
    post_sales_return,
    reverse_sales_return,
    draft=SalesReturnDraft,
)
