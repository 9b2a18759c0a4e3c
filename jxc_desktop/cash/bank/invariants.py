"""What always holds of bank statements and their matches."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import rows_of, yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant

_STANDS = "NOT EXISTS (SELECT 1 FROM bank_match_undone u WHERE u.match_id = x.match_id)"


def matched_sums_are_equal(session: Session) -> list[str]:
    """I12: the lines and the legs of a match come to the same, are of its account, and it counts from the last day."""
    return [
        translate("cash", "第 {id} 次勾对：银行流水 {said}，账上 {booked}，对不上").format(
            id=own_id, said=yuan(said), booked=yuan(booked)
        )
        for own_id, said, booked in rows_of(
            session,
            "SELECT m.id, coalesce(s.amount, 0), coalesce(b.amount, 0) FROM bank_match m LEFT JOIN "
            "(SELECT x.match_id, sum(l.amount) AS amount, max(l.day) AS last, "
            "min(l.money_account_id) AS low, max(l.money_account_id) AS high FROM bank_match_line x "
            "JOIN bank_line l ON l.id = x.line_id GROUP BY x.match_id) s ON s.match_id = m.id LEFT JOIN "
            "(SELECT x.match_id, sum(l.debit - l.credit) AS amount, max(l.day) AS last, "
            "min(l.money_account_id) AS low, max(l.money_account_id) AS high, count(*) AS found "
            "FROM bank_match_leg x JOIN leg l ON l.entry_id = x.entry_id AND l.leg_no = x.leg_no "
            "GROUP BY x.match_id) b ON b.match_id = m.id LEFT JOIN "
            "(SELECT match_id, count(*) AS wanted FROM bank_match_leg GROUP BY match_id) w "
            "ON w.match_id = m.id WHERE coalesce(s.amount, 0) <> coalesce(b.amount, 0) "
            "OR (s.match_id IS NULL AND b.match_id IS NULL) "
            "OR coalesce(s.low, b.low) <> m.money_account_id OR coalesce(s.high, b.high) <> m.money_account_id "
            "OR coalesce(b.low, s.low) <> m.money_account_id OR coalesce(b.high, s.high) <> m.money_account_id "
            "OR coalesce(w.wanted, 0) <> coalesce(b.found, 0) "
            "OR m.last_day < coalesce(s.last, b.last) OR m.last_day < coalesce(b.last, s.last)",
        )
    ]


def nothing_is_matched_twice(session: Session) -> list[str]:
    """I12: a line or a leg is in one standing match at most, and no line of an import that was taken back is in one."""
    return [
        *_lines_twice(session),
        *_legs_twice(session),
        *_lines_gone(session),
    ]


def _lines_twice(session: Session) -> list[str]:
    return [
        translate("cash", "第 {id} 行流水勾对了 {times} 次").format(id=line, times=times)
        for line, times in rows_of(
            session,
            f"SELECT x.line_id, count(*) FROM bank_match_line x WHERE {_STANDS} "
            "GROUP BY x.line_id HAVING count(*) > 1",
        )
    ]


def _legs_twice(session: Session) -> list[str]:
    return [
        translate("cash", "{number} 的一笔勾对了 {times} 次").format(number=number, times=times)
        for number, times in rows_of(
            session,
            f"SELECT min(e.source), count(*) FROM bank_match_leg x JOIN entry e ON e.id = x.entry_id "
            f"WHERE {_STANDS} GROUP BY x.entry_id, x.leg_no HAVING count(*) > 1",
        )
    ]


def _lines_gone(session: Session) -> list[str]:
    return [
        translate("cash", "第 {id} 行流水已随导入撤销，却还勾对着").format(id=line)
        for (line,) in rows_of(
            session,
            "SELECT x.line_id FROM bank_match_line x JOIN bank_line l ON l.id = x.line_id "
            f"JOIN bank_import_undone g ON g.import_id = l.import_id WHERE {_STANDS}",
        )
    ]


INVARIANTS = (
    Invariant("I12", noop("invariants", "勾对两边相等"), matched_sums_are_equal),
    Invariant("I12", noop("invariants", "流水和账各只勾对一次"), nothing_is_matched_twice),
)
