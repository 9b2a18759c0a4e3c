"""The papers of sales, counted as printed: quotations, orders, deliveries, returns and invoices given out."""

from sqlalchemy.orm import Session

from jxc_desktop.printing.form import Form
from jxc_desktop.sales.invoice_slips import invoice_note
from jxc_desktop.sales.order_slips import order_form, quotation_form
from jxc_desktop.sales.queries import (
    delivery_view,
    quotation_view,
    sales_invoice_view,
    sales_order_view,
    sales_return_view,
)
from jxc_desktop.sales.slips import delivery_note, return_note
from jxc_desktop.sales.versions import former_version
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.firms import firm_of

FORM, RETURN_FORM = "delivery_note", "return_note"
ORDER_FORM, QUOTATION_FORM = "order_form", "quotation_form"
INVOICE_FORM = "sales_invoice_note"


def printed_delivery(session: Session, number: str) -> Form:
    """The note, with 补打 from the second time on."""
    view = delivery_view(session, number)
    printed = note_print(session, number, FORM)
    firm = firm_of(session, view.partner_id, view.partner_name)
    return delivery_note(view, settings_of(session), firm, printed=printed)


def printed_return(session: Session, number: str) -> Form:
    """The return note, with 补打 from the second time on."""
    view = sales_return_view(session, number)
    printed = note_print(session, number, RETURN_FORM)
    firm = firm_of(session, view.partner_id, view.partner_name)
    return return_note(view, settings_of(session), firm, printed=printed)


def printed_order(session: Session, number: str) -> Form:
    """The order; it is no receipt, so a further print is like the first."""
    view = sales_order_view(session, number)
    note_print(session, number, ORDER_FORM)
    firm = firm_of(session, view.partner_id, view.partner_name)
    return order_form(view, settings_of(session), firm)


def printed_version(session: Session, number: str, version: int) -> Form:
    """A version of a quotation that holds no longer, marked as such."""
    view = former_version(session, number, version)
    note_print(session, number, QUOTATION_FORM)
    firm = firm_of(session, view.partner_id, view.partner_name)
    return quotation_form(view, settings_of(session), firm, former=True)


def printed_quotation(session: Session, number: str) -> Form:
    """The quotation; it is no receipt, so a further print is like the first."""
    view = quotation_view(session, number)
    note_print(session, number, QUOTATION_FORM)
    firm = firm_of(session, view.partner_id, view.partner_name)
    return quotation_form(view, settings_of(session), firm)


def printed_invoice(session: Session, number: str) -> Form:
    """The registration of an invoice given out, with 补打 from the second time on."""
    view = sales_invoice_view(session, number)
    printed = note_print(session, number, INVOICE_FORM)
    return invoice_note(view, settings_of(session), printed=printed)
