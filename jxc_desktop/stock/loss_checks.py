"""What always holds for goods lost and found, beside the stock journal and the books (for the invariants of stock)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.goods_checks import wrong_goods
from jxc_desktop.stock.losses import FOUND, LOST, PENDING_PROPERTY, TAX_OUT, Flow


def losses_are_their_lines(session: Session) -> list[str]:
    """I7: the total of a loss or gain is the worth of its lines with the VAT turned out; its goods moved at that."""
    return [
        problem
        for flow in (LOST, FOUND)
        for problem in (
            *_wrong_totals(session, flow),
            *wrong_goods(session, flow.family.kind, f"{flow.family.kind}_line", sign=flow.sign),
            *_wrong_worths(session, flow),
        )
    ]


def losses_are_booked(session: Session) -> list[str]:
    """1901 holds the total of what is unresolved, nothing of what is decided; VAT turned out is 22210109."""
    return [problem for flow in (LOST, FOUND) for problem in _wrong_books(session, flow)]


def resolutions_clear_what_waited(session: Session) -> list[str]:
    """A resolution takes exactly its document's total off 1901, once."""
    booked = _net_of(PENDING_PROPERTY, "d.number")
    waited = "CASE WHEN d.loss_id IS NULL THEN g.total ELSE -l.total END"
    sign = "CASE WHEN d.reverses_id IS NULL THEN 1 ELSE -1 END"
    wrong = [
        translate("stock", "{number} 从待处理财产损溢转出 {booked}，原单挂着 {waited}").format(
            number=number, booked=yuan(moved), waited=yuan(wanted)
        )
        for number, moved, wanted in rows_of(
            session,
            f"SELECT d.number, {booked}, {sign} * ({waited}) FROM loss_resolution d "
            "LEFT JOIN stock_loss l ON l.id = d.loss_id LEFT JOIN stock_gain g ON g.id = d.gain_id "
            f"WHERE d.state IN {POSTED} AND {booked} <> {sign} * ({waited})",
        )
    ]
    return [*wrong, *_twice(session)]


def _twice(session: Session) -> Iterator[str]:
    for number, count in rows_of(
        session,
        "SELECT coalesce(l.number, g.number), count(*) FROM loss_resolution d "
        "LEFT JOIN stock_loss l ON l.id = d.loss_id LEFT JOIN stock_gain g ON g.id = d.gain_id "
        "WHERE d.state = 'posted' AND d.reverses_id IS NULL "
        "GROUP BY coalesce(l.number, g.number) HAVING count(*) > 1",
    ):
        yield translate("stock", "{number} 处理了 {count} 次").format(number=number, count=count)


def _wrong_totals(session: Session, flow: Flow) -> Iterator[str]:
    kind = flow.family.kind
    for number, total, lines in rows_of(
        session,
        f"SELECT d.number, d.total, coalesce(sum(l.amount + l.tax), 0) FROM {kind} d "
        f"LEFT JOIN {kind}_line l ON l.document_id = d.id WHERE d.state IN {POSTED} "
        "GROUP BY d.id, d.number, d.total HAVING d.total <> coalesce(sum(l.amount + l.tax), 0)",
    ):
        yield translate("stock", "{number} 合计 {total}，明细合计 {lines}").format(
            number=number, total=yuan(total), lines=yuan(lines)
        )


def _wrong_worths(session: Session, flow: Flow) -> Iterator[str]:
    """Lines whose goods moved at another worth than is written there; true-ups stand beside them."""
    kind = flow.family.kind
    moved = (
        "SELECT coalesce(sum(m.amount), 0) FROM move m WHERE m.source = d.number "
        "AND m.source_line = l.line_no AND m.kind <> 'true_up'"
    )
    for number, line, written, worth in rows_of(
        session,
        f"SELECT d.number, l.line_no, l.amount, {flow.sign} * ({moved}) FROM {kind} d "
        f"JOIN {kind}_line l ON l.document_id = d.id WHERE d.state IN {POSTED} "
        f"AND {flow.sign} * ({moved}) <> l.amount",
    ):
        yield translate("stock", "{number} 第 {line} 行写着 {written}，出入库是 {worth}").format(
            number=number, line=line, written=yuan(written), worth=yuan(worth)
        )


def _wrong_books(session: Session, flow: Flow) -> Iterator[str]:
    kind, pending = flow.family.kind, _net_of(PENDING_PROPERTY, "d.number")
    wanted = f"CASE WHEN d.unresolved = 1 THEN {-flow.sign} * d.total ELSE 0 END"
    tax = f"(SELECT coalesce(sum(l.tax), 0) FROM {kind}_line l WHERE l.document_id = d.id)"
    turned = _net_of(TAX_OUT, "d.number")
    for number, held, right in rows_of(
        session,
        f"SELECT d.number, {pending}, {wanted} FROM {kind} d WHERE d.state IN {POSTED} "
        f"AND ({pending} <> {wanted} OR {turned} <> -{tax})",
    ):
        yield translate(
            "stock", "{number} 在 1901 上是 {held}，应当是 {right}，或转出的进项税不对"
        ).format(number=number, held=yuan(held), right=yuan(right))


def _net_of(account: str, number: str) -> str:
    """SQL: debit less credit that document `number` put on an account."""
    return (
        "(SELECT coalesce(sum(x.debit - x.credit), 0) FROM leg x JOIN entry e ON e.id = x.entry_id "
        f"WHERE e.source = {number} AND x.account = '{account}')"
    )
