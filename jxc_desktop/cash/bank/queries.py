"""What can be asked about bank statements: what is open on both sides, what is matched, what was brought in."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine, open_legs, open_lines
from jxc_desktop.cash.bank.pairing import NEAR, Legs, Pairing, paired
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

RECENT = 200
"""Matches and imports that are listed, the latest first."""

_MATCHES = Statement(
    "SELECT m.id, m.last_day, m.automatic, (SELECT sum(b.amount) FROM bank_match_line x "
    "JOIN bank_line b ON b.id = x.line_id WHERE x.match_id = m.id), "
    "(SELECT count(*) FROM bank_match_line x WHERE x.match_id = m.id), "
    "(SELECT count(*) FROM bank_match_leg x WHERE x.match_id = m.id), "
    "coalesce((SELECT min(e.source) FROM bank_match_leg x JOIN entry e ON e.id = x.entry_id "
    "WHERE x.match_id = m.id), ''), coalesce((SELECT min(b.summary) FROM bank_match_line x "
    "JOIN bank_line b ON b.id = x.line_id WHERE x.match_id = m.id), '') FROM bank_match m "
    "WHERE m.money_account_id = :account "
    "AND NOT EXISTS (SELECT 1 FROM bank_match_undone u WHERE u.match_id = m.id) "
    "ORDER BY m.id DESC LIMIT :most"
)
_IMPORTS = Statement(
    "SELECT i.id, i.at, i.opening, u.name, count(b.id), min(b.day), max(b.day), sum(b.amount) "
    "FROM bank_import i JOIN bank_line b ON b.import_id = i.id JOIN shop_user u ON u.id = i.user_id "
    "WHERE i.money_account_id = :account "
    "AND NOT EXISTS (SELECT 1 FROM bank_import_undone u WHERE u.import_id = i.id) "
    "GROUP BY i.id, i.at, i.opening, u.name ORDER BY i.id DESC LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Bench:
    """Both open sides of a money account, and what each line may be."""

    lines: tuple[OpenLine, ...]
    legs: tuple[OpenLeg, ...]
    pairing: Pairing

    def proposed(self, line: OpenLine) -> tuple[Legs, ...]:
        """The legs that a line is, or all that it may be."""
        for each, bundle in self.pairing.sure:
            if each.id == line.id:
                return (bundle,)
        return self.pairing.choices.get(line.id, ())


@dataclass(frozen=True, slots=True)
class MatchView:
    """A standing match: fen, how many lines and legs it joins, one number and summary to know it by."""

    id: int
    last_day: date
    automatic: bool
    amount: int
    lines: int
    legs: int
    number: str
    summary: str


@dataclass(frozen=True, slots=True)
class ImportView:
    """A standing import: when (ms UTC), by whom, its lines, their days and fen together."""

    id: int
    at: int
    opening: bool
    user: str
    lines: int
    first: date
    last: date
    amount: int


@needs("bank_statement.view")
def bench(session: Session, account_id: int, near: int = NEAR) -> Bench:
    """What is open on both sides."""
    lines, legs = open_lines(session, account_id), open_legs(session, account_id)
    return Bench(tuple(lines), tuple(legs), paired(lines, legs, near))


@needs("bank_statement.view")
def matches(session: Session, account_id: int) -> list[MatchView]:
    """The latest standing matches."""
    return [
        MatchView(
            own_id, date.fromisoformat(day), bool(automatic), int(amount or 0), lines, legs, number, summary,
        )
        for own_id, day, automatic, amount, lines, legs, number, summary in _MATCHES.all(
            session, account=account_id, most=RECENT
        )
    ]  # fmt: skip


@needs("bank_statement.view")
def imports(session: Session, account_id: int) -> list[ImportView]:
    """The latest standing imports."""
    return [
        ImportView(
            own_id, int(at), bool(opening), user, lines, date.fromisoformat(first),
            date.fromisoformat(last), int(amount),
        )
        for own_id, at, opening, user, lines, first, last, amount in _IMPORTS.all(
            session, account=account_id, most=RECENT
        )
    ]  # fmt: skip
