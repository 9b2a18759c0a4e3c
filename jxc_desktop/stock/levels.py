"""How much lies where, kept while goods move: never less than nothing unless that is allowed."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.lot_levels import named_lot, require_single_pieces

_LEVELS = Statement(
    "SELECT product_id, warehouse_id, lot_id, quantity FROM stock_level "
    f"WHERE product_id IN {among('products')}",
    postgresql="SELECT product_id, warehouse_id, lot_id, quantity FROM stock_level "
    "WHERE product_id = ANY(:products) ORDER BY product_id, warehouse_id, lot_id FOR UPDATE",
)
_KEEP_LEVEL = Statement(
    "INSERT INTO stock_level (product_id, warehouse_id, lot_id, quantity) "
    "VALUES (:product_id, :warehouse_id, :lot_id, :change) "
    "ON CONFLICT (product_id, warehouse_id, lot_id) "
    "DO UPDATE SET quantity = stock_level.quantity + excluded.quantity",
    changes="stock_level",
)
_NAMES = Statement(
    "SELECT p.name, p.unit, w.name FROM product p, warehouse w WHERE p.id = :product AND w.id = :warehouse"
)
_Place = tuple[int, int, int]
"""Product, warehouse and lot."""


def keep_levels(session: Session, steps: Sequence[GoodsStep], *, allow_negative: bool) -> None:
    """Add `steps` to the levels; raises `Refused` when one takes more than lies there, unless `allow_negative`.

    A lot is never oversold, and a piece never lies in the shop twice.
    """
    changes: dict[_Place, int] = {}
    for step in steps:
        key = (step.product_id, step.warehouse_id, step.lot_id)
        changes[key] = changes.get(key, 0) + step.quantity
    going = {
        key: change
        for key, change in changes.items()
        if change < 0 and (key[2] or not allow_negative)
    }
    if going:
        _require_enough(session, going)
    _KEEP_LEVEL.run_many(
        session,
        (
            {"product_id": product, "warehouse_id": warehouse, "lot_id": lot, "change": change}
            for (product, warehouse, lot), change in sorted(changes.items())
        ),
    )
    coming = {key for key, change in changes.items() if key[2] and change > 0}
    if coming:
        require_single_pieces(session, {key[0] for key in coming}, {key[2] for key in coming})


def _require_enough(session: Session, changes: Mapping[_Place, int]) -> None:
    """Refuse to take more than lies there; a lot is never oversold."""
    products = sorted({key[0] for key in changes})
    there = {
        (p, w, lot): quantity for p, w, lot, quantity in _LEVELS.all(session, products=products)
    }
    for (product, warehouse, lot), change in changes.items():
        on_hand = there.get((product, warehouse, lot), 0)
        if on_hand + change < 0:
            raise _too_little(session, (product, warehouse, lot), on_hand, -change)


def _too_little(session: Session, key: _Place, on_hand: int, wanted: int) -> Refused:
    product, warehouse, lot = key
    name, unit, place = _NAMES.one(session, product=product, warehouse=warehouse)
    return Refused(
        translate(
            "stock", "{place}的 {product} 只有 {there} {unit}，这里要 {wanted}。改数量，或先入库"
        ).format(
            place=place,
            product=name + named_lot(session, lot),
            there=trimmed(on_hand, QUANTITY_PLACES),
            unit=unit,
            wanted=trimmed(wanted, QUANTITY_PLACES),
        ),
        field="lines",
    )
