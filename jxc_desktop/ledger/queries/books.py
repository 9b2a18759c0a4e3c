"""Legs as the books list them: in the order of time, summed by account, by month, by dimension. Fen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account, Entry, Leg, Voucher, VoucherEntry
from jxc_desktop.ledger.queries.balances import leaves_of
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class BookLeg:
    """One leg with its voucher (记-3, "" until bound), its document and the names it bears."""

    day: date
    voucher: str
    number: str
    summary: str
    account: str
    name: str
    about: str
    debit: int
    credit: int


@dataclass(frozen=True, slots=True)
class AccountSum:
    """What an account moved in a period, and on how many vouchers."""

    account: str
    debit: int
    credit: int
    vouchers: int


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One account beside one value of a dimension: balance before, moved in, debit less credit after."""

    account: str
    code: str
    name: str
    opening: int
    debit: int
    credit: int

    @property
    def closing(self) -> int:
        """Balance after the period."""
        return self.opening + self.debit - self.credit


_PURSES = Statement("SELECT id, code, name FROM money_account")
_PLACES = Statement("SELECT id, code, name FROM warehouse")
AT_ONCE = 500
"""Documents asked for in one question."""
TEXTS = ("item", "employee", "department", "project")
"""Dimensions that are words themselves."""
NAMED = ("partner", "money_account", "product", "warehouse")
"""Dimensions that stand for master data."""


@needs("report.books")
def chronological(
    session: Session, first: date, last: date, account: str | None = None
) -> Iterator[BookLeg]:
    """Every leg in the order of days and pages (序时账), perhaps on one account and all below it."""
    query = (
        select(
            Leg.day, Voucher.word, Voucher.number, Entry.source, Leg.summary,
            Entry.summary.label("of_entry"), Entry.kind, Leg.account,
            name_column().label("name"), Partner.name.label("firm"),
            Leg.money_account_id, Leg.item, Leg.employee, Leg.department, Leg.project,
            Leg.debit, Leg.credit,
        )
        .join(Entry, Entry.id == Leg.entry_id)
        .join(Account, Account.code == Leg.account)
        .outerjoin(Partner, Partner.id == Leg.partner_id)
        .outerjoin(VoucherEntry, VoucherEntry.entry_id == Leg.entry_id)
        .outerjoin(Voucher, Voucher.id == VoucherEntry.voucher_id)
        .where(Leg.day.between(first, last))
        .order_by(Leg.day, Leg.entry_id, Leg.leg_no)
    )  # fmt: skip
    if account is not None:
        query = query.where(Leg.account.in_(leaves_of(session, account)))
    purses = {row[0]: built_in_name(str(row[2])) for row in _PURSES.all(session)}
    for row in session.execute(query):
        told = (row.firm, purses.get(row.money_account_id), *(getattr(row, each) for each in TEXTS))
        yield BookLeg(
            row.day,
            f"{row.word}-{row.number}" if row.word else "",
            row.source,
            row.summary or spoken_summary(row.of_entry, row.kind),
            row.account,
            row.name.strip(),
            " ".join(filter(None, told)),
            row.debit,
            row.credit,
        )


@needs("report.books")
def account_sums(session: Session, first: date, last: date) -> list[AccountSum]:
    """What each leaf moved (科目汇总), in order of code, with the number of pages it stands on."""
    query = (
        select(
            Leg.account, summed(Leg.debit), summed(Leg.credit),
            func.count(func.distinct(VoucherEntry.voucher_id)),
        )
        .outerjoin(VoucherEntry, VoucherEntry.entry_id == Leg.entry_id)
        .where(Leg.day.between(first, last))
        .group_by(Leg.account)
        .order_by(Leg.account)
    )  # fmt: skip
    return [AccountSum(*row) for row in session.execute(query)]


@needs("report.books")
def voucher_count_of(session: Session, first: date, last: date) -> int:
    """How many pages bear a day of the period."""
    query = select(func.count()).select_from(Voucher).where(Voucher.day.between(first, last))
    return session.scalar(query) or 0


@needs("report.books")
def dimension_rows(
    session: Session, dimension: str, first: date, last: date, account: str | None = None
) -> list[DimensionRow]:
    """Balances by account and value of a dimension (辅助余额表); rows without anything are left out."""
    column = _column(dimension)
    before = Leg.day < first
    query = select(
        Leg.account,
        column,
        _when(before, Leg.debit - Leg.credit),
        _when(~before, Leg.debit),
        _when(~before, Leg.credit),
    ).where(column.is_not(None), Leg.day <= last)
    if account is not None:
        query = query.where(Leg.account.in_(leaves_of(session, account)))
    found = session.execute(query.group_by(Leg.account, column)).all()
    names = _names(session, dimension, [row[1] for row in found])
    rows = [DimensionRow(row[0], *names[row[1]], *row[2:]) for row in found]
    kept = (row for row in rows if row.opening or row.debit or row.credit)
    return sorted(kept, key=lambda row: (row.account, row.code, row.name))


def _when(condition: ColumnElement[bool], amount: Any) -> ColumnElement[int]:
    return summed(case((condition, amount), else_=literal(0)))


def _column(dimension: str) -> Any:
    return getattr(Leg, dimension if dimension in TEXTS else f"{dimension}_id")


def _names(session: Session, dimension: str, ids: Sequence[Any]) -> dict[Any, tuple[str, str]]:
    """Code and name of each value."""
    if dimension in TEXTS:
        return {each: ("", each) for each in ids}
    if dimension == "partner":
        query = select(
            Partner.id,
            func.coalesce(Partner.customer_code, Partner.supplier_code, ""),
            Partner.name,
        )
    elif dimension == "product":
        query = select(Product.id, Product.code, Product.name)
    else:
        statement = _PURSES if dimension == "money_account" else _PLACES
        return {row[0]: (str(row[1]), built_in_name(str(row[2]))) for row in statement.all(session)}
    wanted = set(ids)
    return {row[0]: (row[1], row[2]) for row in session.execute(query) if row[0] in wanted}


@needs("report.books")
def vouchers_of_sources(session: Session, numbers: Sequence[str]) -> dict[str, str]:
    """The page (记-3) of each document; those not bound are missing."""
    found: dict[str, str] = {}
    wanted = sorted(set(numbers))
    for start in range(0, len(wanted), AT_ONCE):
        query = (
            select(Entry.source, Voucher.word, Voucher.number)
            .join(VoucherEntry, VoucherEntry.entry_id == Entry.id)
            .join(Voucher, Voucher.id == VoucherEntry.voucher_id)
            .where(Entry.source.in_(wanted[start : start + AT_ONCE]))
        )
        found.update({row[0]: f"{row[1]}-{row[2]}" for row in session.execute(query)})
    return found
