"""What the lines of documents say of goods, beside what the journal says moved (for the invariants of others)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed


def wrong_goods(
    session: Session,
    kind: str,
    lines: str,
    *,
    sign: int,
    first: bool = True,
    counted: str = "base_quantity",
) -> Iterator[str]:
    """Lines of posted documents whose goods did not move as they say.

    `sign` is 1 where goods come in. `first` documents move goods by themselves: a line of theirs without any move
    is wrong once the goods were known to stock (goods may become tracked later; what comes back follows its original,
    as a return or as the negative line of an exchange).
    `counted` names the column of a line that counts base units.
    """
    lacking = (
        f"m.source IS NULL AND d.reverses_id IS NULL AND l.{counted} > 0 AND EXISTS (SELECT 1 FROM move b "
        "WHERE b.product_id = l.product_id AND b.posted_at < d.posted_at)"
        if first
        else "1 = 0"
    )
    for number, line, product, written, moved in rows_of(
        session,
        f"SELECT d.number, l.line_no, p.name, {sign} * l.{counted}, coalesce(m.quantity, 0) "
        f'FROM "{kind}" d JOIN "{lines}" l ON l.document_id = d.id '
        "JOIN product p ON p.id = l.product_id LEFT JOIN "
        "(SELECT j.source, j.source_line, min(j.product_id) AS low, max(j.product_id) AS high, "
        f'sum(j.quantity) AS quantity FROM "{kind}" h JOIN move j ON j.source = h.number '
        "GROUP BY j.source, j.source_line) m "
        f"ON m.source = d.number AND m.source_line = l.line_no WHERE d.state IN {POSTED} "
        f"AND (m.quantity <> {sign} * l.{counted} OR m.low <> l.product_id "
        f"OR m.high <> l.product_id OR ({lacking}))",
    ):
        yield translate(
            "stock", "{number} 第 {line} 行 {product}：单上 {written}，出入库 {moved}"
        ).format(
            number=number,
            line=line,
            product=product,
            written=_units(written),
            moved=_units(moved),
        )


def wrong_returns(
    session: Session, returns: str, original: str, *, fixed: str = "1 = 1", exchanges: str = ""
) -> Iterator[str]:
    """Lines of which more came back than went, or that came back whole for another sum than they went for (I17).

    `fixed` says, as SQL over the original o, whether its sums were final when the goods went. `exchanges` are the
    documents that take back with negative lines.
    """
    came = _came_back(returns, 1) + (" UNION ALL " + _came_back(exchanges, -1) if exchanges else "")
    for number, line, went, back in rows_of(
        session,
        "SELECT o.number, r.from_line, coalesce(l.gross, 0), r.gross FROM "
        "(SELECT original_id, from_line, sum(quantity) AS quantity, sum(gross) AS gross, "
        f"sum(net) AS net FROM ({came}) y GROUP BY original_id, from_line) r "
        f'JOIN "{original}" o ON o.id = r.original_id '
        f'LEFT JOIN "{original}_line" l ON l.document_id = o.id AND l.line_no = r.from_line '
        "WHERE l.line_no IS NULL OR r.quantity < 0 OR r.quantity > l.quantity "
        f"OR ({fixed} AND r.quantity = l.quantity AND (r.gross <> l.gross OR r.net <> l.net))",
    ):
        yield translate("stock", "{number} 第 {line} 行 {went}，退了 {back}，对不上").format(
            number=number, line=line, went=yuan(went), back=yuan(back)
        )


def _came_back(kind: str, sign: int) -> str:
    """Every line that came back by documents of a kind, as SQL."""
    sums = ", ".join(f"{sign} * x.{name} AS {name}" for name in ("quantity", "gross", "net"))
    return (
        f'SELECT d.original_id, x.from_line, {sums} FROM "{kind}" d JOIN "{kind}_line" x '
        f"ON x.document_id = d.id WHERE d.state IN {POSTED} AND d.original_id IS NOT NULL"
        + (" AND x.from_line IS NOT NULL" if sign < 0 else "")
    )


def returned_and_reversed(session: Session, returns: str, original: str) -> Iterator[str]:
    """Documents that were taken back whole although a return (or allowance) of theirs still stands (I17)."""
    for number, other in rows_of(
        session,
        f'SELECT o.number, d.number FROM "{returns}" d JOIN "{original}" o ON o.id = d.original_id '
        "WHERE o.state = 'reversed' AND d.state = 'posted' AND d.reverses_id IS NULL",
    ):
        yield translate("stock", "{number} 已红冲，它的退货 {other} 却还在").format(
            number=number, other=other
        )


def _units(quantity: object) -> str:
    return trimmed(int(str(quantity)), QUANTITY_PLACES)
