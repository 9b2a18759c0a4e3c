"""Which goods earned most in a period, or sold most for who may not see profit."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.document import State
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.pos.models import PosReturn, PosReturnLine, PosSale, PosSaleLine
from jxc_desktop.sales.models import (
    SalesDelivery,
    SalesDeliveryLine,
    SalesReturn,
    SalesReturnLine,
)
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.assigned import require_whole_shop
from jxc_desktop.stock.models import Move
from jxc_desktop.stock.recosted import recosted
from jxc_desktop.stock.trade import COST

_COUNTED = (State.POSTED, State.REVERSED)
"""A reversal counts beside the original it takes back."""
_SOLD: tuple[tuple[Any, Any, int], ...] = (
    (SalesDelivery, SalesDeliveryLine, 1),
    (SalesReturn, SalesReturnLine, -1),
    (PosSale, PosSaleLine, 1),
    (PosReturn, PosReturnLine, -1),
)


@dataclass(frozen=True, slots=True)
class GoodsEarning:
    """A product: base quantity 1e-4, sales without tax and profit in fen (None for who may not see cost)."""

    product_id: int
    name: str
    spec: str
    unit: str
    quantity: int
    net: int
    profit: int | None

    @property
    def margin(self) -> int | None:
        """Profit as a fraction of sales, 1e-4."""
        return (
            div_half_up(self.profit * ONE, self.net)
            if self.profit is not None and self.net
            else None
        )


@needs("report.sales")
def best_goods(session: Session, first: date, last: date, most: int = 5) -> list[GoodsEarning]:
    """The goods that earned most from `first` through `last`, the best first."""
    require_whole_shop(session)
    cost = may(session, COST)
    lines = union_all(*(_lines(*source, first, last, cost=cost) for source in _SOLD)).subquery()
    net = summed(lines.c.net)
    profit = [net - summed(lines.c.cost)] if cost else []
    query = (
        select(
            Product.id, Product.name, Product.spec, Product.unit, summed(lines.c.quantity), net,
            *profit,
        )
        .join_from(lines, Product, Product.id == lines.c.product_id)
        .group_by(Product.id, Product.name, Product.spec, Product.unit)
        .order_by((profit or [net])[0].desc(), Product.id)
        .limit(most)
    )  # fmt: skip
    return [
        GoodsEarning(*(row if cost else (*row, None))) for row in session.execute(query) if row[5]
    ]


def _lines(header: Any, line: Any, sign: int, first: date, last: date, *, cost: bool) -> Any:
    columns = [
        line.product_id,
        (sign * line.base_quantity).label("quantity"),
        (sign * line.net).label("net"),
    ]
    if cost:
        moved = select(summed(Move.amount)).where(
            Move.source == header.number, Move.source_line == line.line_no
        )
        cost_anew = recosted(header.number, line.line_no, header, line)
        columns.append((-moved.correlate(header, line).scalar_subquery() - cost_anew).label("cost"))
    query = select(*columns).join(header, header.id == line.document_id)
    return query.where(header.state.in_(_COUNTED), header.day.between(first, last))
