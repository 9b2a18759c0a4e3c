"""Keeping the least and the most of a product in one warehouse (仓库上下限)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

_PLACE = Statement("SELECT name FROM warehouse WHERE id = :id")
_PUT = Statement(
    "INSERT INTO stock_bound (product_id, warehouse_id, min_stock, max_stock) "
    "VALUES (:product, :warehouse, :least, :most) ON CONFLICT (product_id, warehouse_id) "
    "DO UPDATE SET min_stock = excluded.min_stock, max_stock = excluded.max_stock",
    changes="stock_bound",
)
_DROP = Statement(
    "DELETE FROM stock_bound WHERE product_id = :product AND warehouse_id = :warehouse",
    changes="stock_bound",
)


@dataclass(frozen=True, slots=True)
class BoundDraft:
    """What should lie of a product in a warehouse, 1e-4 base units; None leaves it to the product's own bound."""

    product_id: int
    warehouse_id: int
    least: int | None = None
    most: int | None = None


@needs("product.edit")
def set_bound(session: Session, draft: BoundDraft) -> None:
    """Write both bounds of a warehouse; without either it has none of its own."""
    product = product_facts(session, [draft.product_id])[draft.product_id]
    place = _PLACE.first(session, id=draft.warehouse_id)
    if place is None:
        raise NotFound(translate("stock", "这个仓库不存在了。刷新后再看"))
    require_order(draft)
    where = {"product": product.id, "warehouse": draft.warehouse_id}
    if draft.least is None and draft.most is None:
        _DROP.run(session, **where)
    else:
        _PUT.run(session, **where, least=draft.least, most=draft.most)
    record(
        session,
        "stock_bound.edit",
        product.name,
        warehouse=place[0],
        least=_told(draft.least),
        most=_told(draft.most),
    )


def require_order(draft: BoundDraft) -> None:
    """Refuse a bound below nothing, and a least above the most."""
    for field, bound in (("least", draft.least), ("most", draft.most)):
        if bound is not None and bound < 0:
            raise InvalidInput(translate("stock", "库存上下限不能小于 0"), field=field)
    if draft.least is not None and draft.most is not None and draft.least > draft.most:
        raise InvalidInput(translate("stock", "下限比上限多。改其中一个"), field="least")


def _told(bound: int | None) -> str:
    return "" if bound is None else trimmed(bound, QUANTITY_PLACES)
