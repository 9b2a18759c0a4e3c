"""The other side of a paper, for whoever prints it."""

from sqlalchemy.orm import Session

from jxc_desktop.partners.queries import partner_card
from jxc_desktop.stock.slips import Firm


def firm_of(session: Session, partner_id: int, name: str) -> Firm:
    """The firm under the name it had then, reached as it is now."""
    draft = partner_card(session, partner_id).draft
    return Firm(name, draft.contact, draft.mobile or draft.phone, draft.address)
