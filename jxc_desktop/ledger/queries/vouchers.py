"""Vouchers and entries as they are read: word and number, legs with the names of their accounts.

Who may not see cost gets entries without the legs that tell it: those on goods, on cost, on profit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, func, not_, or_, select, true
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account, Entry, Leg, Voucher, VoucherEntry
from jxc_desktop.ledger.summary_words import spoken_page
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.models import User

AT_ONCE = 500
"""Entries asked for in one statement; databases limit how many values one may carry."""
PAGE = 200
_TELLS_COST = ("14", "1901")
"""Beginnings of balance-sheet accounts that hold goods at cost."""


@dataclass(frozen=True, slots=True)
class LegView:
    """One side of an entry in fen; `partner` and `money_account_id` where the account asks for them."""

    account: str
    name: str
    debit: int
    credit: int
    summary: str
    partner: str
    money_account_id: int | None
    item: str | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """One posting; `voucher` (记-86) is "" until one binds it."""

    id: int
    day: date
    kind: str
    source: str
    summary: str
    voucher: str
    legs: tuple[LegView, ...]


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A voucher in a list; `amount` is Σ debit in fen of what may be seen.

    `journal` is the number of the voucher that was typed, or made by a month's end, "" for pages of other documents.
    """

    id: int
    day: date
    word: str
    number: int
    summary: str
    amount: int
    journal: str = ""

    @property
    def name(self) -> str:
        """Word and number: 记-86."""
        return f"{self.word}-{self.number}"


@dataclass(frozen=True, slots=True)
class VoucherView:
    """A numbered page of the books with the entries it binds; `made_at` in ms UTC."""

    id: int
    day: date
    word: str
    number: int
    summary: str
    attachments: int
    made_by: str
    made_at: int
    entries: tuple[EntryView, ...]

    @property
    def name(self) -> str:
        """Word and number: 记-86."""
        return f"{self.word}-{self.number}"


def voucher_words(session: Session, entries: Sequence[int]) -> dict[int, str]:
    """Word and number of the voucher that binds each entry; unbound ones are missing."""
    found = {}
    for part in _parts(entries):
        query = (
            select(VoucherEntry.entry_id, Voucher.word, Voucher.number)
            .join(Voucher, Voucher.id == VoucherEntry.voucher_id)
            .where(VoucherEntry.entry_id.in_(part))
        )
        found.update({entry: f"{word}-{number}" for entry, word, number in session.execute(query)})
    return found


@needs("voucher.view")
def entries_of(session: Session, source: str) -> tuple[EntryView, ...]:
    """What document `source` put into the books."""
    return _entries(session, Entry.source == source)


@needs("voucher.view")
def voucher_view(session: Session, voucher_id: int) -> VoucherView:
    """A voucher with every entry it binds."""
    v = Voucher
    query = (
        select(
            v.id, v.day, v.word, v.number, v.summary, v.attachments,
            func.coalesce(func.nullif(User.full_name, ""), User.name, ""), v.made_at,
        )
        .outerjoin(User, User.id == v.made_by)
        .where(v.id == voucher_id)
    )  # fmt: skip
    row = session.execute(query).first()
    if row is None:
        raise NotFound(translate("ledger", "没有这张凭证。刷新后再看"))
    bound = select(VoucherEntry.entry_id).where(VoucherEntry.voucher_id == voucher_id)
    entries = _entries(session, Entry.id.in_(bound))
    number, day, word, place, summary, attachments, made_by, made_at = row
    return VoucherView(
        number, day, word, place, summary, attachments, made_by, made_at, entries=entries
    )


@needs("voucher.view")
def voucher_list(
    session: Session,
    from_day: date,
    to_day: date,
    text: str = "",
    after: int | None = None,
    limit: int = PAGE,
    *,
    skip: int = 0,
) -> list[VoucherRow]:
    """A page of vouchers, newest first; `after` is the id of the last one seen."""
    v = Voucher
    query = select(v.id, v.day, v.word, v.number, v.summary, _amount(session), _journal())
    query = query.where(*_wanted(from_day, to_day, text))
    if after is not None:
        query = query.where(v.id < after)
    query = query.order_by(v.id.desc()).offset(skip or None).limit(limit)
    found = (VoucherRow(*row) for row in session.execute(query))
    return [
        replace(row, summary=spoken_page(row.summary, journal=bool(row.journal))) for row in found
    ]


@needs("voucher.view")
def voucher_count(session: Session, from_day: date, to_day: date, text: str = "") -> int:
    """How many vouchers `voucher_list` would show in all its pages."""
    query = select(func.count()).select_from(Voucher).where(*_wanted(from_day, to_day, text))
    return session.scalar(query) or 0


def _wanted(from_day: date, to_day: date, text: str) -> list[ColumnElement[bool]]:
    v = Voucher
    return [
        v.day.between(from_day, to_day),
        *(
            or_(
                v.summary.icontains(word, autoescape=True),
                (v.word + "-" + _as_text(v.number)).icontains(word, autoescape=True),
            )
            for word in text.split()
        ),
    ]


def _as_text(column: Any) -> ColumnElement[str]:
    return cast(column, Text)


def _amount(session: Session) -> ColumnElement[int]:
    query = (
        select(summed(Leg.debit))
        .join(VoucherEntry, VoucherEntry.entry_id == Leg.entry_id)
        .join(Account, Account.code == Leg.account)
        .where(VoucherEntry.voucher_id == Voucher.id, seen_legs(session))
    )
    return query.correlate(Voucher).scalar_subquery()


def _journal() -> ColumnElement[str]:
    query = (
        select(func.coalesce(func.min(Entry.source), ""))
        .join(VoucherEntry, VoucherEntry.entry_id == Entry.id)
        .where(VoucherEntry.voucher_id == Voucher.id, Entry.kind == "journal_voucher")
    )
    return query.correlate(Voucher).scalar_subquery()


def seen_legs(session: Session) -> ColumnElement[bool]:
    """Which legs whoever is at work may see."""
    if may(session, "field.cost_price"):
        return true()
    goods = or_(*(Account.code.startswith(start) for start in _TELLS_COST))
    return Account.kind.in_(["A", "L"]) & not_(goods)


def _entries(session: Session, condition: ColumnElement[bool]) -> tuple[EntryView, ...]:
    e = Entry
    query = select(e.id, e.day, e.kind, e.source, e.summary).where(condition).order_by(e.id)
    heads = session.execute(query).all()
    ids = [head.id for head in heads]
    words, legs = voucher_words(session, ids), _legs(session, ids)
    return tuple(
        EntryView(*head, words.get(head.id, ""), tuple(legs.get(head.id, ()))) for head in heads
    )


def _legs(session: Session, entries: Sequence[int]) -> dict[int, list[LegView]]:
    found: dict[int, list[LegView]] = {}
    for part in _parts(entries):
        for entry, *leg in session.execute(_legs_query(session, part)):
            found.setdefault(entry, []).append(LegView(*leg))
    return found


def _legs_query(session: Session, entries: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Leg.entry_id, Leg.account, name_column(), Leg.debit, Leg.credit, Leg.summary,
            func.coalesce(Partner.name, ""), Leg.money_account_id, Leg.item,
        )
        .join(Account, Account.code == Leg.account)
        .outerjoin(Partner, Partner.id == Leg.partner_id)
        .where(Leg.entry_id.in_(entries), seen_legs(session))
        .order_by(Leg.entry_id, Leg.leg_no)
    )  # fmt: skip


def _parts(entries: Sequence[int]) -> Iterator[Sequence[int]]:
    return (entries[start : start + AT_ONCE] for start in range(0, len(entries), AT_ONCE))
