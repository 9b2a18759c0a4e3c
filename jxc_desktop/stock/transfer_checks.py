"""What always holds for goods moved between warehouses, beside the stock journal (for the invariants of stock)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.stock.ordering.promises import wrong_links
from jxc_desktop.stock.ordering.transit_kind import LEFT, OPEN, TRANSIT

_TRANSIT = "(SELECT min(id) FROM warehouse WHERE transit = 1)"
_SENT = (
    "SELECT d.id AS id, d.number AS number, l.line_no AS line, l.product_id AS product, l.base_quantity AS quantity, "
    f"d.from_warehouse_id AS source, CASE WHEN d.in_transit = 1 THEN {_TRANSIT} ELSE d.to_warehouse_id END AS target "
    "FROM stock_transfer d JOIN stock_transfer_line l ON l.document_id = d.id "
    f"WHERE d.state IN {POSTED}"
)
_CAME = (
    "SELECT d.id, d.number, l.line_no, l.product_id, l.base_quantity, "
    f"{_TRANSIT}, t.to_warehouse_id FROM transfer_receipt d "
    "JOIN transfer_receipt_line l ON l.document_id = d.id JOIN stock_transfer t ON t.id = d.transfer_id "
    f"WHERE d.state IN {POSTED}"
)


def transfers_move_as_written(session: Session) -> list[str]:
    """Each line of a transfer or its receipt leaves one warehouse and comes into the other, at one worth."""
    return [
        translate("stock", "{number} 第 {line} 行没有照单从一个仓库调到另一个").format(
            number=number, line=line
        )
        for number, line in rows_of(
            session,
            f"SELECT d.number, d.line FROM ({_SENT} UNION ALL {_CAME}) d LEFT JOIN move m "
            "ON m.source = d.number AND m.source_line = d.line AND m.quantity <> 0 "
            "GROUP BY d.id, d.number, d.line, d.product, d.quantity, d.source, d.target "
            "HAVING coalesce(sum(m.amount), 0) <> 0 "
            f"OR {_moved('source')} <> -d.quantity OR {_moved('target')} <> d.quantity "
            "OR coalesce(sum(m.quantity), 1) <> 0 OR min(m.product_id) <> d.product "
            "OR max(m.product_id) <> d.product",
        )
    ]


def _moved(place: str) -> str:
    """SQL: what came into the warehouse at one end of line d."""
    return f"coalesce(sum(CASE WHEN m.warehouse_id = d.{place} THEN m.quantity ELSE 0 END), 0)"


def what_is_on_its_way_lies_there(session: Session) -> list[str]:
    """The transit warehouse holds what the open transfers say; what came of them names their lines, never too much."""
    return [*_lying(session), *_too_much(session), *wrong_links(session, TRANSIT)]


def _lying(session: Session) -> Iterator[str]:
    for name, there, told in rows_of(
        session,
        "SELECT p.name, sum(x.there), sum(x.told) FROM ("
        "SELECT s.product_id AS product, s.quantity AS there, 0 AS told FROM stock_level s "
        "JOIN warehouse w ON w.id = s.warehouse_id WHERE w.transit = 1 UNION ALL "
        f"SELECT l.product_id, 0, {LEFT} FROM stock_transfer o "
        f"JOIN stock_transfer_line l ON l.document_id = o.id WHERE {OPEN}) x "
        "JOIN product p ON p.id = x.product GROUP BY p.id, p.name HAVING sum(x.there) <> sum(x.told)",
    ):
        yield translate("stock", "{product} 在途仓里有 {there}，未收的调拨单合计 {told}").format(
            product=name,
            there=trimmed(int(there), QUANTITY_PLACES),
            told=trimmed(int(told), QUANTITY_PLACES),
        )


def _too_much(session: Session) -> Iterator[str]:
    for number, line in rows_of(
        session,
        "SELECT o.number, l.line_no FROM stock_transfer o JOIN stock_transfer_line l "
        f"ON l.document_id = o.id WHERE {OPEN} AND {LEFT} < 0",
    ):
        yield translate("stock", "{number} 第 {line} 行收的比发的多").format(
            number=number, line=line
        )
