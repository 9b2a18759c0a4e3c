"""Which kind of document a number belongs to, so that a row's link can be opened."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.ledger.models import Entry
from jxc_desktop.shop.models import DocumentKey


def kind_of_document(session: Session, number: str) -> str | None:
    """The kind of the document with this number (`goods_receipt`), None when nothing bears it."""
    for column, condition in (
        (DocumentKey.kind, DocumentKey.number == number),
        (Entry.kind, Entry.source == number),
    ):
        kind = session.scalar(select(column).where(condition).limit(1))
        if kind is not None:
            return kind
    return None
