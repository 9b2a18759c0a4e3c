"""Legs with the names behind their codes, for whoever types or reads a voucher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.journal.choices import JournalAccount, accounts_by_code
from jxc_desktop.ledger.journal.drafts import DIMENSIONS, JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.models import JournalVoucherLine
from jxc_desktop.ledger.journal.queries import JournalHead, journal_view
from jxc_desktop.ledger.models import Account
from jxc_desktop.ledger.queries.vouchers import seen_legs
from jxc_desktop.shop.actor import needs

_NOTHING = JournalLeg("")


@dataclass(frozen=True, slots=True)
class NamedLeg:
    """A leg as it stands in a grid: `about` are (dimension, what it reads as), `wants` what its account asks for."""

    leg: JournalLeg = _NOTHING
    name: str = ""
    wants: tuple[str, ...] = ()
    about: tuple[tuple[str, str], ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What the account asks for and nobody has typed yet."""
        return tuple(x for x in self.wants if getattr(self.leg, DIMENSIONS[x]) in {None, ""})

    @property
    def says(self) -> bool:
        """Whether anything is booked here."""
        return bool(self.leg.account or self.leg.debit or self.leg.credit)

    def on(self, account: JournalAccount) -> "NamedLeg":
        """The leg on another account, without what was said of the old one."""
        blank = JournalLeg(account.code, self.leg.debit, self.leg.credit, self.leg.summary)
        return NamedLeg(blank, account.name, account.wants)

    def about_it(self, dimension: str, value: Any, word: str) -> "NamedLeg":
        """The leg with one dimension told."""
        kept = tuple(pair for pair in self.about if pair[0] != dimension)
        leg = replace(self.leg, **{DIMENSIONS[dimension]: value})
        return replace(self, leg=leg, about=(*kept, (dimension, word)))

    def about_nothing(self) -> "NamedLeg":
        """The leg without its dimensions."""
        nothing: dict[str, Any] = dict.fromkeys(DIMENSIONS.values())
        return replace(self, leg=replace(self.leg, **nothing), about=())


@dataclass(frozen=True, slots=True)
class Opened:
    """A voucher to type on."""

    draft: JournalDraft
    legs: tuple[NamedLeg, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A posted voucher; of its legs those that whoever asks may see."""

    head: JournalHead
    legs: tuple[NamedLeg, ...]


_NAMED = {
    "partner": ("partner", "name"),
    "money_account": ("money_account", "name"),
    "product": ("product", "name"),
    "warehouse": ("warehouse", "name"),
}
_BY_ID = {
    dimension: Statement(
        f"SELECT id, {column} FROM {table} WHERE id IN {among('ids')}",
        postgresql=f"SELECT id, {column} FROM {table} WHERE id = ANY(:ids)",
    )
    for dimension, (table, column) in _NAMED.items()
}


@needs("journal_voucher.view")
def open_voucher(session: Session, draft: JournalDraft) -> Opened:
    """A typed voucher with the names as they are now."""
    return Opened(draft, named_legs(session, draft.legs))


@needs("journal_voucher.view")
def shown_voucher(session: Session, number: str) -> Shown:
    """A posted voucher; raises `NotFound`."""
    head = journal_view(session, number).head
    x = JournalVoucherLine
    columns = [getattr(x, name) for name in JournalLeg.__dataclass_fields__]
    query = (
        select(*columns)
        .join(Account, Account.code == x.account)
        .where(x.document_id == head.id, seen_legs(session))
        .order_by(x.line_no)
    )
    return Shown(head, named_legs(session, [JournalLeg(*row) for row in session.execute(query)]))


def named_legs(session: Session, legs: Sequence[JournalLeg]) -> tuple[NamedLeg, ...]:
    """The legs with the names behind their codes."""
    accounts = accounts_by_code(session)
    names = {dimension: _names(session, dimension, legs) for dimension in _NAMED}
    return tuple(_named(leg, accounts, names) for leg in legs)


def _names(session: Session, dimension: str, legs: Sequence[JournalLeg]) -> dict[Any, str]:
    ids = sorted({x for leg in legs if (x := getattr(leg, DIMENSIONS[dimension])) is not None})
    if not ids:
        return {}
    return {row[0]: built_in_name(str(row[1])) for row in _BY_ID[dimension].all(session, ids=ids)}


def _named(
    leg: JournalLeg,
    accounts: Mapping[str, JournalAccount],
    names: Mapping[str, Mapping[Any, str]],
) -> NamedLeg:
    about = []
    for dimension, field in DIMENSIONS.items():
        value = getattr(leg, field)
        if value not in {None, ""}:
            about.append((dimension, names.get(dimension, {}).get(value, str(value))))
    account = accounts.get(leg.account)
    name, wants = (account.name, account.wants) if account else ("", ())
    return NamedLeg(leg, name, wants, tuple(about))
