"""Balances out of the cache: whole months are read from it, only parts of months from the legs.

Of a month up to a day the legs after that day are taken off where they are fewer; today there are none. So an answer
costs the same however many legs there are. Balances are debit minus credit, in fen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import shown_name
from jxc_desktop.ledger.models import Account, AccountBalance, Entry, Leg
from jxc_desktop.ledger.periods import month_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AccountView:
    """A GL account; `side` 1 means its balance is normally a debit, -1 a credit."""

    code: str
    name: str
    english: str
    parent: str | None
    kind: str
    side: int
    leaf: bool
    needs: str
    disabled: bool
    own: bool = False

    @property
    def shown(self) -> str:
        """Its name in the language of the moment."""
        return shown_name(self.name, self.english)


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One leaf: balance before the period, debits and credits of it, and of the year up to its end."""

    account: str
    opening: int
    debit: int
    credit: int
    year_debit: int
    year_credit: int

    @property
    def closing(self) -> int:
        """Balance after the period."""
        return self.opening + self.debit - self.credit


Sums = dict[str, tuple[int, int]]
"""Debits and credits by account."""


def accounts(session: Session) -> list[AccountView]:
    """The chart of accounts in order of code."""
    a = Account
    query = select(
        a.code, a.name, a.english, a.parent, a.kind, a.side, a.leaf, a.needs, a.disabled, a.own
    )
    rows: Sequence[Any] = session.execute(query.order_by(a.code)).all()
    return [AccountView(*row) for row in rows]


def account_named(session: Session, code: str) -> AccountView:
    """The account with this code."""
    for view in accounts(session):
        if view.code == code:
            return view
    raise NotFound(translate("ledger", "没有科目 {code}。核对科目编码").format(code=code))


def leaves_of(session: Session, code: str) -> list[str]:
    """The leaves under an account, itself when it is one."""
    known = accounts(session)
    wanted = {account_named(session, code).code}
    for view in known:
        if view.parent in wanted:
            wanted.add(view.code)
    return [view.code for view in known if view.leaf and view.code in wanted]


def trial_rows(session: Session, from_day: date, to_day: date) -> list[TrialRow]:
    """Every leaf with a balance or a movement, in order of code."""
    year_start = date(to_day.year, 1, 1)
    before, period = _sums_before(session, from_day), _sums(session, from_day, to_day)
    year = _sums(session, year_start, to_day)
    rows = []
    for code in sorted({*before, *period, *year}):
        opening_debit, opening_credit = before.get(code, (0, 0))
        row = TrialRow(
            code, opening_debit - opening_credit, *period.get(code, (0, 0)), *year.get(code, (0, 0))
        )
        if row.opening or row.debit or row.credit or row.year_debit or row.year_credit:
            rows.append(row)
    return rows


def balance_of(
    session: Session, code: str, until: date | None = None, partner_id: int | None = None
) -> int:
    """Debit minus credit of an account (with all below it) at the end of `until`, or of everything posted."""
    leaves = leaves_of(session, code)
    chosen: list[ColumnElement[bool]] = [AccountBalance.account.in_(leaves)]
    if partner_id is not None:
        chosen.append(AccountBalance.partner_id == partner_id)
    if until is None:
        return _net(session, chosen)
    month = AccountBalance.month < month_of(until)
    return _net(session, [*chosen, month]) + _net_of_legs(
        session, leaves, until.replace(day=1), until, partner_id
    )


def moved_on(
    session: Session, code: str, from_day: date, to_day: date, partner_id: int | None = None
) -> tuple[int, int]:
    """Debits and credits of an account (with all below it) from `from_day` through `to_day`."""
    leaves = leaves_of(session, code)
    if partner_id is None:
        sums = _sums(session, from_day, to_day)
        parts = [sums.get(leaf, (0, 0)) for leaf in leaves]
        return sum(part[0] for part in parts), sum(part[1] for part in parts)
    query = select(summed(Leg.debit), summed(Leg.credit)).where(
        Leg.account.in_(leaves),
        Leg.partner_id == partner_id,
        Leg.day.between(from_day, to_day),
    )
    debit, credit = session.execute(query).one()
    return debit, credit


def partner_balance(session: Session, code: str, partner_id: int) -> int:
    """Debit minus credit that one partner has on an account, now."""
    return balance_of(session, code, partner_id=partner_id)


def partner_balances(session: Session, code: str) -> dict[int, int]:
    """Debit minus credit on an account by partner, now; those at zero left out."""
    net = summed(AccountBalance.debit - AccountBalance.credit)
    query = (
        select(AccountBalance.partner_id, net)
        .where(AccountBalance.account.in_(leaves_of(session, code)))
        .group_by(AccountBalance.partner_id)
    )
    return {partner: balance for partner, balance in session.execute(query) if balance}


def _net(session: Session, conditions: list[ColumnElement[bool]]) -> int:
    query = select(summed(AccountBalance.debit - AccountBalance.credit)).where(*conditions)
    return session.scalar(query) or 0


def _net_of_legs(
    session: Session, leaves: list[str], from_day: date, to_day: date, partner_id: int | None
) -> int:
    query = select(summed(Leg.debit - Leg.credit)).where(
        Leg.account.in_(leaves), Leg.day.between(from_day, to_day)
    )
    if partner_id is not None:
        query = query.where(Leg.partner_id == partner_id)
    return session.scalar(query) or 0


def _sums_before(session: Session, day: date) -> Sums:
    """Everything before `day`: whole months from the cache, the begun one from the legs."""
    cached = _cached(session, AccountBalance.month < month_of(day))
    if day.day == 1:
        return cached
    return _added(cached, _month_until(session, day - _DAY))


def nets_at(session: Session, until: date) -> dict[str, int]:
    """Debit minus credit of every leaf at the end of `until`; those never moved are missing."""
    sums = _sums_before(session, until + _DAY)
    return {code: debit - credit for code, (debit, credit) in sums.items()}


def moved_by_account(session: Session, from_day: date, to_day: date) -> Sums:
    """Debits and credits of every leaf in a period, both days included."""
    return _sums(session, from_day, to_day)


def _sums(session: Session, from_day: date, to_day: date) -> Sums:
    if from_day > to_day:
        return {}
    first, last = _first_whole(from_day), _last_whole(to_day)
    if first > to_day:
        return _from_legs(session, from_day, to_day)
    whole = _cached(session, _months(first, last)) if first <= last else {}
    if from_day < first:
        whole = _added(whole, _from_legs(session, from_day, first - _DAY))
    if _month_after(last) <= to_day:
        whole = _added(whole, _month_until(session, to_day))
    return whole


def _month_until(session: Session, day: date) -> Sums:
    """What moved from the first of its month through `day`."""
    first, end = day.replace(day=1), _month_after(day) - _DAY
    later = select(Entry.id).where(Entry.day > day, Entry.day <= end).limit(1)
    if session.scalar(later) is None:
        return _cached(session, _months(first, first))
    if end - day >= day - first:
        return _from_legs(session, first, day)
    month, after = _cached(session, _months(first, first)), _from_legs(session, day + _DAY, end)
    return {code: sums for code, sums in _added(month, _turned(after)).items() if any(sums)}


def _first_whole(day: date) -> date:
    """The first day of the first month that lies wholly after `day` or begins with it."""
    return day if day.day == 1 else _month_after(day)


def _last_whole(day: date) -> date:
    """The first day of the last month that ends by `day`."""
    if (day + _DAY).day == 1:
        return day.replace(day=1)
    return (day.replace(day=1) - _DAY).replace(day=1)


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _months(first: date, last: date) -> ColumnElement[bool]:
    month = AccountBalance.month
    return and_(month >= month_of(first), month <= month_of(last))


def _cached(session: Session, condition: ColumnElement[bool]) -> Sums:
    b = AccountBalance
    query = select(b.account, summed(b.debit), summed(b.credit)).where(condition)
    return _by_account(session, query.group_by(b.account))


def _from_legs(session: Session, from_day: date, to_day: date) -> Sums:
    """Account by account, because the index of the legs begins with it."""
    moved = select(AccountBalance.account).where(_months(from_day, to_day)).distinct()
    query = select(Leg.account, summed(Leg.debit), summed(Leg.credit)).where(
        Leg.account.in_(moved), Leg.day.between(from_day, to_day)
    )
    return _by_account(session, query.group_by(Leg.account))


def _by_account(session: Session, query: Select[*tuple[Any, ...]]) -> Sums:
    return {account: (debit, credit) for account, debit, credit in session.execute(query)}


def _turned(sums: Sums) -> Sums:
    return {account: (-debit, -credit) for account, (debit, credit) in sums.items()}


def _added(one: Sums, other: Sums) -> Sums:
    both = dict(one)
    for account, (debit, credit) in other.items():
        before = both.get(account, (0, 0))
        both[account] = before[0] + debit, before[1] + credit
    return both
