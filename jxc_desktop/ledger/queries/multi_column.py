"""The legs on an account with what tells them apart: the account below it, or the item."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.ledger.models import Entry, Leg
from jxc_desktop.ledger.queries.balances import leaves_of
from jxc_desktop.ledger.queries.vouchers import voucher_words
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class ColumnLeg:
    """One leg in fen; `item` "" where it bears none."""

    day: date
    voucher: str
    number: str
    summary: str
    account: str
    item: str
    debit: int
    credit: int


@needs("report.books")
def column_legs(session: Session, account: str, first: date, last: date) -> list[ColumnLeg]:
    """The legs on an account and all below it, in order."""
    query = (
        select(
            Leg.entry_id, Leg.day, Entry.source, Leg.summary, Entry.summary.label("of_entry"), Entry.kind,
            Leg.account, func.coalesce(Leg.item, "").label("item"), Leg.debit, Leg.credit,
        )
        .join(Entry, Entry.id == Leg.entry_id)
        .where(Leg.account.in_(leaves_of(session, account)), Leg.day.between(first, last))
        .order_by(Leg.day, Leg.entry_id, Leg.leg_no)
    )  # fmt: skip
    legs = session.execute(query).all()
    words = voucher_words(session, list(dict.fromkeys(leg.entry_id for leg in legs)))
    return [
        ColumnLeg(
            leg.day, words.get(leg.entry_id, ""), leg.source, leg.summary or spoken_summary(leg.of_entry, leg.kind),
            leg.account, leg.item, leg.debit, leg.credit,
        )
        for leg in legs
    ]  # fmt: skip
