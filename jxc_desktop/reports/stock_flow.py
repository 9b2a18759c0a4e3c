"""What every product held before a period, moved in it and held after it: the rows of reports on moving goods."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.reports.report import Request
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.models import CostPool
from jxc_desktop.stock.queries import Flow, flows_and_later, flows_between, on_hand_of
from jxc_desktop.stock.trade import COST

Held = tuple[int, int]
"""Quantity (1e-4) and worth (fen, 0 for who may not see it)."""
_NOTHING = (0, 0)
_STILL = Flow()


@dataclass(frozen=True, slots=True)
class Moved:
    """A product over a period: opening + flow = closing."""

    opening: Held
    flow: Flow
    closing: Held

    @property
    def is_nothing(self) -> bool:
        """Whether nothing lay there and nothing moved."""
        return self.flow.is_nothing and not any(self.opening) and not any(self.closing)


class MovedGoods(dict[int, Moved]):
    """By product; whoever is not in it held nothing and moved nothing."""

    def __missing__(self, product: int) -> Moved:
        return _NEVER


_NEVER = Moved(_NOTHING, _STILL, _NOTHING)


def moved_goods(session: Session, request: Request, asked: Any) -> MovedGoods:
    """What lies there now, less what came later, less the period; `asked` is a query of ids, None for all."""
    warehouse = request.get("warehouse")
    period, later = flows_and_later(
        session, request.from_day, request.to_day, products=asked, warehouse_id=warehouse
    )
    now = _now(session, asked, warehouse)
    found = MovedGoods()
    for product in now.keys() | period.keys() | later.keys():
        closing = _less(now.get(product, _NOTHING), later.get(product))
        flow = period.get(product, _STILL)
        found[product] = Moved(_less(closing, flow), flow, closing)
    return found


def _less(held: Held, flow: Flow | None) -> Held:
    """What was held before `flow`."""
    return held if flow is None else (held[0] - flow.quantity, held[1] - flow.amount)


def _now(session: Session, asked: Any, warehouse: int | None) -> dict[int, Held]:
    """Quantity and worth of every product now; of one warehouse as its own moves made it."""
    if warehouse is not None:
        ever = flows_between(session, date.min, products=asked, warehouse_id=warehouse)
        return {product: (flow.quantity, flow.amount) for product, flow in ever.items()}
    quantities = on_hand_of(session, select(Product.id) if asked is None else asked)
    worth: dict[int, int] = {}
    if may(session, COST):
        query = select(CostPool.product_id, summed(CostPool.value)).group_by(CostPool.product_id)
        worth = {row[0]: row[1] for row in session.execute(query)}
    return {product: (held, worth.get(product, 0)) for product, held in quantities.items()}
