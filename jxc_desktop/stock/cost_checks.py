"""What always holds for corrections of cost, beside journal and books (for the invariants of stock)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import translate


def adjustments_are_their_lines_and_booked(session: Session) -> list[str]:
    """I7: a cost adjustment's total is that of its lines, stock moved by it, and the chosen account has the other side.

    A reversal may meet pools without goods; what they cannot bear went to cost of sales and is left out here.
    """
    lines = (
        "(SELECT coalesce(sum(l.amount), 0) FROM cost_adjustment_line l WHERE l.document_id = d.id)"
    )
    moved = "(SELECT coalesce(sum(m.amount), 0) FROM move m WHERE m.source = d.number)"
    booked = (
        "(SELECT coalesce(sum(x.credit - x.debit), 0) FROM leg x JOIN entry e ON e.id = x.entry_id "
        "WHERE e.source = d.number AND x.account = d.account)"
    )
    wrong = f"d.total <> {lines} OR (d.reverses_id IS NULL AND d.total <> {moved}) OR "
    wrong += f"(d.account <> '5401' AND d.total <> {booked})"
    return [
        translate(
            "stock",
            "{number} 合计 {total}，明细 {lines}，库存金额 {worth}，科目上 {booked}，对不上",
        ).format(
            number=number,
            total=yuan(total),
            lines=yuan(written),
            worth=yuan(worth),
            booked=yuan(account),
        )
        for number, total, written, worth, account in rows_of(
            session,
            f"SELECT d.number, d.total, {lines}, {moved}, {booked} FROM cost_adjustment d "
            f"WHERE d.state IN {POSTED} AND ({wrong})",
        )
    ]


def recosts_are_their_lines_and_name_lines(session: Session) -> list[str]:
    """I7: a recost's total is that of its lines, stock moved by each line, and each corrects one that moved."""
    return [*_wrong_recosts(session), *_lost_recosts(session)]


def _wrong_recosts(session: Session) -> Iterator[str]:
    for number, line, written, moved in rows_of(
        session,
        "SELECT d.number, l.line_no, l.amount, coalesce(m.amount, 0) FROM recost d "
        "JOIN recost_line l ON l.document_id = d.id LEFT JOIN move m ON m.source = d.number "
        f"AND m.source_line = l.line_no WHERE d.state IN {POSTED} "
        "AND (m.amount IS DISTINCT FROM l.amount OR m.product_id <> l.product_id "
        "OR m.warehouse_id <> l.warehouse_id OR m.lot_id <> l.lot_id) "
        "UNION ALL SELECT d.number, 0, d.total, coalesce(sum(l.amount), 0) FROM recost d "
        f"LEFT JOIN recost_line l ON l.document_id = d.id WHERE d.state IN {POSTED} "
        "GROUP BY d.id, d.number, d.total HAVING d.total <> coalesce(sum(l.amount), 0)",
    ):
        told = translate("stock", "{number} 第 {line} 行写的是 {written}，库存动了 {moved}")
        yield told.format(number=number, line=line, written=yuan(written), moved=yuan(moved))


def _lost_recosts(session: Session) -> Iterator[str]:
    for number, line, source in rows_of(
        session,
        "SELECT d.number, l.line_no, l.source FROM recost d JOIN recost_line l "
        f"ON l.document_id = d.id WHERE d.state IN {POSTED} AND NOT EXISTS (SELECT 1 FROM move m "
        "WHERE m.source = l.source AND m.source_line = l.source_line "
        "AND m.product_id = l.product_id AND m.warehouse_id = l.warehouse_id AND m.lot_id = l.lot_id "
        "AND m.day = l.source_day)",
    ):
        told = translate("stock", "{number} 第 {line} 行重算的 {source} 没有这样的出入库")
        yield told.format(number=number, line=line, source=source)
