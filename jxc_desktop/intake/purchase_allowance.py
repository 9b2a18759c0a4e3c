"""What suppliers give back without goods, as data: on a receipt, or on goods at large."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import supplier_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, line_objects, payments_of, products_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.returned import Originals, line_named, original_of
from jxc_desktop.purchase.allowances import post_purchase_allowance, reverse_purchase_allowance
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.legs import INVOICES
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine

RECEIVED = Originals(GoodsReceipt.kind, GoodsReceiptLine)
ALLOWED_LINE = ("product", "from_line", "quantity", "unit", "amount", "tax_rate")


def allowance_draft(session: Session, fields: Fields) -> AllowanceDraft:
    """The draft that a JSON allowance describes; the supplier is the receipt's by default."""
    return AllowanceDraft(
        day=day_of(session, fields),
        partner_id=_partner(session, fields),
        warehouse_id=warehouse_named(session, fields),
        lines=tuple(_lines(session, fields)),
        original=fields.text("from"),
        invoice=fields.one_of("invoice", INVOICES),
        price_includes_tax=fields.flag("price_includes_tax"),
        payments=payments_of(session, fields),
        reason=fields.text("reason"),
        remark=fields.text("remark"),
    )


def _partner(session: Session, fields: Fields) -> int:
    if fields.text("partner") or not fields.text("from"):
        return supplier_named(session, fields)
    return int(original_of(session, fields, RECEIVED).header["partner_id"])


def _lines(session: Session, fields: Fields) -> Iterator[AllowanceLine]:
    original = original_of(session, fields, RECEIVED) if fields.text("from") else None
    for line in line_objects(fields):
        line.only(ALLOWED_LINE)
        amount = line.given("amount", line.money("amount"))
        quantity, rate = line.quantity("quantity"), line.rate("tax_rate")
        if original is not None:
            number = line_named(session, line, original.lines)["line_no"]
            yield AllowanceLine(amount, quantity=quantity, tax_rate=rate, from_line=number)
            continue
        [named] = products_of(session, [line])
        unit = line.text("unit") or named.unit
        yield AllowanceLine(amount, named.product_id, line.given("quantity", quantity), unit, rate)


INTAKE = Intake(
    "purchase_allowance",
    (*EVERY, "partner", "warehouse", "invoice", "from", "price_includes_tax", "reason", "lines", "payments"),
    allowance_draft,
    post_purchase_allowance,
    reverse_purchase_allowance,
    draft=AllowanceDraft,
)  # fmt: skip
