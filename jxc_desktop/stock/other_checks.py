"""What always holds for goods in and out for other purposes, beside journal and books (for the invariants of stock)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.goods_checks import wrong_goods
from jxc_desktop.stock.others import IN, OUT, Way


def others_are_their_lines_and_booked(session: Session) -> list[str]:
    """I7: the total is the worth of the lines, their goods moved, and the chosen account has it."""
    return [
        problem
        for way in (IN, OUT)
        for problem in (
            *wrong_goods(session, way.family.kind, f"{way.family.kind}_line", sign=way.sign),
            *_wrong_sums(session, way),
        )
    ]


def _wrong_sums(session: Session, way: Way) -> Iterator[str]:
    kind = way.family.kind
    lines = f"(SELECT coalesce(sum(l.amount), 0) FROM {kind}_line l WHERE l.document_id = d.id)"
    moved = (
        f"(SELECT {way.sign} * coalesce(sum(m.amount), 0) FROM move m "
        "WHERE m.source = d.number AND m.kind <> 'true_up')"
    )
    due = "d.tax" if way is OUT else "0"
    booked = (
        f"(SELECT {-way.sign} * coalesce(sum(x.debit - x.credit), 0) FROM leg x "
        "JOIN entry e ON e.id = x.entry_id WHERE e.source = d.number AND x.account = d.account)"
        f" - {due}"
    )
    for number, total, written, worth, account in rows_of(
        session,
        f"SELECT d.number, d.total, {lines}, {moved}, {booked} FROM {kind} d "
        f"WHERE d.state IN {POSTED} AND d.account <> '5401' "
        f"AND (d.total <> {lines} OR d.total <> {moved} OR d.total <> {booked})",
    ):
        yield translate(
            "stock", "{number} 合计 {total}，明细 {lines}，出入库 {worth}，科目上 {booked}，对不上"
        ).format(
            number=number,
            total=yuan(total),
            lines=yuan(written),
            worth=yuan(worth),
            booked=yuan(account),
        )
