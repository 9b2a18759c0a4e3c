"""Invoices given out as data: `from` names a sale, for the whole invoice or on each line."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.codes import customer_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.sales.invoiced import InvoiceSale
from jxc_desktop.sales.invoices import (
    KINDS,
    SalesInvoiceDraft,
    post_sales_invoice,
    reverse_sales_invoice,
)

SAID_LINE = ("from", "amount", "tax_amount", "tax_rate", "summary")

_CUSTOMER = Statement(
    "SELECT partner_id FROM sales_delivery WHERE number = :number UNION ALL "
    "SELECT partner_id FROM sales_return WHERE number = :number UNION ALL "
    "SELECT partner_id FROM sales_invoice WHERE invoice_number = :number AND state = 'posted' "
    "AND reverses_id IS NULL"
)
"""Whose a delivery, a return, or the invoice that is taken back is."""


def invoice_draft(session: Session, fields: Fields) -> SalesInvoiceDraft:
    """The draft that a JSON invoice describes; the customer is that of its sales by default."""
    lines = tuple(_lines(fields))
    red_of = fields.text("red_of")
    return SalesInvoiceDraft(
        day=day_of(session, fields),
        partner_id=_partner(session, fields, [*(line.source for line in lines), red_of]),
        invoice_number=fields.needed("invoice_number"),
        lines=lines,
        invoice=fields.one_of("invoice", KINDS) or "ordinary",
        title=fields.text("title"),
        red_of=red_of,
        remark=fields.text("remark"),
    )


def _lines(fields: Fields) -> Iterator[InvoiceSale]:
    objects, whole = fields.objects("lines"), fields.text("from")
    if not objects and whole:
        yield InvoiceSale(whole)
    for line in objects:
        line.only(SAID_LINE)
        yield InvoiceSale(
            line.text("from") or whole,
            line.money("amount"),
            line.money("tax_amount"),
            line.rate("tax_rate"),
            line.text("summary"),
        )


def _partner(session: Session, fields: Fields, sources: list[str]) -> int | None:
    if fields.text("partner"):
        return customer_named(session, fields)
    rows = [row for source in sources if source for row in _CUSTOMER.all(session, number=source)]
    return rows[0][0] if rows else None


INTAKE = Intake(
    "sales_invoice",
    (*EVERY, "partner", "title", "invoice", "invoice_number", "red_of", "from", "lines"),
    invoice_draft,
    post_sales_invoice,
    reverse_sales_invoice,
    draft=SalesInvoiceDraft,
)
