"""Opening a kept draft or a pattern to type on."""

from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.ledger.journal.models import JournalVoucher
from jxc_desktop.ledger.journal.naming import Opened, open_voucher
from jxc_desktop.ledger.journal.services import draft_of_pattern
from jxc_desktop.ledger.journal.typed import voucher_from
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.drafts import load_draft


@needs("journal_voucher.edit")
def open_draft(session: Session, draft_id: int) -> Opened:
    """A kept draft with the names as they are now; it has every leg, so only who writes vouchers reads it."""
    return open_voucher(session, voucher_from(load_draft(session, JournalVoucher.kind, draft_id)))


def open_pattern(session: Session, pattern_id: int, day: date) -> Opened:
    """What a pattern makes on a day."""
    return open_voucher(session, draft_of_pattern(session, pattern_id, day))
