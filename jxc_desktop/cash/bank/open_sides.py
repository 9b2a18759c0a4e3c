"""What is still open on either side of a money account: lines that the books lack, legs that the bank lacks."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.ledger.summary_words import spoken_summary

_LATEST = date.max

_LINES = Statement(
    "SELECT b.id, b.day, b.amount, b.balance, b.counterparty, b.summary, b.reference, i.opening FROM bank_line b "
    "JOIN bank_import i ON i.id = b.import_id "
    "WHERE b.money_account_id = :account AND b.day <= :until "
    "AND NOT EXISTS (SELECT 1 FROM bank_import_undone u WHERE u.import_id = b.import_id) "
    "AND NOT EXISTS (SELECT 1 FROM bank_match_line x JOIN bank_match m ON m.id = x.match_id "
    "WHERE x.line_id = b.id AND m.last_day <= :until "
    "AND NOT EXISTS (SELECT 1 FROM bank_match_undone u WHERE u.match_id = m.id)) ORDER BY b.day, b.id"
)
_LEGS = Statement(
    "SELECT l.entry_id, l.leg_no, l.day, l.debit - l.credit, e.kind, e.source, "
    "CASE WHEN l.summary = '' THEN e.summary ELSE l.summary END, coalesce(p.name, '') FROM leg l "
    "JOIN entry e ON e.id = l.entry_id LEFT JOIN partner p ON p.id = "
    "(SELECT min(o.partner_id) FROM leg o WHERE o.entry_id = l.entry_id) "
    "WHERE l.money_account_id = :account AND l.day <= :until "
    "AND NOT EXISTS (SELECT 1 FROM bank_match_leg x JOIN bank_match m ON m.id = x.match_id "
    "WHERE x.entry_id = l.entry_id AND x.leg_no = l.leg_no AND m.last_day <= :until "
    "AND NOT EXISTS (SELECT 1 FROM bank_match_undone u WHERE u.match_id = m.id)) "
    "ORDER BY l.day, l.entry_id, l.leg_no"
)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A statement line that the books lack: fen in (positive) or out; an `opening` one is what lay there before."""

    id: int
    day: date
    amount: int
    balance: int | None
    counterparty: str
    summary: str
    reference: str
    opening: bool

    @property
    def words(self) -> str:
        """All that it says, in one line."""
        return " ".join(filter(None, (self.counterparty, self.summary, self.reference)))


@dataclass(frozen=True, slots=True)
class OpenLeg:
    """A leg that the bank lacks: fen debited (positive) or credited to the money account by document `number`."""

    entry_id: int
    leg_no: int
    day: date
    amount: int
    kind: str
    number: str
    summary: str
    partner: str

    @property
    def key(self) -> tuple[int, int]:
        """Which leg of the books it is."""
        return self.entry_id, self.leg_no


def open_lines(session: Session, account_id: int, until: date = _LATEST) -> list[OpenLine]:
    """The lines through `until` that no match through that day covers, in the bank's order."""
    return [_line(row) for row in _LINES.all(session, account=account_id, until=until)]


def _line(row: Row) -> OpenLine:
    own_id, day, amount, balance, counterparty, summary, reference, opening = row
    return OpenLine(
        own_id,
        date.fromisoformat(day),
        amount,
        balance,
        counterparty,
        translate("cash", "期初余额") if opening else summary,
        reference,
        opening=bool(opening),
    )


def open_legs(session: Session, account_id: int, until: date = _LATEST) -> list[OpenLeg]:
    """The legs through `until` that no match through that day covers, in the order of the books."""
    return [
        OpenLeg(
            entry, leg, date.fromisoformat(day), amount, kind, number,
            spoken_summary(summary, kind), partner,
        )
        for entry, leg, day, amount, kind, number, summary, partner in _LEGS.all(
            session, account=account_id, until=until
        )
    ]  # fmt: skip
