"""The papers of buying, counted as printed: with 补打 from the second time on.

A firm stands under the name it had then, reached as it is now.
"""

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.bill_slips import allowance_note, invoice_note
from jxc_desktop.purchase.landed_slips import landed_note
from jxc_desktop.purchase.order_slips import (
    purchase_order_form,
    request_form,
    rfq_form,
    supplier_quotation_form,
)
from jxc_desktop.purchase.queries import (
    landed_cost_view,
    purchase_allowance_view,
    purchase_invoice_view,
    purchase_order_view,
    purchase_request_view,
    purchase_return_view,
    receipt_view,
    rfq_view,
    supplier_quotation_view,
)
from jxc_desktop.purchase.slips import receipt_note, return_note
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.firms import firm_of
from jxc_desktop.stock.slips import Firm

FORM, RETURN_FORM = "receipt_note", "return_note"
ORDER_FORM, RFQ_FORM, REQUEST_FORM = "order_form", "rfq_form", "request_form"
QUOTATION_FORM = "quotation_form"
INVOICE_FORM, ALLOWANCE_FORM = "invoice_note", "allowance_note"
LANDED_FORM = "landed_cost_note"


def printed_receipt(session: Session, number: str) -> Form:
    """The note of a goods receipt."""
    view = receipt_view(session, number)
    firm = firm_of(session, view.partner_id, view.partner_name)
    printed = note_print(session, number, FORM)
    return receipt_note(view, settings_of(session), firm, printed=printed)


def printed_return(session: Session, number: str) -> Form:
    """The note of goods sent back."""
    view = purchase_return_view(session, number)
    firm = firm_of(session, view.partner_id, view.partner_name)
    printed = note_print(session, number, RETURN_FORM)
    return return_note(view, settings_of(session), firm, printed=printed)


def printed_invoice(session: Session, number: str) -> Form:
    """A supplier's invoice as it was entered."""
    view = purchase_invoice_view(session, number)
    firm = firm_of(session, view.partner_id, view.partner_name)
    printed = note_print(session, number, INVOICE_FORM)
    return invoice_note(view, settings_of(session), firm, printed=printed)


def printed_allowance(session: Session, number: str) -> Form:
    """What a supplier gave back without goods."""
    view = purchase_allowance_view(session, number)
    firm = firm_of(session, view.partner_id, view.partner_name)
    printed = note_print(session, number, ALLOWANCE_FORM)
    return allowance_note(view, settings_of(session), firm, printed=printed)


def printed_landed_cost(session: Session, number: str) -> Form:
    """What each line bears of a cost that came with goods."""
    view = landed_cost_view(session, number)
    firm = firm_of(session, view.partner_id, view.partner_name)
    printed = note_print(session, number, LANDED_FORM)
    return landed_note(view, settings_of(session), firm, printed=printed)


def printed_order(session: Session, number: str) -> Form:
    """The purchase order as the supplier gets it."""
    view = purchase_order_view(session, number)
    firm = firm_of(session, view.partner_id, view.partner_name)
    printed = note_print(session, number, ORDER_FORM)
    return purchase_order_form(view, settings_of(session), firm, printed=printed)


def printed_quotation(session: Session, number: str) -> Form:
    """The supplier's quotation, for the file; it is no receipt, so a further print is like the first."""
    view = supplier_quotation_view(session, number)
    note_print(session, number, QUOTATION_FORM)
    firm = firm_of(session, view.partner_id, view.partner_name)
    return supplier_quotation_form(view, settings_of(session), firm)


def printed_rfq(session: Session, number: str, partner_id: int | None = None) -> Form:
    """The inquiry as supplier `partner_id` gets it, without one addressed to nobody.

    Raises `NotFound` for a supplier who was not asked.
    """
    view = rfq_view(session, number)
    firm, paper = Firm(""), RFQ_FORM
    if partner_id is not None:
        asked = {each.partner_id: each for each in view.suppliers}
        if partner_id not in asked:
            raise NotFound(
                translate("purchase", "{number} 没有问这家供应商").format(number=number),
                field="partner",
            )
        firm = firm_of(session, partner_id, asked[partner_id].name)
        paper = f"{RFQ_FORM} {asked[partner_id].partner}"  # each supplier's first is no reprint
    printed = note_print(session, number, paper)
    return rfq_form(view, settings_of(session), firm, printed=printed)


def printed_rfqs(session: Session, number: str) -> tuple[tuple[str, Form], ...]:
    """A paper for every supplier that was asked, by its code and name; none reads who else was asked."""
    asked = rfq_view(session, number).suppliers
    return tuple(
        (f"{each.partner} {each.name}", printed_rfq(session, number, each.partner_id))
        for each in asked
    )


def printed_request(session: Session, number: str) -> Form:
    """The request as it is signed in the house."""
    view = purchase_request_view(session, number)
    printed = note_print(session, number, REQUEST_FORM)
    return request_form(view, settings_of(session), printed=printed)
