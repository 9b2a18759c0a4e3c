"""Which document and which voucher stand behind an entry."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.ledger.models import Entry, VoucherEntry
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.models import DocumentKey


def kind_of_source(session: Session, number: str) -> str | None:
    """The kind of the document with this number (`goods_receipt`), None when nothing bears it."""
    for column, condition in (
        (Entry.kind, Entry.source == number),
        (DocumentKey.kind, DocumentKey.number == number),
    ):
        kind = session.scalar(select(column).where(condition).limit(1))
        if kind is not None:
            return kind
    return None


@needs("voucher.view")
def voucher_of(session: Session, number: str) -> int | None:
    """The id of the voucher that binds what document `number` put into the books, None while unbound."""
    return session.scalar(
        select(VoucherEntry.voucher_id)
        .join(Entry, Entry.id == VoucherEntry.entry_id)
        .where(Entry.source == number)
        .limit(1)
    )
