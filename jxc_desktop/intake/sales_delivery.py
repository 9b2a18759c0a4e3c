"""Deliveries as data."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import customer_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.ordering import following_lines, partner_of, shared_discount
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.sales.services import DeliveryDraft, post_delivery, reverse_delivery


def delivery_draft(session: Session, fields: Fields) -> DeliveryDraft:
    """The draft that a JSON delivery describes."""
    return DeliveryDraft(
        day=day_of(session, fields),
        partner_id=partner_of(session, fields, customer_named, SALES_ORDER),
        warehouse_id=warehouse_named(session, fields),
        lines=following_lines(session, fields, SALES_ORDER),
        salesperson=fields.text("salesperson"),
        price_includes_tax=fields.flag("price_includes_tax"),
        order_discount=shared_discount(fields),
        payments=payments_of(session, fields),
        remark=fields.text("remark"),
        source=fields.text("from"),
    )


INTAKE = Intake(
    "sales_delivery",
    (
        *EVERY, "partner", "warehouse", "salesperson", "price_includes_tax", "order_discount", "from", "lines",
        "payments",
    ),
    delivery_draft,
    post_delivery,
    reverse_delivery,
    draft=DeliveryDraft,
)  # fmt: skip
