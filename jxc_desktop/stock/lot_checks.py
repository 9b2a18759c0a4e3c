"""What must hold of lots and serial numbers."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import rows_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed


def goods_kept_by_lot_have_lots(session: Session) -> list[str]:
    """Goods kept by lot moved only by lots of their own, and others by none."""
    return [
        translate("stock", "{source} 第 {line} 行 {product} 的批次不对").format(
            source=source, line=line, product=product
        )
        for source, line, product in rows_of(
            session,
            "SELECT DISTINCT m.source, m.source_line, p.name FROM move m "
            "JOIN product p ON p.id = m.product_id "
            "LEFT JOIN lot l ON l.id = m.lot_id AND l.product_id = m.product_id "
            "WHERE (p.tracking = '') <> (m.lot_id = 0) OR (m.lot_id <> 0 AND l.id IS NULL)",
        )
    ]


def lots_are_never_oversold(session: Session) -> list[str]:
    """No lot lies anywhere with less than nothing, and no serial number twice."""
    return [
        translate("stock", "{product} 批号 {code} 的存量是 {quantity}").format(
            product=product, code=code, quantity=trimmed(int(quantity), QUANTITY_PLACES)
        )
        for product, code, quantity in rows_of(
            session,
            "SELECT p.name, l.code, sum(s.quantity) FROM stock_level s JOIN lot l ON l.id = s.lot_id "
            "JOIN product p ON p.id = s.product_id GROUP BY p.id, p.name, p.tracking, l.id, l.code "
            "HAVING min(s.quantity) < 0 OR (p.tracking = 'serial' AND sum(s.quantity) > 10000)",
        )
    ]
