"""What always holds for goods moved between warehouses, beside the stock journal (for the invariants of stock)."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of
from jxc_desktop.core.i18n import translate


def transfers_move_as_written(session: Session) -> list[str]:
    """Each line leaves one warehouse and comes into the other, at one worth."""
    return [
        translate("stock", "{number} 第 {line} 行没有照单从一个仓库调到另一个").format(
            number=number, line=line
        )
        for number, line in rows_of(
            session,
            "SELECT d.number, l.line_no FROM stock_transfer d "
            "JOIN stock_transfer_line l ON l.document_id = d.id LEFT JOIN move m "
            "ON m.source = d.number AND m.source_line = l.line_no AND m.quantity <> 0 "
            f"WHERE d.state IN {POSTED} GROUP BY d.id, d.number, d.from_warehouse_id, d.to_warehouse_id, "
            "l.line_no, l.product_id, l.base_quantity HAVING coalesce(sum(m.amount), 0) <> 0 "
            f"OR {_moved('from')} <> -l.base_quantity OR {_moved('to')} <> l.base_quantity "
            "OR coalesce(sum(m.quantity), 1) <> 0 OR min(m.product_id) <> l.product_id "
            "OR max(m.product_id) <> l.product_id",
        )
    ]


def _moved(place: str) -> str:
    """SQL: what came into the warehouse at one end of document d."""
    here = f"m.warehouse_id = d.{place}_warehouse_id"
    return f"coalesce(sum(CASE WHEN {here} THEN m.quantity ELSE 0 END), 0)"
