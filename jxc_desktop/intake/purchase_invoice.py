"""Suppliers' invoices as data: `from` names a receipt, for the whole invoice or on each line."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import supplier_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.returned import Originals, line_named, original_of
from jxc_desktop.purchase.bills import KINDS, PurchaseInvoiceDraft
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.invoices import post_purchase_invoice, reverse_purchase_invoice
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine

RECEIVED = Originals(GoodsReceipt.kind, GoodsReceiptLine)
BILLED_LINE = ("from", "from_line", "product", "quantity", "price", "discount", "tax_rate")


def invoice_draft(session: Session, fields: Fields) -> PurchaseInvoiceDraft:
    """The draft that a JSON invoice describes; the supplier is the receipt's by default."""
    lines = tuple(_lines(session, fields))
    receipts = tuple(dict.fromkeys(line.receipt for line in lines)) or _named(fields)
    return PurchaseInvoiceDraft(
        day=day_of(session, fields),
        partner_id=_partner(session, fields, receipts),
        invoice_number=fields.needed("invoice_number"),
        receipts=receipts,
        lines=lines,
        invoice=fields.one_of("invoice", KINDS),
        invoice_day=fields.day("invoice_day"),
        price_includes_tax=fields.flag("price_includes_tax"),
        remark=fields.text("remark"),
    )


def _named(fields: Fields) -> tuple[str, ...]:
    number = fields.text("from")
    return (number,) if number else ()


def _partner(session: Session, fields: Fields, receipts: tuple[str, ...]) -> int:
    if fields.text("partner") or not receipts:
        return supplier_named(session, fields)
    original = original_of(session, Fields({"from": receipts[0]}, fields.path), RECEIVED)
    return int(original.header["partner_id"])


def _lines(session: Session, fields: Fields) -> Iterator[InvoiceLine]:
    for line in fields.objects("lines"):
        line.only(BILLED_LINE)
        number = line.text("from") or fields.needed("from")
        original = original_of(session, Fields({**line.data, "from": number}, line.path), RECEIVED)
        row = line_named(session, line, original.lines)
        yield InvoiceLine(
            number,
            row["line_no"],
            line.quantity("quantity"),
            line.price("price"),
            line.rate("discount") or 0,
            line.rate("tax_rate"),
        )


INTAKE = Intake(
    "purchase_invoice",
    (
        *EVERY, "partner", "invoice", "invoice_number", "invoice_day", "price_includes_tax", "from", "lines",
    ),
    invoice_draft,
    post_purchase_invoice,
    reverse_purchase_invoice,
    draft=PurchaseInvoiceDraft,
)  # fmt: skip
