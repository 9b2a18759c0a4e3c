"""Deliveries as data."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import customer_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, lines_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.sales.services import DeliveryDraft, post_delivery, reverse_delivery


def delivery_draft(session: Session, fields: Fields) -> DeliveryDraft:
    """The draft that a JSON delivery describes."""
    return DeliveryDraft(
        day=day_of(session, fields),
        partner_id=customer_named(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=lines_of(session, fields),
        salesperson=fields.text("salesperson"),
        price_includes_tax=fields.flag("price_includes_tax"),
        order_discount=fields.money("order_discount") or 0,
        payments=payments_of(session, fields),
        remark=fields.text("remark"),
    )


INTAKE = Intake(
    "sales_delivery",
    (*EVERY, "partner", "warehouse", "salesperson", "price_includes_tax", "order_discount", "lines", "payments"),
    delivery_draft,
    post_delivery,
    reverse_delivery,
    draft=DeliveryDraft,
)  # fmt: skip
