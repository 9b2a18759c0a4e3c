"""The delivery note of a posted delivery, counted as printed."""

from sqlalchemy.orm import Session

from jxc_desktop.partners.queries import partner_card
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.queries import delivery_view
from jxc_desktop.sales.slips import delivery_note
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.slips import Firm

FORM = "delivery_note"


def printed_delivery(session: Session, number: str) -> Form:
    """The note, with 补打 from the second time on; the firm under the name it had then, reached as it is now."""
    view = delivery_view(session, number)
    printed = note_print(session, number, FORM)
    draft = partner_card(session, view.partner_id).draft
    firm = Firm(view.partner_name, draft.contact, draft.mobile or draft.phone, draft.address)
    return delivery_note(view, settings_of(session), firm, printed=printed)
