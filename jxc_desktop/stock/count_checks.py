"""What always holds for counts, beside the gains and losses they made (for the invariants of stock)."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of
from jxc_desktop.core.i18n import translate

_MADE = (
    "SELECT {0}.count_id AS count_id, l.from_line AS line, l.product_id AS product, "
    "{1} * l.base_quantity AS quantity "
    "FROM {0} JOIN {0}_line l ON l.document_id = {0}.id "
    f"WHERE {{0}}.count_id IS NOT NULL AND {{0}}.reverses_id IS NULL AND {{0}}.state IN {POSTED}"
)
_DIFFERENCES = f"{_MADE.format('stock_gain', 1)} UNION ALL {_MADE.format('stock_loss', -1)}"


def differences_were_posted(session: Session) -> list[str]:
    """Each line's difference is counted less book, and is what a gain or a loss of the count moved."""
    return [
        translate("stock", "{number} 第 {line} 行的盘点差异和报溢报损单不符").format(
            number=number, line=line
        )
        for number, line in rows_of(
            session,
            "SELECT d.number, l.line_no FROM stock_count d "
            "JOIN stock_count_line l ON l.document_id = d.id "
            f"LEFT JOIN ({_DIFFERENCES}) m ON m.count_id = d.id AND m.line = l.line_no "
            f"WHERE d.state IN {POSTED} AND d.reverses_id IS NULL "
            "AND (l.difference <> l.counted - l.book OR coalesce(m.quantity, 0) <> l.difference "
            "OR (m.product IS NOT NULL AND m.product <> l.product_id))",
        )
    ]
