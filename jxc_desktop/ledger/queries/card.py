"""The card of an account (明细账): its legs in order with the balance after each, a page at a time.

A page costs the same wherever it begins: the balance before it comes from the cache and one begun month.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from jxc_desktop.ledger.models import Entry, Leg
from jxc_desktop.ledger.queries.balances import balance_of, leaves_of
from jxc_desktop.ledger.queries.vouchers import voucher_words
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class CardCursor:
    """The last leg seen and the balance after it; the next page begins behind it."""

    day: date
    entry_id: int
    leg_no: int
    balance: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """One leg: fen in `debit` or `credit`, `balance` (debit minus credit) after it.

    `number` is the document's, `voucher` (记-86) is "" until a voucher binds the entry.
    """

    day: date
    voucher: str
    number: str
    summary: str
    debit: int
    credit: int
    balance: int


@dataclass(frozen=True, slots=True)
class Card:
    """A page of a card: the balance before its first row, its rows, and where the next page begins."""

    opening: int
    rows: tuple[CardRow, ...]
    following: CardCursor | None


def opening_of(
    session: Session, account: str, from_day: date, partner_id: int | None = None
) -> int:
    """Debit minus credit before `from_day`."""
    return balance_of(session, account, from_day - timedelta(days=1), partner_id)


@needs("report.books")
def account_card(
    session: Session,
    account: str,
    from_day: date,
    to_day: date,
    *,
    partner_id: int | None = None,
    after: CardCursor | None = None,
    limit: int | None = None,
) -> Card:
    """The legs on an account (and all below it) from `from_day` through `to_day`, or the page `after` a cursor."""
    opening = after.balance if after else opening_of(session, account, from_day, partner_id)
    query = _legs(leaves_of(session, account), after.day if after else from_day, to_day)
    if partner_id is not None:
        query = query.where(Leg.partner_id == partner_id)
    if after is not None:
        place = tuple_(Leg.day, Leg.entry_id, Leg.leg_no)
        query = query.where(place > (after.day, after.entry_id, after.leg_no))
    legs = session.execute(query.limit(limit)).all()
    words = voucher_words(session, list(dict.fromkeys(leg.entry_id for leg in legs)))
    balance, rows = opening, []
    for leg in legs:
        balance += leg.debit - leg.credit
        rows.append(
            CardRow(
                leg.day, words.get(leg.entry_id, ""), leg.source, leg.summary or spoken_summary(leg.of_entry, leg.kind),
                leg.debit, leg.credit, balance,
            )
        )  # fmt: skip
    return Card(opening, tuple(rows), _following(legs, limit, balance))


def _following(legs: Any, limit: int | None, balance: int) -> CardCursor | None:
    if limit is None or len(legs) < limit:
        return None
    last = legs[-1]
    return CardCursor(last.day, last.entry_id, last.leg_no, balance)


def _legs(leaves: list[str], from_day: date, to_day: date) -> Select[*tuple[Any, ...]]:
    on_account = Leg.account == leaves[0] if len(leaves) == 1 else Leg.account.in_(leaves)
    return (
        select(
            Leg.day, Leg.entry_id, Leg.leg_no, Leg.debit, Leg.credit, Leg.summary,
            Entry.source, Entry.summary.label("of_entry"), Entry.kind,
        )
        .join(Entry, Entry.id == Leg.entry_id)
        .where(on_account, Leg.day.between(from_day, to_day))
        .order_by(Leg.day, Leg.entry_id, Leg.leg_no)
    )  # fmt: skip
