"""What always holds at the till: tickets, returns, tenders, drawers and their vouchers."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.cash.booked import wrong_payments
from jxc_desktop.core.document_checks import (
    POSTED,
    rows_of,
    wrong_reductions,
    wrong_totals,
    yuan,
)
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.stock.goods_checks import returned_and_reversed, wrong_goods, wrong_returns


def totals_are_their_lines(session: Session) -> list[str]:
    """I7: total = Σ lines, net + tax = gross on each, discount and 抹零 are borne by the lines."""
    back = "(SELECT sum(b.{column}) FROM pos_sale_line b WHERE b.document_id = d.id AND b.from_line IS NOT NULL)"
    exchanged = f"CASE WHEN d.original_id IS NULL THEN 0 ELSE {back.format(column='reduction')} END"
    whole = f"d.order_discount + d.rounding_off + d.points_off + d.bonus_off + d.promotion_off + {exchanged}"
    return [
        *wrong_totals(session, "pos_sale", "pos_sale_line"),
        *wrong_totals(session, "pos_return", "pos_return_line"),
        *wrong_reductions(session, "pos_sale", "pos_sale_line", whole),
        *_wrong_promotions(session),
        *_wrong_exchanges(session, back.format(column="gross")),
    ]


def _wrong_promotions(session: Session) -> Iterator[str]:
    """Tickets whose promotions are not what their lines bear of them."""
    for [number] in rows_of(
        session,
        "SELECT d.number FROM pos_sale d LEFT JOIN (SELECT document_id, sum(amount) AS amount "
        "FROM pos_sale_promotion GROUP BY document_id) p ON p.document_id = d.id "
        f"WHERE d.state IN {POSTED} AND d.promotion_off <> coalesce(p.amount, 0) UNION "
        "SELECT d.number FROM (SELECT document_id, line_no, sum(amount) AS amount FROM pos_sale_promotion "
        "GROUP BY document_id, line_no) p JOIN pos_sale d ON d.id = p.document_id "
        "LEFT JOIN pos_sale_line l ON l.document_id = p.document_id AND l.line_no = p.line_no "
        "WHERE l.line_no IS NULL OR abs(p.amount) > abs(l.reduction)",
    ):
        yield translate("pos", "{number} 的促销优惠与各行承担的不符").format(number=number)


def _wrong_exchanges(session: Session, back: str) -> Iterator[str]:
    """Exchanges whose goods came back for another sum than the ticket says, and tickets that say so without one."""
    for number, said in rows_of(
        session,
        f"SELECT d.number, d.back_total FROM pos_sale d WHERE d.state IN {POSTED} AND CASE WHEN d.original_id "
        "IS NULL THEN d.back_total <> 0 OR d.back_spent <> 0 OR d.back_points_used <> 0 OR d.back_bonus <> 0 "
        f"OR d.back_points_earned <> 0 ELSE d.back_total + coalesce({back}, 0) <> 0 END",
    ):
        yield translate("pos", "{number} 换回 {back}，和明细对不上").format(
            number=number, back=yuan(said)
        )


def goods_move_as_rung_up(session: Session) -> list[str]:
    """I3: each line's goods left or came back by exactly its quantity."""
    return [
        *wrong_goods(session, "pos_sale", "pos_sale_line", sign=-1),
        *wrong_goods(session, "pos_return", "pos_return_line", sign=1, first=False),
    ]


def tenders_are_booked(session: Session) -> list[str]:
    """I8: each ticket is paid to the fen, and its money went through the accounts of its tenders."""
    return [
        *_unpaid(session, "pos_sale"),
        *_unpaid(session, "pos_return"),
        *wrong_payments(session, "pos_sale", "pos_sale_tender", sign=1),
        *wrong_payments(session, "pos_return", "pos_return_tender", sign=-1),
    ]


def _unpaid(session: Session, kind: str) -> Iterator[str]:
    for number, total, paid in rows_of(
        session,
        "SELECT d.number, d.total, coalesce(sum(t.amount), 0) "
        f'FROM "{kind}" d LEFT JOIN "{kind}_tender" t ON t.document_id = d.id '
        f"WHERE d.state IN {POSTED} GROUP BY d.id, d.number, d.total, d.change_given "
        "HAVING d.total <> coalesce(sum(t.amount), 0) "
        "OR coalesce(sum(t.tendered - t.amount), 0) <> d.change_given",
    ):
        yield translate("pos", "{number} 应收 {total}，实收 {paid}，或找零不对").format(
            number=number, total=yuan(total), paid=yuan(paid)
        )


def drawers_add_up(session: Session) -> list[str]:
    """I8: a closed shift expected its float and its cash; what was over or short is booked."""
    cash = (
        "SELECT d.shift_id, sum(t.amount) AS amount FROM {kind} d JOIN {kind}_tender t "
        "ON t.document_id = d.id JOIN payment_method w ON w.code = t.method "
        f"WHERE d.state IN {POSTED} AND w.is_cash = 1 GROUP BY d.shift_id"
    )
    onto_cards = (
        "SELECT x.shift_id, sum(d.total) AS amount FROM shift_topup x "
        "JOIN stored_value_topup d ON d.id = x.topup_id JOIN payment_method w ON w.code = x.method "
        "WHERE w.is_cash = 1 GROUP BY x.shift_id"
    )
    return [
        translate(
            "pos", "交班 {number} 应有 {expected}，按零售单算 {due}，多缺 {over} 入账 {booked}"
        ).format(
            number=number,
            expected=yuan(expected),
            due=yuan(due),
            over=yuan(over),
            booked=yuan(booked),
        )
        for number, expected, due, over, booked in rows_of(
            session,
            "SELECT number, expected, due, over, booked FROM (SELECT s.number AS number, s.expected AS expected, "
            "s.float_amount + coalesce(i.amount, 0) - coalesce(o.amount, 0) + coalesce(u.amount, 0) AS due, "
            "s.counted - s.expected AS over, coalesce((SELECT sum(l.debit - l.credit) FROM leg l "
            "WHERE l.entry_id = s.difference_entry_id AND l.money_account_id IS NOT NULL), 0) AS booked "
            f"FROM shift s LEFT JOIN ({cash.format(kind='pos_sale')}) i ON i.shift_id = s.id "
            f"LEFT JOIN ({cash.format(kind='pos_return')}) o ON o.shift_id = s.id "
            f"LEFT JOIN ({onto_cards}) u ON u.shift_id = s.id "
            "WHERE s.state = 'closed') x WHERE expected <> due OR over <> booked",
        )
    ]


def closed_shifts_are_bound(session: Session) -> list[str]:
    """I8: every entry has its voucher; only tickets of a shift that is still open wait for theirs."""
    waiting = " UNION ALL ".join(
        f"SELECT d.number FROM {kind} d JOIN shift s ON s.id = d.shift_id WHERE s.state = 'open'"
        for kind in ("pos_sale", "pos_return")
    )
    return [
        translate("pos", "{source} 没有装进记账凭证").format(source=source)
        for [source] in rows_of(
            session,
            "SELECT e.source FROM entry e LEFT JOIN voucher_entry v ON v.entry_id = e.id "
            f"LEFT JOIN ({waiting}) w ON w.number = e.source "
            "WHERE v.entry_id IS NULL AND w.number IS NULL",
        )
    ]


def no_more_comes_back_than_was_sold(session: Session) -> list[str]:
    """I17: returned ≤ sold on each line, the whole for exactly what it cost; nothing of a ticket taken back."""
    return [
        *wrong_returns(session, "pos_return", "pos_sale", exchanges="pos_sale"),
        *returned_and_reversed(session, "pos_return", "pos_sale"),
        *returned_and_reversed(session, "pos_sale", "pos_sale"),
    ]


def cards_moved_as_rung_up(session: Session) -> list[str]:
    """I8: each ticket of a member moved the points and the money on the card that stand on it, and no other did."""
    return [
        translate("pos", "{number} 动的积分或储值不是小票上的").format(number=number)
        for kind, sign, points, bonus in (
            ("pos_sale", 1, " - d.back_points_earned + d.back_points_used", " - d.back_bonus"),
            ("pos_return", -1, "", ""),
        )
        for [number] in rows_of(
            session,
            "SELECT x.number FROM (SELECT d.number AS number, d.member_id AS member, "
            f"{sign} * (d.points_earned - d.points_used{points}) AS points, "
            f"{-sign} * (d.bonus_off{bonus}) AS bonus, "
            f"{-sign} * coalesce((SELECT sum(t.amount) FROM {kind}_tender t WHERE t.document_id = d.id "
            "AND t.method = 'stored_value'), 0) AS principal "
            f"FROM {kind} d WHERE d.state IN {POSTED}) x LEFT JOIN (SELECT source, sum(points) AS points, "
            "sum(principal) AS principal, sum(bonus) AS bonus, min(member_id) AS first, "
            "max(member_id) AS last FROM card_move GROUP BY source) m ON m.source = x.number "
            "WHERE x.points <> coalesce(m.points, 0) OR x.principal <> coalesce(m.principal, 0) "
            "OR x.bonus <> coalesce(m.bonus, 0) "
            "OR (m.first IS NOT NULL AND (m.first <> x.member OR m.last <> x.member))",
        )
    ]


INVARIANTS = (
    Invariant("I3", noop("invariants", "零售的货都进出了库"), goods_move_as_rung_up),
    Invariant("I7", noop("invariants", "零售单合计等于明细"), totals_are_their_lines),
    Invariant("I8", noop("invariants", "零售单的收款都入了账"), tenders_are_booked),
    Invariant("I8", noop("invariants", "会员的零售单都动了积分和储值"), cards_moved_as_rung_up),
    Invariant("I8", noop("invariants", "钱箱应有等于备用金加现金收入"), drawers_add_up),
    Invariant("I8", noop("invariants", "每笔分录都有记账凭证"), closed_shifts_are_bound),
    Invariant("I17", noop("invariants", "退货不超过所卖"), no_more_comes_back_than_was_sold),
)
