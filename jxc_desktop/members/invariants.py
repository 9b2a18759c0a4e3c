"""What always holds between cards, their journal and the books."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.cash.booked import wrong_payments
from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant

STORED_VALUE = "220302"
"""会员储值: what cards hold of paid money is owed to members."""


def cards_equal_their_moves(session: Session) -> list[str]:
    """I21 for cards: points, paid and given money are the sums of their moves."""
    return [
        translate("members", "会员卡 {card} 的积分或储值与流水不符").format(card=card)
        for [card] in rows_of(
            session,
            "SELECT m.card_no FROM member m LEFT JOIN member_balance b ON b.member_id = m.id LEFT JOIN "
            "(SELECT member_id, sum(points) AS points, sum(principal) AS principal, sum(bonus) AS bonus "
            "FROM card_move GROUP BY member_id) x ON x.member_id = m.id "
            "WHERE b.member_id IS NULL OR b.points <> coalesce(x.points, 0) "
            "OR b.principal <> coalesce(x.principal, 0) OR b.bonus <> coalesce(x.bonus, 0)",
        )
    ]


def stored_value_is_in_the_books(session: Session) -> list[str]:
    """I11 for cards: the paid money on all cards is the balance of 220302, in sum and for each document."""
    return [*_whole(session), *_by_document(session)]


def _whole(session: Session) -> Iterator[str]:
    [[held, booked]] = rows_of(
        session,
        "SELECT (SELECT coalesce(sum(principal), 0) FROM member_balance), "
        f"(SELECT coalesce(sum(credit - debit), 0) FROM account_balance WHERE account = '{STORED_VALUE}')",
    )
    if held != booked:
        yield translate("members", "会员卡本金合计 {held}，总账 220302 余额 {booked}").format(
            held=yuan(held), booked=yuan(booked)
        )


def _by_document(session: Session) -> Iterator[str]:
    for source, moved, booked in rows_of(
        session,
        "SELECT source, sum(moved), sum(booked) FROM ("
        "SELECT source, principal AS moved, 0 AS booked FROM card_move UNION ALL "
        "SELECT e.source, 0, l.credit - l.debit FROM leg l JOIN entry e ON e.id = l.entry_id "
        f"WHERE l.account = '{STORED_VALUE}') x GROUP BY source HAVING sum(moved) <> sum(booked)",
    ):
        yield translate("members", "{source} 动了本金 {moved}，记入 220302 的是 {booked}").format(
            source=source, moved=yuan(moved), booked=yuan(booked)
        )


def papers_move_what_they_say(session: Session) -> list[str]:
    """I8: top-ups and refunds moved their money and their bonus, points changes their points, and were paid so."""
    return [
        *_moved(session, "stored_value_topup", "d.total", "d.bonus", "0"),
        *_moved(session, "stored_value_refund", "-d.total", "-d.bonus", "0"),
        *_moved(session, "points_change", "0", "0", "d.points"),
        *wrong_payments(session, "stored_value_topup", "stored_value_topup_payment", sign=1),
        *wrong_payments(session, "stored_value_refund", "stored_value_refund_payment", sign=-1),
    ]


def _moved(session: Session, kind: str, principal: str, bonus: str, points: str) -> Iterator[str]:
    for [number] in rows_of(
        session,
        f'SELECT d.number FROM "{kind}" d LEFT JOIN card_move x ON x.source = d.number '
        f"WHERE d.state IN {POSTED} AND (coalesce(x.principal, 0) <> {principal} "
        f"OR coalesce(x.bonus, 0) <> {bonus} OR coalesce(x.points, 0) <> {points} "
        "OR coalesce(x.member_id, d.member_id) <> d.member_id)",
    ):
        yield translate("members", "{number} 动的积分或储值不是单上写的").format(number=number)


INVARIANTS = (
    Invariant("I21", noop("invariants", "会员卡的积分和储值等于流水之和"), cards_equal_their_moves),
    Invariant("I11", noop("invariants", "会员卡本金等于总账 220302"), stored_value_is_in_the_books),
    Invariant("I8", noop("invariants", "储值单和积分单都动了会员卡"), papers_move_what_they_say),
)
