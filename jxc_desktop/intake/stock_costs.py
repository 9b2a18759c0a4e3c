"""Corrections of cost as data: put right by hand, and counted anew."""

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects, products_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.stock.cost_adjustments import (
    AdjustedLine,
    AdjustmentDraft,
    post_cost_adjustment,
    reverse_cost_adjustment,
)
from jxc_desktop.stock.legs import COST_OF_SALES
from jxc_desktop.stock.recosting import first_open_day
from jxc_desktop.stock.recosts import (
    RecostDraft,
    flagged_products,
    post_recost,
    reverse_recost,
)

ADJUSTED_LINE = ("product", "amount", "unit_cost")


def adjustment_draft(session: Session, fields: Fields) -> AdjustmentDraft:
    """The draft that a JSON cost adjustment describes; `account` is 5401 without one.

    A line says the difference as `amount` or the right `unit_cost` of a base unit.
    """
    objects = [line.only(ADJUSTED_LINE) for line in line_objects(fields)]
    return AdjustmentDraft(
        day=day_of(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=tuple(
            AdjustedLine(product.product_id, line.money("amount"), line.price("unit_cost"))
            for line, product in zip(objects, products_of(session, objects), strict=True)
        ),
        account=fields.text("account") or COST_OF_SALES,
        remark=fields.text("remark"),
    )


def recost_draft(session: Session, fields: Fields) -> RecostDraft:
    """The recost that a JSON object describes; without lines it is of all that was posted late.

    `from_day` is the day from which goods are counted anew, the first late day without one.
    """
    objects = [line.only(("product",)) for line in fields.objects("lines")]
    named = [each.product_id for each in products_of(session, objects)]
    flagged = flagged_products(session)
    products = tuple(named or flagged)
    late = [flagged[product] for product in products if product in flagged]
    return RecostDraft(
        day=day_of(session, fields),
        products=products,
        from_day=fields.day("from_day") or min(late, default=first_open_day(session)),
        remark=fields.text("remark"),
    )


INTAKES = (
    Intake(
        "cost_adjustment",
        (*EVERY, "warehouse", "account", "lines"),
        adjustment_draft,
        post_cost_adjustment,
        reverse_cost_adjustment,
        draft=AdjustmentDraft,
    ),
    Intake("recost", (*EVERY, "from_day", "lines"), recost_draft, post_recost, reverse_recost),
)
