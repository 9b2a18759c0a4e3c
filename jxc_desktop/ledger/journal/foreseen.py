"""What a voucher that is still being typed is going to put into the books."""

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.journal.drafts import JournalDraft, checked_legs
from jxc_desktop.shop.actor import needs


@needs("journal_voucher.view")
def foresee_journal(session: Session, draft: JournalDraft) -> Foreseen:
    """Its legs as they will be booked; raises what stands in the way of posting it."""
    legs = [leg.drafted() for leg in checked_legs(session, draft)]
    return foreseen(
        session,
        legs,
        draft.words,
        translate("ledger", "手工凭证：照写的记"),
        kind="journal_voucher",
    )
