"""What the lines of documents say of goods, beside what the journal says moved (for the invariants of others)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of
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
    is wrong once the goods were known to stock (goods may become tracked later; returns follow their original).
    `counted` names the column of a line that counts base units.
    """
    lacking = (
        "m.source IS NULL AND d.reverses_id IS NULL AND EXISTS (SELECT 1 FROM move b "
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


def _units(quantity: object) -> str:
    return trimmed(int(str(quantity)), QUANTITY_PLACES)
