"""What must hold of lots whenever goods move: no lot below nothing, no piece twice, no goods without their lot."""

from collections.abc import Collection, Iterable

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among

_SQL = "SELECT name FROM product WHERE tracking <> '' AND id "
_TRACKED = Statement(f"{_SQL}IN {among('products')}", postgresql=f"{_SQL}= ANY(:products)")
_TWICE_SQL = (
    "SELECT p.name, l.code FROM stock_level s JOIN lot l ON l.id = s.lot_id "
    "JOIN product p ON p.id = s.product_id AND p.tracking = 'serial' WHERE s.product_id "
)
_TWICE_REST = "GROUP BY p.name, l.code HAVING sum(s.quantity) > 10000"
_TWICE = Statement(
    f"{_TWICE_SQL}IN {among('products')} AND s.lot_id IN {among('lots')} {_TWICE_REST}",
    postgresql=f"{_TWICE_SQL}= ANY(:products) AND s.lot_id = ANY(:lots) {_TWICE_REST}",
)
_LOT = Statement("SELECT code FROM lot WHERE id = :lot")


def require_lots_told(session: Session, products: Iterable[int]) -> None:
    """Refuse to open a pool without a lot for goods that are kept by lot.

    Such goods never have one, so this is asked only when goods move for the first time, and stands in the way of every
    document that does not know lots.
    """
    found = _TRACKED.first(session, products=sorted(set(products)))
    if found is not None:
        raise Refused(
            translate(
                "stock",
                "{product} 按批次或序列号管理，这张单不能写是哪一批。用入库、出库、退货、调拨或报损报溢单",
            ).format(product=found[0]),
            field="lines",
        )


def require_single_pieces(
    session: Session, products: Collection[int], lots: Collection[int]
) -> None:
    """Refuse a serial number that would lie in the shop twice."""
    found = _TWICE.first(session, products=sorted(products), lots=sorted(lots))
    if found is not None:
        raise Refused(
            translate("stock", "{product} 的序列号 {code} 已经在库。核对号码").format(
                product=found[0], code=found[1]
            ),
            field="lines",
        )


def named_lot(session: Session, lot: int) -> str:
    """What stands behind the name of goods that are of a lot; nothing where they are of none."""
    return (
        translate("stock", " 批号 {code}").format(code=_LOT.one(session, lot=lot)[0]) if lot else ""
    )
