"""The note of a posted goods receipt, counted as printed."""

from sqlalchemy.orm import Session

from jxc_desktop.partners.queries import partner_card
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.queries import receipt_view
from jxc_desktop.purchase.slips import receipt_note
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.slips import Firm

FORM = "receipt_note"


def printed_receipt(session: Session, number: str) -> Form:
    """The note, with 补打 from the second time on; the firm under the name it had then, reached as it is now."""
    view = receipt_view(session, number)
    printed = note_print(session, number, FORM)
    draft = partner_card(session, view.partner_id).draft
    firm = Firm(view.partner_name, draft.contact, draft.mobile or draft.phone, draft.address)
    return receipt_note(view, settings_of(session), firm, printed=printed)
