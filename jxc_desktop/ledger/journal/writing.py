"""Writing a voucher of its own into the books, and taking one back, for whoever was asked for the right before."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg, checked_legs
from jxc_desktop.ledger.journal.models import JournalVoucher, JournalVoucherLine, Purpose
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    Undone,
    open_paper,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.keys import Key, Posted, answered, remember

JOURNAL = Family(JournalVoucher, (JournalVoucherLine,), "记账凭证")
TRANSFERS = frozenset({Purpose.PROFIT, Purpose.YEAR_END})
"""Vouchers that only move what was earned; reports of a period leave them out."""
Undo = Callable[[Session, str], Undone]
_HOLD = Statement(
    "SELECT 1", postgresql="SELECT 1 FROM account WHERE code = ANY(:codes) FOR KEY SHARE"
)
"""Nobody splits an account or asks more of it until the voucher is written (SQLite has one writer anyway)."""


def write_voucher(session: Session, draft: JournalDraft, *, key: Key) -> Posted:
    """Check a voucher, write it and its entry."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    _HOLD.run(session, codes=sorted({leg.account for leg in draft.legs}))
    legs = checked_legs(session, draft)
    document_id = open_paper(
        session,
        JournalVoucher,
        {
            "day": draft.day,
            "remark": draft.remark,
            "purpose": draft.purpose,
            "summary": draft.words,
            "attachments": draft.attachments,
        },
    )
    write_parts(
        session,
        JournalVoucherLine,
        ({"document_id": document_id, "line_no": n, **_row(leg)} for n, leg in enumerate(legs, 1)),
    )
    paper = Paper(
        JOURNAL.kind,
        document_id,
        JournalVoucher.prefix,
        draft.day,
        draft.words,
        draft.debit,
        closing=draft.purpose in TRANSFERS,
        attachments=draft.attachments,
    )
    number = book(session, paper, (leg.drafted() for leg in legs))
    return remember(session, key, Posted(JOURNAL.kind, document_id, number, paper.total))


def take_back(
    session: Session,
    wanted: Reversal,
    *,
    key: Key,
    undo: Undo = lambda _session, _number: Undone(),
) -> Posted:
    """Post the mirror of a voucher (红冲), with the prescribed wording."""
    return reverse_paper(session, JOURNAL, wanted, key=key, undo=undo)


def _row(leg: JournalLeg) -> dict[str, object]:
    names = JournalLeg.__dataclass_fields__
    return {name: getattr(leg, name) for name in names}
